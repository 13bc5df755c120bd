import type { Label, Mark, Scene, Tone } from '@runder-tisch/domain/documents';
import { shownPeriod } from '@runder-tisch/domain/indicators';
import { type IndicatorUnit, unitFacts } from '@runder-tisch/domain/indicators/catalogue';
import { strandsOf } from '@runder-tisch/domain/indicators/viewing';
import { breaksOf, linesSentence, linesTable } from './lines-in-words';
import { type ChartValue, type DrawingRoom, HIDDEN_SIGN, isHidden, type ValueLine } from './chart-value';
import { dashedDown, dayNumber, round, scaleOf } from './scale';

export interface ValueLinesFacts {
  readonly title: string;
  readonly unit: IndicatorUnit;
}

/** Told apart by their points as well as by lightness. */
const looks: readonly { tone: Tone; point: 'dot' | 'ring' | 'box' }[] = [
  { tone: 'accent', point: 'dot' },
  { tone: 'text', point: 'ring' },
  { tone: 'quiet', point: 'box' },
];
/** More lines than this nobody reads. */
export const MOST_LINES = looks.length;

/**
 * Values over time, the first line being the one the page is about. A line is interrupted where its values are not
 * comparable and where there is none; whiskers show 95 %.
 */
export function valueLines(
  all: readonly ValueLine[],
  facts: ValueLinesFacts,
  { width = 640, letters: size = 14 }: DrawingRoom = {},
): Scene {
  const lines = all.slice(0, MOST_LINES);
  const values = lines.flatMap((line) => line.values);
  const numbers = values.flatMap(({ value, interval }) =>
    value === null ? [] : [value, ...(interval ? [interval.low, interval.high] : [])],
  );
  const heading = `${facts.title}${facts.unit === 'COUNT' ? '' : ` (${unitFacts[facts.unit].label})`}`;
  const scale = scaleOf(numbers.length > 0 ? numbers : [0, 1], 6);
  const notFromZero = scale.low > 0 ? ' Die Skala beginnt nicht bei 0.' : '';
  const words = {
    sentence: linesSentence(lines, facts.unit) + notFromZero,
    table: linesTable(lines, facts.unit),
  };
  const days = values.map((it) => dayNumber(it.periodEnd));
  const [from, until] = [Math.min(...days), Math.max(...days)];
  const legend = legendOf(lines, width, size);
  const tickWords = scale.ticks.map((tick) => shownTick(tick, scale.ticks));
  const left = Math.max(...tickWords.map((it) => it.length)) * size * 0.56 + size * 0.6;
  const right = width - size * 2.4;
  const top = legend.height + size * 1.8;
  const bottom = top + Math.max(160, width * 0.36);
  const x = (day: string): number =>
    until === from
      ? (left + right) / 2
      : left + size + ((dayNumber(day) - from) / (until - from)) * (right - left - size);
  const y = (value: number): number =>
    bottom - ((value - scale.low) / (scale.high - scale.low)) * (bottom - top);
  const marks: Mark[] = [...legend.marks];
  const labels: Label[] = [...legend.labels];
  scale.ticks.forEach((tick, at) => {
    marks.push({ kind: 'line', x1: left, x2: width, y1: y(tick), y2: y(tick), tone: 'line' });
    labels.push({
      x: left - size * 0.5,
      y: y(tick) + size * 0.35,
      text: tickWords[at] ?? '',
      size,
      tone: 'quiet',
      anchor: 'end',
    });
  });
  labels.push(...periodLabels(values, x, bottom + size * 1.5, size, width));
  breaksOf(lines[0]?.values ?? []).forEach(({ before, after }) => {
    const at =
      before.periodEnd < after.periodEnd
        ? (x(before.periodEnd) + x(after.periodEnd)) / 2
        : x(after.periodEnd) - size * 0.6;
    marks.push({
      kind: 'path',
      d: dashedDown(at, top - size * 0.3, bottom),
      tone: 'text',
      strokeWidth: 1.25,
    });
    labels.push({ x: at, y: top - size * 0.6, text: 'Bruch', size, tone: 'text', anchor: 'middle' });
  });
  // The line the page is about is drawn last and so lies above the others.
  lines
    .map((line, at) => ({ line, look: looks[at] ?? looks[0] }))
    .toReversed()
    .forEach(({ line, look }) => {
      if (!look) return;
      marks.push(...whiskers(line.values, look.tone, x, y), ...strokes(line.values, look.tone, x, y));
      for (const it of line.values) {
        if (it.value !== null) marks.push(...point(look, x(it.periodEnd), y(it.value), size));
        else if (isHidden(it.flag))
          labels.push({
            x: x(it.periodEnd),
            y: bottom - size * 0.3,
            text: HIDDEN_SIGN,
            size,
            tone: 'text',
            anchor: 'middle',
            strong: true,
          });
      }
    });
  return { width, height: round(bottom + size * 2), title: heading, ...words, marks, labels };
}

type Place = (at: string) => number;
type Height = (value: number) => number;

/** One open line a run of comparable neighbours that all have a number; where one is left out the line has a gap. */
function strokes(values: readonly ChartValue[], tone: Tone, x: Place, y: Height): Mark[] {
  const most = 1.5 * usualStep(values);
  return strandsOf(values).flatMap((strand) => {
    let d = '';
    let open = false;
    let before = 0;
    for (const { value, periodEnd } of strand) {
      const day = dayNumber(periodEnd);
      const joined = open && day - before <= most;
      if (value !== null) d += `${joined ? 'L' : 'M'}${round(x(periodEnd))} ${round(y(value))}`;
      open = value !== null;
      before = day;
    }
    return d.includes('L') ? [{ kind: 'path', d, tone, strokeWidth: 2.25 } as const] : [];
  });
}

/** In days: how closely values follow each other where none is missing. What is not released is not even here. */
function usualStep(values: readonly ChartValue[]): number {
  const days = values.map((it) => dayNumber(it.periodEnd)).toSorted((a, b) => a - b);
  const steps = days.slice(1).map((day, at) => day - (days[at] ?? day));
  return Math.min(...steps.filter((it) => it > 0));
}

function whiskers(values: readonly ChartValue[], tone: Tone, x: Place, y: Height): Mark[] {
  return values.flatMap(({ value, interval, periodEnd }): Mark[] => {
    if (value === null || !interval) return [];
    const [at, low, high] = [x(periodEnd), y(interval.low), y(interval.high)];
    const end = (to: number): Mark => ({ kind: 'line', x1: at - 4, x2: at + 4, y1: to, y2: to, tone });
    return [{ kind: 'line', x1: at, x2: at, y1: low, y2: high, tone }, end(low), end(high)];
  });
}

function point(look: (typeof looks)[number], x: number, y: number, size: number): Mark[] {
  const radius = size * 0.3;
  if (look.point === 'dot') return [{ kind: 'circle', x, y, radius, tone: look.tone }];
  if (look.point === 'ring')
    return [
      { kind: 'circle', x, y, radius, tone: 'surface' },
      { kind: 'circle', x, y, radius, tone: look.tone, texture: 'hollow' },
    ];
  const box = { kind: 'rect', x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 } as const;
  return [{ ...box, tone: look.tone }];
}

function legendOf(lines: readonly ValueLine[], width: number, size: number) {
  const marks: Mark[] = [];
  const labels: Label[] = [];
  let [x, y] = [0, size * 1.1];
  lines.forEach(({ name }, at) => {
    const look = looks[at];
    if (!look) return;
    const needed = size * 2 + name.length * size * 0.56;
    if (x > 0 && x + needed > width) [x, y] = [0, y + size * 1.5];
    const middle = y - size * 0.35;
    marks.push({
      kind: 'line',
      x1: x,
      x2: x + size * 1.4,
      y1: middle,
      y2: middle,
      tone: look.tone,
      strokeWidth: 2.25,
    });
    marks.push(...point(look, x + size * 0.7, middle, size));
    labels.push({ x: x + size * 1.8, y, text: name, size, tone: 'text' });
    x += needed + size;
  });
  return { marks, labels, height: y + size * 0.4 };
}

/** As many as have room, from the newest back. */
function periodLabels(
  values: readonly ChartValue[],
  x: Place,
  y: number,
  size: number,
  width: number,
): Label[] {
  const newestFirst = values.toSorted((a, b) => b.periodEnd.localeCompare(a.periodEnd));
  let free = Infinity;
  return newestFirst.flatMap((it): Label[] => {
    const text = shownPeriod(it.periodKind, it.periodStart, it.periodEnd);
    const half = text.length * size * 0.28;
    const at = Math.max(half, Math.min(x(it.periodEnd), width - half));
    if (at + half > free) return [];
    free = at - half - size * 0.6;
    return [{ x: at, y, text, size, tone: 'quiet', anchor: 'middle' }];
  });
}

/** With no more decimals than tell the ticks apart. */
export function shownTick(tick: number, ticks: readonly number[]): string {
  const [first = 0, second = 1] = ticks;
  const decimals = Math.max(0, Math.ceil(-Math.log10(second - first) - 1e-9));
  const digits = Math.min(6, ((second - first) * 10 ** decimals) % 1 > 1e-6 ? decimals + 1 : decimals);
  return tick.toLocaleString('de-DE', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
