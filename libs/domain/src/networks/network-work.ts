/** Meetings held within the last twelve months. */
export interface MeetingFacts {
  held: number;
  lastOn: string | null;
  /** All meetings together: who was invited, and who of them came. */
  invited: number;
  present: number;
  /** The next one has a day. */
  planned: boolean;
}

/** The last Verstetigungscheck. */
export interface CheckFacts {
  on: string;
  /** Names of the criteria that were not met. */
  open: string[];
}

/** What areas further right know of a network; a fact nobody contributes is null and says nothing. */
export interface NetworkWork {
  meetings: MeetingFacts | null;
  /** Results bodies accepted in the cycle that runs. */
  results: number | null;
  check: CheckFacts | null;
}
