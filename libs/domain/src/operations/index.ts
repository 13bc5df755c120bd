/** After so many days without a backup the administration is warned. */
export const BACKUP_WARN_DAYS = 7;

/** How the house runs, for the administration. */
export interface OperationsView {
  /** Of the product, as its releases are called. */
  version: string;
  mails: {
    /** Whether a mail server is named; without one no mail leaves the house. */
    server: boolean;
    waiting: number;
    refused: number;
    /** Since when the oldest waiting mail could have left; null where none waits. */
    oldest: string | null;
  };
  /** When `rt backup` last ran; null: never. */
  backupAt: string | null;
  /** No backup, or one older than `BACKUP_WARN_DAYS`. */
  backupLate: boolean;
  failedJobs: FailedJob[];
  /** Enabled accounts without a session for half a year. */
  quietAccounts: number;
  /** Seconds since this process started. */
  runningFor: number;
}

export interface FailedJob {
  name: string;
  failedAt: string;
  error: string;
}
