import { identifier, personalHeading, personLevelKindLabels } from '../../../imports/personal-data';
import { RefusedTable } from '../../read-value';

/** Whom to ask stands beside people in lists, and never in a table of the statistics. */
const CONTACT_HEADING = /^e-?mail(-?adresse)?$|^(telefon|mobil|handy)(nummer|-?nr\.?)?$/i;
const MAIL = /^[^\s@]{1,60}@[^\s@]{1,60}\.[a-z]{2,12}$/i;

/** @throws RefusedTable where a heading announces data about single humans */
export function refusePersonal(headings: readonly string[], line: number): void {
  for (const heading of headings) {
    const kind = personalHeading(heading);
    const says = kind
      ? personLevelKindLabels[kind]
      : CONTACT_HEADING.test(heading.trim())
        ? 'Kontaktangabe'
        : null;
    if (says)
      throw personLevel(
        `Die Spalte „${heading.trim().slice(0, 60)}“ (${says}) gehört zu einzelnen Menschen`,
        line,
      );
  }
}

/**
 * Looks at the first lines of any table, whatever it turns out to be: a line of headings has no numbers.
 * @throws RefusedTable
 */
export function refusePersonalLines(lines: readonly { line: number; cells: readonly string[] }[]): void {
  for (const { line, cells } of lines) {
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length > 1 && !filled.some((cell) => /^[\d.,]+$/.test(cell))) refusePersonal(filled, line);
  }
}

/** @throws RefusedTable where a cell holds what only a list of humans has */
export function refusePersonalCells(cells: readonly string[], line: number): void {
  for (const cell of cells) {
    if (cell.length < 8 || cell.length > 130) continue;
    const kind = identifier(cell);
    const says = kind ? personLevelKindLabels[kind] : MAIL.test(cell) ? 'Mailadresse' : null;
    if (says)
      throw personLevel(`In Zeile ${line} steht eine Angabe zu einem einzelnen Menschen (${says})`, line);
  }
}

export function personLevel(why: string, line: number): RefusedTable {
  return new RefusedTable(
    'person-level',
    `${why}: Aus Gründen des Datenschutzes (§ 67c SGB X) nehmen wir nur zusammengefasste Zahlen an, die Datei wurde nicht gelesen.`,
    line,
  );
}
