import { RefusedTable } from '../../read-value';
import { type PopulationBase, populationBases } from '../../value-flags';
import { periodOf } from '../cells/periods';

export type FromColumnOrFixed = { column: string } | { fixed: string };

/** How the columns of a free table are meant; kept by whoever imports, and used again for the next file of its kind. */
export interface TableMapping {
  /** Sheet of a workbook; the first where it is missing. */
  sheet?: string;
  /** Line of the headings; the first line in which all mapped ones stand where it is missing. */
  headLine?: number;
  decimal?: ',' | '.';
  area: FromColumnOrFixed;
  areaName?: { column: string };
  period: FromColumnOrFixed;
  dimensions: { column: string; name: string }[];
  values: {
    column: string;
    measure: string;
    unit: string;
    factor: number;
    dimensions: Record<string, string>;
  }[];
  /** Columns that are left out on purpose; any other that is not mapped is refused. */
  ignore: string[];
  populationBase?: PopulationBase;
  territoryStatus?: string;
}

/** Values stay numbers that can be written down. */
const GREATEST_FACTOR = 1e9;
/** What a sentence can carry. */
const LONGEST_NAMED = 60;

type Json = Record<string, unknown>;

/**
 * A mapping from JSON that somebody wrote.
 * @throws RefusedTable with the first thing that is wrong
 */
export function tableMapping(json: unknown): TableMapping {
  const it = objectOf(json, 'Die Zuordnung');
  const known = [
    'sheet',
    'headLine',
    'decimal',
    'area',
    'areaName',
    'period',
    'dimensions',
    'values',
    'ignore',
    'populationBase',
    'territoryStatus',
  ];
  const unknown = Object.keys(it).find((name) => !known.includes(name));
  if (unknown) throw wrong(`kennt „${unknown.slice(0, LONGEST_NAMED)}“ nicht`);
  const values = listOf(it['values'], 'values').map((entry) => {
    const factor = entry['factor'] ?? 1;
    if (typeof factor !== 'number' || !(factor > 0 && factor <= GREATEST_FACTOR))
      throw wrong('braucht als „factor“ eine Zahl über 0 und bis 1 Milliarde');
    const unit = entry['unit'] ?? 'Anzahl';
    if (typeof unit !== 'string') throw wrong('braucht als „unit“ einen Text');
    return {
      column: textOf(entry, 'column'),
      measure: textOf(entry, 'measure'),
      unit,
      factor,
      dimensions: labelsOf(entry['dimensions'] ?? {}),
    };
  });
  if (values.length === 0) throw wrong('nennt unter „values“ keine Spalte mit Werten');
  const ignore: unknown = it['ignore'] ?? [];
  if (!Array.isArray(ignore)) throw wrong('braucht unter „ignore“ eine Liste');
  const mapping: TableMapping = {
    area: fromOf(it['area'], 'area'),
    period: fromOf(it['period'], 'period'),
    dimensions: listOf(it['dimensions'] ?? [], 'dimensions').map((entry) => ({
      column: textOf(entry, 'column'),
      name: textOf(entry, 'name'),
    })),
    values,
    ignore: ignore.map(String),
  };
  if ('fixed' in mapping.period && !periodOf(mapping.period.fixed))
    throw wrong(`nennt mit „${mapping.period.fixed.slice(0, LONGEST_NAMED)}“ keine Zeit`);
  if (it['sheet'] !== undefined) {
    if (typeof it['sheet'] !== 'string') throw wrong('braucht als „sheet“ den Namen eines Blatts');
    mapping.sheet = it['sheet'];
  }
  if (it['headLine'] !== undefined) {
    if (!Number.isInteger(it['headLine']) || Number(it['headLine']) < 1)
      throw wrong('braucht als „headLine“ eine Zeilennummer');
    mapping.headLine = Number(it['headLine']);
  }
  if (it['decimal'] === ',' || it['decimal'] === '.') mapping.decimal = it['decimal'];
  else if (it['decimal'] !== undefined) throw wrong('braucht als „decimal“ ein Komma oder einen Punkt');
  if (it['areaName'] !== undefined)
    mapping.areaName = { column: textOf(objectOf(it['areaName'], 'areaName'), 'column') };
  if (it['populationBase'] !== undefined) {
    const base = populationBases.find((one) => one === it['populationBase']);
    if (!base) throw wrong(`kennt die Bevölkerungsbasis „${textOf(it, 'populationBase')}“ nicht`);
    mapping.populationBase = base;
  }
  if (it['territoryStatus'] !== undefined) {
    const status = periodOf(textOf(it, 'territoryStatus'));
    if (status?.kind !== 'DAY') throw wrong('braucht als „territoryStatus“ einen Tag');
    mapping.territoryStatus = status.period;
  }
  return mapping;
}

function wrong(what: string): RefusedTable {
  return new RefusedTable('mapping', `Die Zuordnung ${what.replace(/\p{C}/gu, ' ')}.`);
}

function objectOf(json: unknown, what: string): Json {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new RefusedTable('mapping', `${what} ist kein JSON-Objekt.`);
  return json as Json;
}

function listOf(json: unknown, name: string): Json[] {
  if (!Array.isArray(json)) throw wrong(`braucht unter „${name}“ eine Liste`);
  return json.map((entry) => objectOf(entry, `Ein Eintrag unter „${name}“`));
}

function textOf(entry: Json, name: string): string {
  const text = entry[name];
  if (typeof text === 'number') return String(text);
  if (typeof text !== 'string' || text.trim() === '') throw wrong(`lässt in einem Eintrag „${name}“ offen`);
  return text.trim();
}

function labelsOf(json: unknown): Record<string, string> {
  const labels = objectOf(json, 'Die Angabe unter „dimensions“');
  return Object.fromEntries(
    Object.entries(labels).map(([name, label]) => {
      if (typeof label !== 'string' && typeof label !== 'number')
        throw wrong(`braucht unter „${name}“ einen Text`);
      return [name, String(label)];
    }),
  );
}

function fromOf(json: unknown, name: string): FromColumnOrFixed {
  const entry = objectOf(json, `Die Angabe unter „${name}“`);
  return 'fixed' in entry ? { fixed: textOf(entry, 'fixed') } : { column: textOf(entry, 'column') };
}
