import { areaLevel } from '../cells/area-keys';
import { lastDay } from '../cells/periods';
import { isCount } from '../cells/units';
import { type Notices, times } from '../notices';
import type { ValueFlag } from '../../value-flags';
import type { DashAnswers } from './dash-answers';
import { DashDoubts, saysNothingIsThere } from './dash-doubts';
import { DASH, flagNumber, OPEN } from './flags';
import { areAllParts, existed } from './known-territory';
import type { Partition, TableView } from './table-view';

/** The values of one series at one time, by their area and by the area these lie in. */
interface Group {
  byArea: ReadonlyMap<number, number>;
  children: ReadonlyMap<number, readonly number[]>;
}

/**
 * Says what each "-" means: exactly nothing where parent and siblings allow it, an area that did not exist, or a value
 * that is not there yet. Where nothing proves zero, somebody is asked and no number is made of it.
 */
export class Dashes {
  private readonly store;
  /** Numbers of an area at a time, over all series. */
  private readonly numbers = new Map<number, number>();
  private readonly everNumbers: Uint8Array;
  /** Whether the file itself says that "-" means nothing. */
  private readonly isExplained: boolean;
  private readonly counts: boolean[];
  private readonly partitionsOf = new Map<number, Partition[]>();
  private readonly totalsOf = new Map<number, Partition[]>();
  /** For a line of nothing but "-": whether the area is gone. One answer for all its cells. */
  private readonly judged = new Map<number, boolean>();
  private readonly doubts: DashDoubts;
  private readonly gone = new Map<number, Set<number>>();

  constructor(
    private readonly view: TableView,
    private readonly notices: Notices,
    /** Everything that stands around the values. */
    notes: string,
    answers: DashAnswers = {},
  ) {
    this.store = view.store;
    this.doubts = new DashDoubts(this.store, notices, answers);
    this.isExplained = saysNothingIsThere(notes);
    const { store } = this;
    this.everNumbers = new Uint8Array(store.areas.length);
    this.counts = store.series.map(({ unit, measure }) => isCount(unit, measure));
    for (let at = 0; at < store.length; at += 1) {
      if (store.flag[at] === OPEN || !this.isThere(at)) continue;
      const key = this.areaAndPeriod(at);
      this.numbers.set(key, (this.numbers.get(key) ?? 0) + 1);
      this.everNumbers[store.area[at] ?? 0] = 1;
    }
    for (const partition of view.partitions) {
      for (const part of partition.parts) added(this.partitionsOf, part, partition);
      added(this.totalsOf, partition.total, partition);
    }
  }

  judge(): void {
    const { store, view } = this;
    if (!store.markers.includes(DASH)) return;
    // What can be added up says of an area whether it is gone; means and shares follow.
    const isCounted = (group: Uint32Array): boolean =>
      this.counts[store.inSeries[group[0] ?? 0] ?? 0] ?? false;
    const groups = [...view.groups()].filter((group) => group.some((at) => store.flag[at] === OPEN));
    for (const group of [...groups.filter(isCounted), ...groups.filter((it) => !isCounted(it))]) {
      const byArea = new Map<number, number>();
      const children = new Map<number, number[]>();
      for (const at of group) {
        byArea.set(store.area[at] ?? 0, at);
        const parent = view.parents[store.area[at] ?? 0] ?? -1;
        const siblings = children.get(parent);
        if (siblings) siblings.push(at);
        else children.set(parent, [at]);
      }
      const open = group.filter((at) => store.flag[at] === OPEN);
      // From above, so that a parent is judged before its parts.
      open.sort((one, other) => this.levelOf(one) - this.levelOf(other));
      for (const at of open) this.one(at, byArea, children);
    }
    this.doubts.say();
    this.sayGone();
  }

  private one(
    at: number,
    byArea: ReadonlyMap<number, number>,
    children: ReadonlyMap<number, number[]>,
  ): void {
    const { store, view } = this;
    const area = store.area[at] ?? 0;
    const { area: key, name } = store.areas[area] ?? { area: '', name: '' };
    const period = store.periods[store.period[at] ?? 0];
    const day = period ? lastDay(period) : '';
    const known = existed(key, name, day);
    const wholeLine = !this.numbers.has(this.areaAndPeriod(at));
    // Offices work some series out for boundaries that came later: then the area has numbers all the same.
    if (known === false && wholeLine) return this.isGone(at);
    const parentId = view.parents[area] ?? -1;
    const parent = byArea.get(parentId) ?? -1;
    const siblings = (children.get(parentId) ?? []).filter((it) => it !== at);
    const numbers = siblings.filter((it) => this.isNumber(it));
    if (wholeLine) return this.wholeLine(at, parent, siblings, numbers, known, { byArea, children });
    if (this.isProven(at, parent, siblings, numbers)) return this.set(at, 'ZERO');
    if (this.isDisproven(at, parentId, parent, siblings, numbers)) return this.ask(at);
    const above = parent >= 0 ? store.flag[parent] : undefined;
    if (!this.counts[store.inSeries[at] ?? 0])
      return numbers.length > 0 ? this.set(at, 'NOT_MEANINGFUL') : this.ask(at);
    if (above === flagNumber('ZERO')) return this.set(at, 'ZERO');
    if (numbers.length > 0 && parent >= 0 && this.isNumber(parent)) return this.set(at, 'ZERO');
    // Numbers of siblings alone prove nothing: the statistic may have come for some of them only. Where no area above and
    // no total of labels can be looked at, it is zero if the file says what "-" means, and otherwise one question.
    const alone = parent < 0 && (numbers.length > 0 || store.areas.length === 1);
    if (alone && this.isExplained) return this.set(at, 'ZERO');
    this.ask(at, alone);
  }

  /** A line of nothing but "-": an area that is gone, or a level for which nothing was delivered. */
  private wholeLine(
    at: number,
    parent: number,
    siblings: readonly number[],
    numbers: readonly number[],
    known: boolean | null,
    group: Group,
  ): void {
    const key = this.areaAndPeriod(at);
    let gone = this.judged.get(key);
    if (gone === undefined) {
      gone =
        known !== true &&
        ((numbers.length > 0 && this.looksGone(at, parent, siblings, numbers)) || this.isLeftOut(at, group));
      this.judged.set(key, gone);
    }
    if (gone) this.isGone(at);
    else this.ask(at);
  }

  private looksGone(
    at: number,
    parent: number,
    siblings: readonly number[],
    numbers: readonly number[],
  ): boolean {
    const level = this.levelOf(at);
    if (level < 3) return false;
    const adds = parent >= 0 && this.isNumber(parent) && this.counts[this.store.inSeries[at] ?? 0];
    // Gone if the others make up the whole; where nothing can be added up, if most others have numbers.
    if (adds && this.fills(parent, siblings, numbers)) return true;
    if (level === 3) return !adds && numbers.length * 2 >= siblings.length;
    return numbers.length * 4 >= siblings.length || this.everNumbers[this.store.area[at] ?? 0] === 1;
  }

  /**
   * A region or a Kreis of one, of which nothing is left over: the Kreise with numbers make up the nearest area above
   * that has one.
   */
  private isLeftOut(at: number, { byArea, children }: Group): boolean {
    const { store, view } = this;
    const level = this.levelOf(at);
    if (level !== 2 && level !== 3) return false;
    const own = children.get(store.area[at] ?? 0) ?? [];
    if (own.some((it) => this.isNumber(it))) return false;
    let above = view.parents[store.area[at] ?? 0] ?? -1;
    while (above >= 0 && !this.isNumber(byArea.get(above) ?? -1)) above = view.parents[above] ?? -1;
    const whole = byArea.get(above);
    if (whole === undefined || !this.counts[store.inSeries[at] ?? 0]) return false;
    const kreise: number[] = [];
    const collect = (of: number): void => {
      for (const it of children.get(of) ?? [])
        if (this.levelOf(it) === 3) kreise.push(it);
        else if (this.levelOf(it) < 3) collect(store.area[it] ?? 0);
    };
    collect(above);
    const numbers = kreise.filter((it) => this.isNumber(it));
    return numbers.length > 0 && this.fills(whole, kreise, numbers);
  }

  /** Zero follows where the siblings make up the parent, or the other parts make up the total of a dimension. */
  private isProven(
    at: number,
    parent: number,
    siblings: readonly number[],
    numbers: readonly number[],
  ): boolean {
    const { store, view } = this;
    if (!this.counts[store.inSeries[at] ?? 0]) return false;
    if (parent >= 0 && this.isNumber(parent)) {
      if (store.value[parent] === 0) return true;
      if (numbers.length > 0 && this.fills(parent, siblings, numbers)) return true;
    }
    const [series, period, area] = [store.inSeries[at] ?? 0, store.period[at] ?? 0, store.area[at] ?? 0];
    return (this.partitionsOf.get(series) ?? []).some(({ total, parts }) => {
      const whole = view.find(total, period, area);
      if (whole < 0 || whole === at || !this.isNumber(whole)) return false;
      if (store.value[whole] === 0) return true;
      const others = parts.filter((part) => part !== series).map((part) => view.find(part, period, area));
      if (others.some((it) => it < 0 || !(this.isNumber(it) || store.flag[it] === OPEN))) return false;
      const found = others.filter((it) => this.isNumber(it));
      return found.length > 0 && this.sum(found) === store.value[whole];
    });
  }

  /** A number is missing where the parts of a "-" are more than nothing, or all others leave something over. */
  private isDisproven(
    at: number,
    parentId: number,
    parent: number,
    siblings: readonly number[],
    numbers: readonly number[],
  ): boolean {
    const { store, view } = this;
    const [series, period, area] = [store.inSeries[at] ?? 0, store.period[at] ?? 0, store.area[at] ?? 0];
    const place = (of: number): number => view.find(of, period, area);
    const isMore = (it: number): boolean => it >= 0 && (store.value[it] ?? NaN) > 0;
    if ((this.totalsOf.get(series) ?? []).some(({ parts }) => parts.some((part) => isMore(place(part)))))
      return true;
    const leftOver = (this.partitionsOf.get(series) ?? []).some(({ total, parts, dimension }) => {
      if (!view.isWhole(parts, dimension) || !isMore(place(total))) return false;
      const other = place(parts.find((part) => part !== series) ?? -1);
      return other >= 0 && this.isNumber(other) && store.value[other] !== store.value[place(total)];
    });
    if (leftOver) return true;
    if (parent < 0 || !isMore(parent) || numbers.length < siblings.length) return false;
    const keys = [at, ...siblings].map((it) => store.areas[store.area[it] ?? 0]?.area ?? '');
    const day = lastDay(store.periods[period] ?? { period: '', kind: 'DAY' });
    return (
      areAllParts(store.areas[parentId]?.area ?? '', keys, day) === true &&
      !this.fills(parent, siblings, numbers)
    );
  }

  private fills(parent: number, siblings: readonly number[], numbers: readonly number[]): boolean {
    const { store } = this;
    const hidden = siblings.some(
      (it) => !this.isNumber(it) && store.flag[it] !== OPEN && !this.isNothing(it),
    );
    return !hidden && Math.abs(this.sum(numbers) - (store.value[parent] ?? 0)) <= numbers.length * 0.5;
  }

  private sum(places: readonly number[]): number {
    return places.reduce((sum, at) => sum + (this.store.value[at] ?? 0), 0);
  }

  private isNumber(at: number): boolean {
    return !Number.isNaN(this.store.value[at] ?? NaN);
  }

  /** Beside numbers there are signs that only somebody who exists gets. */
  private isThere(at: number): boolean {
    const marker = this.store.markers[this.store.marker[at] ?? 0];
    return this.isNumber(at) || marker === '.' || marker === '*' || marker === '/';
  }

  private isNothing(at: number): boolean {
    return this.store.flag[at] === flagNumber('TERRITORY_NOT_EXISTING');
  }

  private levelOf(at: number): number {
    return areaLevel(this.store.areas[this.store.area[at] ?? 0]?.area ?? '');
  }

  private areaAndPeriod(at: number): number {
    return (this.store.area[at] ?? 0) * this.store.periods.length + (this.store.period[at] ?? 0);
  }

  private set(at: number, flag: ValueFlag): void {
    this.store.flag[at] = flagNumber(flag);
    if (flag === 'ZERO') this.store.value[at] = 0;
  }

  private isGone(at: number): void {
    this.set(at, 'TERRITORY_NOT_EXISTING');
    const [area, period] = [this.store.area[at] ?? 0, this.store.period[at] ?? 0];
    this.gone.set(area, (this.gone.get(area) ?? new Set()).add(period));
  }

  private ask(at: number, alone = false): void {
    this.set(at, 'NOT_YET_AVAILABLE');
    this.doubts.add(at, { alone, whole: !this.numbers.has(this.areaAndPeriod(at)) });
  }

  private sayGone(): void {
    const { store, notices } = this;
    for (const [area, periods] of this.gone) {
      const { area: key, name } = store.areas[area] ?? { area: '', name: '' };
      const sure = this.everNumbers[area] === 1 || existed(key, name, '9999-12-31') !== null;
      const why = sure ? '' : ', denn alle Zellen sind „-“, und die übrigen Gebiete haben Werte';
      const when = times([...periods].map((it) => store.periods[it]?.period ?? ''));
      notices.add('note', 'territory-gone', `${name.trim() || key} (${key}) gab es zu ${when} nicht${why}.`);
    }
  }
}

function added(map: Map<number, Partition[]>, series: number, partition: Partition): void {
  const list = map.get(series);
  if (list) list.push(partition);
  else map.set(series, [partition]);
}
