import type { IndicatorKind, IndicatorUnit } from './catalogue/indicator-words';
import { counted } from '../text';

/** What is looked at in the current values of one indicator. */
export const dataTestNames = ['UNIQUE', 'RANGE', 'SUM', 'FRESHNESS', 'MARKERS'] as const;
export type DataTestName = (typeof dataTestNames)[number];

export const dataTestLabels: Record<DataTestName, string> = {
  UNIQUE: 'Jeder Wert einmal',
  RANGE: 'Werte möglich',
  SUM: 'Gemeinden und Landkreis',
  FRESHNESS: 'Aktualität',
  MARKERS: 'Zeichen für fehlende Werte',
};

/** OK: nothing to do. WARNING: look at it. ERROR: do not publish before it is cleared. SKIPPED: cannot be asked here. */
export type DataTestVerdict = 'OK' | 'WARNING' | 'ERROR' | 'SKIPPED';

export const dataTestVerdictLabels: Record<DataTestVerdict, string> = {
  OK: 'in Ordnung',
  WARNING: 'bitte ansehen',
  ERROR: 'Fehler',
  SKIPPED: 'nicht geprüft',
};

export interface DataTestResult {
  test: DataTestName;
  verdict: DataTestVerdict;
  /** What was found, in a German sentence. */
  says: string;
}

/** Counted over the current values of one indicator. */
export interface DataTestFacts {
  kind: IndicatorKind;
  unit: IndicatorUnit;
  shares: boolean;
  /** Values are changed at the source, so parts never add up to the whole (rule R5). */
  perturbed: boolean;
  values: number;
  /** Same area, period and breakdown more than once, on different definitions, bases or territory statuses. */
  doubled: number;
  negative: number;
  /** Of shares: above the whole. */
  aboveWhole: number;
  /** Periods in which the sum of all municipalities is further from the county than rounding explains. */
  sumsOff: number;
  /** Periods in which that could be asked: all municipalities and the county have a number. */
  sumsAsked: number;
  overdue: boolean;
  /** The day the next values were expected; null where nobody knows. */
  expectedOn: string | null;
  /** Periods in which "not yet available" and "zero" stand side by side: a "-" that may be either. */
  mixedMarkers: number;
}

/**
 * The five tests of an indicator's values, always all and in this order.
 * @param facts counted over its current values
 */
export function dataTestsOf(facts: DataTestFacts): DataTestResult[] {
  if (facts.values === 0) {
    return dataTestNames.map((test) => ({ test, verdict: 'SKIPPED', says: 'Es gibt noch keinen Wert.' }));
  }
  return [unique(facts), range(facts), sum(facts), freshness(facts), markers(facts)];
}

function unique({ doubled }: DataTestFacts): DataTestResult {
  if (!doubled) return result('UNIQUE', 'OK', 'Für jedes Gebiet und jeden Zeitraum gilt ein Wert.');
  const says = `${counted(doubled, 'Gebiet und Zeitraum hat', 'Gebiete und Zeiträume haben')} mehrere Werte, etwa auf verschiedenen Bevölkerungsbasen. In Reihen stehen sie getrennt.`;
  return result('UNIQUE', 'WARNING', says);
}

function range({ negative, aboveWhole, kind, shares }: DataTestFacts): DataTestResult {
  if (shares && aboveWhole) {
    return result(
      'RANGE',
      'ERROR',
      `${counted(aboveWhole, 'Anteil liegt', 'Anteile liegen')} über dem Ganzen.`,
    );
  }
  if ((shares || kind === 'COUNT') && negative) {
    return result('RANGE', 'ERROR', `${counted(negative, 'Wert ist', 'Werte sind')} kleiner als null.`);
  }
  return result('RANGE', 'OK', 'Alle Werte liegen im möglichen Bereich.');
}

function sum({ kind, perturbed, sumsAsked, sumsOff }: DataTestFacts): DataTestResult {
  if (kind !== 'COUNT') return result('SUM', 'SKIPPED', 'Quoten und Mittelwerte werden nicht summiert.');
  if (perturbed)
    return result('SUM', 'SKIPPED', 'Die Quelle verändert kleine Zahlen; Summen gehen nie genau auf.');
  if (!sumsAsked)
    return result('SUM', 'SKIPPED', 'In keinem Zeitraum liegen alle Gemeinden und der Landkreis vor.');
  if (!sumsOff) return result('SUM', 'OK', 'Die Gemeinden ergeben bis auf Rundung den Landkreis.');
  const says = `In ${counted(sumsOff, 'Zeitraum', 'Zeiträumen')} weicht die Summe der Gemeinden vom Landkreis ab. Bitte gleichen Sie nichts von Hand an.`;
  return result('SUM', 'WARNING', says);
}

function freshness({ overdue, expectedOn }: DataTestFacts): DataTestResult {
  if (expectedOn === null)
    return result('FRESHNESS', 'SKIPPED', 'Für diese Quelle wird kein nächster Wert erwartet.');
  return overdue
    ? result('FRESHNESS', 'WARNING', 'Neuere Werte waren schon zu erwarten.')
    : result('FRESHNESS', 'OK', 'Neuere Werte sind noch nicht zu erwarten.');
}

function markers({ mixedMarkers }: DataTestFacts): DataTestResult {
  if (!mixedMarkers) return result('MARKERS', 'OK', 'Fehlende Werte und Nullen sind auseinandergehalten.');
  const says = `In ${counted(mixedMarkers, 'Zeitraum', 'Zeiträumen')} stehen „genau null“ und „liegt noch nicht vor“ nebeneinander. Ein Strich kann beides heißen.`;
  return result('MARKERS', 'WARNING', says);
}

function result(test: DataTestName, verdict: DataTestVerdict, says: string): DataTestResult {
  return { test, verdict, says };
}
