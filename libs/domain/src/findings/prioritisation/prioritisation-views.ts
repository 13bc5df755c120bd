import type { NamedReference } from '../../lists';
import type { Ranked } from './points';
import type { PrioritisationMove } from './prioritisation-moves';
import type { PrioritisationMode, PrioritisationState } from './prioritisation-words';

export interface PrioritisationListItem {
  id: string;
  question: string;
  state: PrioritisationState;
  mode: PrioritisationMode;
  meeting: NamedReference | null;
  network: NamedReference | null;
  options: number;
  closesAt: string | null;
  closedAt: string | null;
  /** Once it is closed. */
  voters: number | null;
  /** What came first, once it is closed; several where they share the rank. */
  first: string[];
  createdAt: string;
}

export interface PrioritisationOptionView {
  id: string;
  priority: { id: string; number: string } | null;
  title: string;
}

export interface OptionResultView extends PrioritisationOptionView, Ranked {
  points: number;
}

/** Only of what is closed: until then nobody learns how points stand, the office neither. */
export interface PrioritisationResultView {
  voters: number;
  points: number;
  options: OptionResultView[];
}

export interface PrioritisationView {
  id: string;
  version: number;
  question: string;
  explanation: string;
  mode: PrioritisationMode;
  meeting: NamedReference | null;
  network: NamedReference | null;
  pointsPerPerson: number;
  mostPerOption: number | null;
  places: number;
  /** How many have given points so far: a number, nobody's name. */
  given: number;
  /** Whom opening it would send a link now, or whom it was sent. */
  recipients: number;
  state: PrioritisationState;
  closesAt: string | null;
  /** The last day, for the form. */
  closesDay: string;
  openedAt: string | null;
  remindedAt: string | null;
  closedAt: string | null;
  cancelledReason: string;
  options: PrioritisationOptionView[];
  result: PrioritisationResultView | null;
  mayChange: boolean;
  /** What this viewer can do with it now. */
  moves: PrioritisationMove[];
}

/** Black squares of a QR code as one SVG path in a square of `size` units, quiet zone included. */
export interface QrCodeView {
  size: number;
  path: string;
}

/** What the wall shows. */
export interface BeamerView {
  question: string;
  explanation: string;
  mode: PrioritisationMode;
  state: PrioritisationState;
  pointsPerPerson: number;
  mostPerOption: number | null;
  places: number;
  given: number;
  closesAt: string | null;
  closedAt: string | null;
  /** Where phones take part; null where each person has a link of their own, and once it is over. */
  join: { url: string; address: string; code: string; qr: QrCodeView } | null;
  options: PrioritisationOptionView[];
  result: PrioritisationResultView | null;
}

/** A Handlungsschwerpunkt that can be put to the vote. */
export interface PriorityChoice {
  id: string;
  number: string;
  title: string;
  field: string;
}

/** How a Handlungsschwerpunkt came off in one Punktabfrage. */
export interface PriorityPointsView extends Ranked {
  prioritisationId: string;
  question: string;
  points: number;
  of: number;
  voters: number;
  closedAt: string;
}
