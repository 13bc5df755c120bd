import type { KeyKind } from '../value-flags';
import type { Figure } from './figures';
import { ageSpan, type Span, sumsOfSpans } from './spans';

/** A figure with those that add up to it, as far as place, time and breakdown say. */
export interface FigureSum {
  whole: Figure;
  parts: Figure[];
}

/** Which keys are parts of which, and how many signs of the longer one are the shorter. */
const PLACES: readonly (readonly [part: KeyKind, whole: KeyKind, length: number])[] = [
  ['MUNICIPALITY_PART', 'AGS', 8],
  ['AGS', 'KREIS', 5],
  ['KREIS', 'LAND', 2],
];

/** Every sum among figures of one indicator and definition: over places, over breakdowns, over periods. */
export function figureSums(figures: readonly Figure[]): FigureSum[] {
  return [...overPlaces(figures), ...overBreakdowns(figures), ...overPeriods(figures)];
}

function overPlaces(figures: readonly Figure[]): FigureSum[] {
  return grouped(figures, (it) => [it.periodStart, it.periodEnd, it.dimensions, sameMeans(it)]).flatMap(
    (group) =>
      PLACES.flatMap(([part, whole, length]) =>
        group
          .filter((it) => it.keyKind === whole)
          .map((it) => ({
            whole: it,
            parts: group.filter(
              (other) => other.keyKind === part && other.areaCode.slice(0, length) === it.areaCode,
            ),
          })),
      ).filter(({ parts }) => parts.length > 0),
  );
}

/** `GES=M` and `GES=W` beside the total, at every code of the other breakdowns; ages by what they span. */
function overBreakdowns(figures: readonly Figure[]): FigureSum[] {
  return grouped(figures, (it) => [
    it.keyKind,
    it.areaCode,
    it.periodStart,
    it.periodEnd,
    sameMeans(it),
  ]).flatMap((group) => {
    const names = new Set(group.flatMap((it) => codesOf(it).map(([name]) => name)));
    return [...names].flatMap((name) =>
      grouped(group, (it) => [without(it, name)]).flatMap((row) => overOne(row, name)),
    );
  });
}

function overOne(row: readonly Figure[], name: string): FigureSum[] {
  const total = row.find((it) => codeAt(it, name) === null);
  const parts = row.filter((it) => it !== total);
  const spans = parts.map((it) => ageSpan(codeAt(it, name) ?? ''));
  if (spans.some((span) => span === null)) return total && parts.length > 0 ? [{ whole: total, parts }] : [];
  const known = spans.filter((span): span is Span => span !== null);
  const all = total && known.length > 0 ? [everything(known)] : [];
  const figureOf = (code: string): Figure | undefined =>
    code === '' ? total : parts.find((it) => codeAt(it, name) === code);
  const sums = sumsOfSpans([...all, ...known]).map(({ whole, parts: of }) => ({
    whole: figureOf(whole),
    parts: of.flatMap((code) => figureOf(code) ?? []),
  }));
  const found = sums.flatMap(({ whole, parts: of }) => (whole ? [{ whole, parts: of }] : []));
  // Ages with gaps between them: what is left of the total is counted, too.
  if (total && !found.some(({ whole }) => whole === total) && !overlap(known))
    found.push({ whole: total, parts });
  return found;
}

function everything(spans: readonly Span[]): Span {
  return {
    code: '',
    from: Math.min(...spans.map((it) => it.from)),
    to: Math.max(...spans.map((it) => it.to)),
  };
}

function overlap(spans: readonly Span[]): boolean {
  const sorted = spans.toSorted((a, b) => a.from - b.from);
  return sorted.some((it, index) => index > 0 && it.from < (sorted[index - 1]?.to ?? 0));
}

/** Quarters beside a year: only where the numbers do add up, for a yearly average is no sum of months. */
function overPeriods(figures: readonly Figure[]): FigureSum[] {
  return grouped(figures, (it) => [it.keyKind, it.areaCode, it.dimensions, sameMeans(it)]).flatMap(
    (group) => {
      const named = new Map(group.map((it) => [it.id, it]));
      const spans = group
        .filter((it) => it.periodStart < it.periodEnd)
        .map((it) => ({ code: it.id, from: dayNumber(it.periodStart), to: dayNumber(it.periodEnd) + 1 }));
      return sumsOfSpans(spans).flatMap(({ whole, parts }) => {
        const total = named.get(whole);
        const found = parts.flatMap((id) => named.get(id) ?? []);
        return total && addsUp(total, found) ? [{ whole: total, parts: found }] : [];
      });
    },
  );
}

function addsUp(whole: Figure, parts: readonly Figure[]): boolean {
  const numberOf = (it: Figure): number => it.numerator ?? it.value ?? NaN;
  return numberOf(whole) === parts.reduce((sum, it) => sum + numberOf(it), 0);
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

function sameMeans({ populationBase, territoryStatus }: Figure): string {
  return `${populationBase ?? ''}/${territoryStatus ?? ''}`;
}

function codesOf({ dimensions }: Figure): [name: string, code: string][] {
  if (dimensions === '') return [];
  return dimensions.split(';').map((it) => {
    const sign = it.indexOf('=');
    return [it.slice(0, sign), it.slice(sign + 1)];
  });
}

function codeAt(figure: Figure, name: string): string | null {
  return codesOf(figure).find(([it]) => it === name)?.[1] ?? null;
}

function without(figure: Figure, name: string): string {
  return codesOf(figure)
    .filter(([it]) => it !== name)
    .map((it) => it.join('='))
    .join(';');
}

function grouped(figures: readonly Figure[], by: (it: Figure) => readonly string[]): Figure[][] {
  const groups = new Map<string, Figure[]>();
  for (const it of figures) {
    const key = by(it).join('|');
    const group = groups.get(key);
    if (group) group.push(it);
    else groups.set(key, [it]);
  }
  return [...groups.values()];
}
