import type { NamedReference } from '../../lists';
import type { Quorum } from './quorum';

/** What a committee's session needs besides its agenda, for those who plan it and take its minutes. */
export interface CommitteeSessionView {
  meetingId: string;
  /** Of the meeting. */
  version: number;
  mayChange: boolean;
  committee: NamedReference;
  noticePeriod: {
    days: number | null;
    /** The last day on which invitations keep it. */
    lastDay: string | null;
    warnings: string[];
    reason: string;
    /** Something is late and nobody has said why, or it changed since. */
    asksReason: boolean;
  };
  localNotice: { needed: boolean; on: string | null; where: string };
  /** Null while nobody has a voting seat in this body. */
  quorum: Quorum | null;
  /** Said by whoever takes the minutes, instead of what was counted. */
  quorumWords: string;
  attendanceTaken: boolean;
  /** Who sits in the body or was there: whom § 33 may leave out of an item. */
  people: NamedReference[];
  exclusions: { agendaItemId: string; people: NamedReference[] }[];
  /** Until when the minutes must be there; null before the session has a day. */
  minutesUntil: string | null;
  minutesLate: boolean;
}
