import { readWhole as read } from './read-fixture';
import { parts, workbook } from './workbook-fixture';

const MEBIBYTE = 1024 * 1024;

const utf16 = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const list =
  'Name;PLZ;Ort\r\nJugendhaus Köthen;06366;Köthen\r\n"Haus ""Süd""\nAnhalt";06842;Dessau\r\nLetzte;;\r\n';

describe('A list as CSV', () => {
  it.each([
    ['UTF-8', Buffer.from(list), 'UTF-8'],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${list}`), 'UTF-8'],
    ['Windows-1252', Buffer.from(list, 'latin1'), 'Windows-1252'],
    ['UTF-16 with mark', utf16(list), 'UTF-16'],
    ['UTF-16 without mark', Buffer.from(list, 'utf16le'), 'UTF-16'],
  ])('is read in %s, with line breaks inside quotes', async (_, bytes, encoding) => {
    const { head, rows } = await read(bytes);
    expect(head).toMatchObject({ format: 'csv', encoding, separator: ';', headings: ['Name', 'PLZ', 'Ort'] });
    expect(rows.map((row) => row.line)).toEqual([2, 3, 5]);
    expect(rows.map((row) => row.cells)).toEqual([
      ['Jugendhaus Köthen', '06366', 'Köthen'],
      ['Haus "Süd"\nAnhalt', '06842', 'Dessau'],
      ['Letzte', '', ''],
    ]);
  });

  it.each([
    [',', 'Name,Ort\n"Meyer, Anna",Zerbst\n'],
    ['\t', 'Name\tOrt\nMeyer, Anna\tZerbst\n'],
    ['|', 'Name|Ort\nMeyer, Anna|Zerbst\n'],
  ])('is cut at “%s”', async (separator, text) => {
    const { head, rows } = await read(Buffer.from(text));
    expect(head.separator).toBe(separator);
    expect(rows[0]?.cells).toEqual(['Meyer, Anna', 'Zerbst']);
  });

  it('may have a title above its headings, empty lines, short and long rows', async () => {
    const { head, rows } = await read(
      Buffer.from('Verteiler Sozialplanung\n\nName;Ort;Mail\nA;Zerbst\n\nB;Köthen;b@x.test;mehr\n'),
    );
    expect(head.headings).toEqual(['Name', 'Ort', 'Mail', 'Spalte D']);
    expect(rows).toEqual([
      { line: 4, cells: ['A', 'Zerbst', '', ''], formulas: [] },
      { line: 6, cells: ['B', 'Köthen', 'b@x.test', 'mehr'], formulas: [] },
    ]);
  });

  it('keeps what Excel protects as text and takes no formula', async () => {
    const { rows } = await read(
      Buffer.from('Name;PLZ;Mobil;Notiz\nA;="06366";=+491700000;=cmd|\'/C calc\'!A0\n'),
    );
    expect(rows[0]).toMatchObject({ cells: ['A', '06366', '+491700000', ''], formulas: [3] });
  });
});

describe('A list as workbook', () => {
  const cells = [
    ['Name', 'PLZ', 'Seit', 'Summe', 'Kopie', 'Aktiv'],
    [
      { shared: 'Jugendhaus Köthen' },
      { xml: '<c r="B2" s="2"><v>6366</v></c>' },
      { xml: '<c r="C2" s="1"><v>46338</v></c>' },
      { xml: '<c r="D2"><f>SUM(A1:A9)</f><v>12.5</v></c>' },
      { xml: '<c r="E2" t="str"><f>[1]Blatt!A1</f><v>von außen</v></c>' },
      { xml: '<c r="F2" t="b"><v>1</v></c>' },
    ],
    ['Ohne Wert', { xml: '<c r="B3"><f>A1&amp;A2</f></c>' }],
  ];

  it('gives shared and inline texts, days, leading zeros and the values formulas had', async () => {
    const { head, rows } = await read(workbook({ Verteiler: cells, 'Blatt 2': [['Name'], ['Anders']] }));
    expect(head).toMatchObject({ format: 'xlsx', sheets: ['Verteiler', 'Blatt 2'], sheet: 'Verteiler' });
    expect(rows).toEqual([
      { line: 2, cells: ['Jugendhaus Köthen', '06366', '12.11.2026', '12,5', '', 'ja'], formulas: [4] },
      { line: 3, cells: ['Ohne Wert', '', '', '', '', ''], formulas: [1] },
    ]);
  });

  it('can be read from another sheet', async () => {
    const bytes = workbook({ Verteiler: cells, 'Blatt 2': [['Name'], ['Anders']] });
    expect((await read(bytes, { sheet: 'Blatt 2' })).rows.map((row) => row.cells)).toEqual([['Anders']]);
    await expect(read(bytes, { sheet: 'Gibt es nicht' })).rejects.toMatchObject({
      code: 'file-without-sheet',
    });
  });
});

describe('A workbook of another program', () => {
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const sheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const text = (words: string, reference?: string): string =>
    `<c${reference ? ` r="${reference}"` : ''} t="inlineStr"><is><t>${words}</t></is></c>`;

  it('may lie anywhere in its file', async () => {
    const { rows, head } = await read(
      parts({
        '_rels/.rels': `<Relationships><Relationship Id="x" Type="${types}/officeDocument" Target="/buch/mappe.xml"/></Relationships>`,
        'buch/mappe.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="Diagramm" r:id="c"/><sheet name="Liste" r:id="a"/></sheets></workbook>',
        'buch/_rels/mappe.xml.rels': `<Relationships><Relationship Id="a" Type="${types}/worksheet" Target="../blatt/Eins.xml"/>
          <Relationship Id="c" Type="${types}/chartsheet" Target="c.xml"/>
          <Relationship Id="s" Type="${types}/sharedStrings" Target="texte.xml"/></Relationships>`,
        'Buch/Texte.xml': '<sst><si><t>Haus Wurzel</t></si></sst>',
        'blatt/eins.xml': sheet(`<row>${text('Name')}</row><row><c t="s"><v>0</v></c></row>`),
      }),
    );
    expect(head.sheets).toEqual(['Liste']);
    expect(rows.map((row) => row.cells)).toEqual([['Haus Wurzel']]);
  });

  it('may write its references small or leave them out', async () => {
    const rows =
      `<row r="1">${text('Organisation', 'a1')}${text('Telefon', 'b1')}${text('Straße', 'c1')}${text('Ort', 'd1')}</row>` +
      `<row r="2">${text('Haus Klein', 'a2')}${text('Zerbst', 'd2')}</row>` +
      `<row>${text('Haus Ohne')}<c/>${text('Am Markt 1')}${text('Köthen')}</row>`;
    const found = await read(workbook({}, { sheet: () => Buffer.from(sheet(rows)) }));
    expect(found.rows).toEqual([
      { line: 2, cells: ['Haus Klein', '', '', 'Zerbst'], formulas: [] },
      { line: 3, cells: ['Haus Ohne', '', 'Am Markt 1', 'Köthen'], formulas: [] },
    ]);
  });

  it('has its line breaks and signs written out', async () => {
    const { rows } = await read(
      workbook({
        Liste: [
          ['Name', 'Notiz'],
          [{ shared: 'Haus_x000D_\nSüd' }, 'a_x000d_b'],
          ['Akte_x005F_x0041_1', { xml: '<c r="B3" t="str"><v>1_x20AC_ und _x12_</v></c>' }],
        ],
      }),
    );
    expect(rows.map((row) => row.cells)).toEqual([
      ['Haus\nSüd', 'a\nb'],
      ['Akte_x0041_1', '1€ und _x12_'],
    ]);
  });
});

describe('A large honest list', () => {
  it('of 20,000 rows is read with little memory', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [
      `Organisation ${at}`,
      `post@haus-${at}.test`,
      '06366',
      'Köthen',
    ]);
    const { rows: found, peakBytes } = await read(
      workbook({ Liste: [['Name', 'Mail', 'PLZ', 'Ort'], ...rows] }),
    );
    expect(found).toHaveLength(20_000);
    expect(peakBytes).toBeLessThan(200 * MEBIBYTE);
  });
});
