import { folded } from '../text/folded';
import type { ExpectedColumn } from './interface-agreement';

/**
 * What somebody who checks a delivery should look at; none of it refuses the file.
 * @param expected the columns that were agreed on
 * @param headings as they stand in the file
 * @returns sentences, the most important first
 */
export function deliveryFindings(
  expected: readonly Pick<ExpectedColumn, 'name'>[],
  headings: readonly string[],
  rows: number,
): string[] {
  const there = new Set(headings.map(plain));
  const missing = expected.filter(({ name }) => !there.has(plain(name))).map(({ name }) => `„${name}“`);
  const wanted = new Set(expected.map(({ name }) => plain(name)));
  const others = expected.length === 0 ? 0 : headings.filter((heading) => !wanted.has(plain(heading))).length;
  return [
    ...(missing.length === 1 ? [`Die Spalte ${missing[0]} fehlt.`] : []),
    ...(missing.length > 1 ? [`Es fehlen die Spalten ${missing.join(', ')}.`] : []),
    ...(others > 0
      ? [`${others === 1 ? 'Eine Spalte war' : `${others} Spalten waren`} nicht vereinbart.`]
      : []),
    ...(rows === 0 ? ['Die Tabelle hat keine Zeile mit Zahlen.'] : []),
  ];
}

/** The first of the first lines that fills nearly as many columns as any of them: titles above it are passed over. */
export function headingLine(lines: readonly (readonly string[])[]): number {
  const filled = lines.slice(0, 20).map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  const widest = Math.max(0, ...filled);
  return Math.max(
    0,
    filled.findIndex((count) => count > 0 && count >= widest * 0.6),
  );
}

/**
 * A CSV text cut into cells, for a look before it is sent; the server reads the file itself more carefully. The
 * separator is the sign that stands most often in the first lines.
 */
export function* csvLines(text: string): Generator<string[]> {
  const separator = [';', '\t', ',', '|']
    .map((sign) => ({ sign, times: text.slice(0, 4000).split(sign).length }))
    .reduce((most, it) => (it.times > most.times ? it : most)).sign;
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n' || sign === '\r') {
      if (cells.length > 0 || cell.trim() !== '') yield [...cells, cell];
      cells = [];
      cell = '';
    } else cell += sign;
  }
  if (cells.length > 0 || cell.trim() !== '') yield [...cells, cell];
}

function plain(heading: string): string {
  return folded(heading).replace(/[^a-z0-9]/g, '');
}
