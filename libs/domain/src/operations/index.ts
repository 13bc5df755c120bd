/** After so many days without a backup the administration is warned. */
export const BACKUP_WARN_DAYS = 7;

/** After so many tries in vain a PDF waits until somebody asks for it again. */
export const PDF_ATTEMPTS = 3;

/** It gives a sign about once a minute. */
export const WORKER_SILENT_SECONDS = 180;

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
  /** The process beside the API that works on lists and PDFs; null where the API does that itself. */
  worker: {
    /** Its last sign of life, on whichever instance; null: never. */
    seenAt: string | null;
    /** No sign of life for `WORKER_SILENT_SECONDS`. */
    silent: boolean;
  } | null;
  /** PDFs that were tried three times in vain. */
  pdfsSetAside: number;
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
