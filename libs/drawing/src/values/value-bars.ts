import type { Label, Mark, Scene } from '@runder-tisch/domain/documents';
import { shownNumber } from '@runder-tisch/domain/indicators';
import { type IndicatorUnit, unitFacts } from '@runder-tisch/domain/indicators/catalogue';
import { competitionRanks, type Direction } from '@runder-tisch/domain/indicators/formulas';
import { type ChartValue, type DrawingRoom, HIDDEN_SIGN, isHidden, valueWords } from './chart-value';
import { dashedDown, round, scaleOf } from './scale';

export interface ValueBar {
  readonly name: string;
  readonly value: ChartValue;
}

export interface ValueBarsFacts {
  readonly title: string;
  readonly unit: IndicatorUnit;
  readonly direction: Direction;
  /** By value: the largest first; what has no value stands at the end either way. */
  readonly order: 'value' | 'name';
  /** The value all are held against, as a line through the bars. */
  readonly reference: ValueBar | null;
}

/** Areas side by side: one bar each below its name, whiskers for 95 %, the reference as a line through all of them. */
export function valueBars(
  bars: readonly ValueBar[],
  facts: ValueBarsFacts,
  { width = 640, letters: size = 14 }: DrawingRoom = {},
): Scene {
  const { unit, reference } = facts;
  const sorted = inOrder(bars, facts.order);
  const shown = [...sorted, ...(reference ? [reference] : [])].flatMap(({ value: { value, interval } }) =>
    value === null ? [] : [value, interval?.low ?? value, interval?.high ?? value],
  );
  // A bar is as long as its value: it begins at zero.
  const scale = scaleOf([0, ...(shown.length > 0 ? shown : [1])], 6);
  const right = width - size * 4.5;
  const x = (value: number): number => ((value - scale.low) / (scale.high - scale.low)) * right;
  const marks: Mark[] = [];
  const labels: Label[] = [];
  const against = reference?.value.value ?? null;
  let y = against === null ? 0 : size * 2;
  const top = y;
  for (const { name, value } of sorted) {
    labels.push({ x: 0, y: y + size, text: name, size, tone: 'text' });
    const beside = y + size * 2.25;
    if (value.value === null) {
      const hidden = isHidden(value.flag) ? `${HIDDEN_SIGN} ` : '';
      labels.push({ x: 0, y: beside, text: `${hidden}${valueWords(value, unit)}`, size, tone: 'quiet' });
    } else {
      const [from, to] = [x(Math.min(0, value.value)), x(Math.max(0, value.value))];
      marks.push({
        kind: 'rect',
        x: from,
        y: y + size * 1.35,
        width: Math.max(2, to - from),
        height: size * 1.1,
        radius: Math.min(3, (to - from) / 2),
        tone: 'accent',
      });
      const { interval } = value;
      if (interval) marks.push(...whisker(x(interval.low), x(interval.high), y + size * 1.9, size));
      const text = shownNumber(value.value, unit);
      const beyond = x(Math.max(0, value.value, interval?.high ?? 0)) + size * 0.5;
      // The line of the reference would cross out a number that stands in its way: it moves behind the line.
      const line = against === null ? -1 : x(against);
      const inTheWay = line > beyond - size * 0.4 && line < beyond + text.length * size * 0.6;
      labels.push({
        x: inTheWay ? line + size * 0.6 : beyond,
        y: beside,
        text,
        size,
        tone: 'text',
        strong: true,
      });
    }
    y += size * 3;
  }
  if (reference && against !== null) {
    const text = `${reference.name}: ${shownNumber(against, unit)}`;
    const middle = x(against);
    const half = text.length * size * 0.28;
    labels.push({
      x: Math.max(half, Math.min(middle, width - half)),
      y: size,
      text,
      size,
      tone: 'text',
      anchor: 'middle',
    });
    // Across the bars alone: it would cross out names on a narrow screen.
    const d = sorted
      .map(({ value }, at) => {
        const from = top + at * size * 3 + size;
        return value.value === null ? '' : dashedDown(middle, from + size * 0.15, from + size * 1.75);
      })
      .join('');
    // Its white edge keeps the line in sight on the bars.
    marks.push(
      { kind: 'path', d, tone: 'surface', strokeWidth: 5 },
      { kind: 'path', d, tone: 'text', strokeWidth: 1.5 },
    );
  }
  return {
    width,
    height: round(Math.max(y, size * 2)),
    title: `${facts.title}${unit === 'COUNT' ? '' : ` (${unitFacts[unit].label})`}`,
    sentence: barsSentence(bars, facts),
    marks,
    labels,
    table: barsTable(sorted, facts),
  };
}

/** White edges keep a whisker in sight on its bar. */
function whisker(low: number, high: number, y: number, size: number): Mark[] {
  const across = (tone: 'surface' | 'text', strokeWidth: number): Mark => ({
    kind: 'line',
    x1: low,
    x2: high,
    y1: y,
    y2: y,
    tone,
    strokeWidth,
  });
  const end = (at: number): Mark => ({
    kind: 'line',
    x1: at,
    x2: at,
    y1: y - size * 0.3,
    y2: y + size * 0.3,
    tone: 'text',
    strokeWidth: 1.5,
  });
  return [across('surface', 4), across('text', 1.5), end(low), end(high)];
}

function inOrder(bars: readonly ValueBar[], order: ValueBarsFacts['order']): ValueBar[] {
  const byName = bars.toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
  if (order === 'name') return byName;
  return byName.toSorted(
    ({ value: a }, { value: b }) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || 0,
  );
}

function barsSentence(bars: readonly ValueBar[], { unit, reference }: ValueBarsFacts): string {
  const told = inOrder(
    bars.filter((it) => it.value.value !== null),
    'value',
  );
  const parts: string[] = [];
  const [first, last] = [told[0], told.at(-1)];
  const words = ({ name, value }: ValueBar): string => `${name} mit ${shownNumber(value.value ?? 0, unit)}`;
  if (!first || !last) parts.push('Für keine Gemeinde gibt es einen Wert, der gezeigt werden kann.');
  else if (first === last)
    parts.push(`Nur ${first.name} hat einen Wert: ${shownNumber(first.value.value ?? 0, unit)}.`);
  else parts.push(`Am höchsten ${words(first)}, am niedrigsten ${words(last)}.`);
  if (reference && reference.value.value !== null)
    parts.push(`${reference.name} insgesamt: ${shownNumber(reference.value.value, unit)}.`);
  const without = bars.filter((it) => it.value.value === null);
  if (without.length > 0)
    parts.push(
      `Ohne Wert und Rang: ${without.map(({ name, value }) => `${name} (${valueWords(value, unit)})`).join(', ')}.`,
    );
  return parts.join(' ');
}

function barsTable(
  sorted: readonly ValueBar[],
  { unit, direction, reference }: ValueBarsFacts,
): Scene['table'] {
  const ranks = competitionRanks(
    Object.fromEntries(sorted.map(({ value }, at) => [at, value.value])),
    unitFacts[unit].decimals,
    direction,
  );
  const ranked = direction !== 'CONTEXT';
  return {
    head: ['Gebiet', 'Wert', ...(ranked ? ['Rang nach Bedarf'] : [])],
    rows: [
      ...sorted.map(({ name, value }, at) => [
        name,
        valueWords(value, unit),
        ...(ranked ? [ranks[at] === null ? 'ohne Rang' : `${ranks[at]}.`] : []),
      ]),
      ...(reference
        ? [[`${reference.name} insgesamt`, valueWords(reference.value, unit), ...(ranked ? ['–'] : [])]]
        : []),
    ],
  };
}
