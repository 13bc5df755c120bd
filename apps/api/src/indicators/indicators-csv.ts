import type { StreamableFile } from '@nestjs/common';
import {
  type AreaLevel,
  areaLevelLabels,
  disclosureRuleLabels,
  type DisclosureRule,
  indicatorKindLabels,
  type IndicatorKind,
  type IndicatorUnit,
  type PeriodKind,
  periodKindLabels,
  unitFacts,
} from '@runder-tisch/domain/indicators/catalogue';
import { type Direction, directionLabels } from '@runder-tisch/domain/indicators/formulas';
import { csv } from '../files/csv';

export interface IndicatorRow {
  code: string;
  name: string;
  field: string;
  definition: string;
  numerator: string;
  denominator: string;
  factor: number | null;
  unit: IndicatorUnit;
  kind: IndicatorKind;
  levels: AreaLevel[];
  periodKind: PeriodKind;
  periodNote: string;
  source: string;
  tableCode: string;
  direction: Direction;
  disclosureRule: DisclosureRule;
  infrastructure: boolean;
  number: number;
}

const head = [
  'Kürzel',
  'Name',
  'Handlungsfeld',
  'Definition',
  'Zähler',
  'Nenner',
  'Faktor',
  'Einheit',
  'Art',
  'Gebiete',
  'Zeitbezug',
  'Zeitpunkt',
  'Quelle',
  'Tabelle',
  'Richtung',
  'Geheimhaltung',
  'Soziale Infrastruktur',
  'Fassung',
];

/** The Datenkatalog as a table. */
export function indicatorCsv(rows: readonly IndicatorRow[]): StreamableFile {
  return csv(
    head,
    rows.map((it) => [
      it.code,
      it.name,
      it.field,
      it.definition,
      it.numerator,
      it.denominator,
      it.factor,
      unitFacts[it.unit].label,
      indicatorKindLabels[it.kind],
      it.levels.map((level) => areaLevelLabels[level]).join(', '),
      periodKindLabels[it.periodKind],
      it.periodNote,
      it.source,
      it.tableCode,
      directionLabels[it.direction],
      disclosureRuleLabels[it.disclosureRule],
      it.infrastructure ? 'ja' : 'nein',
      it.number,
    ]),
  );
}
