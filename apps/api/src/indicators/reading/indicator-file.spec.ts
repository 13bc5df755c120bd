import { Readable } from 'node:stream';
import type { ReadValue } from '@runder-tisch/domain/indicators/read-value';
import { tableMapping } from '@runder-tisch/domain/indicators/reading';
import { workbook, zip } from '../../imports/reading/workbook-fixture';
import { ownProcesses } from '../../../test/own-processes';
import { readIndicatorFile } from './indicator-file';

const WIDE = `GENESIS-Tabelle: 12411-01-01-5
Bevölkerung nach Geschlecht;;;
- Stichtag 31.12. -;;;
Bevölkerungsstand (Anzahl);;;
31.12.2015;;;
;;Insgesamt;männlich
15082180;      Köthen (Anhalt), Stadt;20;9
15082440;      Zörbig, Stadt;10;4
__________
"zu ""gesamter Tabelle"":
Quelle"
Stand: 10.10.2017
`;
const FLAT = `statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label;value_q
1000A;Bevölkerung kompakt;STAG;Stichtag;2022-05-15;GEOGM4;Gemeinden (Gebietsstand 15.05.2022);150820005005;Köthen;108,84;qkm;FLC001;Fläche;e
`;

async function read(bytes: Buffer | Buffer[], mapping: unknown = null): Promise<ReadValue[]> {
  const table = await readIndicatorFile(Readable.from(Array.isArray(bytes) ? bytes : [bytes]), {
    mapping: mapping === null ? null : tableMapping(mapping),
    today: '2026-11-30',
  });
  return [...table.values()];
}
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf16 = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const marked = (text: string): Buffer => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]);

describe('A file of the statistics', () => {
  it.each([
    ['UTF-8', Buffer.from(WIDE)],
    ['UTF-8 with a mark', marked(WIDE)],
    ['ISO-8859-1', latin(WIDE)],
    ['UTF-16', utf16(WIDE)],
    ['UTF-8 with breaks of Windows', Buffer.from(WIDE.replace(/\n/g, '\r\n'))],
  ])('reads the same in %s', async (_, bytes) => {
    const values = await read(bytes);
    expect(values.map((it) => [it.areaName, it.period, it.value, it.line, it.column])).toEqual([
      ['Köthen (Anhalt), Stadt', '2015-12-31', 20, 7, 3],
      ['Köthen (Anhalt), Stadt', '2015-12-31', 9, 7, 4],
      ['Zörbig, Stadt', '2015-12-31', 10, 8, 3],
      ['Zörbig, Stadt', '2015-12-31', 4, 8, 4],
    ]);
    expect(values[1]?.dimensions).toEqual({ Geschlecht: 'männlich' });
  });

  it('reads packed text and, in one of several small parts, text that is torn anywhere', async () => {
    const [packed] = await read(zip([{ name: '1000A-0001_de_flat.csv', data: marked(FLAT) }]));
    const [torn] = await read([...marked(FLAT)].map((byte) => Buffer.from([byte])));
    expect(packed).toMatchObject({ area: '15082005', measure: 'Fläche', unit: 'qkm', value: 108.84 });
    expect(torn).toEqual(packed);
  });

  it('takes the flat table out of an archive that holds lists of codes and an English twin too', async () => {
    const wrong = Buffer.from(FLAT.replace('108,84', '1.5'));
    const values = await read(
      zip([
        { name: '1000A-0001_en_flat.csv', data: wrong },
        { name: '1000A-0001_de_flat.csv', data: marked(FLAT) },
        { name: 'GEOGM4.csv', data: Buffer.from('code;label\n150820005005;Aken (Elbe)\n') },
        { name: 'Hinweise.txt', data: Buffer.from('Zeichenerklärung') },
      ]),
    );
    expect(values.map(({ value }) => value)).toEqual([108.84]);
  });

  it('keeps umlauts that come only after the first megabyte', async () => {
    const [head = '', row = ''] = FLAT.split('\n');
    const plain = (at: number): string =>
      row
        .replace('150820005005', `1508200${1000 + at}`.padEnd(12, '5'))
        .replace(/ö/g, 'oe')
        .replace(/ä/g, 'ae');
    const rows = Array.from({ length: 9_000 }, (_, at) => plain(at));
    const bytes = latin([head, ...rows, row.replace('150820005005', '146250005777')].join('\n'));
    expect(bytes.length).toBeGreaterThan(1024 * 1024);
    const values = await read(bytes);
    expect(values).toHaveLength(9_001);
    expect(values.at(-1)?.areaName).toBe('Köthen');
  });

  it.each([
    [
      'two tables in an archive',
      zip([
        { name: 'a.csv', data: Buffer.from(WIDE) },
        { name: 'b.csv', data: Buffer.from(WIDE) },
      ]),
      'nicht genau eine',
    ],
    [
      'two flat tables in an archive',
      zip([
        { name: '12411-0001_de_flat.csv', data: Buffer.from(FLAT) },
        { name: '12411-0002_de_flat.csv', data: Buffer.from(FLAT) },
      ]),
      'nicht genau eine',
    ],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'keine Tabelle'],
    ['nothing', Buffer.alloc(0), 'leer'],
    ['a quotation mark that is never closed', Buffer.from(WIDE.slice(0, -20)), 'nie geschlossen'],
  ])('refuses %s in one sentence', async (_, bytes, says) => {
    await expect(read(bytes)).rejects.toMatchObject({
      name: 'RefusedTable',
      says: expect.stringContaining(says),
    });
  });
});

describe('A process that reads', () => {
  // More than a pipe holds, so that somebody still writes when nobody reads any more.
  const long = (): Buffer[] => Array.from({ length: 40 }, () => Buffer.from(WIDE.repeat(500)));

  it.each([
    ['before it has read anything', `process.kill(process.pid, 'SIGKILL');`],
    ['in the middle of the file', `process.stdin.once('data', () => process.kill(process.pid, 'SIGKILL'));`],
    [
      'in the middle of a word',
      `process.stdout.write('{"rows":[[1,["GENE', () => process.kill(process.pid, 'SIGKILL'));`,
    ],
  ])('is told in one sentence when it is killed %s', async (_, program) => {
    const processes = ownProcesses({ 'table-reader': program });
    try {
      await expect(read(long())).rejects.toMatchObject({
        name: 'RefusedTable',
        says: expect.stringContaining('wurde abgebrochen'),
      });
    } finally {
      processes.close();
    }
  });

  it('is not to blame where the bytes cannot be had', async () => {
    async function* torn(): AsyncGenerator<Buffer> {
      yield Buffer.from(WIDE);
      throw new Error('The database is gone.');
    }
    await expect(readIndicatorFile(torn(), { mapping: null, today: '2026-11-30' })).rejects.toThrow(
      'The database is gone.',
    );
  });

  it('takes lines of a million characters or says why not', async () => {
    const cells = (count: number, length: number): string =>
      Array.from({ length: count }, () => 'x'.repeat(length)).join(';');
    const [head = ''] = WIDE.split('15082180');
    const wide = (line: string): Buffer => Buffer.from(WIDE.replace(head, `${head}${line}\n`));
    await expect(read(wide(cells(1, 1_000_000)))).rejects.toMatchObject({ code: 'file-cell-too-long' });
    await expect(read(wide(cells(100_000, 9)))).rejects.toMatchObject({ code: 'file-too-many-columns' });
    await expect(read(wide(cells(110, 9_999)))).rejects.toMatchObject({ name: 'RefusedTable' });
    const notes = Array.from({ length: 60 }, () => cells(100, 9_999)).join('\n');
    await expect(read(Buffer.from(`${WIDE.slice(0, -18)}\n${notes}\n`))).resolves.toHaveLength(4);
  });

  it('reads headings that are words of the language it is written in', async () => {
    const values = await read(
      Buffer.from(
        '__proto__;Jahr;constructor;toString\n15082180;2024;3;männlich\n15082440;2024;4;weiblich\n',
      ),
      {
        area: { column: '__proto__' },
        period: { column: 'Jahr' },
        dimensions: [{ column: 'toString', name: '__proto__' }],
        values: [{ column: 'constructor', measure: 'Fälle' }],
      },
    );
    expect(values.map((it) => [it.area, it.value, Object.entries(it.dimensions)])).toEqual([
      ['15082180', 3, [['__proto__', 'männlich']]],
      ['15082440', 4, [['__proto__', 'weiblich']]],
    ]);
  });
});

describe('A workbook of the statistics', () => {
  const text = (reference: string, words: string): string =>
    `<c r="${reference}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const number = (reference: string, value: number, style = 0): string =>
    `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
  /** Merged heads, a share as format, a month as day, thousands as format. */
  const sheet = (): Buffer =>
    Buffer.from(
      `<worksheet><sheetData>
<row r="1">${text('A1', 'Arbeitslose')}</row>
<row r="2">${text('A2', 'Berichtsmonat:')}${number('B2', 45717, 1)}</row>
<row r="4">${text('A4', 'Schlüssel')}${text('B4', 'Gebiet')}${text('C4', 'Bestand1)')}${text('E4', 'Quote')}</row>
<row r="5">${text('C5', 'Männer')}${text('D5', 'Frauen')}</row>
<row r="6">${text('A6', '15082180')}${text('B6', 'Köthen')}${number('C6', 1836)}${text('D6', '*')}${number('E6', 0.096, 3)}</row>
</sheetData><mergeCells><mergeCell ref="A4:A5"/><mergeCell ref="B4:B5"/><mergeCell ref="C4:D4"/><mergeCell ref="E4:E5"/></mergeCells></worksheet>`,
    );

  it('fills merged heads, and reads days and shares as people see them', async () => {
    const values = await read(workbook({}, { sheet }));
    expect(
      values.map((it) => [
        it.measure,
        it.dimensions,
        it.unit,
        it.value,
        it.flag,
        it.period,
        it.line,
        it.column,
      ]),
    ).toEqual([
      ['Bestand', { Geschlecht: 'Männer' }, 'Anzahl', 1836, 'OK', '2025-03', 6, 3],
      ['Bestand', { Geschlecht: 'Frauen' }, 'Anzahl', null, 'SUPPRESSED_PRIMARY', '2025-03', 6, 4],
      ['Quote', {}, 'Prozent', 9.6, 'OK', '2025-03', 6, 5],
    ]);
  });

  it('is read by a mapping as well', async () => {
    const values = await read(
      workbook({
        Deckblatt: [['Titel']],
        Daten: [
          ['Ort', 'Fälle', 'Jahr'],
          ['Köthen (Anhalt)', '1.234', '2024'],
          ['Zörbig', '7', '2024'],
        ],
      }),
      {
        sheet: 'Daten',
        area: { column: 'Ort' },
        period: { column: 'Jahr' },
        values: [{ column: 'Fälle', measure: 'Fälle' }],
      },
    );
    expect(values.map((it) => [it.area, it.value, it.sheet, it.line])).toEqual([
      ['15082180', 1234, 'Daten', 2],
      ['15082440', 7, 'Daten', 3],
    ]);
  });
});
