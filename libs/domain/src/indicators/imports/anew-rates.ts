import type { PopulationBase } from '../value-flags';
import type { IndicatorFacts } from './derive-figures';
import { Denominators, type Denominator, type KeptValue } from './denominators';
import { type Counted, type Figure, rateOf, waitingRate } from './figure';
import {
  dayOfDenominator,
  denominatorIndicator,
  isOtherTerritory,
  outsideDenominator,
  outsideDerivations,
} from './outside-denominators';

/** A rate as it stands in the catalogue, with the file its numerator came from. */
export interface KeptRate extends Figure {
  id: string;
  keptNumerator: Counted;
  importId: string | null;
  /** Sorts as instants do. */
  recordedAt: string;
}

export interface AnewRate extends Figure {
  importId: string | null;
}

export interface AnewRates {
  figures: AnewRate[];
  /** Of the rates that stood there: those that no longer count. */
  ended: string[];
}

/** Whose values at which place and day have changed: `DEM-01|15082|2015-12-31`. */
export function changedAt(indicator: string, area: string, day: string): string {
  return `${indicator}|${area}|${day}`;
}

/** The days of which denominators are needed for these rates. */
export function denominatorDays(rates: readonly KeptRate[]): string[] {
  const days = rates.flatMap((rate) => {
    const derivation = outsideDerivations.get(rate.indicator);
    return derivation ? [dayOfDenominator(derivation, rate)] : [];
  });
  return [...new Set(days)].sort();
}

/**
 * What becomes of rates when their denominators come, are corrected or are taken back. Each numerator is divided by
 * the newest base of the population there is; what stands on an older base is corrected on that base.
 * @param kept everything they may be divided by, as it is then
 * @param changed `changedAt` of what came or went, for denominators and rates alike; other rates stay as they are
 */
export function anewRates(
  rates: readonly KeptRate[],
  kept: readonly KeptValue[],
  indicators: ReadonlyMap<string, IndicatorFacts>,
  changed: ReadonlySet<string>,
): AnewRates {
  const byBase = Denominators.byBase(kept);
  const found: AnewRates = { figures: [], ended: [] };
  for (const rows of grouped(rates)) {
    const [newest] = rows;
    const derivation = newest && outsideDerivations.get(newest.indicator);
    if (!newest || !derivation) continue;
    const { indicator, areaCode } = newest;
    const day = dayOfDenominator(derivation, newest);
    if (
      !changed.has(changedAt(denominatorIndicator(derivation), areaCode, day)) &&
      !changed.has(changedAt(indicator, areaCode, newest.periodEnd))
    )
      continue;
    const among = byBase.size > 0 ? [...byBase.values()] : [new Denominators(kept)];
    const below = new Map<PopulationBase | null, Denominator>();
    for (const denominators of among) {
      const of = outsideDenominator(derivation, denominators, areaCode, day);
      const place = { area: areaCode, areaName: '' };
      if (!of || isOtherTerritory(place, newest.territoryStatus, of.territoryStatus)) continue;
      const known = rows.some(({ populationBase }) => populationBase === of.populationBase);
      if ((below.size === 0 || known) && !below.has(of.populationBase)) below.set(of.populationBase, of);
    }
    worked(rows, below, indicators.get(indicator)?.factor ?? 1, found);
  }
  return found;
}

function worked(
  rows: readonly KeptRate[],
  below: ReadonlyMap<PopulationBase | null, Denominator>,
  factor: number,
  found: AnewRates,
): void {
  const [newest] = rows as [KeptRate];
  const above = newest.keptNumerator;
  const told = [...below].map(([base, denominator]) => ({
    base,
    denominator: denominator.value,
    ...rateOf(above, denominator, factor),
  }));
  if (told.length === 0) told.push({ base: null, denominator: null, ...waitingRate(above) });
  const stays = new Set<string>();
  for (const { base, denominator, value, flag } of told) {
    const seen = rows.find(({ populationBase }) => populationBase === base);
    const parts =
      value === null ? { numerator: null, denominator: null } : { numerator: above.value, denominator };
    const isSame =
      seen?.value === value &&
      seen.flag === flag &&
      seen.numerator === parts.numerator &&
      seen.denominator === parts.denominator;
    if (isSame) {
      stays.add(seen.id);
      continue;
    }
    const { id: _id, recordedAt: _at, ...like } = newest;
    found.figures.push({ ...like, value, flag, ...parts, populationBase: base });
  }
  found.ended.push(...rows.filter(({ id }) => !stays.has(id)).map(({ id }) => id));
}

/** Rows of one rate on its bases, the one told last first: its numerator counts for all. */
function grouped(rates: readonly KeptRate[]): KeptRate[][] {
  const groups = new Map<string, KeptRate[]>();
  for (const rate of rates) {
    const { indicator, areaCode, dimensions, periodStart, periodEnd, territoryStatus } = rate;
    const key = [indicator, areaCode, dimensions, periodStart, periodEnd, territoryStatus].join('|');
    const rows = groups.get(key);
    if (rows) rows.push(rate);
    else groups.set(key, [rate]);
  }
  const order = (it: KeptRate): string => `${it.recordedAt} ${it.populationBase ?? ''}`;
  for (const rows of groups.values()) rows.sort((one, other) => (order(one) < order(other) ? 1 : -1));
  return [...groups.values()];
}
