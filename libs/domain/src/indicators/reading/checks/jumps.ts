import { firstDay } from '../cells/periods';
import type { Notices } from '../notices';
import { seriesWords } from '../value-store';
import type { TableView } from './table-view';

const POINTS = 6;
const SMALLEST = 50;
/** No series of people or money grows so within one step; thousands instead of ones do. */
const OTHER_UNIT = Math.log(100);
const GERMAN = new Intl.NumberFormat('de-DE');

/**
 * Looks for steps that a series never takes: more than three robust standard deviations off its usual step, and by
 * more than half. Said in one sentence, since most such steps have a reason.
 */
export function checkJumps({ store }: TableView, notices: Notices): void {
  if (store.periods.length < POINTS) return;
  const order = Uint32Array.from({ length: store.length }, (_, at) => at);
  const days = store.periods.map(firstDay);
  const ranks = days
    .map((day, id) => ({ day, id }))
    .sort((one, other) => (one.day < other.day ? -1 : 1))
    .reduce((ranked, { id }, rank) => ((ranked[id] = rank), ranked), new Array<number>(days.length));
  const rowOf = (at: number): number =>
    (store.inSeries[at] ?? 0) * store.areas.length + (store.area[at] ?? 0);
  order.sort(
    (one, other) =>
      rowOf(one) - rowOf(other) ||
      (ranks[store.period[one] ?? 0] ?? 0) - (ranks[store.period[other] ?? 0] ?? 0),
  );
  let found = 0;
  let worst: { at: number; before: number; step: number } | null = null;
  let from = 0;
  for (let next = 1; next <= order.length; next += 1) {
    if (next < order.length && rowOf(order[next] ?? 0) === rowOf(order[from] ?? 0)) continue;
    const numbers = [...order.subarray(from, next)].filter((at) => (store.value[at] ?? NaN) >= SMALLEST);
    from = next;
    if (numbers.length < POINTS) continue;
    const steps = numbers
      .slice(1)
      .map((at, which) => Math.log((store.value[at] ?? 1) / (store.value[numbers[which] ?? 0] ?? 1)));
    const middle = median(steps);
    const spread = 1.4826 * median(steps.map((step) => Math.abs(step - middle)));
    steps.forEach((step, which) => {
      const off = Math.abs(step - middle);
      if (off <= 3 * spread || Math.abs(step) < Math.log(1.5)) return;
      found += 1;
      if (!worst || Math.abs(step) > Math.abs(worst.step))
        worst = { at: numbers[which + 1] ?? 0, before: numbers[which] ?? 0, step };
    });
  }
  if (!worst) return;
  const { at, before, step } = worst;
  const shifted = Math.abs(step) >= OTHER_UNIT;
  const line = store.line[at] ?? 0;
  const { name = '', area = '' } = store.areas[store.area[at] ?? 0] ?? {};
  const words = (it: number): string =>
    `${GERMAN.format(store.value[it] ?? 0)} (${store.periods[store.period[it] ?? 0]?.period})`;
  notices.add(
    shifted ? 'warning' : 'note',
    'jump',
    `${found === 1 ? 'Ein Wert springt' : `${found} Werte springen`} gegenüber der Reihe, am meisten „${seriesWords(store.series[store.inSeries[at] ?? 0])}“ für ${name.trim() || area} von ${words(before)} auf ${words(at)} in Zeile ${line}.${shifted ? ' Hat sich die Einheit geändert?' : ''}`,
    line,
  );
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
