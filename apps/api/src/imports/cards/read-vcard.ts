import ICAL from 'ical.js';
import { HeadFinder } from '../reading/head-finder';
import type { ReadingChoice, TableSink } from '../reading/table';
import { decoded, encodingOf } from '../reading/text-encoding';
import { textEncodingLabels } from '@runder-tisch/domain/imports';
import { Unreadable } from '../reading/unreadable';

/** The columns a card becomes, in the words the import of organisations and people knows. */
const HEADINGS = [
  'Organisation',
  'Titel',
  'Vorname',
  'Nachname',
  'Mailadresse der Person',
  'Telefon der Person',
  'Funktion',
  'Straße',
  'PLZ',
  'Ort',
  'Webseite',
  'Notiz zur Person',
] as const;

type Property = [
  name: string,
  parameters: Record<string, string | string[]>,
  type: string,
  ...values: unknown[],
];

/**
 * Cards (vCard 2.1, 3 or 4) as the rows of a table, one row a card. Groups are no people; of several addresses and
 * numbers the preferred or the one of the office is taken, never one that is marked as private alone.
 */
export async function readVcard(
  bytes: Buffer,
  choice: Pick<ReadingChoice, 'encoding'>,
  sink: TableSink,
): Promise<void> {
  const encoding = encodingOf(bytes, choice.encoding);
  const lines = [...decoded(bytes, encoding)].join('').split(/\r\n|\r|\n/);
  const finder = new HeadFinder(sink, {
    format: 'vcard',
    encoding: textEncodingLabels[encoding.name],
    encodingName: encoding.name,
    encodingSure: encoding.sure,
    readings: encoding.readings,
    separator: '',
    sheets: [],
    sheet: '',
  });
  await finder.take({ line: 1, cells: [...HEADINGS], formulas: [] });
  for (const card of cardsOf(lines)) {
    const cells = cellsOf(card.properties);
    // A row begins behind the headings, which stand in no line of the file.
    if (cells) await finder.take({ line: card.line + 1, cells, formulas: [] });
  }
  await finder.end();
}

/** Whether a file is a list of cards, by its first words. */
export function isVcard(bytes: Buffer): boolean {
  const begin = bytes.subarray(0, 64).toString('latin1').replaceAll('\0', '');
  return begin
    .replace(/^[^A-Za-z]{0,4}/, '')
    .toUpperCase()
    .startsWith('BEGIN:VCARD');
}

function* cardsOf(lines: readonly string[]): Generator<{ line: number; properties: Property[] }> {
  let begin = -1;
  for (const [at, line] of lines.entries()) {
    if (/^BEGIN:VCARD\s*$/i.test(line)) begin = at;
    if (!/^END:VCARD\s*$/i.test(line) || begin < 0) continue;
    yield { line: begin + 1, properties: propertiesOf(lines.slice(begin, at + 1)) };
    begin = -1;
  }
  if (begin >= 0) throw new Unreadable('file-damaged');
}

function propertiesOf(card: readonly string[]): Property[] {
  const isOld = card.some((line) => /^VERSION:2\.1\s*$/i.test(line));
  try {
    const [, properties] = ICAL.parse((isOld ? modern(card) : card).join('\r\n')) as unknown as [
      string,
      Property[],
    ];
    return properties;
  } catch {
    throw new Unreadable('file-damaged');
  }
}

/** A card of 2.1, as Outlook still writes them, in the words of 3.0: bare types and quoted-printable texts. */
function modern(card: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of card) {
    const last = joined.at(-1);
    if (last !== undefined && /^[^:]*QUOTED-PRINTABLE/i.test(last) && last.endsWith('='))
      joined[joined.length - 1] = last.slice(0, -1) + line;
    else joined.push(line);
  }
  return joined.flatMap((line) => {
    if (/^VERSION:/i.test(line)) return ['VERSION:3.0'];
    // A folded line belongs to the one before it as it stands.
    const colon = line.indexOf(':');
    if (colon < 0 || /^[ \t]/.test(line)) return [line];
    const [name = '', ...parameters] = line.slice(0, colon).split(';');
    const kept: string[] = [];
    let value = line.slice(colon + 1);
    let charset = 'utf-8';
    let quoted = false;
    for (const parameter of parameters) {
      const [key = '', of = ''] = parameter.split('=');
      if (/^charset$/i.test(key)) charset = of;
      else if (/quoted-printable/i.test(parameter)) quoted = true;
      else if (/^encoding$/i.test(key) || /^base64$/i.test(key)) return [];
      else kept.push(parameter.includes('=') ? parameter : `TYPE=${parameter}`);
    }
    if (quoted) value = unquoted(value, charset).replaceAll(/\r?\n/g, '\\n');
    return [`${[name, ...kept].join(';')}:${value}`];
  });
}

function unquoted(text: string, charset: string): string {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const hex = text[at] === '=' ? /^[0-9A-Fa-f]{2}$/.exec(text.slice(at + 1, at + 3))?.[0] : undefined;
    if (hex) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else bytes.push(...Buffer.from(text[at] ?? '', 'utf8'));
  }
  try {
    return new TextDecoder(charset || 'utf-8').decode(Uint8Array.from(bytes));
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

/** Null for a card that stands for nobody: a group, or one without any name. */
function cellsOf(properties: readonly Property[]): string[] | null {
  const kind = wordsOf(first(properties, 'kind') ?? first(properties, 'x-addressbookserver-kind'));
  if (/^group$/i.test(kind)) return null;
  const [family = '', given = '', , title = ''] = partsOf(first(properties, 'n'));
  const [house = ''] = partsOf(first(properties, 'org'));
  const fullName = wordsOf(first(properties, 'fn'));
  const isHouse =
    /^org$/i.test(kind) || (house !== '' && family === '' && given === '' && fullName === house);
  const names = family || given ? { given, family } : isHouse ? { given: '', family: '' } : split(fullName);
  const address = partsOf(preferred(properties, 'adr'));
  const cells = [
    house || (isHouse ? fullName : ''),
    isHouse ? '' : title,
    names.given,
    names.family,
    wordsOf(preferred(properties, 'email')).replace(/^mailto:/i, ''),
    wordsOf(preferred(properties, 'tel')).replace(/^tel:/i, ''),
    wordsOf(first(properties, 'role') ?? first(properties, 'title')),
    address[2] ?? '',
    address[5] ?? '',
    address[3] ?? '',
    wordsOf(first(properties, 'url')),
    wordsOf(first(properties, 'note')),
  ].map((cell) => cell.replaceAll(/\s+/g, ' ').trim());
  return cells.every((cell) => cell === '') ? null : cells;
}

function split(name: string): { given: string; family: string } {
  const words = name.trim().split(/\s+/);
  return { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' };
}

function first(properties: readonly Property[], name: string): Property | undefined {
  return properties.find(([of]) => of.replace(/^.*\./, '') === name);
}

/** The one that is preferred, else of the office, else the first; what is private alone is nobody's business here. */
function preferred(properties: readonly Property[], name: string): Property | undefined {
  const all = properties.filter(([of]) => of.replace(/^.*\./, '') === name);
  const types = ([, { type = [], pref }]: Property): string[] => [
    ...[type].flat().map((it) => it.toLowerCase()),
    ...(pref === undefined ? [] : ['pref']),
  ];
  const office = all.filter((it) => !types(it).includes('home') || types(it).includes('work'));
  return (
    office.find((it) => types(it).includes('pref')) ??
    office.find((it) => types(it).includes('work')) ??
    office[0]
  );
}

function wordsOf(property: Property | undefined): string {
  return property ? property.slice(3).flat(2).map(String).filter(Boolean).join(' ') : '';
}

/** The parts of a compound value, such as of a name or an address. */
function partsOf(property: Property | undefined): string[] {
  const value = property?.[3];
  return (Array.isArray(value) ? value : [value ?? '']).map((part: unknown) =>
    [part].flat().map(String).join(' '),
  );
}
