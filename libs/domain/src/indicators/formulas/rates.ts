import { type Basis, basisRefusal, type Counted, type RateRefusal } from './basis';
import { type Interval, poissonInterval, wilsonInterval } from './intervals';

/**
 * SHARE: everybody in the numerator stands in the denominator too (benefit recipients of the residents).
 * EVENTS: something that happens, more than once to one person if need be (cases per 10,000 residents).
 * PLAIN: neither, so there is no interval (places, hours, Euro per resident).
 */
export type RateKind = 'SHARE' | 'EVENTS' | 'PLAIN';

export interface Rate extends Basis {
  /** numerator / denominator × factor. */
  value: number;
  numerator: number;
  denominator: number;
  /** 100 for a percentage, 1,000 for per mille, and so on. */
  factor: number;
  /** 95 %, in the unit of the value; null for PLAIN and for numbers that are no counts. */
  interval: Interval | null;
  /** Shown as "kleine Fallzahl". */
  smallNumber: boolean;
}

export type RateOrRefusal = { rate: Rate; refusal: null } | { rate: null; refusal: RateRefusal };

export const smallNumberWords = 'kleine Fallzahl';

/** Numerator under 10 or denominator under 50: a handful of cases moves the rate. */
export function isSmallNumber(numerator: number, denominator: number): boolean {
  return numerator < 10 || denominator < 50;
}

/**
 * A rate with its interval, or why there is none (invariant I8).
 * @param factor 100 for a percentage
 */
export function rateOf(
  numerator: Counted,
  denominator: Counted,
  factor: number,
  kind: RateKind = 'SHARE',
): RateOrRefusal {
  const refusal = basisRefusal([numerator, denominator]) ?? amountsRefusal(numerator, denominator, kind);
  if (refusal) return { rate: null, refusal };
  const [part, whole] = [numerator.value, denominator.value];
  const rate: Rate = {
    value: (factor * part) / whole,
    numerator: part,
    denominator: whole,
    factor,
    interval: intervalOf(part, whole, factor, kind),
    smallNumber: isSmallNumber(part, whole),
    territoryStatus: denominator.territoryStatus,
    populationBase:
      denominator.populationBase === 'NO_POPULATION' ? numerator.populationBase : denominator.populationBase,
  };
  return { rate, refusal: null };
}

/** Numerator and denominator of one year. */
export interface YearOfRate {
  year: number;
  numerator: Counted;
  denominator: Counted;
}

export interface PooledRate extends Rate {
  /** Says that years were put together: "2013 bis 2015 zusammen". */
  years: string;
}

export type PooledOrRefusal =
  { rate: PooledRate; refusal: null } | { rate: null; refusal: RateRefusal | 'years-not-three' };

/**
 * Three years in a row as one rate: Σ numerators / Σ denominators, never the mean of three rates.
 * @param years in any order
 */
export function pooledRate(
  years: readonly YearOfRate[],
  factor: number,
  kind: RateKind = 'SHARE',
): PooledOrRefusal {
  const sorted = years.toSorted((a, b) => a.year - b.year);
  const [first, , last] = sorted;
  if (!first || !last || sorted.length !== 3 || sorted.some((it, at) => it.year !== first.year + at)) {
    return { rate: null, refusal: 'years-not-three' };
  }
  const parts = sorted.flatMap((it) => [it.numerator, it.denominator]);
  const refusal = basisRefusal(parts);
  if (refusal) return { rate: null, refusal };
  const sum = (of: (year: YearOfRate) => Counted): Counted => ({
    ...of(first),
    value: sorted.reduce((total, year) => total + of(year).value, 0),
  });
  const pooled = rateOf(
    sum((year) => year.numerator),
    sum((year) => year.denominator),
    factor,
    kind,
  );
  if (pooled.refusal !== null) return pooled;
  return { rate: { ...pooled.rate, years: `${first.year} bis ${last.year} zusammen` }, refusal: null };
}

/**
 * How much a number grew from one period to another, in per cent of the first: (P_t − P_0) / P_0 × 100.
 * Refused across two population bases: the change of base would pass for a change of people.
 */
export function developmentOf(
  first: Counted,
  last: Counted,
): { percent: number; refusal: null } | { percent: null; refusal: RateRefusal } {
  const refusal = basisRefusal([first, last]) ?? (first.value > 0 ? null : 'denominator-not-positive');
  if (refusal) return { percent: null, refusal };
  return { percent: (100 * (last.value - first.value)) / first.value, refusal: null };
}

/**
 * SGB-II-Quote where only recipients and the residents under 65 are known. The age limit rises from 65 to 67 by
 * year of birth, so the published rate of the Bundesagentur für Arbeit goes first and this one says what it is.
 * @returns per 100 residents under 65, always with the word that it is approximate; null without residents
 */
export function approximateBenefitRate(
  recipients: number,
  residentsUnder65: number,
): { value: number; note: string } | null {
  if (!(residentsUnder65 > 0)) return null;
  return {
    value: (100 * recipients) / residentsUnder65,
    note: 'näherungsweise: bezogen auf alle unter 65 statt bis zur Altersgrenze nach § 7a SGB II',
  };
}

function amountsRefusal(numerator: Counted, denominator: Counted, kind: RateKind): RateRefusal | null {
  if (!(denominator.value > 0)) return 'denominator-not-positive';
  if (kind !== 'PLAIN' && numerator.value < 0) return 'numerator-negative';
  return kind === 'SHARE' && numerator.value > denominator.value ? 'numerator-above-denominator' : null;
}

function intervalOf(part: number, whole: number, factor: number, kind: RateKind): Interval | null {
  if (kind === 'SHARE') return scaled(wilsonInterval(part, whole), factor);
  if (kind === 'EVENTS' && Number.isSafeInteger(part)) return scaled(poissonInterval(part), factor / whole);
  return null;
}

function scaled({ low, high }: Interval, by: number): Interval {
  return { low: low * by, high: high * by };
}
