import { readSheets, refusalOf } from './read-fixture';

const COVER = [
  ['Statistik der Bundesagentur für Arbeit'],
  [],
  ['Tabellen'],
  ['Impressum', '', 'Titel: Arbeitslose'],
];

/** A head of two merged lines, filled as the reader of workbooks fills it, with numbers of columns below. */
const UNEMPLOYED = [
  ['Arbeitslose nach Gemeinden'],
  ['Berichtsmonat: März 2025'],
  [],
  ['Region', 'Region', 'Bestand1)', 'Bestand1)', 'Quote2)'],
  ['Schlüssel', 'Name', 'Insgesamt', 'Frauen', 'Quote2)'],
  ['1', '2', '3', '4', '5'],
  ['15082', 'Anhalt-Bitterfeld, Landkreis', '8137', '4000', '9,6'],
  ['15082005', 'Aken (Elbe), Stadt2)', '1.417', '*', '7,5'],
  ['15082015', 'Bitterfeld-Wolfen, Stadt', '2 299', '1 100', 'x'],
  ['', 'Insgesamt', '3716', '1100', ''],
  ['1) Footnote of the table'],
  ['© Statistik der Bundesagentur für Arbeit'],
];

describe('A workbook of the Bundesagentur', () => {
  it('is read from its sheets with values, cover sheets are passed over and named', () => {
    const { all, says, about } = readSheets({
      Deckblatt: COVER,
      Impressum: [['Herausgeberin:', 'BA']],
      Tabelle: UNEMPLOYED,
    });
    expect(about.family).toBe('WORKBOOK');
    expect(all).toHaveLength(9);
    expect(says.join(' ')).toContain('„Deckblatt“ und „Impressum“');
    expect(all[0]).toMatchObject({
      area: '15082',
      period: '2025-03',
      periodKind: 'MONTH',
      measure: 'Bestand',
      dimensions: { Geschlecht: 'Insgesamt' },
      sheet: 'Tabelle',
      line: 7,
      column: 3,
    });
  });

  it('keeps numbers of footnotes out of labels, names and units', () => {
    const { all } = readSheets({ Tabelle: UNEMPLOYED });
    expect([...new Set(all.map((it) => it.measure))]).toEqual(['Bestand', 'Quote']);
    expect(all.find((it) => it.area === '15082005')?.areaName).toBe('Aken (Elbe), Stadt');
    expect(all.find((it) => it.measure === 'Quote')).toMatchObject({ unit: 'Prozent', value: 9.6 });
  });

  it('reads thousands with point or blank, and a star as a value that is kept secret', () => {
    const { all } = readSheets({ Tabelle: UNEMPLOYED });
    const value = (line: number, column: number) =>
      all.find((it) => it.line === line && it.column === column);
    expect(value(8, 3)?.value).toBe(1417);
    expect(value(9, 3)?.value).toBe(2299);
    expect(value(8, 4)).toMatchObject({ value: null, flag: 'SUPPRESSED_PRIMARY', marker: '*' });
  });

  it('leaves out a row of totals without a key and says so', () => {
    const { all, says } = readSheets({ Tabelle: UNEMPLOYED });
    expect(all.some((it) => it.line === 10)).toBe(false);
    expect(says.join(' ')).toContain('Zeile 10 („Insgesamt“) ist eine Summenzeile');
  });

  it('takes areas by name and asks about one it does not know', () => {
    const { all, says } = readSheets({
      Tabelle: [
        ['Stichtag: 30.06.2024'],
        ['Gemeinde', 'Arbeitslose'],
        ['Köthen (Anhalt)', '30'],
        ['Zerbst/Anhalt, Stadt', '20'],
        ['Musterhausen', '5'],
      ],
    });
    expect(all.map((it) => [it.area, it.period, it.value])).toEqual([
      ['15082180', '2024-06-30', 30],
      ['15082430', '2024-06-30', 20],
    ]);
    expect(says[0]).toContain('Welches Gebiet ist gemeint?');
  });

  it('reads a series of months, as words or as days, about one area', () => {
    const { all } = readSheets({
      Zeitreihe: [
        ['Arbeitslose im Zeitverlauf'],
        ['Region: Anhalt-Bitterfeld (15082)'],
        ['Monat', 'Arbeitslose', 'Quote in %'],
        ['Januar 2025', '8100', '9,1'],
        ['01.02.2025', '8200', '9,2'],
        ['Mrz 2025', '8300', '9,3'],
      ],
    });
    expect(all.map((it) => [it.area, it.period, it.measure, it.unit, it.value])).toEqual([
      ['15082', '2025-01', 'Arbeitslose', 'Anzahl', 8100],
      ['15082', '2025-01', 'Quote in %', 'Prozent', 9.1],
      ['15082', '2025-02', 'Arbeitslose', 'Anzahl', 8200],
      ['15082', '2025-02', 'Quote in %', 'Prozent', 9.2],
      ['15082', '2025-03', 'Arbeitslose', 'Anzahl', 8300],
      ['15082', '2025-03', 'Quote in %', 'Prozent', 9.3],
    ]);
  });

  it('takes months from the head of the columns', () => {
    const { all } = readSheets({
      Tabelle: [
        ['Leistungsberechtigte'],
        ['Schlüssel', 'Gebiet', 'Bestand', 'Bestand'],
        ['Schlüssel', 'Gebiet', 'Dezember 2024', 'Januar 2025'],
        ['15082005', 'Aken (Elbe)', '70', '71'],
      ],
    });
    expect(all.map((it) => [it.measure, it.period, it.value])).toEqual([
      ['Bestand', '2024-12', 70],
      ['Bestand', '2025-01', 71],
    ]);
  });

  it('reads months that the head holds as days, and a reference day as a day', () => {
    const heads = (first: string, second: string) =>
      readSheets({
        Tabelle: [['Leistungsberechtigte'], ['Schlüssel', first, second], ['15082005', '70', '71']],
      }).all.map((it) => it.period);
    expect(heads('01.12.2024', '01.01.2025')).toEqual(['2024-12', '2025-01']);
    expect(heads('01.03.2024', '01.03.2025')).toEqual(['2024-03-01', '2025-03-01']);
  });

  it('tells two sheets that count alike apart', () => {
    const sheet = (number: string) => [
      ['Stichtag: 30.06.2024'],
      ['Schlüssel', 'Personen'],
      ['15082005', number],
    ];
    const { all } = readSheets({ Männer: sheet('3'), Frauen: sheet('4') });
    expect(all.map((it) => [it.dimensions['Blatt'], it.value])).toEqual([
      ['Männer', 3],
      ['Frauen', 4],
    ]);
  });

  it('is read although a sheet before it is a long text', () => {
    const text = Array.from({ length: 90 }, (_, at) => [`Absatz ${at}`, 'Wörter']);
    const { all, says } = readSheets({ Hinweise: text, Tabelle: UNEMPLOYED });
    expect(all).toHaveLength(9);
    expect(says.join(' ')).toContain('„Hinweise“');
  });

  it('without a table in it is refused', () => {
    expect(refusalOf(() => readSheets({ Deckblatt: COVER }))).toContain(
      'keine Tabelle der amtlichen Statistik',
    );
  });

  it('with one row per person is refused for privacy', () => {
    const says = refusalOf(() =>
      readSheets({
        Liste: [['Schlüssel', 'Name', 'Vorname', 'Anzahl'], ['15082005', 'Muster', 'Eva', '1'], ['2024']],
      }),
    );
    expect(says).toContain('Datenschutz');
  });
});

describe('A small-scale delivery of the Bundesagentur', () => {
  const DELIVERY = [
    ['Lieferung Bestand'],
    ['Berichtsmonat', 'Gemeindeschlüssel', 'Innerer Schlüssel', 'Bezeichnung', 'ALO_Insg', 'ALO_u25'],
    ['202503', '15082015', 'SUMSUMSUM', 'Bitterfeld-Wolfen', '2299', '168'],
    ['202503', '15082015', '001SUMSUM', 'Bitterfeld', '1200', '90'],
    ['202503', '15082015', '001002003', 'Altstadt', '40', '*'],
  ];

  it('gives the municipality, its parts and their subtotals a key of their own', () => {
    const { all, about } = readSheets({ Daten: DELIVERY });
    expect(about.family).toBe('SMALL_SCALE');
    expect(all.map((it) => [it.area, it.keyKind, it.period, it.measure, it.value, it.flag])).toEqual([
      ['15082015', 'AGS', '2025-03', 'ALO_Insg', 2299, 'OK'],
      ['15082015', 'AGS', '2025-03', 'ALO_u25', 168, 'OK'],
      ['15082015001', 'MUNICIPALITY_PART', '2025-03', 'ALO_Insg', 1200, 'OK'],
      ['15082015001', 'MUNICIPALITY_PART', '2025-03', 'ALO_u25', 90, 'OK'],
      ['15082015001002003', 'MUNICIPALITY_PART', '2025-03', 'ALO_Insg', 40, 'OK'],
      ['15082015001002003', 'MUNICIPALITY_PART', '2025-03', 'ALO_u25', null, 'SUPPRESSED_PRIMARY'],
    ]);
  });

  it('with a broken inner key is refused', () => {
    const broken = [...DELIVERY, ['202503', '15082015', '0010SUM', 'Neustadt', '1', '1']];
    expect(refusalOf(() => readSheets({ Daten: broken }))).toContain('„0010SUM“');
  });
});

it('A count of five digits is no key where the title names the area', () => {
  const { all } = readSheets({
    Zeitreihe: [
      ['Zeitreihe: Leistungen'],
      ['Landkreis Anhalt-Bitterfeld (15082)'],
      ['Berichtsmonat', 'Bedarfsgemeinschaften', 'Leistungsberechtigte', 'Quote'],
      ['2023-09-01', '7000', '12000', '11,2'],
      ['2023-10-01', '7001', '12001', '11,3'],
    ],
  });
  expect(all.map(({ area, period, measure, value }) => [area, period, measure, value])).toEqual([
    ['15082', '2023-09', 'Bedarfsgemeinschaften', 7000],
    ['15082', '2023-09', 'Leistungsberechtigte', 12000],
    ['15082', '2023-09', 'Quote', 11.2],
    ['15082', '2023-10', 'Bedarfsgemeinschaften', 7001],
    ['15082', '2023-10', 'Leistungsberechtigte', 12001],
    ['15082', '2023-10', 'Quote', 11.3],
  ]);
});

describe('A second table on a sheet', () => {
  const sheet = (head: string[]): Record<string, string[][]> => ({
    Daten: [
      ['Arbeitslose'],
      ['Berichtsmonat: November 2023'],
      ['AGS', 'Gemeinde', 'Bestand', 'Zugang'],
      ['15082005', 'Aken (Elbe)', '312', '20'],
      ['Berichtsmonat: Dezember 2023'],
      head,
      ['15082005', 'Aken (Elbe)', '320', '30'],
    ],
  });

  it('is read where its head is the same', () => {
    const { all, says } = readSheets(sheet(['AGS', 'Gemeinde', 'Bestand', 'Zugang']));
    expect(all.map(({ period, value }) => [period, value])).toEqual([
      ['2023-11', 312],
      ['2023-11', 20],
      ['2023-12', 320],
      ['2023-12', 30],
    ]);
    expect(says).toEqual([]);
  });

  it('is refused where its columns stand in another order', () => {
    expect(refusalOf(() => readSheets(sheet(['AGS', 'Gemeinde', 'Zugang', 'Bestand'])))).toBe(
      'In Zeile 6 beginnt eine zweite Tabelle mit einem anderen Kopf: Bitte legen Sie sie auf ein eigenes Blatt.',
    );
  });
});

it('The number of a footnote in front of a unit is no part of a heading', () => {
  const { all } = readSheets({
    Tabelle: [
      ['Berichtsmonat: März 2025'],
      ['AGS', 'Gemeinde', 'Bestand1)', 'Arbeitslosenquote2)\nin %'],
      ['15082005', 'Aken (Elbe)', '312', '7,1'],
    ],
  });
  expect(all.map(({ measure, unit }) => [measure, unit])).toEqual([
    ['Bestand', 'Anzahl'],
    ['Arbeitslosenquote in %', 'Prozent'],
  ]);
});
