import { wholeNumber } from '../text';
import { type Cell, type Equation, GREATEST_VALUE, type LinkedTables, type Zeros } from './cells';

/** Enough for a county's tables; whatever is larger is a slip, and would take hours. */
export const MOST_CELLS = 20_000;
const SHOWN = 60;

class Refusal extends Error {}

/** Tables as JSON (`docs/formats/disclosure.md`); or one German sentence that says what is wrong with them. */
export function readTables(text: string): { tables: LinkedTables } | { refused: string } {
  try {
    const tables = tablesOf(parsed(text));
    const refused = refusalOf(tables);
    return refused === null ? { tables } : { refused };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  }
}

/**
 * What makes tables no tables, as one German sentence: a cell that stands there twice, a number that is none, a sum that
 * does not add up, a hidden zero where zeros are published. Null: all is well.
 */
export function refusalOf({ minimum, zeros, cells, equations }: LinkedTables): string | null {
  if (!isCount(minimum) || minimum < 1) return '„minimum“ muss eine ganze Zahl ab 1 sein.';
  if (cells.length === 0) return 'Es ist keine Zelle da: Bitte nennen Sie unter „cells“ mindestens eine.';
  if (cells.length > MOST_CELLS)
    return `Es sind zu viele Zellen: höchstens ${wholeNumber(MOST_CELLS)} werden zusammen geschützt.`;
  const values = new Map<string, number>();
  for (const { id, value, hidden, known } of cells) {
    if (values.has(id)) return `Die Zelle ${named(id)} steht zweimal da.`;
    if (!isCount(value))
      return `Der Wert der Zelle ${named(id)} muss eine ganze Zahl von 0 bis ${wholeNumber(GREATEST_VALUE)} sein.`;
    if (hidden && value === 0 && zeros === 'published')
      return `Die Zelle ${named(id)} ist null und verborgen, obwohl Nullen veröffentlicht werden.`;
    if (hidden && known) return `Die Zelle ${named(id)} ist verborgen und zugleich schon bekannt.`;
    values.set(id, value);
  }
  for (const { total, parts } of equations) {
    if (parts.length === 0) return `Die Summe ${named(total)} hat keine Teile.`;
    const unknown = [total, ...parts].find((id) => !values.has(id));
    if (unknown !== undefined)
      return `Die Summe ${named(total)} nennt die Zelle ${named(unknown)}, die es nicht gibt.`;
    const sum = parts.reduce((all, part) => all + (values.get(part) ?? 0), 0);
    const value = values.get(total) ?? 0;
    if (!Number.isSafeInteger(sum) || sum !== value)
      return `Die Summe ${named(total)} geht nicht auf: Die Teile ergeben ${wholeNumber(sum)}, dort steht ${wholeNumber(value)}.`;
  }
  return null;
}

function parsed(text: string): Record<string, unknown> {
  const bare = text.replace(/^\uFEFF/, '');
  if (bare.trim() === '') throw new Refusal('Die Datei ist leer.');
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch {
    throw new Refusal('Die Datei ist kein gültiges JSON.');
  }
  return recordOf(value, 'Die Datei', ['minimum', 'zeros', 'cells', 'equations']);
}

function tablesOf(file: Record<string, unknown>): LinkedTables {
  for (const field of ['minimum', 'zeros', 'cells', 'equations'])
    if (!Object.hasOwn(file, field)) throw new Refusal(`In der Datei fehlt „${field}“.`);
  const { minimum, zeros } = file;
  if (!isCount(minimum)) throw new Refusal('„minimum“ muss eine ganze Zahl ab 1 sein.');
  if (zeros !== 'published' && zeros !== 'hidden')
    throw new Refusal(
      '„zeros“ muss „published“ (Nullen stehen da) oder „hidden“ (Nullen sind verborgen) sein.',
    );
  return {
    minimum,
    zeros: zeros satisfies Zeros,
    cells: listOf(file['cells'], 'cells').map(cellOf),
    equations: listOf(file['equations'], 'equations').map(equationOf),
  };
}

function cellOf(value: unknown, index: number): Cell {
  const place = `Die ${index + 1}. Zelle`;
  const cell = recordOf(value, place, ['id', 'value', 'hidden']);
  const id = idOf(cell['id'], place, '„id“');
  const number = cell['value'];
  if (!isCount(number))
    throw new Refusal(
      `Der Wert der Zelle ${named(id)} muss eine ganze Zahl von 0 bis ${wholeNumber(GREATEST_VALUE)} sein.`,
    );
  const hidden = cell['hidden'] ?? false;
  if (typeof hidden !== 'boolean' || (Object.hasOwn(cell, 'hidden') && cell['hidden'] === null))
    throw new Refusal(`„hidden“ der Zelle ${named(id)} muss true oder false sein.`);
  // Minus zero is a zero.
  return { id, value: number + 0, hidden };
}

function equationOf(value: unknown, index: number): Equation {
  const place = `Die ${index + 1}. Summe`;
  const equation = recordOf(value, place, ['total', 'parts']);
  const total = idOf(equation['total'], place, '„total“');
  const parts = equation['parts'];
  if (!Array.isArray(parts)) throw new Refusal(`„parts“ der Summe ${named(total)} muss eine Liste sein.`);
  return { total, parts: parts.map((part) => idOf(part, place, 'jeder Teil')) };
}

function recordOf(value: unknown, place: string, fields: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(`${place} muss ein Objekt mit ${fields.map((field) => `„${field}“`).join(', ')} sein.`);
  const unknown = Object.keys(value).find((field) => !fields.includes(field));
  if (unknown !== undefined) throw new Refusal(`${place} hat das Feld ${named(unknown)}, das es nicht gibt.`);
  return value as Record<string, unknown>;
}

function listOf(value: unknown, field: string): unknown[] {
  if (!Array.isArray(value)) throw new Refusal(`„${field}“ muss eine Liste sein.`);
  return value;
}

function idOf(value: unknown, place: string, what: string): string {
  if (typeof value !== 'string' || value === '')
    throw new Refusal(`${place}: ${what} muss ein Text sein, der nicht leer ist.`);
  return value;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= GREATEST_VALUE;
}

/** As short as a sentence can carry it, on one line. */
function named(id: string): string {
  const line = id.slice(0, 2 * SHOWN + 2).replace(/\p{C}/gu, ' ');
  const letters = Array.from(line);
  return `„${letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : line}“`;
}
