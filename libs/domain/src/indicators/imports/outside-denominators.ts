import { existed } from '../reading/checks/known-territory';
import { RefusedTable } from '../read-value';
import type { Denominator, Denominators } from './denominators';
import { type Derivation, derivations, populationTable } from './derivations';
import { type Figure, lastYearEnd } from './figure';

/** Rates whose denominator stands in another table, by their indicator. */
export const outsideDerivations: ReadonlyMap<string, Derivation> = new Map(
  derivations.flatMap((it) => (it.denominator && !Array.isArray(it.denominator) ? [[it.indicator, it]] : [])),
);

/** The indicators whose values others are divided by. */
export const dividedBy: readonly string[] = [
  ...new Set([...outsideDerivations.values()].map((it) => denominatorIndicator(it))),
];

/** Whose values a rate is divided by: the population's, or the numerator of another indicator. */
export function denominatorIndicator({ denominator }: Derivation): string {
  return denominator && 'numeratorOf' in denominator ? denominator.numeratorOf : populationTable.indicator;
}

export function dayOfDenominator(
  { denominator }: Derivation,
  { periodStart, periodEnd }: Pick<Figure, 'periodStart' | 'periodEnd'>,
): string {
  if (denominator && 'numeratorOf' in denominator) return periodEnd;
  const begin = denominator && 'at' in denominator && denominator.at === 'BEGIN';
  return lastYearEnd(begin ? periodStart : periodEnd);
}

export function outsideDenominator(
  { denominator }: Derivation,
  kept: Denominators,
  area: string,
  day: string,
): Denominator | null {
  if (denominator && 'numeratorOf' in denominator)
    return kept.numeratorOf(denominator.numeratorOf, area, day);
  return denominator && 'population' in denominator
    ? kept.population(area, day, denominator.population)
    : null;
}

/**
 * I8: numerator and denominator count the same territory. Days of two years may stand beside each other as long as
 * nothing is known to have changed between them.
 */
export function isOtherTerritory(
  area: { area: string; areaName: string },
  own: string | null,
  other: string | null,
): boolean {
  if (own === null || other === null) return false;
  if (Math.abs(Number(own.slice(0, 4)) - Number(other.slice(0, 4))) > 1) return true;
  return existed(area.area, area.areaName, own) !== existed(area.area, area.areaName, other);
}

/** @throws RefusedTable where numerator and denominator count different territories */
export function refuseOtherTerritory(
  read: { area: string; areaName: string; territoryStatus: string | null; line: number },
  other: string | null,
  indicator: string,
): void {
  const own = read.territoryStatus;
  if (own === null || other === null || !isOtherTerritory(read, own, other)) return;
  throw new RefusedTable(
    'territory-mixed',
    `Für ${indicator} hat der Zähler von ${read.areaName || read.area} in Zeile ${read.line} den Gebietsstand ${dotted(own)}, der Nenner aber ${dotted(other)}: Über verschiedene Gebietsstände wird keine Quote gebildet.`,
    read.line,
  );
}

function dotted(day: string): string {
  return day.split('-').reverse().join('.');
}
