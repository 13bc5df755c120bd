import type { PopulationBase } from '../value-flags';
import { type AgeSpan, agesOf, coverOf } from './table-cell';
import { type Counted, sumOf } from './figure';
import type { ValueFlag } from '../value-flags';
import { populationTable } from './derivations';

/** A value that is already kept and may be divided by. */
export interface KeptValue {
  indicator: string;
  areaCode: string;
  periodEnd: string;
  dimensions: string;
  value: number | null;
  numerator: number | null;
  flag: ValueFlag;
  territoryStatus: string | null;
  populationBase: PopulationBase | null;
}

export interface Denominator extends Counted {
  territoryStatus: string | null;
  populationBase: PopulationBase | null;
}

interface KeptPopulation {
  all: KeptValue | null;
  groups: (KeptValue & { ages: AgeSpan })[];
}

/** What rates are measured against, by area and day. Of two bases the newer counts, and never both in one sum. */
export class Denominators {
  private readonly populations = new Map<string, KeptPopulation>();
  private readonly numerators = new Map<string, KeptValue>();

  constructor(kept: Iterable<KeptValue>) {
    for (const value of kept) {
      if (!isPopulation(value)) {
        if (value.numerator !== null) this.numerators.set(key(value), value);
        continue;
      }
      const at = `${value.areaCode}|${value.periodEnd}`;
      let known = this.populations.get(at);
      const base = known?.all?.populationBase ?? known?.groups[0]?.populationBase;
      if (!known || (base ?? '') < (value.populationBase ?? '')) {
        known = { all: null, groups: [] };
        this.populations.set(at, known);
      } else if ((base ?? '') > (value.populationBase ?? '')) continue;
      const ages = agesOf(value.dimensions);
      if (ages) known.groups.push({ ...value, ages });
      else if (value.dimensions === '') known.all = value;
    }
  }

  /** Each base of the population apart, the newest first; what is no population stands in all of them. */
  static byBase(kept: readonly KeptValue[]): Map<PopulationBase | null, Denominators> {
    const bases = [...new Set(kept.filter(isPopulation).map(({ populationBase }) => populationBase))];
    bases.sort((one, other) => ((one ?? '') < (other ?? '') ? 1 : -1));
    return new Map(
      bases.map((base) => [
        base,
        new Denominators(kept.filter((it) => !isPopulation(it) || it.populationBase === base)),
      ]),
    );
  }

  /** @returns null where nothing is kept that makes up exactly these years */
  population(
    area: string,
    day: string,
    wanted: readonly [number, number | null] | 'ALL',
  ): Denominator | null {
    const known = this.populations.get(`${area}|${day}`);
    if (!known) return null;
    if (wanted === 'ALL') return known.all;
    const parts = coverOf(known.groups, { from: wanted[0], to: wanted[1] });
    const [first] = parts ?? [];
    if (!parts || !first) return null;
    const { territoryStatus, populationBase } = first;
    return { ...sumOf(parts), territoryStatus, populationBase };
  }

  numeratorOf(indicator: string, area: string, day: string): Denominator | null {
    const found = this.numerators.get(`${indicator}|${area}|${day}`);
    // People in need of care are counted, not estimated by a census.
    return found
      ? { value: found.numerator, flag: 'OK', territoryStatus: found.territoryStatus, populationBase: null }
      : null;
  }
}

function key({ indicator, areaCode, periodEnd }: KeptValue): string {
  return `${indicator}|${areaCode}|${periodEnd}`;
}

function isPopulation({ indicator }: KeptValue): boolean {
  return indicator === populationTable.indicator;
}
