/** Something from a beginning up to an end that no longer belongs to it: ages in years, periods in days. */
export interface Span {
  code: string;
  from: number;
  to: number;
}

export interface SpanSum {
  whole: string;
  /** Beside each other without a gap, as many as there are. */
  parts: string[];
}

const AGES: readonly (readonly [RegExp, (a: number, b: number) => [number, number]])[] = [
  // GENESIS: "6 bis unter 10" and "65 und mehr".
  [/^ALT(\d{1,3})B(\d{1,3})$/, (a, b) => [a, b]],
  [/^ALT(\d{1,3})UM$/, (a) => [a, Infinity]],
  [/^(\d{1,3})[-–_](\d{1,3})$/, (a, b) => [a, b + 1]],
  [/^U(\d{1,3})$/, (a) => [0, a]],
  [/^(?:UE|Ü|AB)(\d{1,3})$/, (a) => [a, Infinity]],
  [/^(\d{1,3})\+$/, (a) => [a, Infinity]],
];

/** `15-24`, `U18`, `65+`, `ALT006B010` as a span of years; null where a code is no age. */
export function ageSpan(code: string): Span | null {
  for (const [pattern, spanOf] of AGES) {
    const found = pattern.exec(code);
    if (!found) continue;
    const [from, to] = spanOf(Number(found[1]), Number(found[2]));
    return from < to ? { code, from, to } : null;
  }
  return null;
}

/** Of every span that others fill exactly: its parts, by the finest way. */
export function sumsOfSpans(spans: readonly Span[]): SpanSum[] {
  const starting = new Map<number, Span[]>();
  for (const span of spans) starting.set(span.from, [...(starting.get(span.from) ?? []), span]);
  return spans.flatMap((whole) => {
    const known = new Map<number, Span[] | null>();
    const finest = (from: number): Span[] | null => {
      if (from === whole.to) return [];
      const before = known.get(from);
      if (before !== undefined) return before;
      let best: Span[] | null = null;
      for (const step of starting.get(from) ?? []) {
        if (step === whole || step.to > whole.to || (step.from === whole.from && step.to === whole.to))
          continue;
        const after = finest(step.to);
        if (after && (!best || after.length + 1 > best.length)) best = [step, ...after];
      }
      known.set(from, best);
      return best;
    };
    const parts = finest(whole.from);
    return parts && parts.length > 1 ? [{ whole: whole.code, parts: parts.map(({ code }) => code) }] : [];
  });
}
