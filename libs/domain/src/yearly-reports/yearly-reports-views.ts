import type { DocumentContent } from '../documents';
import type { FeedbackDecision, FeedbackSource } from '../feedback';
import type { NamedReference } from '../lists';
import type { AgreementOutcome } from '../meetings';
import type { MembershipRole, NetworkKind, NetworkState } from '../networks';
import type { ConsolidationCheckView } from '../structure';

export const FIRST_REPORT_YEAR = 1990;
export const LAST_REPORT_YEAR = 2999;

/** The report as it is read on the screen before it leaves as a file. */
export interface YearlyReportView {
  network: NamedReference;
  year: number;
  /** Years in which the network met or agreed on something, and the running one; the newest first. */
  years: number[];
  content: DocumentContent;
}

/** A meeting that took place; guests are not counted. */
export interface ReportedMeeting {
  on: string;
  title: string;
  invited: number;
  present: number;
  /** Titles of the agenda in their order, without what the protocol hides. */
  topics: string[];
}

export interface ReportedAttendance {
  organisation: string;
  /** At how many meetings somebody came for it. */
  came: number;
  /** At how many it had a seat, was invited or came. */
  of: number;
}

export interface ReportedAgreement {
  text: string;
  on: string;
  outcome: AgreementOutcome;
  note: string;
}

export interface ReportedTasks {
  done: number;
  dropped: number;
  open: number;
  overdue: number;
  /** The earliest due first. */
  listed: { title: string; dueOn: string | null; who: string }[];
}

export interface ReportedFeedback {
  total: number;
  bySource: { source: FeedbackSource; count: number }[];
  byDecision: { decision: FeedbackDecision; count: number }[];
  /** Not decided yet. */
  waiting: number;
  rejected: number;
  answered: number;
  /** The last decided ones, by their checked words; nobody's name. */
  listed: { number: string; text: string; decision: FeedbackDecision; reason: string; forwardedTo: string }[];
}

export interface ReportedSeats {
  filled: number;
  vacant: { organisation: string; role: MembershipRole; since: string }[];
  /** What lacks against what the network wants to be; empty for a year that is over. */
  gaps: string[];
  joined: string[];
  left: string[];
}

/** What a yearly report is made of. Days are days of Berlin. */
export interface YearlyReportFacts {
  network: { name: string; kind: NetworkKind; state: NetworkState; purpose: string };
  year: number;
  /** The last day it tells of: the end of the year, or today. */
  until: string;
  coordination: string[];
  fields: string[];
  meetings: ReportedMeeting[];
  cancelled: number;
  attendance: ReportedAttendance[];
  agreements: ReportedAgreement[];
  tasks: ReportedTasks;
  feedback: ReportedFeedback;
  seats: ReportedSeats;
  /** All checks up to `until`, the newest first. */
  checks: ConsolidationCheckView[];
}
