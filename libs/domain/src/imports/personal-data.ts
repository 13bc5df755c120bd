import { folded } from '../text/folded';

/** What gives away that a table is about single humans. */
export const personLevelKinds = ['BIRTHDAY', 'NAME', 'STREET', 'ACCOUNT', 'FILE_NUMBER', 'ROW_EACH'] as const;
export type PersonLevelKind = (typeof personLevelKinds)[number];

export const personLevelKindLabels: Record<PersonLevelKind, string> = {
  BIRTHDAY: 'Geburtsdatum',
  NAME: 'Name',
  STREET: 'Anschrift',
  ACCOUNT: 'Bankverbindung',
  FILE_NUMBER: 'Akten- oder Kennnummer',
  ROW_EACH: 'eine Zeile je Mensch',
};

/** Parts of headings, without blanks and signs, that name a thing only single humans have. */
const parts: readonly (readonly [kind: PersonLevelKind, parts: readonly string[]])[] = [
  [
    'BIRTHDAY',
    [
      ...['geburtsdat', 'geburtstag', 'gebdat', 'gebtag', 'geborenam', 'gebam'],
      ...['birthdate', 'dateofbirth', 'birthday'],
    ],
  ],
  [
    'NAME',
    ['vorname', 'nachname', 'familienname', 'zuname', 'geburtsname', 'firstname', 'lastname', 'rufname'],
  ],
  ['STREET', ['strasse', 'hausnummer', 'hausnr', 'anschrift', 'wohnanschrift', 'wohnadresse', 'strnr']],
  ['ACCOUNT', ['iban', 'kontonummer', 'kontonr', 'ktonr', 'kontoinhaber', 'bankverbindung']],
  [
    'FILE_NUMBER',
    [
      ...[
        'bgnummer',
        'bgnr',
        'aktenzeichen',
        'fallnummer',
        'fallnr',
        'kundennummer',
        'kundennr',
        'klientennummer',
      ],
      ...['aktennummer', 'aktennr', 'klientennr', 'klientenid', 'personennummer', 'personennr'],
      ...[
        'versicherungsnummer',
        'versicherungsnr',
        'versichertennummer',
        'versichertennr',
        'rentenvers',
        'steuerid',
        'steuernummer',
        'ausweisnummer',
      ],
    ],
  ],
];
/** Whole headings, where the same letters within a longer word mean something else. */
const whole: Readonly<Record<string, PersonLevelKind>> = {
  geb: 'BIRTHDAY',
  geburtsd: 'BIRTHDAY',
  dob: 'BIRTHDAY',
  str: 'STREET',
  adresse: 'STREET',
  az: 'FILE_NUMBER',
  bg: 'FILE_NUMBER',
  ...{ bgid: 'FILE_NUMBER', fallid: 'FILE_NUMBER', kdnr: 'FILE_NUMBER' },
  ...{ svnr: 'FILE_NUMBER', svnummer: 'FILE_NUMBER', rvnr: 'FILE_NUMBER', rvnummer: 'FILE_NUMBER' },
  ...{ kvnr: 'FILE_NUMBER', kvnummer: 'FILE_NUMBER' },
};
/** Words that say nothing by themselves beside one that does: "Name, Vorname", "Straße und Hausnummer". */
const beside = [
  'name',
  'und',
  'nr',
  'nummer',
  'id',
  'der',
  'des',
  'am',
  'tt',
  'mm',
  'jjjj',
  'person',
  'kind',
  'mutter',
  'vater',
];

/** A cell that is a heading and nothing else: within longer words the same letters are words of a table of sums. */
export function headingOf(word: string): PersonLevelKind | null {
  return parts.find(([, of]) => of.some((part) => word === part || word === `${part}um`))?.[0] ?? null;
}

export function announced(word: string): PersonLevelKind | null {
  return (
    (Object.hasOwn(whole, word) ? whole[word] : undefined) ??
    parts.find(([, of]) => of.some((part) => word.includes(part)))?.[0] ??
    null
  );
}

/** A value that by its form belongs to one human, whatever stands above it. */
export function identifier(cell: string): PersonLevelKind | null {
  if (cell.length < 9 || cell.length > 200) return null;
  if (/\d/.test(cell) && hasGermanIban(cell.replace(/[\s.:/-]/g, '').toUpperCase())) return 'ACCOUNT';
  if (cell.length > 40) return null;
  const signs = cell.replace(/\s/g, '').toUpperCase();
  if (/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(signs) && isIban(signs)) return 'ACCOUNT';
  if (/^\d{5}\/{1,2}\d{7}$/.test(signs)) return 'FILE_NUMBER';
  if (/^\d{5}\/{0,2}BG\d{4,8}$/.test(signs) || /^BG[-/]?\d{6,12}$/.test(signs)) return 'FILE_NUMBER';
  // Insurance number of the pension: area, day of birth, first letter of the name, number and check.
  if (/^\d{2}[0-3]\d[01]\d\d{2}[A-Z]\d{3}$/.test(signs)) return 'FILE_NUMBER';
  return null;
}

/** German ones have 20 digits and stand anywhere in a cell: "Konto: DE89 3704 … (Mutter)". */
function hasGermanIban(signs: string): boolean {
  for (let at = signs.indexOf('DE'); at >= 0; at = signs.indexOf('DE', at + 1)) {
    const iban = signs.slice(at, at + 22);
    if (/^DE\d{20}$/.test(iban) && isIban(iban)) return true;
  }
  return false;
}

/** ISO 13616: letters as numbers, the first four signs last, remainder 1 by 97. */
function isIban(signs: string): boolean {
  let rest = 0;
  for (const sign of signs.slice(4) + signs.slice(0, 4)) {
    const value = sign >= 'A' ? sign.charCodeAt(0) - 55 : Number(sign);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/**
 * A heading that stands for one human's data and for nothing else. Tables of the statistics have words such as
 * "Straßenverkehrsunfälle", which a delivery to planning may not: there `announced` asks for parts of words as well.
 */
export function personalHeading(heading: string): PersonLevelKind | null {
  if (heading.length > 80) return null;
  const word = wordOf(heading);
  const known = exactly(word);
  if (known) return known;
  const words = heading
    .split(/[^\p{L}\p{N}]+/u)
    .map(wordOf)
    .filter(Boolean);
  const kinds = words.map(exactly);
  if (!words.every((it, at) => kinds[at] || beside.includes(it))) return null;
  return kinds.find((kind) => kind !== null) ?? null;
}

function exactly(word: string): PersonLevelKind | null {
  // In workbooks of the Bundesagentur it counts Bedarfsgemeinschaften.
  if (word === 'bg') return null;
  return headingOf(word) ?? (Object.hasOwn(whole, word) ? (whole[word] ?? null) : null);
}

/** "Geb.-Datum" and "GEBURTSDATUM " are compared as "gebdatum" and "geburtsdatum". */
export function wordOf(heading: string): string {
  return folded(heading).replace(/[^a-z0-9]/g, '');
}
