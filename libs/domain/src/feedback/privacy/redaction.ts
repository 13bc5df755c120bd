/** Characters from `start` up to and without `end`, counted as JavaScript counts them. */
export interface Span {
  start: number;
  end: number;
}

export const REDACTED = '[entfernt]';

/** Whether every span lies inside the text and has a length. */
export function spansFit(text: string, spans: readonly Span[]): boolean {
  return spans.every(
    (span) =>
      Number.isInteger(span.start) &&
      Number.isInteger(span.end) &&
      span.start >= 0 &&
      span.end > span.start &&
      span.end <= text.length,
  );
}

/** The text with `[entfernt]` in the place of each span; spans that touch or overlap become one. */
export function redact(text: string, spans: readonly Span[]): string {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && text.slice(last.end, span.start).trim() === '') last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  let result = '';
  let from = 0;
  for (const span of merged) {
    result += text.slice(from, span.start) + REDACTED;
    from = span.end;
  }
  return result + text.slice(from);
}

export interface TextPiece<Kind> {
  text: string;
  kind: Kind | null;
}

/** The text cut at the flags, for showing them; pieces without a kind are plain. */
export function piecesOf<Kind>(text: string, flags: readonly (Span & { kind: Kind })[]): TextPiece<Kind>[] {
  const pieces: TextPiece<Kind>[] = [];
  let from = 0;
  for (const flag of flags) {
    if (flag.start > from) pieces.push({ text: text.slice(from, flag.start), kind: null });
    pieces.push({ text: text.slice(flag.start, flag.end), kind: flag.kind });
    from = flag.end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), kind: null });
  return pieces;
}
