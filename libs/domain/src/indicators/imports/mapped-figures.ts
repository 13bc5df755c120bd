import { RefusedTable, type ReadValue } from '../read-value';
import { type Counted, type Figure, periodAs, rateOf } from './figure';
import type { IndicatorFacts } from './derive-figures';
import { refuseOtherUnit } from './kept-checks';
import { dimensionsOf, tableCell } from './table-cell';

export const mappedRoles = ['VALUE', 'NUMERATOR', 'DENOMINATOR'] as const;
export type MappedRole = (typeof mappedRoles)[number];

/** What a column of a free table is taken for, written where official tables have the words for what is counted. */
export function mappedMeasure(indicator: string, role: MappedRole): string {
  return `${indicator} ${role}`;
}

interface Row {
  about: ReadValue;
  dimensions: string;
  indicator: string;
  parts: Map<MappedRole, Counted>;
}

/**
 * Values of a free table, whose columns somebody assigned to indicators.
 * @throws RefusedTable where a column's indicator is gone, or a breakdown cannot be kept
 */
export function mappedFigures(
  values: Iterable<ReadValue>,
  indicators: ReadonlyMap<string, IndicatorFacts>,
): Figure[] {
  const rows = new Map<string, Row>();
  for (const about of values) {
    const [indicator = '', role = 'VALUE'] = about.measure.split(' ');
    if (!indicators.has(indicator))
      throw new RefusedTable(
        'indicator-gone',
        `Die Zuordnung nennt den Indikator ${indicator}, und den gibt es im Katalog nicht.`,
      );
    const dimensions = dimensionsOf(tableCell(about.dimensions));
    if (dimensions === null)
      throw new RefusedTable(
        'dimension-unknown',
        `In Zeile ${about.line} steht ein Merkmal, nach dem wir keine Werte führen; bekannt sind Alter, Geschlecht und Staatsangehörigkeit.`,
        about.line,
      );
    const at = `${indicator}|${about.area}|${about.period}|${dimensions}`;
    let row = rows.get(at);
    if (!row) rows.set(at, (row = { about, dimensions, indicator, parts: new Map() }));
    const unit = indicators.get(indicator)?.unit;
    if (role === 'VALUE' && unit) refuseOtherUnit(about, indicator, unit);
    const value = about.value === null ? null : about.value * about.factor;
    row.parts.set(role as MappedRole, { value, flag: about.flag });
  }
  return [...rows.values()].flatMap((row) => figureOf(row, indicators.get(row.indicator)) ?? []);
}

function figureOf({ about, dimensions, indicator, parts }: Row, facts?: IndicatorFacts): Figure | null {
  const period = facts && periodAs(facts.periodKind, about);
  if (!period)
    throw new RefusedTable(
      'period-does-not-fit',
      `Die Zeit „${about.period}“ in Zeile ${about.line} passt nicht zum Indikator ${indicator}.`,
      about.line,
    );
  const [above, below] = [parts.get('NUMERATOR'), parts.get('DENOMINATOR')];
  const rate = above && below ? rateOf(above, below, facts.factor ?? 1) : null;
  const counted = parts.get('VALUE') ?? rate;
  if (!counted) return null;
  const kept = rate !== null && rate.value !== null;
  return {
    indicator,
    areaCode: about.area,
    keyKind: about.keyKind === 'ARS' ? 'AGS' : about.keyKind,
    ...period,
    dimensions,
    ...counted,
    quality: about.quality ?? '',
    keptNumerator: null,
    numerator: kept ? (above?.value ?? null) : null,
    denominator: kept ? (below?.value ?? null) : null,
    territoryStatus: about.territoryStatus,
    populationBase: about.populationBase,
    line: about.line,
  };
}
