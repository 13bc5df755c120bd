import type { PublicFeedback } from '../feedback';
import type { AgendaLevel, InvitationAnswer } from '../meetings';
import type { TodayLine } from '../tasks';

/** At most so many sessions, documents and outcomes on a reader's start page. */
export const OVERVIEW_ROWS = 3;

/** A session to come, with the points this viewer may read. */
export interface OverviewSession {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  place: string;
  /** The committee or network that meets; empty where nobody of both does. */
  body: string;
  /** The viewer's own answer; null where they are not invited. */
  own: InvitationAnswer | null;
  points: { id: string; title: string; presenter: string; level: AgendaLevel }[];
}

export interface OverviewDocument {
  id: string;
  /** What it is, as its page calls it: "Protokoll". */
  label: string;
  title: string;
  /** Since when it can be read. */
  since: string;
  path: string;
  /** Address of the file to open; null where there is only a page. */
  file: string | null;
}

/** The start page of those who read: what they are asked, the next sessions, what is new, what became of it. */
export interface OverviewView {
  lines: TodayLine[];
  /** The soonest first. */
  sessions: OverviewSession[];
  /** The newest first. */
  documents: OverviewDocument[];
  outcomes: PublicFeedback[];
}
