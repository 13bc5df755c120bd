import type { NamedReference } from '../lists';
import type { MeasureKind, MeasureMove, MeasureState } from './measure-state';
import type { MeasureStatus, ReportedStatus } from './measure-status';

/** How it goes; where somebody said so by hand, what was worked out stands beside it. */
export interface MeasureStatusView {
  status: MeasureStatus;
  /** As a sentence; of the one who set it where it was set by hand. */
  reason: string;
  setBy: string | null;
  setAt: string | null;
  computed: { status: MeasureStatus; reason: string } | null;
}

export interface MeasureListItem {
  id: string;
  number: string;
  kind: MeasureKind;
  title: string;
  field: NamedReference;
  lead: NamedReference | null;
  state: MeasureState;
  status: MeasureStatusView;
  startsOn: string | null;
  dueOn: string | null;
  /** Asked for a Sachstand until this day, and none has come. */
  silentUntil: string | null;
}

export interface BudgetYear {
  year: number;
  oneOff: number;
  yearly: number;
}

export interface MilestoneView {
  id: string;
  title: string;
  dueOn: string;
  doneOn: string | null;
}

/** A recommendation it comes from. It is to be checked while its words are others than those that were linked. */
export interface MeasureRecommendationView {
  id: string;
  number: string;
  wording: string;
  state: string;
  toCheck: boolean;
  acceptedBy: string;
  acceptedAt: string | null;
}

export interface ProgressView {
  id: string;
  standing: ReportedStatus;
  words: string;
  expectedEnd: string | null;
  reportedBy: string;
  reportedAt: string;
}

/** Somebody was asked how it goes. */
export interface ProgressRequestView {
  askedBy: string;
  askedAt: string;
  dueOn: string;
  remindedAt: string | null;
  /** Since then nobody said anything. */
  silent: boolean;
}

export interface LinkedMeasure {
  id: string;
  number: string;
  title: string;
}

export interface MeasureView {
  id: string;
  version: number;
  number: string;
  kind: MeasureKind;
  title: string;
  description: string;
  target: string;
  field: NamedReference;
  lead: NamedReference | null;
  leadPerson: NamedReference | null;
  partners: NamedReference[];
  startsOn: string | null;
  dueOn: string | null;
  completedOn: string | null;
  costNeutral: boolean;
  fundingSource: string;
  funder: string;
  fundingUntil: string | null;
  costs: BudgetYear[];
  milestones: MilestoneView[];
  recommendations: MeasureRecommendationView[];
  state: MeasureState;
  stateReason: string;
  status: MeasureStatusView;
  followedBy: LinkedMeasure | null;
  /** Those that went on in this one. */
  follows: LinkedMeasure[];
  /** A provisional step that was taken over into the next cycle. */
  carriedOver: { on: string; by: string } | null;
  progress: ProgressView[];
  progressRequest: ProgressRequestView | null;
  mayChange: boolean;
  mayReport: boolean;
  /** What this viewer can do with it now. */
  moves: MeasureMove[];
}

/** One bar of the timeline. */
export interface TimelineItem {
  id: string;
  number: string;
  title: string;
  field: string;
  kind: MeasureKind;
  status: MeasureStatus;
  reason: string;
  startsOn: string | null;
  endsOn: string | null;
  milestones: { title: string; dueOn: string; done: boolean }[];
}

export interface TimelineView {
  today: string;
  items: TimelineItem[];
  total: number;
}

/** What a budget year costs from one source, by the state of the measures. */
export interface CostLine {
  year: number;
  fundingSource: string;
  state: MeasureState;
  oneOff: number;
  yearly: number;
  measures: number;
}

export interface CostView {
  lines: CostLine[];
  costNeutral: number;
  /** Nothing said about cost at all. */
  unknown: number;
  total: number;
}

/** Who could be asked how it goes. */
export interface AskableMeasure {
  id: string;
  number: string;
  title: string;
  lead: string;
  /** People with an address who would get the mail. */
  recipients: string[];
  lastReportOn: string | null;
  silentUntil: string | null;
}

export interface AskedView {
  /** Mails that go out, one for each person. */
  mails: number;
  measures: number;
  /** Numbers of those for which nobody has an address. */
  unreachable: string[];
}

export interface LinkableRecommendation {
  id: string;
  number: string;
  wording: string;
}

export interface SheetCellChange {
  heading: string;
  before: string;
  after: string;
}

export interface SheetRowChange {
  /** As Excel numbers it. */
  line: number;
  /** Empty for a new one. */
  number: string;
  title: string;
  cells: SheetCellChange[];
}

export interface SheetFault {
  line: number;
  /** "F" */
  column: string;
  heading: string;
  says: string;
}

/** What a sheet would change; with faults nothing of it can be written. */
export interface SheetPreview {
  rows: number;
  unchanged: number;
  changes: SheetRowChange[];
  added: SheetRowChange[];
  faults: SheetFault[];
  /** Headings of columns that are not read. */
  ignored: string[];
  digest: string;
}

export interface SheetApplied {
  changed: number;
  added: number;
}
