import type { Scene } from './scene';

/**
 * A document as data. Mails, protocols, letters, dossiers and pages are functions from facts to these blocks;
 * `apps/api/src/documents` writes them as text, mail HTML, page HTML and tagged PDF. Texts are stored as typed:
 * every writer escapes for its own place.
 */
export interface DocumentContent {
  /** The one heading of the first level. */
  readonly title: string;
  readonly subtitle?: string;
  readonly language: 'de';
  readonly blocks: readonly Block[];
}

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | TableBlock
  | FactsBlock
  | ButtonBlock
  | FigureBlock
  | PictureBlock
  | NoteBlock
  | DividerBlock
  | QuoteBlock;

/** A piece of running text. A newline inside is a line break in every writer. */
export type Run = PlainRun | StrongRun | LinkRun;

export interface PlainRun {
  readonly kind: 'plain';
  readonly text: string;
}

export interface StrongRun {
  readonly kind: 'strong';
  readonly text: string;
}

export interface LinkRun {
  readonly kind: 'link';
  readonly text: string;
  /** http(s), mailto, tel or a path of this site; writers print anything else as plain text. */
  readonly href: string;
}

export interface HeadingBlock {
  readonly kind: 'heading';
  /** The title is level 1, so blocks begin at 2. */
  readonly level: HeadingLevel;
  readonly text: string;
}

export type HeadingLevel = 2 | 3 | 4;

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
}

export interface ListBlock {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly (readonly Run[])[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** The first cell of each row names the row (a `th` with row scope). */
  readonly rowHeads: boolean;
  /** Room for handwriting in print, in millimetres (sign-in lists). */
  readonly rowHeight?: number;
}

export interface TableColumn {
  readonly head: string;
  /** Share of the width relative to the other columns; 1 when absent. */
  readonly share?: number;
  readonly align?: TableAlign;
}

export type TableAlign = 'start' | 'center' | 'end';

/** One cell per column; missing cells at the end are empty. */
export type TableRow = readonly (readonly Run[])[];

export interface FactsBlock {
  readonly kind: 'facts';
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly label: string;
  readonly value: readonly Run[];
}

export interface ButtonBlock {
  readonly kind: 'button';
  readonly label: string;
  readonly href: string;
  /** `main` is filled, at most one per document; `quiet` is outlined. */
  readonly tone: 'main' | 'quiet';
}

export interface FigureBlock {
  readonly kind: 'figure';
  readonly scene: Scene;
  readonly caption?: string;
}

/** A picture that somebody uploaded, with where it is kept. */
export interface PictureBlock {
  readonly kind: 'picture';
  /** Names its bytes for who prints it. */
  readonly file: string;
  /** Where a browser of this site gets it. */
  readonly source: string;
  /** What it shows, for who does not see it. */
  readonly alt: string;
  readonly caption: string;
}

export interface NoteBlock {
  readonly kind: 'note';
  readonly runs: readonly Run[];
}

export interface DividerBlock {
  readonly kind: 'divider';
}

export interface QuoteBlock {
  readonly kind: 'quote';
  readonly text: string;
  /** Who said it, by role where persons stay unnamed. */
  readonly speaker?: string;
}
