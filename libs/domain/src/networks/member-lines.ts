import { isSharedMailbox, readAddresses, type ReadName, readPersonName } from '../addresses';
import { folded } from '../text';

/** One line of a list of members as somebody wrote it: a house, somebody of it, or both. */
export interface MemberLine extends Omit<ReadName, 'beside' | 'role'> {
  /** As written; empty where only a person stands there. */
  organisation: string;
  /** In small letters; empty where none stands there. */
  mail: string;
}

export interface MemberLines {
  lines: MemberLine[];
  /** What was no line of a list, so that nothing gets lost silently. */
  unreadable: string[];
}

type Column = 'organisation' | 'person' | 'given' | 'family' | 'salutation' | 'mail' | 'other';

/** How tables call their columns, by what the folded heading begins with; the first that fits counts. */
const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  ['mail', /^(e-?mail|mail)/],
  ['given', /^vorname/],
  ['family', /^(nachname|familienname)/],
  ['salutation', /^(anrede|titel)/],
  ['person', /^(person|ansprech|vertret|mitglied|kontakt|name$)/],
  ['organisation', /^(organisation|traeger|einrichtung|institution|verein|firma|haus)/],
];

/**
 * Reads a list of members: a table ("Organisation; Person; Adresse", by tabs or semicolons, with or without a line of
 * headings), addresses of a mail program, or one organisation a line. A lone word beside the address of a person is the
 * person's name, otherwise the organisation's.
 */
export function readMemberLines(text: string): MemberLines {
  const written = text
    .replaceAll('\u00A0', ' ')
    .split(/\r?\n/)
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  const headings = headingsOf(written[0] ?? '');
  const found: MemberLines = { lines: [], unreadable: [] };
  for (const line of headings ? written.slice(1) : written) {
    if (!headings && isAddresses(line)) {
      const { addresses, unreadable } = readAddresses(line);
      found.unreadable.push(...unreadable);
      for (const { mail, name, shared, salutation, title, givenName, familyName } of addresses)
        found.lines.push(
          shared
            ? { ...nobody, organisation: name, mail }
            : { organisation: '', salutation, title, givenName, familyName, mail },
        );
      continue;
    }
    const read = headings ? byHeadings(cellsOf(line), headings) : byPlace(cellsOf(line));
    if (read.organisation || read.familyName || read.mail) found.lines.push(read);
    else found.unreadable.push(line.trim());
  }
  return found;
}

const nobody = { salutation: '', title: '', givenName: '', familyName: '' } as const;

function isAddresses(line: string): boolean {
  const [, ...pointed] = line.split('<');
  return (
    pointed.some((part) => part.split('>')[0]?.includes('@')) ||
    cellsOf(line).every((cell) => cell === '' || cell.includes('@'))
  );
}

function cellsOf(line: string): string[] {
  return line.split(line.includes('\t') ? '\t' : ';').map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}

/** Null where the first line is one of the list: headings name at least two columns and no address. */
function headingsOf(line: string): Column[] | null {
  const columns = cellsOf(line).map(
    (cell) => HEADINGS.find(([, begin]) => begin.test(folded(cell)))?.[0] ?? 'other',
  );
  const known = columns.filter((column) => column !== 'other').length;
  return !line.includes('@') && known >= 2 && known >= columns.length / 2 ? columns : null;
}

function byHeadings(cells: readonly string[], headings: readonly Column[]): MemberLine {
  const the = (column: Column): string => cells[headings.indexOf(column)] ?? '';
  const whole = the('person') || `${the('given')} ${the('family')}`;
  return named(the('organisation'), `${the('salutation')} ${whole}`.trim(), mailIn(the('mail')));
}

function byPlace(cells: readonly string[]): MemberLine {
  const mail = cells.map(mailIn).find(Boolean) ?? '';
  const [first = '', second = ''] = cells.filter((cell) => !cell.includes('@'));
  return second === '' && mail !== '' && !isSharedMailbox(mail)
    ? named('', first, mail)
    : named(first, second, mail);
}

function named(organisation: string, person: string, mail: string): MemberLine {
  if (person === '') return { ...nobody, organisation, mail };
  const { salutation, title, givenName, familyName } = readPersonName(person);
  return { organisation, salutation, title, givenName, familyName, mail };
}

function mailIn(cell: string): string {
  return cell.includes('@') ? (readAddresses(cell).addresses[0]?.mail ?? '') : '';
}
