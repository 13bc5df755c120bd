import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { headingsKey } from '@runder-tisch/domain/imports';
import {
  Denominators,
  type Figure,
  FigureDerivation,
  type FigurePreview,
  type IndicatorFacts,
  type KeptValue,
  mappedFigures,
  populationDays,
} from '@runder-tisch/domain/indicators/imports';
import {
  type DashAnswers,
  type ReadTable,
  type TableMapping,
  tableMapping,
} from '@runder-tisch/domain/indicators/reading';
import { RefusedTable } from '@runder-tisch/domain/indicators/read-value';
import type { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { readIndicatorFile } from '../reading/indicator-file';
import { differencesOf, joinBy, keepCandidates, type KnownIndicator } from './figure-candidates';
import { keptChecks } from './kept-checks';
import { ratesToCome } from './rates-anew';

const AT_ONCE = 2_000;
/** Headings of a free table stand near its top. */
const HEAD_ROWS = 30;
const HEADINGS_MOST = 60;

export type Known = Map<string, KnownIndicator & IndicatorFacts>;

/** A file as far as it can be told without the catalogue. */
export interface FigureFile {
  table: ReadTable | null;
  mapped: boolean;
  headings: string[];
  dashes: DashAnswers;
  /** What is to be done so that it is read without a mapping; empty where there is no saying. */
  advice: string;
}

/** By present definition. */
export async function knownIndicators(database: Database): Promise<Known> {
  const rows = await database.rows<{ code: string } & KnownIndicator & IndicatorFacts>(sql`
    select indicator.code, indicator.id, known.id as "versionId", known.period_kind as "periodKind", known.factor::float8 as factor, known.unit
    from indicator join indicator_version known on known.id = indicator.current_version_id`);
  return new Map(rows.map((row) => [row.code, row]));
}

/**
 * Reads a file as an official table; where it is none, as somebody once said a table with these headings is meant.
 * @throws RefusedTable
 */
export async function readFile(
  database: Database,
  parts: () => AsyncIterable<Buffer>,
  { today, dashes, fileName }: { today: string; dashes: DashAnswers; fileName: string },
  knows: (table: string | null) => boolean,
): Promise<FigureFile> {
  const top: string[][] = [];
  let table: ReadTable | null = null;
  let advice = '';
  try {
    table = await readIndicatorFile(parts(), { mapping: null, today, dashes, fileName }, (rows) => {
      for (const [, cells] of rows) if (top.length < HEAD_ROWS) top.push(cells);
    });
    if (knows(table.about.table)) return { table, mapped: false, headings: [], dashes, advice };
  } catch (error) {
    if (!(error instanceof RefusedTable) || !MAPPABLE.has(error.code)) throw error;
    if (ADVISING.has(error.code)) advice = error.says;
  }
  // The head of an official table has more lines than a mapping can name.
  if (table?.about.table) return { table, mapped: false, headings: [], dashes, advice };
  const kept = await mappingFor(database, top);
  if (kept)
    return {
      table: await readIndicatorFile(parts(), { mapping: kept, today, dashes }),
      mapped: true,
      headings: [],
      dashes,
      advice: '',
    };
  const headings = (top.find((cells) => cells.filter((cell) => cell !== '').length > 1) ?? [])
    .filter((cell) => cell !== '')
    .slice(0, HEADINGS_MOST);
  return { table, mapped: false, headings, dashes, advice };
}

/** Refusals that say no more than that this is no official table. */
const MAPPABLE = new Set([
  'no-table',
  'no-values',
  'no-area',
  'no-period',
  'no-number',
  'no-head',
  'sheet-refused',
]);
/** Of these what they say helps whoever would rather write a line into the file than map its columns. */
const ADVISING = new Set(['no-period', 'sheet-refused']);

async function mappingFor(database: Database, top: readonly string[][]): Promise<TableMapping | null> {
  const keys = top.map((cells) => headingsKey(cells.filter((cell) => cell !== '')));
  const found = await database.one<{ mapping: unknown }>(
    sql`select mapping from data_mapping where headings_key = any(${keys}::text[]) limit 1`,
  );
  return found ? tableMapping(found.mapping) : null;
}

/** Keeps what the file would bring, and says what would become of it. */
export async function keepFigures(
  tx: EntityManager,
  importId: string,
  { table, mapped, headings, dashes, advice }: FigureFile,
  known: Known,
  progress: (done: number) => Promise<void>,
): Promise<{ preview: FigurePreview; count: number }> {
  await rowsIn(tx, sql`delete from data_import_value where import_id = ${importId}`);
  await joinBy(tx, 'index');
  const about = table?.about;
  const notices = table ? [...table.notices] : [];
  if (advice !== '') notices.push({ kind: 'note', code: 'advice', says: advice, line: null });
  let count = 0;
  if (table) {
    const derivation = mapped ? null : await derivationFor(tx, table, known);
    const figures: Iterable<Figure> = derivation
      ? derivation.knows
        ? derivation.figures(table.values())
        : []
      : mappedFigures(table.values(), known);
    let batch: Figure[] = [];
    const keep = async (): Promise<void> => {
      await keepCandidates(tx, importId, count, batch, known);
      count += batch.length;
      batch = [];
      await progress(count);
    };
    for (const figure of figures) {
      batch.push(figure);
      if (batch.length >= AT_ONCE) await keep();
    }
    if (batch.length > 0) await keep();
    notices.push(...(derivation?.notices ?? []));
    let at = count;
    await ratesToCome(tx, importId, known, async ({ figures: rates }) => {
      await keepCandidates(tx, importId, at, rates, known, true);
      at += rates.length;
    });
    if (derivation && !derivation.knows && about?.table)
      notices.push({
        kind: 'note',
        code: 'table-unknown',
        says: `Zur Tabelle ${about.table} kennt der Katalog keinen Indikator: Es gibt nichts zu übernehmen.`,
        line: null,
      });
  }
  if (count > 0) notices.unshift(...(await keptChecks(tx, importId)));
  const told = await differencesOf(tx, importId);
  return {
    count,
    preview: {
      family: about?.family ?? '',
      table: about?.table ?? '',
      title: about?.title ?? '',
      madeOn: about?.madeOn ?? null,
      cells: table?.count ?? 0,
      areas: table?.areas ?? 0,
      periods: table?.periods ?? [],
      notices,
      dashes,
      headings,
      ...told,
    },
  };
}

async function derivationFor(tx: EntityManager, table: ReadTable, known: Known): Promise<FigureDerivation> {
  const days = populationDays(table.about.table, table.readPeriods, known);
  const kept = days.length
    ? await rowsIn<KeptValue>(
        tx,
        sql`select indicator.code as indicator, seen.area_code as "areaCode", seen.period_end::text as "periodEnd", seen.dimensions,
              seen.value::float8 as value, coalesce(seen.numerator, seen.kept_numerator)::float8 as numerator, seen.value_flag as flag,
              seen.territory_status::text as "territoryStatus", seen.population_base as "populationBase"
            from observation seen join indicator on indicator.id = seen.indicator_id and indicator.current_version_id = seen.version_id
            where seen.superseded_at is null and seen.period_end = any(${days}::date[]) and seen.area_code = any(${table.areaCodes}::text[])
              and ((indicator.code = 'DEM-01' and (seen.dimensions = '' or seen.dimensions ~ '^ALT=[0-9+-]+$'))
                or (indicator.code = 'PTH-01' and seen.dimensions = ''))`,
      )
    : [];
  return new FigureDerivation(table.about.table, known, new Denominators(kept));
}
