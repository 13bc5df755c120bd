/**
 * Words in which passages are marked. The marks stand in the text itself and not beside it as offsets: whoever mends
 * a word before a passage, or in it, moves no mark. The pieces joined are the whole text; a mark is one piece, so
 * that two can never overlap. An editor that keeps runs of text with marks reads and writes the same.
 */
export type MarkedText = readonly TextPiece[];

export interface TextPiece {
  text: string;
  /** What this passage became; null for what nobody has marked. */
  mark: string | null;
}

/** From one place of the whole text to another, in UTF-16 units, the last one not included. */
export interface TextStretch {
  start: number;
  end: number;
}

/** Why a stretch cannot be marked: it holds no words, it lies outside, or some of it is marked already. */
export type MarkRefusal = 'empty' | 'outside' | 'overlap';

export interface TextParagraph extends TextStretch {
  /** What stands in it, each piece with its place in the whole text. */
  pieces: readonly (TextPiece & TextStretch)[];
}

/** A text in which nothing is marked yet. Line ends become `\n`, more than one empty line becomes one. */
export function unmarked(text: string): MarkedText {
  const written = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim();
  const lines = written.split('\n').map((line) => line.trimEnd());
  const kept = lines.filter((line, index) => line !== '' || lines[index - 1] !== '');
  return withoutEmpty([{ text: kept.join('\n'), mark: null }]);
}

/** The whole text without its marks. */
export function plainText(text: MarkedText): string {
  return text.map((piece) => piece.text).join('');
}

/** The words of one passage; null where there is no such mark. */
export function passage(text: MarkedText, mark: string): string | null {
  return text.find((piece) => piece.mark === mark)?.text ?? null;
}

/** The ids of all marks, as they follow each other in the text. */
export function marksOf(text: MarkedText): string[] {
  return text.flatMap(({ mark }) => mark ?? []);
}

/**
 * The stretch without spaces and line ends around its words.
 * @returns what would be marked, or why it cannot be
 */
export function markable(text: MarkedText, { start, end }: TextStretch): TextStretch | MarkRefusal {
  const whole = plainText(text);
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > whole.length || start > end)
    return 'outside';
  const words = whole.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(words)) return 'empty';
  const from = start + words.length - words.trimStart().length;
  const to = start + words.trimEnd().length;
  const met = placed(text).some((piece) => piece.mark !== null && piece.start < to && piece.end > from);
  return met ? 'overlap' : { start: from, end: to };
}

/**
 * Marks a stretch.
 * @param mark its id, which no other passage of the text has
 * @returns the text with the mark in it, or why it cannot be marked
 */
export function marked(text: MarkedText, stretch: TextStretch, mark: string): MarkedText | MarkRefusal {
  const found = markable(text, stretch);
  if (typeof found === 'string') return found;
  const { start, end } = found;
  return withoutEmpty(
    placed(text).flatMap((piece): TextPiece[] => {
      if (piece.end <= start || piece.start >= end) return [{ text: piece.text, mark: piece.mark }];
      return [
        { text: piece.text.slice(0, start - piece.start), mark: null },
        { text: piece.text.slice(start - piece.start, end - piece.start), mark },
        { text: piece.text.slice(end - piece.start), mark: null },
      ];
    }),
  );
}

/** Takes a mark off; its words stay and are open again. */
export function withoutMark(text: MarkedText, mark: string): MarkedText {
  const open = text.map((piece) => (piece.mark === mark ? { ...piece, mark: null } : piece));
  return open.reduce<TextPiece[]>((kept, piece) => {
    const last = kept.at(-1);
    if (last?.mark === null && piece.mark === null)
      kept[kept.length - 1] = { ...last, text: last.text + piece.text };
    else kept.push(piece);
    return kept;
  }, []);
}

/**
 * The words mended piece by piece, each mark where it was.
 * @param texts the new words of each piece, in their order
 * @returns null where the pieces are not those of this text, or a passage would be left without words
 */
export function mended(text: MarkedText, texts: readonly string[]): MarkedText | null {
  if (texts.length !== text.length) return null;
  const pieces = text.map(({ mark }, index) => ({ text: texts[index] ?? '', mark }));
  if (pieces.some((piece) => piece.mark !== null && !/[\p{L}\p{N}]/u.test(piece.text))) return null;
  return withoutEmpty(pieces);
}

/** The text line by line, without the empty ones; a passage over several lines stands in each of them. */
export function paragraphsOf(text: MarkedText): TextParagraph[] {
  const pieces = placed(text);
  const paragraphs: TextParagraph[] = [];
  let start = 0;
  for (const line of plainText(text).split('\n')) {
    const end = start + line.length;
    if (line.trim() !== '') paragraphs.push({ start, end, pieces: within(pieces, start, end) });
    start = end + 1;
  }
  return paragraphs;
}

/** How much of the text nobody has marked: in words, and in how many stretches they stand. */
export function openWords(text: MarkedText): { words: number; stretches: number } {
  const open = text
    .filter(({ mark }) => mark === null)
    .map((piece) => piece.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0)
    .filter((words) => words > 0);
  return { words: open.reduce((sum, words) => sum + words, 0), stretches: open.length };
}

function placed(text: MarkedText): (TextPiece & TextStretch)[] {
  let start = 0;
  return text.map((piece) => {
    const at = { ...piece, start, end: start + piece.text.length };
    start = at.end;
    return at;
  });
}

function within(
  pieces: readonly (TextPiece & TextStretch)[],
  start: number,
  end: number,
): (TextPiece & TextStretch)[] {
  return pieces.flatMap((piece) => {
    const from = Math.max(piece.start, start);
    const to = Math.min(piece.end, end);
    if (from >= to) return [];
    const text = piece.text.slice(from - piece.start, to - piece.start);
    return [{ text, mark: piece.mark, start: from, end: to }];
  });
}

function withoutEmpty(pieces: readonly TextPiece[]): MarkedText {
  return pieces.filter((piece) => piece.text !== '');
}
