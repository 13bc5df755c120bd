import { isTotal } from '../cells/dimension-names';
import type { ValueStore } from '../value-store';

/** The series that add up to a further one: "männlich" and "weiblich" to "Insgesamt", with all else the same. */
export interface Partition {
  total: number;
  parts: number[];
  dimension: string;
}

const BOTH = /^(?:männlich|weiblich|männer|frauen|male|female|deutsche?|ausländer(?:\(innen\)|innen)?)$/i;

/** A whole table in an order in which each value is found at once and equal keys stand side by side. */
export class TableView {
  /** Places in the store by series, period, area. */
  readonly order: Uint32Array;
  /** For each area the nearest in the table that it lies in; -1 where there is none. */
  readonly parents: Int32Array;
  readonly partitions: Partition[];
  private readonly keys: Float64Array;

  constructor(readonly store: ValueStore) {
    const { length } = store;
    this.keys = new Float64Array(length);
    for (let at = 0; at < length; at += 1)
      this.keys[at] = this.keyOf(store.inSeries[at] ?? 0, store.period[at] ?? 0, store.area[at] ?? 0);
    this.order = new Uint32Array(length);
    for (let at = 0; at < length; at += 1) this.order[at] = at;
    const keys = this.keys;
    let sorted = true;
    for (let at = 1; at < length && sorted; at += 1) sorted = (keys[at - 1] ?? 0) <= (keys[at] ?? 0);
    if (!sorted) this.order.sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0) || one - other);
    this.parents = parentsOf(store);
    this.partitions = partitionsOf(store);
  }

  /** Whether these labels are known to be all there are: both sexes, Germans and foreigners. */
  isWhole(parts: readonly number[], dimension: string): boolean {
    const labels = parts.map((part) => this.store.series[part]?.dimensions[dimension] ?? '');
    return labels.length === 2 && labels.every((label) => BOTH.test(label));
  }

  private keyOf(series: number, period: number, area: number): number {
    return (series * this.store.periods.length + period) * this.store.areas.length + area;
  }

  key(at: number): number {
    return this.keys[at] ?? 0;
  }

  /** Where the value stands in the store; -1 where there is none. */
  find(series: number, period: number, area: number): number {
    const wanted = this.keyOf(series, period, area);
    let low = 0;
    let high = this.order.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = this.order[middle] ?? 0;
      const key = this.keys[at] ?? 0;
      if (key === wanted) return at;
      if (key < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** The values of one series at one time, all areas together. */
  *groups(): Generator<Uint32Array> {
    const { store, order } = this;
    let from = 0;
    for (let next = 1; next <= order.length; next += 1) {
      const [first, at] = [order[from] ?? 0, order[next] ?? 0];
      const same =
        next < order.length &&
        store.inSeries[at] === store.inSeries[first] &&
        store.period[at] === store.period[first];
      if (same) continue;
      yield order.subarray(from, next);
      from = next;
    }
  }
}

function parentsOf({ areas }: ValueStore): Int32Array {
  const ids = new Map(areas.map(({ area }, id) => [area, id]));
  return Int32Array.from(areas, ({ area }) => {
    if (area === 'DG') return -1;
    for (let length = area.length - 1; length >= 2; length -= 1) {
      const id = ids.get(area.slice(0, length));
      // Seven and nine digits name associations, whose members do not begin with them.
      if (id !== undefined && length !== 7 && length !== 9) return id;
    }
    return ids.get('DG') ?? -1;
  });
}

function partitionsOf({ series }: ValueStore): Partition[] {
  const found = new Map<string, { total: number; parts: number[]; dimension: string }>();
  const without = new Map<string, number>();
  series.forEach((it, id) => without.set(nameOf(it, null), id));
  series.forEach((it, id) => {
    for (const [dimension, label] of Object.entries(it.dimensions)) {
      const rest = nameOf(it, dimension);
      const known = found.get(`${rest}\u0000${dimension}`) ?? { total: -1, parts: [], dimension };
      if (isTotal(label)) known.total = id;
      else known.parts.push(id);
      // A series that lacks the dimension is its total.
      if (known.total < 0) known.total = without.get(rest) ?? -1;
      found.set(`${rest}\u0000${dimension}`, known);
    }
  });
  return [...found.values()].filter(({ total, parts }) => total >= 0 && parts.length > 1);
}

function nameOf(
  { measure, measureCode, unit, factor, dimensions }: ValueStore['series'][number],
  left: string | null,
): string {
  const labels = Object.entries(dimensions)
    .filter(([name]) => name !== left)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([measure, measureCode, unit, factor, labels]);
}
