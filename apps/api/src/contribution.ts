import type { Sql } from 'sql-template-tag';
import type { AttachmentVisibility } from '@runder-tisch/domain/attachments';
import type { LooseEndKind } from '@runder-tisch/domain/loose-ends';
import type { NetworkWork } from '@runder-tisch/domain/networks';
import type { OutcomeKinds } from '@runder-tisch/domain/outcomes';
import type { TodayKinds } from '@runder-tisch/domain/tasks';
import type { Viewer } from './access/viewer';
import type { ImportTarget } from './imports/import-target';

/**
 * What an area tells the technical rooms about itself, once, in `<area>.contribution.ts`.
 * `contributions.ts` collects them; the technical rooms read only that list.
 */
export interface Contribution {
  area: string;
  tables: readonly TableDeclaration[];
  /** Kinds of objects that have a page: found by search, shown in traces. */
  kinds?: readonly KindDeclaration[];
  traceEdges?: readonly TraceEdge[];
  /**
   * Mails are written about these objects (`objectKind`), which have no page of their own: the kind that shows them,
   * and its id as SQL over the id of the object.
   */
  mailsAbout?: Readonly<Record<string, { kind: string; id: (objectId: Sql) => Sql }>>;
  /** uuid[] expressions over `account` and the day `clock.today` that the session query adds to the viewer. */
  viewer?: Partial<
    Record<'networkIds' | 'coordinatedNetworkIds' | 'organisationIds' | 'committeeIds', string>
  >;
  /** Lists that can be taken over from a file. */
  importTargets?: readonly ImportTarget[];
  /**
   * What is due for this viewer on the page Heute. The statement has the columns `kind, id, due, facts`: a row is one
   * thing to do, counted things are one row ("5 neue Hinweise") with the id of nothing. What it says and how urgent
   * it is are the domain's `kinds`, by the facts; the room `tasks` unions, orders and cuts.
   */
  today?: { statement: (viewer: Viewer, now: Date) => Sql; kinds: TodayKinds };
  /**
   * What is still open between a voice and its effect, by kind: statements with the columns
   * `id, title, path, since, "fieldId"`, each row where it can be closed (`path`). An id comes once within a kind.
   */
  looseEnds?: Partial<Record<LooseEndKind, (viewer: Viewer, now: Date) => Sql>>;
  /**
   * What came of Hinweise beyond their answer, as far as everybody may know it: never a draft, never what another
   * sender said. The statement has the columns `"feedbackId", kind, number, "from", facts`, a row for each step and each
   * number it comes from (null: the Hinweis itself). What a step says is the business of `kinds`.
   */
  outcomes?: { statement: (feedbackIds: readonly string[]) => Sql; kinds: OutcomeKinds };
  /**
   * Meetings to come, for Heute's right column: a statement with the columns of `TodayMeeting`:
   * `id, title, "startsAt", "endsAt", place, state, accepted, tentative, declined, silent`, soonest first, at most three.
   */
  todayMeetings?: (viewer: Viewer, now: Date) => Sql;
  /**
   * What hangs on the points of the agenda of a meeting, for its Sitzungsmappe: a statement with the columns
   * `"agendaItemId", label, title, path`, only rows the viewer may see.
   */
  besideAgenda?: (viewer: Viewer, meetingId: string) => Sql;
  /**
   * What areas right of networks know of one (alias `it`) on a day, each as one JSON value: for its light and for what
   * it still lacks to be called permanent.
   */
  networkFacts?: { [Fact in keyof NetworkWork]?: (day: string) => Sql };
  /**
   * What is new or due for this viewer, for their weekly mail: a statement with the columns
   * `topic, "topicId", kind, id, at, title, note, day, path` (`DigestNews`), only rows they may see, in groups they belong to
   * or follow.
   */
  news?: (viewer: Viewer, span: NewsSpan) => Sql;
  /** For the start page of those who read; only rows the viewer may see. */
  overview?: (viewer: Viewer, now: Date) => OverviewStatements;
  /**
   * What happened with an organisation or a person, for their Verlauf: a statement with the columns of `HistoryLine`
   * (`@runder-tisch/domain/history`) and the day with which the detail ends, or null: `kind, id, at, text, detail,
   * day, path`. Only rows the viewer may see.
   */
  history?: (viewer: Viewer, of: HistoryOf) => Sql;
}

/** What happened after `since`, up to `until`; what is due from one day to another, both included. */
export interface NewsSpan {
  since: Date;
  until: Date;
  dueFrom: string;
  dueTo: string;
}

/**
 * Statements with the columns of `OverviewSession`, `OverviewDocument` and `PublicFeedback`, three rows at most. A
 * document has one more, `about`: the instant whose day its title ends with, or null.
 */
export interface OverviewStatements {
  sessions?: Sql;
  documents?: Sql;
  outcomes?: Sql;
}

/** The id of a counted line of Heute, which is no single object. */
export const NO_OBJECT = '00000000-0000-0000-0000-000000000000';

/** A relation between two kinds that the trace follows both ways; all expressions are SQL over `source`. */
export interface TraceEdge {
  from: TraceEnd;
  to: TraceEnd;
  /** What the page says above the other end: forwards above `to`, backwards above `from`. */
  relation: { forwards: string; backwards: string };
  /** What stands behind `from` in the statement: a table with what is joined to it. */
  source: string;
  where?: string;
  /** When it came to be: the newest are shown first. */
  since: string;
}

export interface TraceEnd {
  kind: string;
  /** Column with the id. */
  id: string;
}

export interface HistoryOf {
  of: 'organisation' | 'person';
  id: string;
}

export type TableDeclaration = TableFacts & (TableReferences | { references?: never; merge?: MergedRows });

interface TableFacts {
  table: string;
  /** 'values': before and after; 'names': which columns changed, without values; 'none': not audited. */
  audit: 'values' | 'names' | 'none';
  /** Columns that say something about a human, with the reason they are kept and for how long. */
  personal?: { columns: readonly string[]; purpose: string; retention: string };
}

interface TableReferences {
  /** Foreign keys to person and organisation, for merge and erasure. */
  references: { person?: readonly string[]; organisation?: readonly string[] };
  /** What becomes of rows when two people or organisations turn out to be one. */
  merge: TableMerge;
}

/** What becomes of two rows that stand in the same place once two people or organisations are one. */
export interface MergedRows {
  /** What they are, in the plural, for the preview and for what taking back a merge tells: "Einladungen". */
  label?: string;
  /** Which of them stays: the first by this order over the columns of the table, otherwise the one of whom stays. */
  keeps?: string;
  /** Columns that take something from both: SQL over the rows `kept` and `other`. */
  combines?: Readonly<Record<string, string>>;
  /** Columns that say one thing only together: once one of them was changed, taking back a merge leaves them all. */
  together?: readonly string[];
}

export interface TableMerge extends MergedRows {
  label: string;
  /** Which one is left where both stand in the same place, for the preview: "der frühere Beginn gilt". */
  joins?: string;
  /** Places that are the same although no unique index says so. */
  same?: readonly SamePlace[];
  /** Columns of a person that are emptied first, because nobody is that to themselves. */
  clears?: readonly { column: string; where: (goes: string, stays: string) => Sql }[];
}

export interface SamePlace {
  /** Columns in which both rows agree, that of the person or organisation among them. */
  keys: readonly string[];
  /** SQL over the columns of each row. */
  where: string;
  /** SQL over the two rows, `one` and `other`. */
  both?: string;
}

export interface ListOf {
  /** Where the list of one object is shown: its id replaces `:id`. */
  path: string;
  /** The rows of this kind (alias `it`) that hang on the object with this id. */
  where: (id: Sql) => Sql;
  /**
   * The same rows as a statement that finds them by indexes, where `where` would look at every row there is. Joined from
   * the left, so that what nobody asks of them is not looked up.
   */
  rows?: (id: Sql) => Sql;
}

export interface KindDeclaration {
  kind: string;
  /** Singular, as the page calls it. */
  label: string;
  table: string;
  /** SQL expression over the table's alias `it` for the name in lists, search and trace. */
  title: string;
  /** Where the page is: the id replaces `:id`. */
  path: string;
  /** Row access of this kind over the alias `it`. */
  visible: (viewer: Viewer) => Sql;
  /** The list of this kind, named in the plural, by the kind of the object it can be cut down to. */
  list?: { label: string; of: Readonly<Record<string, ListOf>> };
  /** A walk through the trace stops here unless it starts here (networks, meetings, fields …). */
  endsWalk?: boolean;
  /** Its objects carry Unterlagen; without it nobody puts a file on them. */
  attachments?: CarriesAttachments;
  search?: {
    /** SQL expressions over the alias `it`; text of a vault table never enters here. A subtitle may be a day. */
    subtitle: string;
    text: string;
    /** The title is the beginning of a text and no name that somebody might mistype. */
    titleIsText?: true;
  };
}

/** Who reads and changes the Unterlagen of one kind: conditions over the alias `it` of its object. */
export interface CarriesAttachments {
  /** The levels there are, each with who then sees it: "die Mitglieder des Netzwerks und die Koordination". */
  levels: Partial<Record<AttachmentVisibility, string>>;
  /** Adds, changes and deletes; whoever may reads all of them. */
  change: (viewer: Viewer) => Sql;
  /** Reads what is internal. */
  internal: (viewer: Viewer) => Sql;
  /** Reads what is for members, beside those who read what is internal. */
  members?: (viewer: Viewer) => Sql;
  /** Which of its objects are public themselves: what is public on them is there for everybody, without an account. */
  open?: () => Sql;
  /** Its parts that Unterlagen may belong to: a statement with the columns `id, title, position`, those the viewer sees. */
  parts?: { label: string; rows: (id: Sql, viewer: Viewer) => Sql };
}
