import { linesOf, readSheets, refusalOf } from '../read-fixture';

const HEAD: string[][] = [
  [
    'Merkmale',
    'Mrz 2025',
    'Feb 2025',
    'Jan 2025',
    'Veränderung gegenüber Vorjahresmonat1)',
    'Veränderung gegenüber Vorjahresmonat1)',
    'Veränderung gegenüber Vorjahresmonat1)',
    'Veränderung gegenüber Vorjahresmonat1)',
  ],
  ['Merkmale', 'Mrz 2025', 'Feb 2025', 'Jan 2025', 'Mrz 2025', 'Mrz 2025', 'Feb 2025', 'Jan 2025'],
  ['Merkmale', 'Mrz 2025', 'Feb 2025', 'Jan 2025', 'absolut', 'in %', 'in %', 'in %'],
];
const FOOT: string[][] = [
  ['1) Bei Quoten werden die Vorjahreswerte ausgewiesen.'],
  ['Erstellungsdatum: 28.03.2025, Statistik-Service Ost'],
  ['© Statistik der Bundesagentur für Arbeit'],
];

/** Key figures of the labour market for one region, as an agency prints them. */
function eckwerte(titles: string[][], unemployed: number): string[][] {
  const men = Math.round(unemployed * 0.557);
  return [
    ['Eckwerte des Arbeitsmarktes'],
    ...titles,
    [],
    ...HEAD,
    ['Bestand an Arbeitslosen'],
    ['Insgesamt', `${unemployed}`, '6180', '6200', '120', '2,0', '1,9', '2,1'],
    ['55,7% Männer', `${men}`, '3450', '3460', '80', '2,4', '2,2', '2,0'],
    ['44,3% Frauen', `${unemployed - men}`, '2730', '2740', '40', '1,5', '1,4', '1,3'],
    ['9,2% 15 bis unter 25 Jahre', '561', '570', '*', '11', '2,0', '1,9', 'x'],
    ['34,2% Langzeitarbeitslose', '2086', '2090', '2100', '-30', '-1,4', '-1,2', '-1,0'],
    ['Zugang an Arbeitslosen'],
    ['Insgesamt', '1010', '990', '1200', '10', '1,0', '0,9', '0,8'],
    ['dar. aus Erwerbstätigkeit', '400', '380', '520', '5', '1,3', '1,2', '1,1'],
    ['seit Jahresbeginn', '3200', '2190', '1200', '50', '1,6', '1,5', '1,4'],
    ['Arbeitslosenquoten bezogen auf'],
    ['alle zivilen Erwerbspersonen', '7,8', '7,9', '7,9', 'x', '7,6', '7,7', '7,8'],
    ['dar. Männer', '8,1', '8,2', '8,2', 'x', '7,9', '8,0', '8,1'],
    ...FOOT,
  ];
}

const KREIS: string[][] = [['Landkreis Anhalt-Bitterfeld'], ['März 2025']];

describe('Eckwerte of the Bundesagentur', () => {
  it('are read line by line, with months in columns, without changes and without sums since January', () => {
    const table = readSheets({ Eckwerte: eckwerte(KREIS, 6100) });
    const three = (what: string, ...values: [string, string, string]): string[] =>
      ['2025-03', '2025-02', '2025-01'].map((month, at) => `15082 ${month} ${what}: ${values[at]}`);
    expect(linesOf(table)).toEqual([
      ...three('Bestand an Arbeitslosen', '6100', '6180', '6200'),
      ...three('Bestand an Arbeitslosen · Geschlecht=Männer', '3398', '3450', '3460'),
      ...three('Bestand an Arbeitslosen · Geschlecht=Frauen', '2702', '2730', '2740'),
      ...three(
        'Bestand an Arbeitslosen · Altersgruppe=15 bis unter 25 Jahre',
        '561',
        '570',
        '„*“ !SUPPRESSED_PRIMARY',
      ),
      ...three('Bestand an Arbeitslosen · Merkmal=Langzeitarbeitslose', '2086', '2090', '2100'),
      ...three('Zugang an Arbeitslosen', '1010', '990', '1200'),
      ...three('Zugang an Arbeitslosen · Merkmal=aus Erwerbstätigkeit', '400', '380', '520'),
      ...three(
        'Arbeitslosenquoten bezogen auf · Merkmal=alle zivilen Erwerbspersonen (Prozent)',
        '7.8',
        '7.9',
        '7.9',
      ),
      ...three(
        'Arbeitslosenquoten bezogen auf · Merkmal=alle zivilen Erwerbspersonen · Geschlecht=Männer (Prozent)',
        '8.1',
        '8.2',
        '8.2',
      ),
    ]);
    expect(table.notices.map(({ code }) => code)).toEqual(['columns-worked-out', 'line-cumulated']);
    expect(table.about.madeOn).toBe('2025-03-28');
  });

  it('with one sheet for each region are one series over areas; the sheet of an Agentur is named and left out', () => {
    const agency = [['Agentur für Arbeit Dessau-Roßlau-Wittenberg'], ['März 2025']];
    const table = readSheets({
      Agentur: eckwerte(agency, 16000),
      'Anhalt-Bitterfeld': eckwerte(KREIS, 6100),
      Jobcenter: eckwerte([['Region: Jobcenter Anhalt-Bitterfeld'], ['März 2025']], 4400),
      Land: eckwerte([['Land Sachsen-Anhalt'], ['März 2025']], 88000),
    });
    const march = table.all.filter(
      ({ period, measure, dimensions }) =>
        period === '2025-03' && measure === 'Bestand an Arbeitslosen' && Object.keys(dimensions).length === 0,
    );
    expect(march.map(({ area, value, sheet }) => [area, value, sheet])).toEqual([
      ['15082', 6100, 'Anhalt-Bitterfeld'],
      ['15', 88000, 'Land'],
    ]);
    expect(table.all).toHaveLength(2 * 27);
    const refused = table.notices.filter(({ code }) => code === 'sheet-refused');
    expect(refused.map(({ kind, says }) => [kind, says.slice(0, 90)])).toEqual([
      [
        'warning',
        expect.stringContaining('Blatt „Agentur“ wird nicht übernommen. Die Werte gelten für „Agentur für'),
      ],
      [
        'warning',
        expect.stringContaining('Blatt „Jobcenter“ wird nicht übernommen. Die Werte gelten für „Jobcenter'),
      ],
    ]);
  });

  it('of two measures on two sheets are told apart by the sheet', () => {
    const sheet = (title: string): string[][] => [
      [title],
      ['Landkreis Anhalt-Bitterfeld'],
      ['Merkmale', 'Mrz 2025', 'Feb 2025'],
      ['Personen', '10', '11'],
    ];
    const { all } = readSheets({ II: sheet('Rechtskreis SGB II'), III: sheet('Rechtskreis SGB III') });
    expect(all.map(({ dimensions }) => dimensions['Blatt'])).toEqual(['II', 'II', 'III', 'III']);
  });

  it.each([
    [
      'an Agentur and a Land stand above it',
      eckwerte([['Agentur für Arbeit Dessau-Roßlau-Wittenberg'], ['Land Sachsen-Anhalt']], 16000),
      'Für welches Gebiet sie gelten, ist nicht zu erkennen',
    ],
    [
      'a Jobcenter is called like the Kreis',
      eckwerte([['Jobcenter Anhalt-Bitterfeld'], ['Landkreis Anhalt-Bitterfeld']], 4400),
      'Bitte lassen Sie nur das Gebiet stehen, das gemeint ist.',
    ],
    [
      'the heading over its changes is gone, so that March stands there twice',
      eckwerte(KREIS, 6100).map((cells) =>
        cells.map((cell) => cell.replace(/^Veränderung.*$|^absolut$|^in %$/, '')),
      ),
      'verschiedene Werte',
    ],
    [
      'another table with other months follows below',
      [
        ...eckwerte(KREIS, 6100),
        ['Merkmale', 'Dez 2024', 'Nov 2024'],
        ['Unterbeschäftigung', '8000', '8100'],
      ],
      'anderen Kopf',
    ],
    [
      'it is of months after the day it was made',
      eckwerte(KREIS, 6100).map((cells) => cells.map((cell) => cell.replace('Mrz 2025', 'Mai 2025'))),
      'Eine der Zeitangaben ist falsch',
    ],
  ])('are refused where %s', (_, sheet, says) => {
    expect(refusalOf(() => readSheets({ Eckwerte: sheet }))).toContain(says);
  });

  it('with a column of one month alone are of that month', () => {
    const table = readSheets({
      Eckwerte: [
        ['Eckwerte des Arbeitsmarktes'],
        ['Landkreis Anhalt-Bitterfeld'],
        ['Merkmale', 'März 2025', 'Veränderung zum Vormonat', 'Veränderung zum Vormonat'],
        ['Merkmale', 'März 2025', 'absolut', 'in %'],
        ['Arbeitslose', '6100', '-80', '-1,3'],
        ['   darunter: Frauen', '2702', '-28', '-1,0'],
        ['Unterbeschäftigung', '8050', '-', '-'],
      ],
    });
    expect(linesOf(table)).toEqual([
      '15082 2025-03 Arbeitslose: 6100',
      '15082 2025-03 Arbeitslose · Geschlecht=Frauen: 2702',
      '15082 2025-03 Unterbeschäftigung: 8050',
    ]);
  });
});
