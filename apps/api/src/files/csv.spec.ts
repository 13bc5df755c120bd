import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { csv, undefused } from './csv';

const texts = [
  '=1+1',
  '+49 3493 341',
  '-5',
  '@SUMME(A1)',
  '\t=1+1',
  'Erste Zeile\n=1+1',
  'Erste Zeile\r=1+1',
  'Erste Zeile\r\n  =1+1',
  '＝1+1',
  "'s Gravenhage",
  'Halle = Saale',
];

describe('A list for the spreadsheet', () => {
  it('runs nothing when it is opened, and reads back as it was', async () => {
    const bytes = await buffer(
      csv(
        ['Text'],
        texts.map((text) => [text]),
      ).getStream(),
    );
    const rows = parse(bytes, { bom: true, delimiter: ';', record_delimiter: '\r\n' });
    const cells = rows.slice(1).map(([cell]) => cell ?? '');
    expect(cells).toHaveLength(texts.length);
    for (const cell of cells) expect(cell).not.toMatch(/(^|[\n\r])\s*[=+\-@＝＋－＠]/);
    expect(cells.map(undefused)).toEqual(texts);
  });
});
