/**
 * A drawing as data: what `libs/drawing` produces, what Angular draws as live SVG, the API writes as SVG text
 * and the PDF writer paints. A scene never knows colours, only tones, so that light, dark, forced colours and
 * paper each choose their own.
 */
export interface Scene {
  /** Size in user units; marks and labels lie inside `0 0 width height`. */
  readonly width: number;
  readonly height: number;
  /** Short name of the drawing, e.g. "Antworten auf die Einladung". */
  readonly title: string;
  /** What the drawing says, in one sentence: the text alternative. */
  readonly sentence: string;
  readonly marks: readonly Mark[];
  readonly labels: readonly Label[];
  /** The same facts as a table: the twin for those who do not see, for mails and for copying. */
  readonly table: SceneTable;
}

/** Meaning of a colour. Each writer maps it to its own palette. */
export type Tone =
  'accent' | 'positive' | 'warning' | 'negative' | 'open' | 'text' | 'quiet' | 'line' | 'surface';

/** A second cue beside the colour, for colour-blind readers and black-and-white paper. */
export type Texture = 'plain' | 'stripes' | 'dots' | 'hollow';

export type Mark = RectMark | LineMark | CircleMark | PathMark;

export interface RectMark {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
  readonly tone: Tone;
  readonly texture?: Texture;
}

export interface LineMark {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly tone: Tone;
  readonly strokeWidth?: number;
}

export interface CircleMark {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly tone: Tone;
  readonly texture?: Texture;
}

export interface PathMark {
  readonly kind: 'path';
  /** SVG path data. */
  readonly d: string;
  readonly tone: Tone;
  /** Filled when absent, else an open line of this width. */
  readonly strokeWidth?: number;
}

export interface Label {
  /** Position of the baseline. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly tone: Tone;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly strong?: boolean;
}

export interface SceneTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
