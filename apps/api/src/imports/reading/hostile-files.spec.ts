import { fileProblems } from '@runder-tisch/domain/imports';
import { readWhole as read } from './read-fixture';
import { Unreadable } from './unreadable';
import { emptySheet, oneSheet, packedAnotherWay, parts, shared, workbook, zip } from './workbook-fixture';

const MEBIBYTE = 1024 * 1024;

async function refusal(bytes: Buffer): Promise<Unreadable> {
  try {
    await read(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
  throw new Error('The file was read.');
}

const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.alloc(4000, 7),
]);
const honest = workbook({ Liste: [['Name'], ['A']] });
const rowsXml = (xml: string): string => `<worksheet><sheetData>${xml}</sheetData></worksheet>`;
const headXml = '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>';

/** What somebody may send us, and what they are told. Made here, so that nothing hostile lies in the repository. */
const hostile: [string, () => Buffer, keyof typeof fileProblems][] = [
  ['nothing', () => Buffer.alloc(0), 'file-empty'],
  ['blanks', () => Buffer.from('\n \n;;\n'), 'file-empty'],
  ['headings alone', () => Buffer.from('Name;Ort\n'), 'file-without-rows'],
  ['a picture called .xlsx', () => png, 'file-no-table'],
  [
    'a web page called .xls',
    () => Buffer.from('<html><table><tr><td>Name</td></tr></table>'),
    'file-no-table',
  ],
  ['noise', () => Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)), 'file-no-table'],
  [
    'a workbook with a password',
    () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(9000)]),
    'file-old-excel',
  ],
  ['a cut-off workbook', () => honest.subarray(0, honest.length - 40), 'file-damaged'],
  ['half a workbook', () => honest.subarray(0, honest.length / 2), 'file-damaged'],
  ['an empty archive', () => zip([]), 'file-no-table'],
  [
    'an archive of something else',
    () => zip([{ name: 'readme.txt', data: Buffer.from('Hallo') }]),
    'file-no-table',
  ],
  ['an encrypted part', () => workbook({ Liste: [['Name'], ['A']] }, { encrypted: true }), 'file-encrypted'],
  [
    'a zip bomb',
    () =>
      workbook(
        {},
        { sheet: () => Buffer.concat([Buffer.from(rowsXml(headXml)), Buffer.alloc(60 * MEBIBYTE, 32)]) },
      ),
    'file-unpacks-too-large',
  ],
  [
    'a zip bomb whose directory lies',
    () => workbook({}, { sheet: () => Buffer.alloc(60 * MEBIBYTE, 32), claims: 5000 }),
    'file-damaged',
  ],
  [
    'four gigabytes by its directory',
    () => workbook({ Liste: [['Name'], ['A']] }, { claims: 4_000_000_000 }),
    'file-unpacks-too-large',
  ],
  [
    'thousands of parts',
    () => zip(Array.from({ length: 3_000 }, (_, at) => ({ name: `xl/${at}.xml`, data: Buffer.from('x') }))),
    'file-unpacks-too-large',
  ],
  [
    'one row at the very end of the sheet',
    () =>
      workbook(
        {},
        {
          sheet: () =>
            Buffer.from(rowsXml(`${headXml}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)),
        },
      ),
    'file-too-many-rows',
  ],
  [
    '1,048,576 rows',
    () =>
      workbook(
        {},
        {
          sheet: () => Buffer.from(rowsXml(headXml + '<row><c><v/></c></row>'.repeat(1_048_575))),
          store: true,
        },
      ),
    'file-too-many-rows',
  ],
  [
    'a cell in the last column',
    () =>
      workbook(
        {},
        { sheet: () => Buffer.from(rowsXml(`${headXml}<row r="2"><c r="XFD2"><v>1</v></c></row>`)) },
      ),
    'file-too-many-columns',
  ],
  [
    'an entity that reads a file',
    () =>
      workbook(
        {},
        {
          sheet: () =>
            Buffer.from(
              `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>${rowsXml('<row><c t="inlineStr"><is><t>&e;</t></is></c></row>')}`,
            ),
        },
      ),
    'file-active-content',
  ],
  [
    'a billion laughs',
    () =>
      workbook(
        {},
        {
          sheet: () =>
            Buffer.from(
              `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${rowsXml('<row><c t="inlineStr"><is><t>&b;</t></is></c></row>')}`,
            ),
        },
      ),
    'file-active-content',
  ],
  [
    'tags without end',
    () => workbook({}, { sheet: () => Buffer.from(rowsXml(headXml + '<a>'.repeat(2_000_000))), store: true }),
    'file-damaged',
  ],
  [
    'text without end',
    () =>
      workbook(
        {},
        {
          sheet: () =>
            Buffer.concat([
              Buffer.from('<worksheet><sheetData><row><c t="inlineStr"><is><t>'),
              Buffer.alloc(20 * MEBIBYTE, 97),
            ]),
          store: true,
        },
      ),
    'file-damaged',
  ],
  [
    'tags that are no rows',
    () =>
      workbook({}, { sheet: () => Buffer.from(rowsXml(headXml + '<a/>'.repeat(4_000_000))), store: true }),
    'file-unpacks-too-large',
  ],
  [
    'XML that is none',
    () => workbook({}, { sheet: () => Buffer.from('<worksheet><sheetData><row></c>') }),
    'file-damaged',
  ],
  [
    'broken compression',
    () => workbook({}, { sheet: () => Buffer.from(rowsXml(headXml)), spoil: true }),
    'file-damaged',
  ],
  [
    'a CSV whose quote never ends',
    () => Buffer.from(`Name;Ort\nA;"${'offen\n'.repeat(400_000)}`),
    'file-quote-open',
  ],
  ['a CSV of one line', () => Buffer.from(`Name;Ort\n${'x;'.repeat(300_000)}`), 'file-too-many-columns'],
  [
    'a CSV with a million rows',
    () => Buffer.from(`Name;Ort\n${'A;B\n'.repeat(1_048_576)}`),
    'file-too-many-rows',
  ],
  ['line breaks alone', () => Buffer.from('\n'.repeat(200_000)), 'file-empty'],
  [
    'one row more than a list may have',
    () => Buffer.from(`Name;Ort\n${'A;B\n'.repeat(100_001)}`),
    'file-too-many-rows',
  ],
  ['a PDF that begins like a text', () => Buffer.from('%PDF-1.7;Titel\nA;B\n'), 'file-no-table'],
  [
    'bytes of no text further down',
    () => Buffer.from(`Name;Ort\n${'A;B\n'.repeat(80_000)}C\0;D\n`),
    'file-no-table',
  ],
  [
    // Each alone would only be too wide; all together they would fill the memory before anybody looks.
    'thousands of cells in a column no program has',
    () =>
      workbook(
        {},
        {
          sheet: () => Buffer.from(rowsXml(headXml + '<row><c r="ZZZZZZ2"><v>1</v></c></row>'.repeat(5000))),
          store: true,
        },
      ),
    'file-too-many-columns',
  ],
  [
    'a document type without end',
    () => workbook({}, { sheet: () => Buffer.from(`<!DOCTYPE x [${' '.repeat(3 * MEBIBYTE)}`), store: true }),
    'file-active-content',
  ],
  ['control characters in its first lines', () => Buffer.from('Na\x01me;Ort\nA;B\n'), 'file-no-table'],
  [
    'a hundred thousand empty lines',
    () => Buffer.from(`Name;Ort\n${';\n'.repeat(101_000)}`),
    'file-too-many-rows',
  ],
  [
    'a table of another office program',
    () => parts({ mimetype: 'x', 'content.xml': '<x/>' }),
    'file-open-document',
  ],
  ['a workbook without a sheet', () => workbook({}), 'file-no-table'],
  ['a workbook that lacks the sheet it names', () => parts({ ...oneSheet }), 'file-damaged'],
  [
    'a workbook whose list of sheets is endless',
    () => parts({ ...oneSheet, 'xl/workbook.xml': ' '.repeat(9 * MEBIBYTE) }),
    'file-unpacks-too-large',
  ],
  ['a workbook packed another way', () => packedAnotherWay(honest), 'file-damaged'],
  [
    'a million shared texts',
    () => parts({ ...oneSheet, ...emptySheet, ...shared('<si/>'.repeat(1_000_001)) }),
    'file-unpacks-too-large',
  ],
  [
    'shared tags that are no texts',
    () => parts({ ...oneSheet, ...emptySheet, ...shared('<a/>'.repeat(4_000_000)) }),
    'file-unpacks-too-large',
  ],
  [
    'a CSV with one endless cell',
    () => Buffer.from(`Name;Ort\n${'x'.repeat(500_000)};B\n`),
    'file-cell-too-long',
  ],
];

describe('A broken or hostile file', () => {
  it.each(hostile)('is refused with a sentence: %s', async (_, make, code) => {
    const refused = await refusal(make());
    expect(refused.code).toBe(code);
    expect(refused.peakBytes).toBeLessThan(200 * MEBIBYTE);
    expect(fileProblems[code].says).toMatch(/^[A-ZÄÖÜ].*\.$/);
  });

  it('leaves the next one readable', async () => {
    expect((await read(honest)).rows).toHaveLength(1);
  });
});
