import { addMonths } from '../../time';
import {
  type IndicatorKind,
  type IndicatorUnit,
  type PeriodKind,
  unitFacts,
} from '../catalogue/indicator-words';
import { changeOfEvents, changeOfShares, type Direction, type RateKind, roundedTo } from '../formulas';
import { shownNumber, shownPeriod } from '../shown-values';
import { comparable, type Measured } from './strands';

export interface TrendValue extends Measured {
  periodKind: PeriodKind;
  periodStart: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}

export interface TrendFacts {
  kind: IndicatorKind;
  unit: IndicatorUnit;
  rateKind: RateKind;
  direction: Direction;
}

export interface Trend {
  /** SIGNIFICANT: more than chance would do (95 %); UNTESTED where numerator or denominator are missing. */
  strength: 'SIGNIFICANT' | 'WITHIN_CHANCE' | 'UNTESTED';
  /** What it means for the need; NONE for indicators of context and for what may be chance. */
  turn: 'BETTER' | 'WORSE' | 'NONE';
  /** `seit 31.12.2014 um 0,9 Prozentpunkte gestiegen, mehr als durch Zufall`. */
  says: string;
}

/** How far back the newest value is held against an older one. */
export const TREND_MONTHS = 60;

/**
 * How the newest value of one area stands against the oldest comparable one of the five years before it.
 * @param values of one area, in any order
 * @returns null for an Einstufung, which has no trend, and where there is nothing comparable
 */
export function trendOf(values: readonly TrendValue[], facts: TrendFacts): Trend | null {
  if (facts.kind === 'CATEGORY') return null;
  const sorted = values
    .filter((it) => it.value !== null)
    .toSorted((a, b) => a.periodEnd.localeCompare(b.periodEnd) || a.versionNumber - b.versionNumber);
  const now = sorted.at(-1);
  if (!now) return null;
  const from = addMonths(now.periodEnd, -TREND_MONTHS);
  const before = sorted.find(
    (it) => it.periodEnd >= from && it.periodEnd < now.periodEnd && sameTime(it, now) && comparable(it, now),
  );
  return before ? trendBetween(before, now, facts) : null;
}

function trendBetween(before: TrendValue, now: TrendValue, facts: TrendFacts): Trend {
  const { decimals } = unitFacts[facts.unit];
  const change = roundedTo(now.value ?? 0, decimals) - roundedTo(before.value ?? 0, decimals);
  const since = `seit ${shownPeriod(before.periodKind, before.periodStart, before.periodEnd)}`;
  const strength = strengthOf(before, now, facts.rateKind);
  if (roundedTo(change, decimals) === 0) return { strength, turn: 'NONE', says: `${since} unverändert` };
  const more = change > 0;
  const by = `${shownNumber(Math.abs(change), facts.unit)}${facts.unit === 'PERCENT' ? ' Prozentpunkte' : ''}`;
  const worse = more === (facts.direction === 'HIGH_IS_NEED');
  const means = facts.direction !== 'CONTEXT' && strength === 'SIGNIFICANT';
  return {
    strength,
    turn: means ? (worse ? 'WORSE' : 'BETTER') : 'NONE',
    says: `${since} um ${by} ${more ? 'gestiegen' : 'gefallen'}, ${strengthWords[strength]}`,
  };
}

const strengthWords: Record<Trend['strength'], string> = {
  SIGNIFICANT: 'mehr als durch Zufall',
  WITHIN_CHANCE: 'das kann Zufall sein',
  UNTESTED: 'nicht auf Zufall geprüft',
};

function strengthOf(before: TrendValue, now: TrendValue, kind: RateKind): Trend['strength'] {
  const [old, young] = [counted(before), counted(now)];
  if (!old || !young || kind === 'PLAIN') return 'UNTESTED';
  if (kind === 'SHARE') {
    if (old.count > old.of || young.count > young.of) return 'UNTESTED';
    const share = ({ count, of }: { count: number; of: number }) => ({ hits: count, of });
    return changeOfShares(share(old), share(young)).significant ? 'SIGNIFICANT' : 'WITHIN_CHANCE';
  }
  const events = ({ count, of }: { count: number; of: number }) => ({ count, exposure: of });
  return changeOfEvents(events(old), events(young)).significant ? 'SIGNIFICANT' : 'WITHIN_CHANCE';
}

function counted({ numerator, denominator }: TrendValue): { count: number; of: number } | null {
  if (numerator === null || denominator === null || !(denominator > 0) || numerator < 0) return null;
  return Number.isSafeInteger(numerator) ? { count: numerator, of: denominator } : null;
}

/** A school year is not held against a month. */
function sameTime(one: TrendValue, other: TrendValue): boolean {
  return one.periodKind === other.periodKind;
}
