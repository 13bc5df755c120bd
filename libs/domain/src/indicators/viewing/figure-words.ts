import { formatShortDate } from '../../time';
import type { IndicatorUnit, PeriodKind } from '../catalogue/indicator-words';
import { shownPeriod, shownValue } from '../shown-values';
import { type PopulationBase, populationBaseLabels, type ValueFlag } from '../value-flags';

/** A single value with what it rests on, where it speaks for something. */
export interface Figure {
  /** False once no value stands at its place any more. */
  held: boolean;
  value: number | null;
  flag: ValueFlag;
  unit: IndicatorUnit;
  periodKind: PeriodKind;
  periodStart: string;
  periodEnd: string;
  territoryStatus: string | null;
  populationBase: PopulationBase | null;
  source: string;
  versionNumber: number;
}

/** `44,1 je 100 (31.12.2015). Quelle: …, Gebietsstand 31.12.2015, Definition in Fassung 1.` */
export function figureWords(figure: Figure): string {
  const { value, flag, unit, territoryStatus, populationBase, source, versionNumber } = figure;
  const period = shownPeriod(figure.periodKind, figure.periodStart, figure.periodEnd);
  if (!figure.held) return `Für ${period} wird dieser Wert nicht mehr geführt.`;
  const basis = [
    `Quelle: ${source || 'nicht angegeben'}`,
    territoryStatus ? `Gebietsstand ${formatShortDate(territoryStatus)}` : '',
    populationBase ? populationBaseLabels[populationBase] : '',
    `Definition in Fassung ${versionNumber}`,
  ];
  return `${shownValue(value, flag, unit)} (${period}). ${basis.filter(Boolean).join(', ')}.`;
}
