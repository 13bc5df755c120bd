import { readSheets, readText, refusalOf } from './read-fixture';

const MAPPING = {
  area: { column: 'Gemeinde' },
  period: { column: 'Jahr' },
  dimensions: [{ column: 'Altersgruppe', name: 'Alter' }],
  values: [
    { column: 'Haushalte', measure: 'Wohngeldhaushalte' },
    { column: 'Betrag', measure: 'Wohngeld', unit: 'EUR', factor: 1000, dimensions: { Art: 'Mietzuschuss' } },
  ],
  ignore: ['Bemerkung'],
  populationBase: 'MELDEREGISTER',
  territoryStatus: '01.01.2024',
};
const TABLE = `Auswertung des Sozialamts
Gemeinde;Jahr;Altersgruppe;Haushalte;Betrag;Bemerkung
Köthen (Anhalt);2024;unter 65;12;3,5;
15082430;2024;unter 65;.;1,5;geprüft
`;

describe('A free table with a mapping', () => {
  it('is read as the mapping says, below whatever stands above its head', () => {
    const { all, about } = readText(TABLE, MAPPING);
    expect(about.family).toBe('MAPPED');
    expect(all[1]).toMatchObject({
      area: '15082180',
      period: '2024',
      dimensions: { Alter: 'unter 65', Art: 'Mietzuschuss' },
      measure: 'Wohngeld',
      unit: 'EUR',
      factor: 1000,
      value: 3.5,
      populationBase: 'MELDEREGISTER',
      territoryStatus: '2024-01-01',
      line: 3,
      column: 5,
    });
    expect(all[2]).toMatchObject({ area: '15082430', value: null, flag: 'SUPPRESSED_PRIMARY', line: 4 });
  });

  it('takes area and time that hold for the whole file, and one sheet of several', () => {
    const mapping = {
      sheet: 'Daten',
      area: { fixed: '15082' },
      period: { fixed: '2024/25' },
      values: [{ column: 'Fälle', measure: 'Fälle' }],
    };
    const { all } = readSheets(
      {
        Titel: [
          ['Fälle', 'Anderes'],
          ['1', '2'],
        ],
        Daten: [['Fälle'], ['7']],
      },
      mapping,
    );
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ area: '15082', period: '2024/2025', periodKind: 'SCHOOL_YEAR', value: 7 });
  });

  it('lets the mapping say what a point means', () => {
    const table = TABLE.replace('3,5', '1.234').replace('1,5', '2.345');
    const wert = (decimal: string) => readText(table, { ...MAPPING, decimal }).all[1]?.value;
    expect([wert(','), wert('.')]).toEqual([1234, 1.234]);
  });

  it.each([
    ['a column that the mapping does not know', TABLE.replace('Bemerkung', 'Neue Spalte'), '„Neue Spalte“'],
    ['a mapped column that is gone', TABLE.replace('Betrag', 'Summe').replace('Auswertung', 'Neu'), 'Betrag'],
    ['an area that nobody knows', TABLE.replace('15082430', 'Musterhausen'), '„Musterhausen“'],
    ['a time that is none', TABLE.replace('2024;unter 65;12', 'bald;unter 65;12'), '„bald“'],
    ['words as a number', TABLE.replace(';12;', ';viele;'), '„viele“'],
  ])('refuses %s', (_, text, says) => {
    expect(refusalOf(() => readText(text, MAPPING))).toContain(says);
  });

  it.each([
    [{ ...MAPPING, values: [] }, 'keine Spalte mit Werten'],
    [{ ...MAPPING, area: {} }, '„column“'],
    [{ ...MAPPING, farbe: 'blau' }, '„farbe“'],
    [{ ...MAPPING, period: { fixed: 'bald' } }, '„bald“'],
    [{ ...MAPPING, populationBase: 'ZENSUS_1987' }, 'ZENSUS_1987'],
    ['Köthen', 'kein JSON-Objekt'],
  ])('refuses a mapping that is wrong', (mapping, says) => {
    expect(refusalOf(() => readText(TABLE, mapping))).toContain(says);
  });
});

describe('A list of single people is refused for privacy, whatever it is called:', () => {
  const list = (head: string, row: (at: number) => string): string =>
    [head, ...Array.from({ length: 12 }, (_, at) => row(at))].join('\n');
  const mapping = {
    area: { column: 'Gemeinde' },
    period: { fixed: '2024' },
    values: [{ column: 'Betrag', measure: 'Betrag' }],
    ignore: ['A', 'B', 'Geburtsdatum', 'Vorname', 'Name', 'Straße', 'Aktenzeichen', 'IBAN', 'BG-Nummer'],
  };
  it.each([
    ['a birthday', list('Gemeinde;Geburtsdatum;Betrag', (at) => `15082005;1.1.19${60 + at};${at}`)],
    ['names', list('Gemeinde;Name;Vorname;Betrag', (at) => `15082005;M${at};E${at};${at}`)],
    ['a street', list('Gemeinde;Straße;Betrag', (at) => `15082005;Weg ${at};${at}`)],
    ['a file number', list('Gemeinde;Aktenzeichen;Betrag', (at) => `15082005;II/${at};${at}`)],
    ['a BG number', list('Gemeinde;BG-Nummer;Betrag', (at) => `15082005;${at};${at}`)],
    ['an account', list('Gemeinde;IBAN;Betrag', (at) => `15082005;x;${at}`)],
    [
      'accounts under another name',
      list('Gemeinde;A;Betrag', (at) => `15082005;DE12 5001 0517 0648 4898 ${10 + at};${at}`),
    ],
    [
      'BG numbers under another name',
      list('Gemeinde;A;Betrag', (at) => `15082005;04507//00123${10 + at};${at}`),
    ],
    [
      'birthdays under another name',
      list('Gemeinde;A;Betrag', (at) => `150820${10 + at};0${1 + (at % 9)}.05.19${50 + 3 * at};${at}`),
    ],
    ['one row per case', list('Gemeinde;A;Betrag', (at) => `15082005;x;${at}`)],
  ])('%s', (_, text) => {
    expect(refusalOf(() => readText(text, mapping))).toContain('Datenschutz');
  });
});
