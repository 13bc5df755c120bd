import type { EncodingReading } from './encodings';
import type { ImportDecision, ImportState } from './import-state';

/** A field a column can be assigned to. */
export interface ImportFieldView {
  key: string;
  label: string;
  /** Under which heading it stands in the choice: "Organisation". */
  group: string;
  hint: string;
}

export interface ImportColumn {
  heading: string;
  /** As Excel calls it: "C". */
  letter: string;
  field: string | null;
  /** The kind of protected data its heading announces; such a column is never taken. */
  sensitive: string | null;
  samples: string[];
}

/** What becomes of the entries of one part ("Organisation"). */
export interface ImportCounts {
  part: string;
  label: string;
  create: number;
  merge: number;
  known: number;
  /** Lines that mean somebody who stands further up. */
  twins: number;
  skip: number;
  open: number;
}

/** One row of the list, to be corrected. */
export interface ImportRowView {
  line: number;
  cells: ImportCellView[];
}

export interface ImportCellView {
  /** Number of the column, from 0. */
  column: number;
  heading: string;
  value: string;
  /** What the file says, where it was corrected. */
  original: string | null;
}

export interface ImportView {
  id: string;
  state: ImportState;
  target: string;
  targetLabel: string;
  fileName: string;
  fileKept: boolean;
  format: 'csv' | 'xlsx' | 'vcard';
  encoding: string;
  /** False where somebody has to choose one of the readings first. */
  encodingSure: boolean;
  /** How the file reads in other encodings, the one it is read in first; empty where there is no other. */
  readings: EncodingReading[];
  separator: string;
  sheets: string[];
  sheet: string;
  rows: number;
  columns: ImportColumn[];
  fields: ImportFieldView[];
  /** The assignment was kept from an earlier list with the same headings. */
  columnsKept: boolean;
  done: number;
  total: number;
  /** A sentence about the last step, such as why nothing was taken over. */
  note: string;
  counts: ImportCounts[];
  problems: number;
  /** Rows of which a cell was corrected here. */
  corrected: number;
  /** The same file was taken over before. */
  earlier: { id: string; appliedAt: string } | null;
  by: string;
  createdAt: string;
  appliedAt: string | null;
  undoneAt: string | null;
  undo: ImportUndoView | null;
}

export interface ImportUndoView {
  removed: number;
  restored: number;
  kept: { name: string; path: string; reason: string }[];
}

export interface ImportListItem {
  id: string;
  fileName: string;
  targetLabel: string;
  state: ImportState;
  rows: number;
  created: number;
  merged: number;
  by: string;
  createdAt: string;
  appliedAt: string | null;
}

/** Something that is there already, or stands further up in the list, and may be the same. */
export interface ImportCandidate {
  id: string;
  name: string;
  detail: string;
  /** Empty where it is an earlier line of the list. */
  path: string;
  /** The earlier line of the list; null for what is there already. */
  line: number | null;
  /** 0 to 1. */
  score: number;
  reasons: string[];
  /** Labels of fields that are empty there and would be filled. */
  fills: string[];
  /** Fields where the file says something else; what is there stays. */
  differs: { label: string; here: string; file: string }[];
}

export interface ImportEntryView {
  id: string;
  line: number;
  part: string;
  label: string;
  name: string;
  detail: string;
  decision: ImportDecision;
  /** Which one it is or becomes part of, be it an earlier line of the list. */
  objectId: string | null;
  candidates: ImportCandidate[];
}

export interface ImportProblemView {
  id: string;
  line: number;
  column: string;
  value: string;
  says: string;
}
