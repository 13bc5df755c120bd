import { formatShortDate } from '../../time';
import { type PopulationBase, populationBaseLabels } from '../value-flags';

/** What decides whether two values of one area belong to one series. */
export interface Measured {
  periodEnd: string;
  territoryStatus: string | null;
  populationBase: PopulationBase | null;
  versionNumber: number;
}

/**
 * Whether values may be set beside each other over time: one definition, one population base, one territory status.
 * Values counted in the boundaries of their own day have one status in this sense: it moves with them.
 */
export function comparable(one: Measured, other: Measured): boolean {
  return keyOf(one) === keyOf(other);
}

/**
 * A series in strands within which values are comparable; between two strands lies a break.
 * @param values in any order, of one area
 * @returns each strand oldest value first; strands by their first value
 */
export function strandsOf<Value extends Measured>(values: readonly Value[]): Value[][] {
  const sorted = values.toSorted((a, b) => a.periodEnd.localeCompare(b.periodEnd));
  return [...Map.groupBy(sorted, keyOf).values()];
}

/** What is different from a break on: `andere Bevölkerungsbasis (Melderegister)`; empty where nothing is. */
export function breakWords(before: Measured, after: Measured): string {
  const { populationBase: base, versionNumber, territoryStatus: status } = after;
  return [
    before.versionNumber === versionNumber ? '' : `Definition in Fassung ${versionNumber}`,
    before.populationBase === base
      ? ''
      : base
        ? `andere Bevölkerungsbasis (${populationBaseLabels[base]})`
        : 'Bevölkerungsbasis nicht angegeben',
    statusOf(before) === statusOf(after)
      ? ''
      : status
        ? `anderer Gebietsstand (${formatShortDate(status)})`
        : 'Gebietsstand nicht angegeben',
  ]
    .filter(Boolean)
    .join(', ');
}

function keyOf(value: Measured): string {
  return [value.versionNumber, value.populationBase ?? '', statusOf(value)].join(' ');
}

function statusOf({ territoryStatus, periodEnd }: Measured): string {
  return territoryStatus === periodEnd ? 'own' : (territoryStatus ?? '');
}
