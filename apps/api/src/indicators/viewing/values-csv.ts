import type { StreamableFile } from '@nestjs/common';
import {
  disclosureLabels,
  type ObservationView,
  populationBaseLabels,
  shownPeriod,
  valueFlagLabels,
} from '@runder-tisch/domain/indicators';
import { type IndicatorUnit, periodKindLabels, unitFacts } from '@runder-tisch/domain/indicators/catalogue';
import { roundedTo } from '@runder-tisch/domain/indicators/formulas';
import { formatShortDate } from '@runder-tisch/domain/time';
import { csv } from '../../files/csv';

const head = [
  'Gebiet',
  'Schlüssel',
  'Zeitbezug',
  'Stand',
  'Wert',
  'von (95 %)',
  'bis (95 %)',
  'Einheit',
  'Hinweis',
  'Gebietsstand',
  'Bevölkerungsbasis',
  'Quelle',
  'Fassung',
  'Geheimhaltung',
];

/** The values a page shows, each with everything that has to stand beside it. */
export function valuesCsv(values: readonly ObservationView[], unit: IndicatorUnit): StreamableFile {
  const number = (value: number | undefined | null): string =>
    value === undefined || value === null
      ? ''
      : roundedTo(value, unitFacts[unit].decimals).toLocaleString('de-DE', {
          useGrouping: false,
          maximumFractionDigits: 6,
        });
  return csv(
    head,
    values.map((it) => [
      it.areaName,
      it.areaCode,
      periodKindLabels[it.periodKind],
      shownPeriod(it.periodKind, it.periodStart, it.periodEnd),
      number(it.value),
      number(it.interval?.low),
      number(it.interval?.high),
      unitFacts[unit].label,
      it.flag === 'OK' ? '' : valueFlagLabels[it.flag],
      it.territoryStatus ? formatShortDate(it.territoryStatus) : '',
      it.populationBase ? populationBaseLabels[it.populationBase] : '',
      it.source,
      it.versionNumber,
      disclosureLabels[it.disclosure],
    ]),
  );
}
