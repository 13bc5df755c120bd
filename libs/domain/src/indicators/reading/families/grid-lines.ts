import { RefusedTable } from '../../read-value';
import { periodOf } from '../cells/periods';
import type { Line } from '../family';
import type { ColumnHead } from './column-heads';
import { isValueLike } from './layout';

/**
 * Whether a line among those of the head has a name and numbers of its own: its area or time was not recognised.
 * @param leads first cells of the lines above
 */
export function isValueLineInHead({ cells }: Line, leads: ReadonlySet<string>): boolean {
  const [lead = '', ...rest] = cells;
  if (lead === '' || leads.has(lead)) return false;
  const filled = rest.filter((cell) => cell !== '');
  const numbers = filled.filter((cell) => /\d/.test(cell) && isValueLike(cell) && periodOf(cell) === null);
  return numbers.length > 0 && numbers.length * 2 >= filled.length;
}

/** @throws RefusedTable where a time stands among the words of a head: which column belongs to it is not told */
export function refuseTimesAsWords(heads: readonly ColumnHead[], line: number): void {
  const isTime = (words: string): boolean => {
    const period = periodOf(words);
    return period !== null && period.kind !== 'YEAR';
  };
  const words = heads.flatMap(({ measure, dimensions }) => [measure, ...Object.values(dimensions)]);
  const time = words.find(isTime) ?? heads.map(({ measure }) => measure).find((it) => periodOf(it) !== null);
  if (time === undefined) return;
  throw new RefusedTable(
    'no-period',
    `Im Kopf bis Zeile ${line} steht „${time.slice(0, 40)}“ neben Angaben, die keine Zeit sind: Zu welcher Zeit die Werte gehören, ist nicht zu erkennen.`,
    line,
  );
}

/** A heading merged over several lines says the same in each of them; it counts once. */
export function forgetRepeats(levels: string[][]): void {
  for (let at = levels.length - 1; at > 0; at -= 1)
    levels[at] = (levels[at] ?? []).map((cell, column) => (cell === levels[at - 1]?.[column] ? '' : cell));
}

/** The words of a line that has nothing else, or null. */
export function onlyWords(cells: readonly string[]): string | null {
  const filled = cells.filter((cell) => cell !== '');
  const [first = ''] = filled;
  return cells[0] !== '' && filled.every((cell) => cell === first) ? first : null;
}

export function strayLine({ line, cells }: Line): RefusedTable {
  return new RefusedTable(
    'no-period',
    `Zeile ${line} („${(cells[0] ?? '').slice(0, 40)}“) steht, wo eine Zeitangabe stehen müsste, und ist keine: Zu welcher Zeit die Werte darunter gehören, ist nicht zu erkennen.`,
    line,
  );
}

export function noTable(line: number | null = null): RefusedTable {
  return new RefusedTable(
    'no-table',
    'Wir erkennen darin keine Tabelle der amtlichen Statistik: Bitte geben Sie eine Zuordnung der Spalten an.',
    line,
  );
}

export function noNumber(line: number, column: number, cell: string): RefusedTable {
  return new RefusedTable(
    'no-number',
    `In Zeile ${line}, Spalte ${column + 1} steht „${cell.slice(0, 60)}“; das ist weder eine Zahl noch ein Zeichen der Statistik. Sind Spalten vertauscht?`,
    line,
  );
}

export function noArea(line: number, cell: string): RefusedTable {
  return new RefusedTable(
    'no-area',
    `In Zeile ${line} steht als Gebiet „${cell.slice(0, 40)}“; das ist kein amtlicher Schlüssel. Sind Spalten vertauscht?`,
    line,
  );
}
