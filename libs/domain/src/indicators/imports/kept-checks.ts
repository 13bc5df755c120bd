import { counted } from '../../text';
import type { IndicatorUnit, PeriodKind } from '../catalogue/indicator-words';
import { type ReadingNotice, RefusedTable } from '../read-value';
import { shownPeriod, shownValue } from '../shown-values';
import { type PopulationBase, populationBaseLabels, type ValueFlag } from '../value-flags';

/** Counts below this move by more than half from year to year. */
export const smallestJump = 50;
/** Twice or half of what was there. */
export const jumpFactor = 2;

interface Told {
  code: string;
  periodKind: PeriodKind;
  periodStart: string;
  periodEnd: string;
  areaName: string;
}

/** A number of a file that lies far from the one kept last for the same area. */
export interface Jump extends Told {
  /** How many of the indicator do. */
  count: number;
  unit: IndicatorUnit;
  value: number;
  old: number;
  oldStart: string;
  oldEnd: string;
  line: number;
}

export function jumpNotice(it: Jump): ReadingNotice {
  const flag: ValueFlag = 'OK';
  const more =
    it.count > 1 ? `, an ${counted(it.count - 1, 'weiteren Stelle', 'weiteren Stellen')} ebenso` : '';
  return {
    kind: 'warning',
    code: 'jump-from-kept',
    says: `${it.code} springt für ${it.areaName} von ${shownValue(it.old, flag, it.unit)} (${shownPeriod(it.periodKind, it.oldStart, it.oldEnd)}, so steht es im Katalog) auf ${shownValue(it.value, flag, it.unit)} (${shownPeriod(it.periodKind, it.periodStart, it.periodEnd)}, Zeile ${it.line})${more}: Ist das richtig?`,
    line: it.line,
  };
}

/** A population base or territory status that differs from what is kept. */
export interface OtherBasis extends Told {
  count: number;
  /** SAME: for the same area and time. NEXT: of the last time before. */
  when: 'SAME' | 'NEXT';
  base: PopulationBase | null;
  oldBase: PopulationBase | null;
  territory: string | null;
  oldTerritory: string | null;
}

/** @returns null where only time went on: each year's values have the boundaries of their year */
export function otherBasisNotice(it: OtherBasis): ReadingNotice | null {
  const { base, oldBase, territory, oldTerritory } = it;
  const at = `${it.code} von ${it.areaName} (${shownPeriod(it.periodKind, it.periodStart, it.periodEnd)})`;
  const more = it.count > 1 ? ` und ${counted(it.count - 1, 'weiterer Wert', 'weitere Werte')}` : '';
  const differs = base !== null && oldBase !== null && base !== oldBase;
  if (differs && it.when === 'SAME')
    return {
      kind: 'question',
      code: 'base-beside',
      says: `${at}${more} steht schon da als ${populationBaseLabels[oldBase]}, die Datei bringt ${populationBaseLabels[base]}: Sollen beide getrennt nebeneinander stehen?`,
      line: null,
    };
  if (differs)
    return {
      kind: 'warning',
      code: 'base-breaks',
      says: `${at}${more} hat als Grundlage ${populationBaseLabels[base]}, die Werte davor haben ${populationBaseLabels[oldBase]}: Die Reihe bricht hier, und über den Bruch wird nicht verglichen.`,
      line: null,
    };
  if (it.when === 'SAME' && territory !== null && oldTerritory !== null && territory !== oldTerritory)
    return {
      kind: 'question',
      code: 'territory-beside',
      says: `${at}${more} steht schon da mit dem Gebietsstand ${dotted(oldTerritory)}, die Datei hat den Gebietsstand ${dotted(territory)}: Sollen beide getrennt nebeneinander stehen?`,
      line: null,
    };
  return null;
}

/** Units that can mean nothing else; "Anzahl" stands above quotients, too. */
const saysUnit: Readonly<Record<string, IndicatorUnit>> = {
  prozent: 'PERCENT',
  '%': 'PERCENT',
  promille: 'PER_MILLE',
  '‰': 'PER_MILLE',
  eur: 'EURO',
  jahre: 'YEARS',
  tage: 'DAYS',
};
const unitNames: Partial<Record<IndicatorUnit, string>> = {
  PERCENT: 'Prozent',
  PER_MILLE: 'Promille',
  EURO: 'Euro',
  YEARS: 'Jahren',
  DAYS: 'Tagen',
  COUNT: 'ganzen Zahlen',
  PER_100: 'Fällen je 100',
  PER_1000: 'Fällen je 1.000',
  PER_10000: 'Fällen je 10.000',
  PER_100000: 'Fällen je 100.000',
};

/**
 * Values that are taken over as they stand are told in the unit of the indicator.
 * @throws RefusedTable
 */
export function refuseOtherUnit(
  { unit, line }: { unit: string; line: number },
  indicator: string,
  kept: IndicatorUnit,
): void {
  const said = saysUnit[unit.trim().toLowerCase()];
  // A percentage is per 100, by another name.
  const fits =
    !said ||
    said === kept ||
    (said === 'PERCENT' && kept === 'PER_100') ||
    (said === 'PER_MILLE' && kept === 'PER_1000');
  if (fits) return;
  throw new RefusedTable(
    'unit-differs',
    `Die Datei nennt ${indicator} in ${unit.trim()} (Zeile ${line}), im Katalog steht der Indikator in ${unitNames[kept] ?? 'einer anderen Einheit'}: Werte in zwei Einheiten kommen nicht in eine Reihe.`,
    line,
  );
}

function dotted(day: string): string {
  return day.split('-').reverse().join('.');
}
