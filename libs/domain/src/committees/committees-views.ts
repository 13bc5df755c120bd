import type { NamedReference } from '../lists';
import type { CommitteeKind } from './committee-kinds';

export interface CommitteeView {
  id: string;
  version: number;
  name: string;
  kind: CommitteeKind;
  /** When it meets, as people say it: "viermal im Jahr, donnerstags". */
  rhythm: string;
  note: string;
  /** Ladungsfrist in whole days; null where none is kept. */
  invitationDays: number | null;
  localNotice: boolean;
  /** A number of voters of its own; null is more than half. */
  quorum: number | null;
  active: boolean;
  used: number;
  /** Whoever is looking sits here today, or deputises. */
  mine: boolean;
  /** Seats that are held today, and those nobody holds; deputies are not counted. */
  seated: number;
  vacant: number;
}

export interface CommitteeSeatView {
  id: string;
  version: number;
  /** Nobody: a vacancy. */
  person: NamedReference | null;
  office: string;
  voting: boolean;
  deputyOf: DeputisedSeat | null;
  /** Wahlperiode, in the words of the county. */
  term: string;
  fromDay: string;
  toDay: string | null;
}

/** The seat somebody deputises for; without a name while it is vacant. */
export interface DeputisedSeat {
  id: string;
  name: string;
}
