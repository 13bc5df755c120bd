import { linesOf, readSheets, refusalOf } from '../read-fixture';

const IMPRINT = [
  ['Impressum'],
  ['Produktlinie/Reihe:', 'Tabellen'],
  ['Titel:', 'Arbeitslose nach Gemeinden'],
  ['Region:', 'Anhalt-Bitterfeld'],
  ['Berichtsmonat:', 'März 2025'],
  ['Erstellungsdatum:', '26.03.2025'],
  ['Herausgeberin:', 'Bundesagentur für Arbeit'],
];
const CONTENTS = [
  ['Inhaltsverzeichnis'],
  ['Tabelle', 'Titel'],
  ['1', 'Arbeitslose nach Gemeinden'],
  ['2', 'Eckwerte'],
];
const HINTS = [
  ['Statistik-Infoseite'],
  ['Im Internet stehen statistische Informationen unterteilt nach folgenden Themenbereichen zur Verfügung:'],
];
const LEGEND = '© Statistik der Bundesagentur für Arbeit';

describe('Further workbooks of the Bundesagentur are read as they are meant:', () => {
  it('a head of three merged lines: bestand, davon sexes and nationalities', () => {
    const table = readSheets({
      Impressum: IMPRINT,
      Inhalt: CONTENTS,
      'Tabelle 1': [
        ['', '', '', '', '', '', '', 'Tabelle 1'],
        ['Bestand an Arbeitslosen nach ausgewählten Merkmalen'],
        ['Kreis Anhalt-Bitterfeld und Gemeinden'],
        ['Berichtsmonat: März 2025, Datenstand: März 2025'],
        [],
        ['Schlüssel', 'Region', 'Insgesamt', 'davon', 'davon', 'davon', 'davon', 'darunter'],
        [
          'Schlüssel',
          'Region',
          'Insgesamt',
          'Männer',
          'Frauen',
          'Deutsche',
          'Ausländer1)',
          '15 bis unter 25 Jahre',
        ],
        ['', '', '1', '2', '3', '4', '5', '6'],
        ['15082', 'Anhalt-Bitterfeld', '6100', '3400', '2700', '4800', '1290', '560'],
        ['15082005', '   Aken (Elbe), Stadt', '240', '130', '110', '*', '*', '20'],
        ['15082440', '   Zörbig, Stadt', '210', '120', '90', '-', '.', 'x'],
        ['1) einschließlich Staatenlose'],
        [LEGEND],
      ],
      'Hinweise zur Methodik': HINTS,
    });
    const measure = 'Bestand an Arbeitslosen nach ausgewählten Merkmalen';
    expect(linesOf(table).slice(0, 12)).toEqual([
      `15082 2025-03 ${measure}: 6100`,
      `15082 2025-03 ${measure} · Geschlecht=Männer: 3400`,
      `15082 2025-03 ${measure} · Geschlecht=Frauen: 2700`,
      `15082 2025-03 ${measure} · Nationalität=Deutsche: 4800`,
      `15082 2025-03 ${measure} · Nationalität=Ausländer: 1290`,
      `15082 2025-03 ${measure} · Altersgruppe=15 bis unter 25 Jahre: 560`,
      `15082005 2025-03 ${measure}: 240`,
      `15082005 2025-03 ${measure} · Geschlecht=Männer: 130`,
      `15082005 2025-03 ${measure} · Geschlecht=Frauen: 110`,
      `15082005 2025-03 ${measure} · Nationalität=Deutsche: „*“ !SUPPRESSED_PRIMARY`,
      `15082005 2025-03 ${measure} · Nationalität=Ausländer: „*“ !SUPPRESSED_PRIMARY`,
      `15082005 2025-03 ${measure} · Altersgruppe=15 bis unter 25 Jahre: 20`,
    ]);
    expect(table.at(11, 6)).toMatchObject({ marker: '-', value: null });
    expect(table.at(11, 7)).toMatchObject({ marker: '.', flag: 'SUPPRESSED_PRIMARY' });
    expect(table.says.join()).toContain('„Hinweise zur Methodik“');
  });

  it('two measures, each with sexes below', () => {
    const table = readSheets({
      Daten: [
        ['Arbeitslose und Leistungsberechtigte'],
        ['Berichtsmonat: Dezember 2024'],
        [
          'Gebiet',
          'Gebiet',
          'Arbeitslose',
          'Arbeitslose',
          'Arbeitslose',
          'Leistungsberechtigte',
          'Leistungsberechtigte',
          'Leistungsberechtigte',
        ],
        ['Schlüssel', 'Name', 'Insgesamt', 'Männer', 'Frauen', 'Insgesamt', 'Deutsche', 'Ausländer'],
        ['15082', 'Anhalt-Bitterfeld', '6100', '3400', '2700', '11000', '8000', '3000'],
      ],
    });
    expect(linesOf(table)).toEqual([
      '15082 2024-12 Arbeitslose · Geschlecht=Insgesamt: 6100',
      '15082 2024-12 Arbeitslose · Geschlecht=Männer: 3400',
      '15082 2024-12 Arbeitslose · Geschlecht=Frauen: 2700',
      '15082 2024-12 Leistungsberechtigte · Nationalität=Insgesamt: 11000',
      '15082 2024-12 Leistungsberechtigte · Nationalität=Deutsche: 8000',
      '15082 2024-12 Leistungsberechtigte · Nationalität=Ausländer: 3000',
    ]);
  });

  it('Eckwerte: what is counted in lines, times in columns, the change beside them left out', () => {
    const table = readSheets({
      Impressum: IMPRINT,
      Eckwerte: [
        ['Eckwerte des Arbeitsmarktes'],
        ['Landkreis Anhalt-Bitterfeld'],
        ['März 2025'],
        [],
        [
          'Merkmale',
          '2025',
          '2025',
          '2025',
          'Veränderung gegenüber Vorjahresmonat',
          'Veränderung gegenüber Vorjahresmonat',
        ],
        ['Merkmale', 'März', 'Februar', 'Januar', 'absolut', 'in %'],
        ['Bestand an Arbeitslosen'],
        ['Insgesamt', '6100', '6180', '6200', '120', '2,0'],
        ['   55,7% Männer', '3400', '3450', '3460', '80', '2,4'],
        ['   44,3% Frauen', '2700', '2730', '2740', '40', '1,5'],
        ['Arbeitslosenquote in %'],
        ['alle zivilen Erwerbspersonen', '7,8', '7,9', '7,9', 'x', 'x'],
        [LEGEND],
      ],
    });
    expect(linesOf(table)).toEqual([
      '15082 2025-03 Bestand an Arbeitslosen: 6100',
      '15082 2025-02 Bestand an Arbeitslosen: 6180',
      '15082 2025-01 Bestand an Arbeitslosen: 6200',
      '15082 2025-03 Bestand an Arbeitslosen · Geschlecht=Männer: 3400',
      '15082 2025-02 Bestand an Arbeitslosen · Geschlecht=Männer: 3450',
      '15082 2025-01 Bestand an Arbeitslosen · Geschlecht=Männer: 3460',
      '15082 2025-03 Bestand an Arbeitslosen · Geschlecht=Frauen: 2700',
      '15082 2025-02 Bestand an Arbeitslosen · Geschlecht=Frauen: 2730',
      '15082 2025-01 Bestand an Arbeitslosen · Geschlecht=Frauen: 2740',
      '15082 2025-03 Arbeitslosenquote in % · Merkmal=alle zivilen Erwerbspersonen (Prozent): 7.8',
      '15082 2025-02 Arbeitslosenquote in % · Merkmal=alle zivilen Erwerbspersonen (Prozent): 7.9',
      '15082 2025-01 Arbeitslosenquote in % · Merkmal=alle zivilen Erwerbspersonen (Prozent): 7.9',
    ]);
    expect(table.says.join()).toContain('Veränderung gegenüber Vorjahresmonat');
  });

  it('a series of years about one municipality, what is counted in lines', () => {
    const table = readSheets({
      Daten: [
        ['Arbeitsmarkt kommunal'],
        ['Gebiet: Aken (Elbe), Stadt (15082005)'],
        ['Merkmal', '2022', '2023', '2024'],
        ['Sozialversicherungspflichtig Beschäftigte am Wohnort', '2800', '2790', '2775'],
        ['Arbeitslose', '250', '245', '*'],
      ],
    });
    expect(linesOf(table)).toEqual([
      '15082005 2022 Sozialversicherungspflichtig Beschäftigte am Wohnort: 2800',
      '15082005 2023 Sozialversicherungspflichtig Beschäftigte am Wohnort: 2790',
      '15082005 2024 Sozialversicherungspflichtig Beschäftigte am Wohnort: 2775',
      '15082005 2022 Arbeitslose: 250',
      '15082005 2023 Arbeitslose: 245',
      '15082005 2024 Arbeitslose: „*“ !SUPPRESSED_PRIMARY',
    ]);
  });

  it('a reference day in words, and key and name in one cell', () => {
    const table = readSheets({
      'Wohnort Gemeinden': [
        ['Sozialversicherungspflichtig Beschäftigte am Wohnort'],
        ['Stichtag: 30. Juni 2024'],
        ['Wohnort', 'Insgesamt', 'Männer', 'Frauen', 'darunter Auszubildende'],
        ['15082 Anhalt-Bitterfeld', '61000', '32000', '29000', '1.900'],
        ['15082005 Aken (Elbe), Stadt', '2800', '1500', '1300', '*'],
      ],
    });
    const measure = 'Sozialversicherungspflichtig Beschäftigte am Wohnort';
    expect(linesOf(table)).toEqual([
      `15082 2024-06-30 ${measure}: 61000`,
      `15082 2024-06-30 ${measure} · Geschlecht=Männer: 32000`,
      `15082 2024-06-30 ${measure} · Geschlecht=Frauen: 29000`,
      `15082 2024-06-30 ${measure} · Merkmal=darunter Auszubildende: 1900`,
      `15082005 2024-06-30 ${measure}: 2800`,
      `15082005 2024-06-30 ${measure} · Geschlecht=Männer: 1500`,
      `15082005 2024-06-30 ${measure} · Geschlecht=Frauen: 1300`,
      `15082005 2024-06-30 ${measure} · Merkmal=darunter Auszubildende: „*“ !SUPPRESSED_PRIMARY`,
    ]);
  });

  it('lines of Agenturen and Jobcenter, whose numbers are no official keys', () => {
    const table = readSheets({
      Tabelle: [
        ['Arbeitslosenquoten'],
        ['Berichtsmonat: März 2025'],
        ['Nr.', 'Gebiet', 'Arbeitslose', 'Quote in %'],
        ['15', 'Sachsen-Anhalt', '88000', '8,0'],
        ['042', 'Agentur für Arbeit Dessau-Roßlau-Wittenberg', '9100', '7,7'],
        ['15082', 'Anhalt-Bitterfeld', '6100', '7,8'],
        ['04502', 'Jobcenter Anhalt-Bitterfeld', '4400', '.'],
      ],
    });
    expect(linesOf(table)).toEqual([
      '15 2025-03 Arbeitslose: 88000',
      '15 2025-03 Quote in % (Prozent): 8',
      '15082 2025-03 Arbeitslose: 6100',
      '15082 2025-03 Quote in % (Prozent): 7.8',
    ]);
    expect(table.says.join(' ')).toContain('Agentur für Arbeit');
  });

  it('several sheets with values, of which each has its own month', () => {
    const sheet = (month: string, value: string): string[][] => [
      ['Bedarfsgemeinschaften und deren Mitglieder'],
      [`Berichtsmonat: ${month}`],
      ['Schlüssel', 'Gebiet', 'Bedarfsgemeinschaften', 'Personen in Bedarfsgemeinschaften'],
      ['15082', 'Anhalt-Bitterfeld', value, '9000'],
    ];
    const table = readSheets({
      Inhalt: CONTENTS,
      Nov: sheet('November 2024', '5100'),
      Dez: sheet('Dezember 2024', '5090'),
    });
    expect(linesOf(table)).toEqual([
      '15082 2024-11 Bedarfsgemeinschaften · Blatt=Nov: 5100',
      '15082 2024-11 Personen in Bedarfsgemeinschaften · Blatt=Nov: 9000',
      '15082 2024-12 Bedarfsgemeinschaften · Blatt=Dez: 5090',
      '15082 2024-12 Personen in Bedarfsgemeinschaften · Blatt=Dez: 9000',
    ]);
  });

  it('Land and Kreis in two columns, merged downwards', () => {
    const table = readSheets({
      Tabelle: [
        ['Leistungen für Bildung und Teilhabe'],
        ['Zeitraum: Jahr 2023'],
        ['Land', 'Schlüssel', 'Kreis', 'Berechtigte', 'Berechtigte'],
        ['Land', 'Schlüssel', 'Kreis', 'Insgesamt', 'weiblich'],
        ['Sachsen-Anhalt', '15001', 'Dessau-Roßlau, Stadt', '3.210', '1.580'],
        ['Sachsen-Anhalt', '15082', 'Anhalt-Bitterfeld', '4.105', '2.003'],
      ],
    });
    expect(table.all.map((it) => [it.area, it.areaName, it.value, it.dimensions['Geschlecht']])).toEqual([
      ['15001', 'Dessau-Roßlau, Stadt', 3210, 'Insgesamt'],
      ['15001', 'Dessau-Roßlau, Stadt', 1580, 'weiblich'],
      ['15082', 'Anhalt-Bitterfeld', 4105, 'Insgesamt'],
      ['15082', 'Anhalt-Bitterfeld', 2003, 'weiblich'],
    ]);
    expect(table.all.every(({ period }) => period === '2023')).toBe(true);
  });

  it('an Eckwerte sheet about the district of an office is refused', () => {
    const refusal = refusalOf(() =>
      readSheets({
        Eckwerte: [
          ['Eckwerte des Arbeitsmarktes'],
          ['Agentur für Arbeit Musterstadt'],
          ['Merkmale', 'März 2025', 'Februar 2025'],
          ['Arbeitslose', '6100', '6180'],
        ],
      }),
    );
    expect(refusal).toBe(
      'Die Werte gelten für „Agentur für Arbeit Musterstadt“; der Bezirk einer Dienststelle hat keinen amtlichen Schlüssel und ist kein Kreis. Bitte nehmen Sie die Tabelle für den Landkreis.',
    );
  });
});
