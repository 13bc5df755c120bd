import { RefusedTable } from '../read-value';
import { sumOfAreas } from '../sum-of-areas';
import { readText, refusalOf } from './read-fixture';

const HEAD =
  'statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label;value_q';

function flat(...rows: string[]): string {
  return [HEAD, ...rows].join('\n');
}
const row = (
  area: string,
  value: string,
  rest: Partial<Record<'time' | 'sex' | 'unit' | 'measure' | 'q' | 'code', string>> = {},
): string =>
  `${rest.code ?? '12411'};Fortschreibung;STAG;Stichtag;${rest.time ?? '2023-12-31'};${area};${rest.sex ?? 'GES;Geschlecht;;Insgesamt'};${value};${rest.unit ?? 'Anzahl'};${rest.measure ?? 'BEVSTD;Bevölkerungsstand'};${rest.q ?? 'e'}`;
const KREIS = 'KREISE;Kreise;15082;Anhalt-Bitterfeld, Landkreis';

describe('The flat form of GENESIS, as it is given out today', () => {
  it('gives every row area, time, labels, measure, unit and quality', () => {
    const { all, about } = readText(flat(row(KREIS, '151007', { sex: 'GES;Geschlecht;GESW;weiblich' })));
    expect(about.table).toBe('12411');
    expect(all).toEqual([
      expect.objectContaining({
        area: '15082',
        keyKind: 'KREIS',
        areaName: 'Anhalt-Bitterfeld, Landkreis',
        period: '2023-12-31',
        periodKind: 'DAY',
        dimensions: { Geschlecht: 'weiblich' },
        measure: 'Bevölkerungsstand',
        measureCode: 'BEVSTD',
        unit: 'Anzahl',
        factor: 1,
        value: 151007,
        flag: 'OK',
        quality: 'e',
        line: 2,
        column: 14,
      }),
    ]);
  });

  it('reads a year, a month in a column of its own, and rows in any order', () => {
    const { all } = readText(
      flat(
        row(KREIS, '9', { time: '2024', sex: 'MONAT;Monate;MONAT03;März' }),
        row(KREIS, '4', { time: '2023', sex: 'GES;Geschlecht;;Insgesamt' }),
      ),
    );
    expect(all.map((it) => [it.period, it.periodKind, it.dimensions])).toEqual([
      ['2024-03', 'MONTH', {}],
      ['2023', 'YEAR', { Geschlecht: 'Insgesamt' }],
    ]);
  });

  it('makes an AGS of the twelve digits of the census and keeps them beside it', () => {
    const { all } = readText(
      flat(
        row('GEOGM4;Gemeinden (Gebietsstand 15.05.2022);150820005005;Aken (Elbe), Stadt', '7001', {
          code: '1000A',
          time: '2022-05-15',
        }),
        row('GEOLK4;Kreise;15082;Anhalt-Bitterfeld, Landkreis', '150003', {
          code: '1000A',
          time: '2022-05-15',
        }),
      ),
    );
    expect(all.map((it) => [it.area, it.keyKind, it.key, it.populationBase, it.territoryStatus])).toEqual([
      ['15082005', 'ARS', '150820005005', 'ZENSUS_2022', '2022-05-15'],
      ['15082', 'KREIS', '15082', 'ZENSUS_2022', '2022-05-15'],
    ]);
  });

  it('keeps a leading zero, and tells one measure in two units apart', () => {
    const { all } = readText(
      flat(
        row('DLAND;Länder;01;Schleswig-Holstein', '3,1', { unit: '%' }),
        row('DLAND;Länder;01;Schleswig-Holstein', '42'),
      ),
    );
    expect(all.map((it) => [it.area, it.unit, it.value])).toEqual([
      ['01', 'Prozent', 3.1],
      ['01', 'Anzahl', 42],
    ]);
  });

  it.each([
    ['1000', 'Anzahl', 1000],
    ['Tsd. EUR', 'EUR', 1000],
    ['Mill. EUR', 'EUR', 1_000_000],
    ['2010=100', '2010=100', 1],
    ['EUR', 'EUR', 1],
  ])('reads the unit %s with its factor', (unit, is, factor) => {
    expect(readText(flat(row(KREIS, '7,5', { unit }))).all[0]).toMatchObject({
      unit: is,
      factor,
      value: 7.5,
    });
  });

  it('keeps every sign apart from numbers, with the quality beside it', () => {
    const signs = ['.', 'x', '/', '…', '...', '', '(12)', '12'];
    const { all } = readText(
      flat(
        ...signs.map((sign, at) =>
          row(KREIS, sign, { time: `${2010 + at}`, q: sign === '12' ? 'p' : sign === '/' ? '()' : 'e' }),
        ),
      ),
    );
    expect(all.map((it) => [it.value, it.flag, it.marker, it.quality])).toEqual([
      [null, 'SUPPRESSED_PRIMARY', '.', 'e'],
      [null, 'NOT_MEANINGFUL', 'x', 'e'],
      [null, 'UNRELIABLE', '/', '()'],
      [null, 'NOT_YET_AVAILABLE', '…', 'e'],
      [null, 'NOT_YET_AVAILABLE', '…', 'e'],
      [null, 'NOT_YET_AVAILABLE', '', 'e'],
      [12, 'OK', null, 'e'],
      [12, 'PROVISIONAL', null, 'p'],
    ]);
  });

  it('calls 0 nothing where things are counted, and little where numbers are rounded', () => {
    const { all } = readText(flat(row(KREIS, '0'), row(KREIS, '0', { unit: 'Tsd. EUR' })));
    expect(all.map((it) => [it.value, it.flag, it.marker])).toEqual([
      [0, 'ZERO', '0'],
      [0, 'LESS_THAN_HALF_UNIT', '0'],
    ]);
  });

  it('reads English decimals as well, and refuses a file that has both', () => {
    expect(readText(flat(row(KREIS, '44.25'))).all[0]?.value).toBe(44.25);
    expect(
      refusalOf(() => readText(flat(row(KREIS, '44.25'), row(KREIS, '44,2', { time: '2022-12-31' })))),
    ).toBe(
      'In Zeile 3 steht „44,2“ und in Zeile 2 „44.25“: Punkt und Komma sind gemischt, und wir raten die Zahlen nicht.',
    );
  });

  it('refuses to guess whether 1.234 is a thousand or a little more than one', () => {
    expect(refusalOf(() => readText(flat(row(KREIS, '1.234'))))).toContain('„1.234“');
  });

  it('tells parts of a Kreis from municipalities and refuses to add them to the Kreise', () => {
    const table = readText(
      flat(
        row('KREISE;Kreise;03241;Region Hannover', '900'),
        row('KREISE;Kreise;03241001;Hannover, Landeshauptstadt', '500'),
        row('KREISE;Kreise;03251;Diepholz', '200'),
      ),
    );
    expect(table.all.map((it) => it.keyKind)).toEqual(['KREIS', 'KREIS_PART', 'KREIS']);
    expect(table.says.join(' ')).toContain('darf nicht summiert werden');
    expect(refusalOf(() => sumOfAreas(table.all))).toContain('03241001');
    expect(sumOfAreas(table.all.filter((it) => it.keyKind === 'KREIS'))).toBe(1100);
  });

  it('takes the finest of several areas in a row', () => {
    const both = flat(
      row('DLAND;Länder;15;Sachsen-Anhalt', '5', { sex: 'KREISE;Kreise;15082;Anhalt-Bitterfeld' }),
    );
    expect(readText(both).all[0]).toMatchObject({ area: '15082', dimensions: {} });
  });

  it.each([
    ['a swapped value and unit', row(KREIS, 'Anzahl', { unit: '5' }), 'weder eine Zahl noch ein Zeichen'],
    ['a swapped key and name', row('KREISE;Kreise;Anhalt-Bitterfeld;15082', '5'), 'kein amtlicher Schlüssel'],
    ['a time that is none', row(KREIS, '5', { time: '20230' }), 'keine Zeitangabe'],
    ['a line cut off', row(KREIS, '5').split(';').slice(0, 15).join(';'), 'Zeile 2 hat 15 statt 18 Zellen'],
  ])('refuses %s in one sentence', (_, line, says) => {
    expect(refusalOf(() => readText(flat(line)))).toContain(says);
  });

  it('refuses a table without the column of values, and names it', () => {
    expect(refusalOf(() => readText(flat(row(KREIS, '5')).replace('value_unit', 'unit')))).toContain(
      '„value_unit“',
    );
  });

  it('refuses two values for the same key and says where they stand', () => {
    expect(refusalOf(() => readText(flat(row(KREIS, '5'), row(KREIS, '6'))))).toContain('Zeile 2 und 3');
    expect(readText(flat(row(KREIS, '5'), row(KREIS, '5'))).says.join(' ')).toContain('zweimal');
  });

  it('asks about population after 2022 whose census is not named', () => {
    expect(readText(flat(row(KREIS, '5'))).says.join(' ')).toContain('Zensus 2011 oder dem Zensus 2022');
  });
});

describe('The flat form of GENESIS, as it was given out before', () => {
  const OLD =
    'Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;1_Auspraegung_Label;     FLC006__Gebietsflaeche__qkm;FLC006__q;  BEV001__Bevoelkerung__1000';

  it('reads a column per measure, its unit and its quality', () => {
    const { all } = readText(
      `${OLD}\n11111;Feststellung;STAG;Stichtag;31.12.2022;DLAND;Bundesländer;08;Baden-Württemberg;35001,85;e;11023\n11111;Feststellung;STAG;Stichtag;31.12.2022;DLAND;Bundesländer;;Insgesamt;357001,99;r;.`,
    );
    expect(
      all.map((it) => [
        it.area,
        it.period,
        it.measure,
        it.unit,
        it.factor,
        it.value,
        it.flag,
        it.quality,
        it.column,
      ]),
    ).toEqual([
      ['08', '2022-12-31', 'Gebietsflaeche', 'qkm', 1, 35001.85, 'OK', 'e', 10],
      ['08', '2022-12-31', 'Bevoelkerung', 'Anzahl', 1000, 11023, 'OK', null, 12],
      ['DG', '2022-12-31', 'Gebietsflaeche', 'qkm', 1, 357001.99, 'REVISED', 'r', 10],
      ['DG', '2022-12-31', 'Bevoelkerung', 'Anzahl', 1000, null, 'SUPPRESSED_PRIMARY', null, 12],
    ]);
  });
});

it('reads heads of old flat files, whose blanks are underscores', () => {
  const { all } = readText(
    'Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;1_Auspraegung_Label;UMS001__Umsatz_je_Betrieb__Tsd._EUR\n45412;Monatserhebung;JAHR;Jahr;2019;KREISE;Kreise;15082;Anhalt-Bitterfeld;12,5\n',
  );
  expect(all).toEqual([
    expect.objectContaining({ measure: 'Umsatz je Betrieb', unit: 'EUR', factor: 1000, value: 12.5 }),
  ]);
});

it('refuses with an error that carries code and line', () => {
  try {
    readText(flat(row(KREIS, 'Anzahl')));
  } catch (error) {
    expect(error).toBeInstanceOf(RefusedTable);
    expect(error).toMatchObject({ code: 'no-number', line: 2 });
  }
});
