import type { DocumentContent } from '../../documents';
import type { NamedReference } from '../../lists';
import type { DataRequestState } from '../data-request-state';
import type { InterfaceView } from '../data-requests-views';
import type { DataProtectionClass, InterfaceDirection, InterfaceForm } from '../interface-agreement';
import type { InterfaceRhythm } from '../interface-rhythm';
import type { CalendarDelivery } from './delivery-calendar';
import type { Sector, SectorPlanMove, SectorPlanState } from './sector-plan-state';

/** What was agreed from a day on, until the next one. */
export interface InterfaceVersionView {
  validFrom: string | null;
  /** The day before the next one; null for the one that holds last. */
  validTo: string | null;
  rhythm: InterfaceRhythm;
  daysToDeliver: number;
  form: InterfaceForm;
  basis: string;
  dataClass: DataProtectionClass;
}

/** A request by this interface, the newest first. */
export interface InterfaceRequestItem {
  id: string;
  number: string;
  what: string;
  period: string;
  dueOn: string;
  state: DataRequestState;
  overdue: boolean;
}

export interface InterfacePageView extends InterfaceView {
  /** The newest first. */
  versions: InterfaceVersionView[];
  requests: InterfaceRequestItem[];
  /** Of this year and the next. */
  dates: CalendarDelivery[];
  plans: NamedReference[];
}

/** One interface with its dates of one year. */
export interface CalendarRow {
  id: string;
  partner: string;
  name: string;
  direction: InterfaceDirection;
  /** A new request goes there. */
  mail: string;
  dates: CalendarDelivery[];
}

export interface DeliveryCalendarView {
  year: number;
  /** The day it was worked out on. */
  today: string;
  rows: CalendarRow[];
  /** How many of all years need somebody now. */
  overdue: number;
}

export interface SectorPlanView {
  id: string;
  version: number;
  name: string;
  active: boolean;
  used: number;
  sector: Sector;
  state: SectorPlanState;
  /** Since when; null where nobody said it. */
  stateOn: string | null;
  unit: string;
  link: string;
  nextOn: string | null;
  /** Its next Fortschreibung should have begun. */
  overdue: boolean;
  note: string;
  interfaces: (NamedReference & { partner: string })[];
  /** What this viewer can do with it now. */
  moves: SectorPlanMove[];
}

/** Of the register as it is proposed, what this county does not have yet. */
export interface InterfaceProposals {
  interfaces: { partner: string; name: string; direction: InterfaceDirection }[];
  plans: string[];
}

/** „Was bekommt die Sozialplanung von wem bis wann“ as a document. */
export interface InterfaceDescriptionView {
  content: DocumentContent;
}
