import type { Period } from '../read-value';
import type { AreaKey } from './cells/area-keys';
import type { ValueCell } from './cells/numbers';
import { RefusedTable } from '../read-value';

/** What is counted in one column or by one combination of labels, apart from area and time. */
export interface Series {
  measure: string;
  measureCode: string | null;
  unit: string;
  factor: number;
  dimensions: Record<string, string>;
}

export interface StoredArea extends AreaKey {
  key: string;
  name: string;
}

/** So many values take some 200 MB; nobody reads more of one file. */
const MOST_VALUES = 5_000_000;
const DOUBTS = [null, '.', ','] as const;

/**
 * Values by columns of numbers, some 40 bytes each, so that a table of a million of them can be looked at as a whole:
 * what "-" means is known only when parent and siblings are.
 */
export class ValueStore {
  readonly areas: StoredArea[] = [];
  readonly periods: Period[] = [];
  readonly series: Series[] = [];
  readonly sheets: string[] = [''];
  readonly markers: (string | null)[] = [null];
  readonly qualities: (string | null)[] = [null];
  length = 0;
  private room = 0;
  area = new Uint32Array();
  period = new Uint32Array();
  inSeries = new Uint32Array();
  value = new Float64Array();
  marker = new Uint8Array();
  quality = new Uint8Array();
  doubtful = new Uint8Array();
  /** Index into `valueFlags`; set when all is read. */
  flag = new Uint8Array();
  line = new Uint32Array();
  column = new Uint16Array();
  sheet = new Uint16Array();
  private readonly areaIds = new Map<string, number>();
  private readonly periodIds = new Map<string, number>();

  areaId(key: AreaKey, raw: string, name: string): number {
    const known = `${key.area} ${key.kind}`;
    const id = this.areaIds.get(known);
    if (id !== undefined) return id;
    this.areas.push({ ...key, key: raw, name });
    this.areaIds.set(known, this.areas.length - 1);
    return this.areas.length - 1;
  }

  periodId(period: Period): number {
    const id = this.periodIds.get(period.period + period.kind);
    if (id !== undefined) return id;
    this.periods.push(period);
    this.periodIds.set(period.period + period.kind, this.periods.length - 1);
    return this.periods.length - 1;
  }

  addSeries(series: Series): number {
    this.series.push(series);
    return this.series.length - 1;
  }

  addSheet(name: string): number {
    this.sheets.push(name);
    return this.sheets.length - 1;
  }

  add(
    area: number,
    period: number,
    series: number,
    cell: ValueCell,
    place: { line: number; column: number; sheet: number },
  ): void {
    if (this.length === this.room) this.grow();
    const at = this.length;
    this.length += 1;
    this.area[at] = area;
    this.period[at] = period;
    this.inSeries[at] = series;
    this.value[at] = cell.value ?? NaN;
    this.marker[at] = numberOf(this.markers, cell.marker);
    this.quality[at] = numberOf(this.qualities, cell.quality);
    this.doubtful[at] = cell.doubtful === null ? 0 : DOUBTS.indexOf(cell.doubtful);
    this.line[at] = place.line;
    this.column[at] = place.column;
    this.sheet[at] = place.sheet;
  }

  /** The sign in a number that may part thousands or decimals, or null. */
  doubtOf(at: number): '.' | ',' | null {
    return DOUBTS[this.doubtful[at] ?? 0] ?? null;
  }

  /** What was doubtful is thousands after all: 1.234 becomes 1234. */
  settle(thousands: { '.': boolean; ',': boolean }): void {
    if (!thousands['.'] && !thousands[',']) return;
    for (let at = 0; at < this.length; at += 1) {
      const sign = DOUBTS[this.doubtful[at] ?? 0];
      if (sign && thousands[sign]) this.value[at] = Math.round((this.value[at] ?? 0) * 1000);
    }
  }

  private grow(): void {
    if (this.length >= MOST_VALUES)
      throw new RefusedTable(
        'too-many-values',
        'Die Datei hat mehr als 5 Millionen Werte: Bitte teilen Sie sie.',
      );
    this.room = Math.min(Math.max(4096, this.room * 2), MOST_VALUES);
    this.area = grown(this.area, new Uint32Array(this.room));
    this.period = grown(this.period, new Uint32Array(this.room));
    this.inSeries = grown(this.inSeries, new Uint32Array(this.room));
    this.value = grown(this.value, new Float64Array(this.room));
    this.marker = grown(this.marker, new Uint8Array(this.room));
    this.quality = grown(this.quality, new Uint8Array(this.room));
    this.doubtful = grown(this.doubtful, new Uint8Array(this.room));
    this.flag = grown(this.flag, new Uint8Array(this.room));
    this.line = grown(this.line, new Uint32Array(this.room));
    this.column = grown(this.column, new Uint16Array(this.room));
    this.sheet = grown(this.sheet, new Uint16Array(this.room));
  }
}

function grown<T extends Uint32Array | Float64Array | Uint16Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

/** The few signs there are stand in a list; what is one too many is kept as the last. */
function numberOf(list: (string | null)[], sign: string | null): number {
  const at = list.indexOf(sign);
  if (at >= 0) return at;
  if (list.length === 250) return 249;
  list.push(sign);
  return list.length - 1;
}

/** "Arbeitslose · weiblich": what a series counts, for people. */
export function seriesWords(
  series: { measure: string; dimensions: Record<string, string> } | undefined,
): string {
  if (!series) return '';
  return [series.measure, ...Object.values(series.dimensions)].filter(Boolean).join(' · ').slice(0, 120);
}
