import type { TextEncodingName } from '@runder-tisch/domain/imports';
import { readWhole as read } from './read-fixture';
import { charactersOf, type SingleByteEncoding } from './single-byte';

/** The text in the bytes of another program. */
function written(text: string, encoding: SingleByteEncoding): Buffer {
  return Buffer.from([...text].map((sign) => charactersOf[encoding].indexOf(sign)));
}

const german =
  'Organisation;Vorname;Nachname;Ort\rJugendhaus Köthen (Demo);Jürgen;Größer;Köthen\rMöwe e. V. (Demo);Änne;Öhler;Dessau-Roßlau\r';
const rows = [
  ['Jugendhaus Köthen (Demo)', 'Jürgen', 'Größer', 'Köthen'],
  ['Möwe e. V. (Demo)', 'Änne', 'Öhler', 'Dessau-Roßlau'],
];
const cellsOf = async (bytes: Buffer, encoding: TextEncodingName | null = null) =>
  (await read(bytes, { encoding })).rows.map((row) => row.cells);

describe('The umlauts of a list', () => {
  it.each(['windows-1252', 'macintosh', 'cp850'] as const)(
    'are right without a question from %s',
    async (encoding) => {
      const { head, rows: found } = await read(written(german, encoding));
      expect(head).toMatchObject({ encodingName: encoding, encodingSure: true });
      expect(found.map((row) => row.cells)).toEqual(rows);
      expect(head.readings.map((it) => it.encoding)).toContain('windows-1252');
    },
  );

  it.each([
    ['quotation marks and dashes', 'Name;Notiz\n„Haus – am See“;täglich, § 67 SGB X · 3 €\nO’Neill;Straße\n'],
    ['names of other languages', 'Name;Ort\nTomaš Žák;Zerbst\nRené Müller;Köthen\nÑandú;Größe\n'],
    ['nothing but one umlaut', 'Name;Ort\nHaus Jäger;Zerbst\n'],
    ['capitals', 'NAME;ORT\nJÄGER ÜBER GRÖßE;KÖTHEN\n'],
  ])('are those of Windows where they can be nothing else: %s', async (_, text) => {
    const { head, rows: found } = await read(written(text, 'windows-1252'));
    expect(head).toMatchObject({ encodingName: 'windows-1252', encodingSure: true });
    expect(found.map((row) => row.cells.join(';'))).toEqual(text.trim().split('\n').slice(1));
  });

  it('are asked for where two encodings give words', async () => {
    // A Czech š of Windows is an ö of the Mac.
    const bytes = written('Name;Ort\nMatouš Novak;Zerbst\n', 'windows-1252');
    const { head } = await read(bytes);
    expect(head.encodingSure).toBe(false);
    const lines = Object.fromEntries(head.readings.map((it) => [it.encoding, it.lines]));
    expect(lines).toMatchObject({
      'windows-1252': ['Matouš Novak;Zerbst'],
      macintosh: ['Matouö Novak;Zerbst'],
    });
    expect(await cellsOf(bytes, 'windows-1252')).toEqual([['Matouš Novak', 'Zerbst']]);
    expect((await read(bytes, { encoding: 'windows-1252' })).head.encodingSure).toBe(true);
  });

  it('are asked for where a single byte of a UTF-8 file is broken, and can be saved', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Name;Ort\nMöwe;Köthen\nHaus '),
      Buffer.from([0xfc]),
      Buffer.from('ber dem See;Zerbst\n'),
    ]);
    const { head } = await read(bytes);
    expect(head).toMatchObject({ encodingName: 'utf-8-mixed', encodingSure: false });
    expect(head.readings[0]).toEqual({ encoding: 'utf-8-mixed', lines: ['Haus über dem See;Zerbst'] });
    expect(await cellsOf(bytes, 'utf-8-mixed')).toEqual([
      ['Möwe', 'Köthen'],
      ['Haus über dem See', 'Zerbst'],
    ]);
  });

  it('are asked for where they were saved twice', async () => {
    const bytes = Buffer.from('Name;Ort\nJÃ¼rgen GrÃ¶ÃŸer;KÃ¶then\n');
    const { head } = await read(bytes);
    expect(head).toMatchObject({ encodingName: 'utf-8-twice', encodingSure: false });
    expect(head.readings.map((it) => it.lines[0])).toEqual([
      'Jürgen Größer;Köthen',
      'JÃ¼rgen GrÃ¶ÃŸer;KÃ¶then',
    ]);
    expect(await cellsOf(bytes, 'utf-8-twice')).toEqual([['Jürgen Größer', 'Köthen']]);
  });

  it('are never guessed where they are lost', async () => {
    const lost = Buffer.from('Name;Ort\nJ\uFFFDrgen;Zerbst\n');
    await expect(read(lost)).rejects.toMatchObject({ code: 'file-letters-lost' });
    await expect(read(Buffer.from(german), { encoding: 'cp850' })).rejects.toMatchObject({
      code: 'file-letters-lost',
    });
  });

  it('stay whole at the edges of the pieces a long file is read in', async () => {
    const line = 'Jugendhaus Größe;Köthen;';
    const many = `Name;Ort;Zahl\n${Array.from({ length: 9_000 }, (_, at) => `${line}${at}`).join('\n')}\n`;
    const last = Buffer.concat([
      Buffer.from(many),
      Buffer.from('Haus '),
      Buffer.from([0xe4]),
      Buffer.from(';Ä;1\n'),
    ]);
    const found = await cellsOf(last, 'utf-8-mixed');
    expect(found.at(-1)).toEqual(['Haus ä', 'Ä', '1']);
    expect(found.filter((cells) => cells[0] === 'Jugendhaus Größe' && cells[1] === 'Köthen')).toHaveLength(
      9_000,
    );
  });
});

describe('The sign that parts the cells', () => {
  it.each([
    [
      'commas within addresses do not count more than the headings',
      'Organisation;Anschrift\nHaus A;Lindenweg 4, 06366 Köthen, OT Klepzig\nHaus B;Am Markt 1, 06749 Bitterfeld, OT Holzweißig\n',
      ';',
    ],
    [
      'nor do addresses without numbers',
      'Organisation;Anschrift\nHaus A;Am Markt, Köthen, OT Klepzig\nHaus B;Am See, Zerbst, OT Bias\n',
      ';',
    ],
    [
      'a title above may hold a comma',
      'Verteiler, Stand November\nName;Ort\nHaus A;Zerbst\nHaus B;Köthen\n',
      ';',
    ],
    ['Excel may say it', 'sep=|\nName|Ort;Kreis\nHaus A|Zerbst;ABI\n', '|'],
    ['a name in quotation marks is one cell', 'Name,Ort\n"Haus; am; See",Zerbst\n"A; B; C",Köthen\n', ','],
    ['columns that are empty stay columns', 'Name\tOrt\tMail\nHaus, A\tZerbst\t\nHaus, B\t\t\n', '\t'],
    ['a list of one column has none', 'Organisation\nHaus A\nHaus B\n', ';'],
  ])('%s', async (_, text, separator) => {
    const { head, rows: found } = await read(Buffer.from(text));
    expect(head.separator).toBe(separator);
    expect(new Set(found.map((row) => row.cells.length)).size).toBe(1);
  });

  it('can be chosen', async () => {
    const bytes = Buffer.from('Name;Ort, Kreis\nHaus A;Zerbst, ABI\n');
    expect((await read(bytes)).head.headings).toEqual(['Name', 'Ort, Kreis']);
    expect((await read(bytes, { separator: ',' })).head.headings).toEqual(['Name;Ort', 'Kreis']);
  });
});
