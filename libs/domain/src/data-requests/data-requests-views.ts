import type { Block } from '../documents';
import type { NamedReference } from '../lists';
import type { MailStateView } from '../outbox';
import type { DataRequestState, PlannersMove } from './data-request-state';
import type {
  DataProtectionClass,
  ExpectedColumn,
  InterfaceDirection,
  InterfaceForm,
} from './interface-agreement';
import type { InterfaceRhythm } from './interface-rhythm';

/** The place of a topic in the decided order, with its name at that time. */
export interface WorkTopic {
  place: number;
  name: string;
}

/** One row of the interface register. */
export interface InterfaceView {
  id: string;
  version: number;
  name: string;
  active: boolean;
  used: number;
  partner: string;
  organisation: NamedReference | null;
  direction: InterfaceDirection;
  rhythm: InterfaceRhythm;
  form: InterfaceForm;
  basis: string;
  dataClass: DataProtectionClass;
  validFrom: string | null;
  daysToDeliver: number;
  contact: string;
  mail: string;
  columns: ExpectedColumn[];
  /** The decided topic it is worked on with; null without one. */
  topic: WorkTopic | null;
  /** When something was delivered last, or null. */
  lastDeliveryAt: string | null;
  /** What one would ask for today, or null where no calendar says it or nothing comes to planning. */
  lastPeriod: string | null;
}

export interface DataRequestListItem {
  id: string;
  number: string;
  what: string;
  period: string;
  partner: string;
  dueOn: string;
  state: DataRequestState;
  overdue: boolean;
  /** Who asks. */
  by: string;
  topic: WorkTopic | null;
}

export interface DeliveryView {
  id: string;
  fileName: string;
  size: number;
  sha256: string;
  /** False once it has had its time. */
  fileKept: boolean;
  rows: number | null;
  byName: string;
  at: string;
  remark: string;
  findings: string[];
}

/** What happened with it, newest first. */
export interface DataRequestStep {
  state: DataRequestState;
  at: string;
  by: string;
  words: string;
}

export interface DataRequestView {
  id: string;
  version: number;
  number: string;
  agreement: NamedReference & {
    partner: string;
    columns: ExpectedColumn[];
    form: InterfaceForm;
    basis: string;
  };
  what: string;
  period: string;
  dueOn: string;
  message: string;
  /** One address a line, as the form takes them. */
  recipients: string;
  state: DataRequestState;
  overdue: boolean;
  createdBy: string;
  sentAt: string | null;
  remindedAt: string | null;
  importedRows: number | null;
  /** While the last mail can be taken back. */
  recallable: { recipients: number; secondsLeft: number } | null;
  mail: MailStateView | null;
  deliveries: DeliveryView[];
  steps: DataRequestStep[];
  /** What this viewer can do with it now. */
  moves: PlannersMove[];
  mayChange: boolean;
}

/** The mail as its recipients will see it: the request while it is a draft, the reminder afterwards. */
export interface DataRequestMailView {
  from: string;
  to: { name: string; mail: string }[];
  subject: string;
  blocks: Block[];
}

/** Something the rhythm of the register says one could ask for. */
export interface ExpectedDelivery {
  agreementId: string;
  partner: string;
  name: string;
  period: string;
  endsOn: string;
}
