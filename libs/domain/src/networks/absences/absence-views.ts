import type { NamedReference } from '../../lists';

export interface AbsenceView {
  id: string;
  person: NamedReference;
  deputy: NamedReference;
  fromDay: string;
  toDay: string;
  /** The networks the deputy works on in that time. */
  networks: string[];
  /** It has begun. */
  running: boolean;
}

export interface AbsencesView {
  /** What runs or is to come: one's own, and for administrators everybody's. */
  absences: AbsenceView[];
  /** Whom one stands in for today. */
  deputising: AbsenceView[];
  /** Who may stand in: everybody with a coordinator's account. */
  coordinators: NamedReference[];
  /** The viewer enters them for others too. */
  forOthers: boolean;
  /** The person of the viewer, where they coordinate. */
  self: string | null;
}
