import { RefusedTable } from '../../read-value';
import { refusePersonal } from '../cells/person-level';

/** One variable of a flat table: code, label, and code and label of what it takes in a row. */
export interface FlatVariable {
  code: number;
  label: number;
  attributeCode: number;
  attributeLabel: number;
}

export interface FlatValueColumn {
  at: number;
  code: string;
  label: string;
  unit: string;
  quality: number;
}

export interface FlatColumns {
  statistics: number;
  statisticsLabel: number;
  time: number;
  timeCode: number;
  variables: FlatVariable[];
  /** New form: measure and unit stand in each row. */
  measure: { value: number; unit: number; code: number; label: number; quality: number } | null;
  /** Old form: a column per measure. */
  values: FlatValueColumn[];
  width: number;
}

const NEW = 'value_variable_code';
const OLD = 'statistik_code';

/** @returns "new", "old", or null where the line is no head of a flat table */
export function flatForm(cells: readonly string[]): 'new' | 'old' | null {
  const names = cells.map(named);
  if (names.includes(NEW) || (names.includes('statistics_code') && names.includes('value'))) return 'new';
  if (names.includes(OLD) || (names.includes('statistics_code') && names.some((name) => name.includes('__'))))
    return 'old';
  return null;
}

function named(cell: string): string {
  return cell.trim().toLowerCase().replace(/\s+/g, '_');
}

/**
 * Where everything stands in a flat table; columns may stand in any order.
 * @throws RefusedTable where one is missing that nothing can be read without
 */
export function flatColumns(cells: readonly string[], line: number): FlatColumns {
  refusePersonal(cells, line);
  const names = cells.map(named);
  const twice = names.find((name, at) => name !== '' && !name.includes('__') && names.indexOf(name) !== at);
  if (twice)
    throw new RefusedTable('column-twice', `Die Spalte „${twice}“ steht in Zeile ${line} zweimal.`, line);
  // The first of the names that is there.
  const find = (...wanted: string[]): number =>
    names.indexOf(wanted.find((name) => names.includes(name)) ?? '');
  const need = (...wanted: string[]): number => {
    const at = find(...wanted);
    if (at < 0)
      throw new RefusedTable(
        'column-missing',
        `In Zeile ${line} fehlt die Spalte „${isNew ? wanted[0] : wanted.at(-1)}“, ohne die eine flache GENESIS-Tabelle nicht zu lesen ist.`,
        line,
      );
    return at;
  };
  const isNew = flatForm(cells) === 'new';
  const variables: FlatVariable[] = [];
  for (let n = 1; n <= 30; n += 1) {
    const attributeCode = find(`${n}_variable_attribute_code`, `${n}_auspraegung_code`);
    if (attributeCode < 0) break;
    variables.push({
      code: need(`${n}_variable_code`, `${n}_merkmal_code`),
      label: need(`${n}_variable_label`, `${n}_merkmal_label`),
      attributeCode,
      attributeLabel: need(`${n}_variable_attribute_label`, `${n}_auspraegung_label`),
    });
  }
  if (variables.length === 0) need('1_variable_attribute_code');
  const values = isNew ? [] : valueColumns(cells);
  if (!isNew && values.length === 0)
    throw new RefusedTable(
      'column-missing',
      `In Zeile ${line} steht keine Spalte der Form „CODE__Bezeichnung__Einheit“ mit Werten.`,
      line,
    );
  return {
    statistics: need('statistics_code', OLD),
    statisticsLabel: find('statistics_label', 'statistik_label'),
    time: need('time', 'zeit'),
    timeCode: find('time_code', 'zeit_code'),
    variables,
    measure: isNew
      ? {
          value: need('value'),
          unit: need('value_unit'),
          code: find(NEW),
          label: need('value_variable_label', NEW),
          quality: find('value_q'),
        }
      : null,
    values,
    width: cells.length,
  };
}

/** "   FLC006__Gebietsflaeche__qkm" and, beside it, "FLC006__q" or "FLC006__Gebietsflaeche__qkm__q". */
function valueColumns(cells: readonly string[]): FlatValueColumn[] {
  const columns: FlatValueColumn[] = [];
  cells.forEach((cell, at) => {
    const parts = cell.trim().split('__');
    if (parts.length < 2) return;
    if (parts.at(-1)?.toLowerCase() === 'q') {
      const of = columns.find((it) => it.code === parts[0] && it.quality < 0);
      if (of) of.quality = at;
      return;
    }
    // The heads of that time have no blanks: "Umsatz_je_Betrieb__Tsd._EUR".
    const [code = '', label = code, unit = ''] = parts.map((part, of) => (of === 0 ? part : spaced(part)));
    columns.push({ at, code, label, unit, quality: -1 });
  });
  return columns;
}

function spaced(words: string): string {
  return words.replace(/_/g, ' ').trim();
}
