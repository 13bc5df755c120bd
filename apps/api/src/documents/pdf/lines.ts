import type { Run } from '@runder-tisch/domain/documents';
import { absoluteHref } from '../safe-href';
import type { FontName } from './fonts';
import type { TaggedDocument } from './tagged-document';
import type { TextStyle } from './text-styles';

/** A stretch of one line in one look. */
export interface Segment {
  readonly text: string;
  readonly font: FontName;
  readonly x: number;
  readonly width: number;
  /** Width without a blank at the end. */
  readonly visible: number;
  readonly href?: string;
  /** The run it came from: segments of one link stay one link over several lines. */
  readonly run: number;
}

export interface Line {
  readonly segments: readonly Segment[];
  readonly width: number;
}

interface Piece {
  readonly text: string;
  readonly font: FontName;
  readonly href?: string;
  readonly run: number;
}

interface Word {
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** A blank follows; words without one stick together and may still break (after a hyphen). */
  readonly blank: boolean;
  readonly breakAfter: boolean;
}

/** Breaks runs into lines of the given width, at blanks and hyphens, at letters only where a word is wider. */
export function linesOf(
  document: TaggedDocument,
  runs: readonly Run[],
  style: TextStyle,
  width: number,
  publicUrl: string | undefined,
): readonly Line[] {
  const lines: Line[] = [];
  const blank = document.widthOf(' ', style.font, style.size);
  let current: Word[] = [];
  let used = 0;
  const close = (ending: '' | ' '): void => {
    lines.push(lineOf(document, current, style, ending));
    current = [];
    used = 0;
  };
  for (const word of wordsOf(document, runs, style, width, publicUrl)) {
    const before = current.at(-1)?.blank ? blank : 0;
    if (current.length > 0 && used + before + word.width > width + 0.01) {
      close(current.at(-1)?.blank ? ' ' : '');
    }
    const gap = current.at(-1)?.blank ? blank : 0;
    current.push(word);
    used += gap + word.width;
    if (word.breakAfter) close(' ');
  }
  if (current.length > 0) close('');
  return lines.length > 0 ? lines : [{ segments: [], width: 0 }];
}

function* wordsOf(
  document: TaggedDocument,
  runs: readonly Run[],
  style: TextStyle,
  width: number,
  publicUrl: string | undefined,
): Generator<Word> {
  let pieces: Piece[] = [];
  const take = function* (blank: boolean, breakAfter: boolean): Generator<Word> {
    if (pieces.length > 0 || breakAfter) yield* fitting(document, pieces, style, width, blank, breakAfter);
    pieces = [];
  };
  for (const [index, run] of runs.entries()) {
    const href = run.kind === 'link' ? absoluteHref(run.href, publicUrl) : null;
    const font: FontName = run.kind === 'strong' ? 'strong' : style.font;
    const text = document.printable(run.text.replace(/\r\n?/g, '\n'));
    for (const part of text.split(/(\n|[ \t]+|(?<=\p{L}[-–/])(?=\p{L}))/u)) {
      if (part === '') continue;
      if (part === '\n') yield* take(false, true);
      else if (/^[ \t]+$/.test(part)) yield* take(true, false);
      else {
        // A split after a hyphen leaves two parts in a row: the first ends a word without a blank.
        if (pieces.length > 0 && /\p{L}[-–/]$/u.test(pieces.at(-1)?.text ?? '')) yield* take(false, false);
        pieces.push({ text: part, font, run: index, ...(href ? { href } : {}) });
      }
    }
  }
  yield* take(false, false);
}

/** The word as it is, or in parts where it is wider than the line. */
function* fitting(
  document: TaggedDocument,
  pieces: readonly Piece[],
  style: TextStyle,
  width: number,
  blank: boolean,
  breakAfter: boolean,
): Generator<Word> {
  const whole = widthOfPieces(document, pieces, style);
  if (whole <= width) {
    yield { pieces, width: whole, blank, breakAfter };
    return;
  }
  let part: Piece[] = [];
  for (const piece of pieces) {
    for (const sign of piece.text) {
      const last = part.at(-1);
      const joined =
        last && last.run === piece.run
          ? [...part.slice(0, -1), { ...last, text: last.text + sign }]
          : [...part, { ...piece, text: sign }];
      const partWidth = widthOfPieces(document, joined, style);
      if (part.length > 0 && partWidth > width) {
        yield { pieces: part, width: widthOfPieces(document, part, style), blank: false, breakAfter: false };
        part = [{ ...piece, text: sign }];
      } else {
        part = joined;
      }
    }
  }
  yield { pieces: part, width: widthOfPieces(document, part, style), blank, breakAfter };
}

function widthOfPieces(document: TaggedDocument, pieces: readonly Piece[], style: TextStyle): number {
  return pieces.reduce((sum, piece) => sum + document.widthOf(piece.text, piece.font, style.size), 0);
}

/** Pieces of one look become one stretch; a blank at the end keeps words apart for screen readers. */
function lineOf(document: TaggedDocument, words: readonly Word[], style: TextStyle, ending: '' | ' '): Line {
  const stretches: Piece[] = [];
  words.forEach((word, wordIndex) => {
    word.pieces.forEach((piece, pieceIndex) => {
      const ends = pieceIndex === word.pieces.length - 1;
      const isLast = wordIndex === words.length - 1;
      const gap = !ends ? '' : isLast ? ending : word.blank ? ' ' : '';
      const last = stretches.at(-1);
      if (last && last.run === piece.run)
        stretches[stretches.length - 1] = { ...last, text: last.text + piece.text + gap };
      else stretches.push({ ...piece, text: piece.text + gap });
    });
  });
  let x = 0;
  const segments = stretches.map((stretch): Segment => {
    const width = document.widthOf(stretch.text, stretch.font, style.size);
    const shown = stretch.text.trimEnd();
    const visible = shown === stretch.text ? width : document.widthOf(shown, stretch.font, style.size);
    const segment = { ...stretch, x, width, visible };
    x += width;
    return segment;
  });
  const last = segments.at(-1);
  return { segments, width: last ? last.x + last.visible : 0 };
}
