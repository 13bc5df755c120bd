import type { Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Permission } from '@runder-tisch/domain/accounts';
import type { AssignableField, Comparable } from '@runder-tisch/domain/imports';
import type { Findable } from './likely';

/** Something a list can be taken over as. The area knows its words, the room `imports` does the rest. */
export interface ImportTarget {
  target: string;
  /** "Organisationen und Personen" */
  label: string;
  permission: Permission;
  fields: readonly ImportField[];
  /** In the order in which they are written. */
  parts: readonly ImportPart[];
  /** One of these must be assigned, otherwise there is nothing to take over. */
  oneOf: readonly string[];
  /** Refusal by these constraints means that somebody was faster; the list is checked again. */
  constraints: readonly string[];
  /** Rows of a sample file, by field. */
  sample: readonly Readonly<Record<string, string>>[];
  /** What values of lists mean: names of municipalities and so on, read once per import. */
  lookups(query: Query): Promise<Lookups>;
  /** Joins what one row made, such as a person to their organisation. */
  join?: (tx: EntityManager, rows: readonly JoinedRow[], now: Date) => Promise<JoinedChange[]>;
}

export interface ImportField extends AssignableField {
  part: string;
  hint?: string;
}

export type Query = <Row extends object>(statement: Sql) => Promise<Row[]>;
export type Lookups = Readonly<Record<string, ReadonlyMap<string, string>>>;
/** Text by the column of the table; a value that is not there is not written. */
export type ImportRecord = Record<string, string>;

export interface ImportPart {
  /** Also the kind of its objects in search. */
  part: string;
  label: string;
  table: string;
  path: string;
  /** Columns that a list may write, with the word for each. */
  columns: Readonly<Record<string, string>>;
  /** What its records say that is no column of the table: `given` and `join` see to it. */
  beside?: readonly string[];
  /** Columns that a new row gets beside them. */
  defaults(now: Date): Readonly<Record<string, unknown>>;
  /** What each new row gets that no list says, such as its number: one for each record, in their order. */
  given?: (
    tx: EntityManager,
    records: readonly ImportRecord[],
    now: Date,
  ) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Null where the row says nothing about this part. */
  read(values: Readonly<Record<string, string>>, lookups: Lookups): ReadEntry | null;
  /** Entries whose own key an earlier line has, as its own or beside it, are the same within the file. */
  keys(entry: ReadEntry): { own: string; beside: readonly string[] };
  /** Column whose value only one may have; who comes later is written without it. */
  unique?: string;
  /** Lists name it in line after line, as the organisation of each person; nobody is asked whether that is meant. */
  repeats?: boolean;
  /** Everything that is there, by what it is found; read once for a list. */
  known(query: Query): Promise<Known[]>;
  /** Of these all that is compared and shown. */
  existing(query: Query, ids: readonly string[]): Promise<Existing[]>;
  /** So much alike that nobody needs to be asked. */
  isSame(entry: ReadEntry, existing: Existing): boolean;
}

export interface ReadEntry {
  name: string;
  detail: string;
  /** Null where a problem leaves nothing to take over. */
  record: ImportRecord | null;
  comparable: Comparable;
  problems: { field: string; says: string }[];
}

export interface Known extends Findable {
  id: string;
}

export interface Existing {
  id: string;
  name: string;
  detail: string;
  /** Values of the part's columns. */
  values: Readonly<Record<string, string | null>>;
  comparable: Comparable;
}

export interface JoinedRow {
  values: Readonly<Record<string, string>>;
  /** Ids by part, as far as the row has them after the import. */
  objects: Readonly<Record<string, string>>;
}

export interface JoinedChange {
  /** Table of the row that was made; it is removed again first when the import is undone. */
  table: string;
  id: string;
  version: number;
}
