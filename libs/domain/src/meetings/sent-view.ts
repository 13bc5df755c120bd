/** What left the house, or will in a minute. */
export interface SentView {
  recipients: number;
  /** Until when it can be taken back; null if it cannot. */
  recallUntil: string | null;
}
