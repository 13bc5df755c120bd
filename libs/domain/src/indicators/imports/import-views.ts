import type { PeriodKind } from '../catalogue/indicator-words';
import type { IndicatorUnit } from '../catalogue/indicator-words';
import type { DashAnswers } from '../reading/checks/dash-answers';
import type { ReadingNotice } from '../read-value';
import type { ValueFlag } from '../value-flags';
import type { FigureChange, FigureImportState, FigureImportTask } from './import-state';

export interface FigureImportListItem {
  id: string;
  fileName: string;
  state: FigureImportState;
  task: FigureImportTask | null;
  note: string;
  table: string;
  written: number;
  superseded: number;
  unchanged: number;
  /** Rates worked out anew, because what they are divided by came with it. */
  recomputed: number;
  byName: string;
  createdAt: string;
  writtenAt: string | null;
}

/** One indicator at one time: what would become of its values. */
export interface FigureDifference {
  code: string;
  name: string;
  /** No value of the file: a rate that is worked out anew because of it. */
  recomputed: boolean;
  periodKind: PeriodKind;
  periodStart: string;
  periodEnd: string;
  added: number;
  changed: number;
  withdrawn: number;
  same: number;
}

/** What the reader found, before anything is written. */
export interface FigurePreview {
  family: string;
  table: string;
  title: string;
  /** Day the file was made. */
  madeOn: string | null;
  /** Numbers and signs in the file. */
  cells: number;
  areas: number;
  periods: string[];
  notices: ReadingNotice[];
  /** Answers by which it was read, by the sentence of the question. */
  dashes: DashAnswers;
  /** How many values have no number, by reason. */
  flags: { flag: ValueFlag; count: number }[];
  differences: FigureDifference[];
  /** Headings of a table nobody has told us how to read. */
  headings: string[];
}

export interface FilledIndicator {
  id: string;
  code: string;
  name: string;
}

export interface FigureImportView extends FigureImportListItem {
  sha256: string;
  preview: FigurePreview | null;
  /** Answers and ticks, by the code of the notice. */
  answers: Record<string, string>;
  /** Done and to be done by the process beside. */
  done: number;
  total: number;
  rowCount: number;
  /** Those it wrote values of, by their code. */
  filled: FilledIndicator[];
  mayChange: boolean;
  undoableUntil: string | null;
}

export interface FigureImportValue {
  id: string;
  code: string;
  name: string;
  unit: IndicatorUnit;
  areaCode: string;
  areaName: string;
  periodKind: PeriodKind;
  periodStart: string;
  periodEnd: string;
  dimensions: string;
  line: number;
  recomputed: boolean;
  change: FigureChange;
  value: number | null;
  flag: ValueFlag;
  oldValue: number | null;
  oldFlag: ValueFlag | null;
}
