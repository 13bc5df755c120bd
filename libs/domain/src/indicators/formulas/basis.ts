import type { PopulationBase } from '../value-flags';

/** What two counted numbers have to share before one is divided by the other or set beside it. */
export interface Basis {
  /** The day whose boundaries the area was counted in, `YYYY-MM-DD`; null where nobody said. */
  territoryStatus: string | null;
  /**
   * The population behind the number; NO_POPULATION where it counts something else, such as schools or the
   * unemployed; null where nobody said.
   */
  populationBase: PopulationBase | 'NO_POPULATION' | null;
}

/** A number with what it was counted in. */
export interface Counted extends Basis {
  value: number;
}

export const rateRefusals = {
  'territory-status-unknown':
    'Zu einer der beiden Zahlen fehlt der Gebietsstand. Ohne ihn wird keine Quote gebildet.',
  'territory-status-mixed':
    'Die beiden Zahlen haben verschiedene Gebietsstände. Daraus wird keine Quote gebildet.',
  'population-base-unknown':
    'Zu einer der beiden Zahlen fehlt die Bevölkerungsbasis. Ohne sie wird keine Quote gebildet.',
  'population-base-mixed':
    'Die beiden Zahlen beruhen auf verschiedenen Bevölkerungsbasen. Daraus wird keine Quote gebildet.',
  'denominator-not-positive': 'Der Nenner ist nicht größer als null. Daraus wird keine Quote gebildet.',
  'numerator-negative': 'Der Zähler ist kleiner als null. Daraus wird keine Quote gebildet.',
  'numerator-above-denominator':
    'Der Zähler ist größer als der Nenner. Ein Anteil lässt sich daraus nicht bilden.',
} as const;
export type RateRefusal = keyof typeof rateRefusals;

/**
 * Why numbers may not be put together (invariant I8: one territory status, one stated population base).
 * Numbers that count no population, such as the unemployed, go with any base.
 * @returns the first reason, null where they may
 */
export function basisRefusal(parts: readonly Basis[]): RateRefusal | null {
  if (parts.some((it) => it.territoryStatus === null)) return 'territory-status-unknown';
  if (new Set(parts.map((it) => it.territoryStatus)).size > 1) return 'territory-status-mixed';
  if (parts.some((it) => it.populationBase === null)) return 'population-base-unknown';
  const bases = parts.map((it) => it.populationBase).filter((it) => it !== 'NO_POPULATION');
  return new Set(bases).size > 1 ? 'population-base-mixed' : null;
}
