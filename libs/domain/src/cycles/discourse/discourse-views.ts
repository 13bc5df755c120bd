import type { DiscourseMove, DiscourseState } from './discourse-state';
import type { DiscourseCounts } from './discourse-stations';

export interface DiscourseListItem {
  id: string;
  number: number;
  title: string;
  state: DiscourseState;
  startsOn: string;
  endsOn: string;
  /** Of the one that runs, for the office. */
  counts: DiscourseCounts | null;
  reflected: boolean;
}

export interface DiscourseView {
  id: string;
  version: number;
  number: number;
  title: string;
  state: DiscourseState;
  /** Why it was opened again. */
  stateReason: string;
  startsOn: string;
  endsOn: string;
  closedOn: string | null;
  question: string;
  /** What was learnt and what goes into the next round; for the office. */
  reflection: string;
  cycle: { id: string; name: string };
  /** Its reflection is the input of this one. */
  previous: { id: string; number: number; title: string; state: DiscourseState; reflection: string } | null;
  next: { id: string; number: number; title: string; state: DiscourseState } | null;
  /** Null for those outside of the office. */
  counts: DiscourseCounts | null;
  mayChange: boolean;
  moves: DiscourseMove[];
}

/** One thing in a list of the round. */
export interface DiscourseItem {
  id: string;
  title: string;
  path: string;
}

/** What the form of the next round begins with. */
export interface DiscourseDefaults {
  number: number;
  previous: { id: string; number: number; title: string; state: DiscourseState; reflection: string } | null;
}
