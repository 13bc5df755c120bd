import type { Period } from '../../read-value';
import { lastDay } from '../cells/periods';
import { isCount } from '../cells/units';
import type { Notices } from '../notices';
import { seriesWords } from '../value-store';
import { flagNumber } from './flags';
import { areAllParts } from './known-territory';
import type { TableView } from './table-view';

interface Evidence {
  agree: number;
  differ: number;
  /** Where they differ most. */
  worst: { at: number; sum: number; gap: number };
  /** No difference is larger than rounding makes it. */
  rounded: boolean;
  /** The same, were all numbers rounded to tens, as those of the household survey of the census are. */
  roundedToTens: boolean;
  complete: boolean;
  words: string;
}

/** So many sums without a single digit other than nought at the end are no chance. */
const TENS_KNOWN_FROM = 12;
const GERMAN = new Intl.NumberFormat('de-DE');

/**
 * Holds published totals against the sum of their parts and says where they differ. Nothing is put right: rounding and
 * late corrections are part of the statistics. Where parts never add up, they are no parts, and nothing is said.
 */
export function checkTotals(view: TableView, notices: Notices, perturbed: boolean): void {
  const { store } = view;
  // Noise of the Cell-Key method makes no two sums agree, and no tolerance is stated for it.
  if (perturbed) return;
  const counts = store.series.map(({ unit, measure }) => isCount(unit, measure));
  const evidence = new Map<string, Evidence>();
  const gone = flagNumber('TERRITORY_NOT_EXISTING');
  const note = (
    key: string,
    words: string,
    complete: boolean,
    whole: number,
    parts: readonly number[],
  ): void => {
    let sum = 0;
    let found = 0;
    let tens = true;
    for (const at of parts) {
      if (store.flag[at] === gone) continue;
      const value = store.value[at] ?? NaN;
      if (Number.isNaN(value)) return;
      sum += value;
      found += 1;
      tens &&= value % 10 === 0;
    }
    const total = store.value[whole] ?? NaN;
    if (found < 2 || Number.isNaN(total)) return;
    const it = evidence.get(key) ?? {
      agree: 0,
      differ: 0,
      worst: { at: whole, sum, gap: 0 },
      rounded: true,
      roundedToTens: true,
      complete,
      words,
    };
    evidence.set(key, it);
    it.complete &&= complete;
    const gap = Math.abs(sum - total);
    it.roundedToTens &&= tens && total % 10 === 0 && gap <= found * 5;
    if (gap < 1e-6 * Math.max(1, Math.abs(total))) it.agree += 1;
    else {
      it.differ += 1;
      it.rounded &&= gap <= found * 0.5;
      if (gap > it.worst.gap) it.worst = { at: whole, sum, gap };
    }
  };
  for (const group of view.groups()) {
    if (!counts[store.inSeries[group[0] ?? 0] ?? 0] || group.length < 3) continue;
    const byArea = new Map<number, number>();
    const children = new Map<number, number[]>();
    for (const at of group) {
      byArea.set(store.area[at] ?? 0, at);
      const parent = view.parents[store.area[at] ?? 0] ?? -1;
      if (parent < 0) continue;
      const parts = children.get(parent);
      if (parts) parts.push(at);
      else children.set(parent, [at]);
    }
    for (const [parent, parts] of children) {
      const whole = byArea.get(parent);
      if (whole === undefined) continue;
      const { area = '', name = '' } = store.areas[parent] ?? {};
      const keys = parts.map((at) => store.areas[store.area[at] ?? 0]?.area ?? '');
      const complete = areAllParts(area, keys, dayOf(store.periods[store.period[whole] ?? 0]));
      if (complete === false) continue;
      note(`area ${area}`, `der Gebiete in ${name.trim() || area}`, complete === true, whole, parts);
    }
  }
  for (const { total, parts, dimension } of view.partitions) {
    if (!counts[total]) continue;
    const complete = view.isWhole(parts, dimension);
    for (const whole of valuesOf(view, total)) {
      const places = parts.map((part) => view.find(part, store.period[whole] ?? 0, store.area[whole] ?? 0));
      if (places.some((at) => at < 0)) continue;
      note(
        `${dimension} ${complete ? '' : parts.map((part) => store.series[part]?.dimensions[dimension]).join()}`,
        `der Angaben zu „${dimension}“`,
        complete,
        whole,
        places,
      );
    }
  }
  for (const it of evidence.values()) say(view, notices, it);
}

function dayOf(period: Period | undefined): string {
  return period ? lastDay(period) : '';
}

function* valuesOf(view: TableView, series: number): Generator<number> {
  const { store, order } = view;
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((store.inSeries[order[middle] ?? 0] ?? 0) < series) low = middle + 1;
    else high = middle;
  }
  for (let next = low; next < order.length && store.inSeries[order[next] ?? 0] === series; next += 1)
    yield order[next] ?? 0;
}

function say({ store }: TableView, notices: Notices, it: Evidence): void {
  const { agree, differ, worst, complete, words } = it;
  const rounded = it.rounded || (it.roundedToTens && agree + differ >= TENS_KNOWN_FROM);
  if (differ === 0 || (!complete && agree < differ)) return;
  const more = differ > 1 ? `; an ${differ} von ${agree + differ} Stellen weicht sie ab` : '';
  const line = store.line[worst.at] ?? 0;
  const far = worst.gap > 0.2 * Math.abs(store.value[worst.at] ?? 0) ? ' Sind Spalten vertauscht?' : '';
  notices.add(
    rounded ? 'note' : 'warning',
    rounded ? 'sum-rounded' : 'sum-differs',
    `Die Summe ${words} ist ${GERMAN.format(worst.sum)}, ausgewiesen sind ${GERMAN.format(store.value[worst.at] ?? 0)} (Zeile ${line}, Spalte ${store.column[worst.at]}, „${seriesWords(store.series[store.inSeries[worst.at] ?? 0])}“)${more}; die Zahlen bleiben, wie sie veröffentlicht sind.${far}`,
    line,
  );
}
