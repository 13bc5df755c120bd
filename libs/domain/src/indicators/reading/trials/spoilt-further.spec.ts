import { linesOf, readSheets, readText, refusalOf } from '../read-fixture';

const FLAT_HEAD =
  'statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label;value_q';
const flatRow = (area: string, value: string, unit = 'Anzahl', time = '2021-12-31'): string =>
  `12411;Fortschreibung;STAG;Stichtag;${time};${area};${value};${unit};BEVSTD;Bevölkerungsstand;e`;
const KREIS = 'KREISE;Kreise;15082;Anhalt-Bitterfeld, Landkreis';
const flat = (...rows: string[]): string => [FLAT_HEAD, ...rows].join('\n');

const MONTHS = [
  ['Arbeitslose nach Gemeinden'],
  ['Schlüssel', 'Gebiet', 'März 2025', 'März 2024', 'Veränderung'],
  ['15082', 'Anhalt-Bitterfeld', '6100', '5980', '120'],
  ['15082005', 'Aken (Elbe), Stadt', '240', '*', 'x'],
];
const KEY_FIGURES = [
  ['Grundsicherung für Arbeitsuchende - Eckwerte'],
  ['Region: Anhalt-Bitterfeld, Landkreis (15082)'],
  ['Merkmal', 'Dez 2024', 'Nov 2024'],
  ['Bedarfsgemeinschaften', '5.090', '5.101'],
  ['   darunter: Single', '3.011', '*'],
];
/** The same sheet with other words in one cell. */
const spoilt = (
  sheet: readonly (readonly string[])[],
  row: number,
  column: number,
  words: string,
): string[][] =>
  sheet.map((cells, at) => cells.map((cell, of) => (at === row && of === column ? words : cell)));

describe('A further table that was spoilt is refused in one sentence:', () => {
  it.each([
    [
      'a value where the key of a Kreis belongs',
      flat(flatRow('KREISE;Kreise;12;Anhalt-Bitterfeld', '15082')),
      '„12“',
    ],
    ['a Kreis among the Länder', flat(flatRow('DLAND;Länder;15082;Anhalt-Bitterfeld', '5')), '„15082“'],
    [
      'a municipality without its leading zero',
      flat(flatRow('GEOGM4;Gemeinden;1001;Flensburg', '5')),
      '„1001“',
    ],
    ['a year of five digits', flat(flatRow(KREIS, '5', 'Anzahl', '20211-12-31')), 'keine Zeitangabe'],
    [
      'a thousand with a point beside a real point',
      flat(flatRow(KREIS, '1.234'), flatRow(KREIS, '48.9', 'Years')),
      'gemischt',
    ],
    ['a line cut off', flat(flatRow(KREIS, '5')).slice(0, -30), 'statt 14 Zellen'],
    [
      'the same key with another number',
      flat(flatRow(KREIS, '5'), flatRow(KREIS, '6')),
      'verschiedene Werte',
    ],
    ['a column of birthdays', flat(flatRow(KREIS, '5')).replace('value_q', 'Geburtsdatum'), 'Datenschutz'],
  ])('flat, %s', (_, text, says) => {
    const refusal = refusalOf(() => readText(text));
    expect(refusal).toContain(says);
    expect(refusal).toMatch(/[.?)]$/);
  });

  it.each([
    ['a month in the head that is none', spoilt(MONTHS, 1, 2, 'März 20255'), 'die keine Zeit sind'],
    ['words where a number belongs', spoilt(MONTHS, 2, 2, 'viele'), '„viele“'],
    [
      'key and name swapped in a line',
      MONTHS.map((cells, at) => (at === 3 ? [cells[1] ?? '', cells[0] ?? '', ...cells.slice(2)] : cells)),
      'die keine Zeit sind',
    ],
    [
      'a sum line repeated with another number',
      [...MONTHS, ['15082', 'Anhalt-Bitterfeld', '6107', '5980', '120']],
      'verschiedene Werte',
    ],
    ['a column of birthdays', spoilt(MONTHS, 1, 4, 'Geburtsdatum'), 'Datenschutz'],
    ['key figures with a real point among thousands', spoilt(KEY_FIGURES, 4, 2, '12.5'), 'gemischt'],
    ['key figures with words', spoilt(KEY_FIGURES, 4, 1, 'viele'), '„viele“'],
    ['key figures with an area in a line', [...KEY_FIGURES, ['15082005', '7', '8']], 'keine Tabelle'],
    [
      'key figures with a second head',
      [...KEY_FIGURES, ['Merkmal', 'Nov 2024', 'Dez 2024'], ['Personen', '1', '2']],
      'anderen Kopf',
    ],
  ])('on a sheet, %s', (_, sheet, says) => {
    const refusal = refusalOf(() => readSheets({ Tabelle: sheet }));
    expect(refusal).toMatch(new RegExp(says));
    expect(refusal).toMatch(/[.?)]$/);
  });
});

describe('A further table that may be spoilt is read with a question or a warning:', () => {
  const codes = (table: ReturnType<typeof readText>): string[] =>
    table.notices.filter(({ kind }) => kind !== 'note').map(({ code }) => code);

  it('a fraction among whole people', () => {
    const rows = ['5', '6', '7', '8,5', '9'].map((value, at) =>
      flatRow(KREIS, value, 'Anzahl', `20${10 + at}-12-31`),
    );
    expect(codes(readText(flat(...rows)))).toContain('fraction-of-count');
  });

  it('a flat table without any column of areas', () => {
    const table = readText(flat(flatRow('GES;Geschlecht;GESM;männlich', '5')));
    expect(codes(table)).toContain('area-open');
  });

  it('a first line whose area is not known, and which is no heading either', () => {
    const table = readSheets({
      Tabelle: [
        MONTHS[0] ?? [],
        MONTHS[1] ?? [],
        ['x9', 'Westdeutschland', '99.000', '98.000', '1.000'],
        ...MONTHS.slice(2),
      ],
    });
    expect(codes(table)).toEqual(['area-unknown']);
    expect(linesOf(table)).toEqual(linesOf(readSheets({ Tabelle: MONTHS })));
  });

  it('a sheet that names areas and of which nothing can be read', () => {
    const cut = [MONTHS[0] ?? [], MONTHS[1] ?? [], ['15082', 'Anhalt-Bitterfeld']];
    expect(codes(readSheets({ A: MONTHS, B: cut }))).toContain('sheets-unread');
  });

  it('a column of key figures that names no time', () => {
    const wider = KEY_FIGURES.map((cells, at) => (at < 2 ? cells : [...cells, at === 2 ? 'laufend' : '7']));
    const table = readSheets({ Eckwerte: wider });
    expect(codes(table)).toEqual(['columns-timeless']);
    expect(linesOf(table)).toEqual(linesOf(readSheets({ Eckwerte: KEY_FIGURES })));
  });
});
