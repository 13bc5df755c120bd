import { RefusedTable } from '../../read-value';

/** Headings of lists that have one row per human, and how we call them. Statistics count by none of these. */
const KINDS: readonly { pattern: RegExp; says: string }[] = [
  {
    pattern:
      /geburts(datum|tag|name)|^geb\.?\s?-?\s?(dat(um)?|am)?\.?$|date ?of ?birth|birth ?(date|day)|^dob$/,
    says: 'Geburtsdatum',
  },
  {
    pattern:
      /^(vor|nach|familien|ruf|zu)namen?$|^(first|last|given|family|sur) ?name$|^name,? ?vorname$|^vor- und (nach|zu)name$/,
    says: 'Name',
  },
  {
    pattern:
      /^(stra(ß|ss)e|str\.|anschrift|adresse|wohnanschrift|hausnummer|haus-?nr\.?|street|address)$|^stra(ß|ss)e[ ,/]*(und )?(haus|nr)/,
    says: 'Anschrift',
  },
  {
    pattern:
      /aktenzeichen|^az\.?$|\bbg-? ?(nummer|nr)|bedarfsgemeinschafts?-? ?(nummer|nr|id)|kunden-? ?(nummer|nr)|fall-? ?(nummer|nr|id)\b|^personen-? ?(id|nummer|nr)/,
    says: 'Akten- und Kundennummer',
  },
  { pattern: /\biban\b|kontonummer|konto-?nr|kontoinhaber/, says: 'Bankverbindung' },
  {
    pattern:
      /sozialversicherungs-?(nummer|nr)|rentenversicherungs-?(nummer|nr)|^sv-?(nummer|nr)|steuer-?(id|identifikation)|ausweis-?(nummer|nr)/,
    says: 'Kennnummer',
  },
  { pattern: /^e-?mail(-?adresse)?$|^(telefon|mobil|handy)(nummer|-?nr\.?)?$/, says: 'Kontaktangabe' },
];

/** What only a list of humans has in its cells: bank accounts, mail addresses, numbers of a Bedarfsgemeinschaft. */
const CONTENTS: readonly { pattern: RegExp; says: string }[] = [
  { pattern: /^DE\d{2}[ ]?(\d{4}[ ]?){4}\d{2}$/, says: 'Bankverbindung' },
  { pattern: /^\d{5}\/\/?\d{7}$|^\d{5}BG\d{7}$/, says: 'Nummer einer Bedarfsgemeinschaft' },
  { pattern: /^[^\s@]{1,60}@[^\s@]{1,60}\.[a-z]{2,12}$/i, says: 'Mailadresse' },
  { pattern: /^\d{2}\d{6}[A-Z]\d{3}$/, says: 'Versicherungsnummer' },
];

/** @returns what kind of data about single humans the heading announces, or null */
export function personalHeading(heading: string): string | null {
  const words = heading
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .trim();
  if (words === '' || words.length > 80) return null;
  return KINDS.find(({ pattern }) => pattern.test(words))?.says ?? null;
}

/** @throws RefusedTable where a heading announces data about single humans */
export function refusePersonal(headings: readonly string[], line: number): void {
  for (const heading of headings) {
    const says = personalHeading(heading);
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
    const found = CONTENTS.find(({ pattern }) => pattern.test(cell));
    if (found)
      throw personLevel(
        `In Zeile ${line} steht eine Angabe zu einem einzelnen Menschen (${found.says})`,
        line,
      );
  }
}

export function personLevel(why: string, line: number): RefusedTable {
  return new RefusedTable(
    'person-level',
    `${why}: Aus Gründen des Datenschutzes (§ 67c SGB X) nehmen wir nur zusammengefasste Zahlen an, die Datei wurde nicht gelesen.`,
    line,
  );
}
