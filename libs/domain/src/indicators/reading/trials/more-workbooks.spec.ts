import { linesOf, readSheets, readText, refusalOf } from '../read-fixture';

describe('Still more workbooks are read as they are meant:', () => {
  it('the Regionaldatenbank as a workbook, with its cover and its notes', () => {
    const table = readSheets({
      Titelblatt: [
        ['Regionaldatenbank Deutschland'],
        ['Bevölkerung nach Geschlecht'],
        ['Erstellt am: 14.03.2025'],
      ],
      Hinweise: [
        ['Zeichenerklärung'],
        ['-', 'nichts vorhanden'],
        ['.', 'Zahlenwert unbekannt oder geheim zu halten'],
      ],
      '12411-01-01-4': [
        ['Tabelle: 12411-01-01-4'],
        ['Bevölkerung nach Geschlecht - Stichtag 31.12. - regionale Tiefe: Kreise und krfr. Städte'],
        ['Fortschreibung des Bevölkerungsstandes'],
        ['Bevölkerungsstand (Anzahl)'],
        ['', '', '31.12.2020', '31.12.2020', '31.12.2020'],
        ['', '', 'Insgesamt', 'männlich', 'weiblich'],
        ['15', '  Sachsen-Anhalt', '2180684', '1074187', '1106497'],
        ['15082', '      Anhalt-Bitterfeld, Landkreis', '157217', '77277', '79940'],
        ['__________'],
        ['Stand: 14.03.2025 / 09:12:44'],
      ],
    });
    expect(linesOf(table)).toEqual([
      '15 2020-12-31 Bevölkerungsstand · Geschlecht=Insgesamt: 2180684',
      '15 2020-12-31 Bevölkerungsstand · Geschlecht=männlich: 1074187',
      '15 2020-12-31 Bevölkerungsstand · Geschlecht=weiblich: 1106497',
      '15082 2020-12-31 Bevölkerungsstand · Geschlecht=Insgesamt: 157217',
      '15082 2020-12-31 Bevölkerungsstand · Geschlecht=männlich: 77277',
      '15082 2020-12-31 Bevölkerungsstand · Geschlecht=weiblich: 79940',
    ]);
    expect(table.about.table).toBe('12411-01-01-4');
  });

  it('Eckwerte of the SGB II, with money, a heading of their own and a month that is secret', () => {
    const table = readSheets({
      'Eckwerte SGB II': [
        ['Grundsicherung für Arbeitsuchende - Eckwerte'],
        ['Region: Anhalt-Bitterfeld, Landkreis (15082)'],
        ['Merkmal', 'Dez 2024', 'Nov 2024', 'Dez 2023', 'Anteil an allen in %'],
        ['Bedarfsgemeinschaften (BG)', '5.090', '5.101', '5.240', '100'],
        ['   darunter: Single-BG', '3.011', '3.020', '*', '59,2'],
        ['Leistungen je BG in EUR', '1.012', '998', '...', 'x'],
        ['Personen'],
        ['Personen in BG', '9.001', '9.020', '9.300', '100'],
        ['   Männer', '4.400', '4.410', '4.500', '48,9'],
        ['   Frauen', '4.601', '4.610', '4.800', '51,1'],
        ['1) vorläufige Werte'],
        ['Erstellungsdatum: 02.04.2025'],
      ],
    });
    expect(linesOf(table)).toEqual([
      '15082 2024-12 Bedarfsgemeinschaften (BG): 5090',
      '15082 2024-11 Bedarfsgemeinschaften (BG): 5101',
      '15082 2023-12 Bedarfsgemeinschaften (BG): 5240',
      '15082 2024-12 Bedarfsgemeinschaften (BG) · Merkmal=Single-BG: 3011',
      '15082 2024-11 Bedarfsgemeinschaften (BG) · Merkmal=Single-BG: 3020',
      '15082 2023-12 Bedarfsgemeinschaften (BG) · Merkmal=Single-BG: „*“ !SUPPRESSED_PRIMARY',
      '15082 2024-12 Leistungen je BG in EUR (EUR): 1012',
      '15082 2024-11 Leistungen je BG in EUR (EUR): 998',
      '15082 2023-12 Leistungen je BG in EUR (EUR): „…“ !NOT_YET_AVAILABLE',
      '15082 2024-12 Personen · Merkmal=Personen in BG: 9001',
      '15082 2024-11 Personen · Merkmal=Personen in BG: 9020',
      '15082 2023-12 Personen · Merkmal=Personen in BG: 9300',
      '15082 2024-12 Personen · Merkmal=Personen in BG · Geschlecht=Männer: 4400',
      '15082 2024-11 Personen · Merkmal=Personen in BG · Geschlecht=Männer: 4410',
      '15082 2023-12 Personen · Merkmal=Personen in BG · Geschlecht=Männer: 4500',
      '15082 2024-12 Personen · Merkmal=Personen in BG · Geschlecht=Frauen: 4601',
      '15082 2024-11 Personen · Merkmal=Personen in BG · Geschlecht=Frauen: 4610',
      '15082 2023-12 Personen · Merkmal=Personen in BG · Geschlecht=Frauen: 4800',
    ]);
    expect(table.about.madeOn).toBe('2025-04-02');
  });

  it('areas in lines, two months in the head and the change between them left out', () => {
    const table = readSheets({
      Gemeinden: [
        ['Arbeitslose nach Gemeinden'],
        ['Schlüssel', 'Gebiet', 'März 2025', 'März 2024', 'Veränderung', 'Veränderung'],
        ['Schlüssel', 'Gebiet', 'März 2025', 'März 2024', 'absolut', 'in %'],
        ['15082', 'Anhalt-Bitterfeld', '6100', '5980', '120', '2,0'],
        ['15082005', 'Aken (Elbe), Stadt', '240', '*', 'x', 'x'],
      ],
    });
    expect(linesOf(table)).toEqual([
      '15082 2025-03 Arbeitslose nach Gemeinden: 6100',
      '15082 2024-03 Arbeitslose nach Gemeinden: 5980',
      '15082005 2025-03 Arbeitslose nach Gemeinden: 240',
      '15082005 2024-03 Arbeitslose nach Gemeinden: „*“ !SUPPRESSED_PRIMARY',
    ]);
  });

  it('a series of months with a head of two lines about the Kreis', () => {
    const table = readSheets({
      Zeitreihe: [
        ['Arbeitslose im Zeitverlauf'],
        ['Kreis Anhalt-Bitterfeld'],
        ['Berichtsmonat', 'Arbeitslose', 'Arbeitslose', 'Arbeitslose', 'Arbeitslosenquote'],
        ['Berichtsmonat', 'Insgesamt', 'Männer', 'Frauen', 'Arbeitslosenquote'],
        ['Januar 2025', '6200', '3460', '2740', '7,9'],
        ['Februar 2025', '6180', '3450', '2730', '7,9'],
      ],
    });
    expect(linesOf(table).slice(0, 4)).toEqual([
      '15082 2025-01 Arbeitslose · Geschlecht=Insgesamt: 6200',
      '15082 2025-01 Arbeitslose · Geschlecht=Männer: 3460',
      '15082 2025-01 Arbeitslose · Geschlecht=Frauen: 2740',
      '15082 2025-01 Arbeitslosenquote (Prozent): 7.9',
    ]);
  });

  it('nationality above sex, the measure in the title alone', () => {
    const table = readSheets({
      Tabelle: [
        ['Ausschließlich geringfügig Beschäftigte'],
        ['Stichtag: 31.12.2023'],
        ['AGS', 'Gemeinde', 'Deutsche', 'Deutsche', 'Ausländer', 'Ausländer'],
        ['AGS', 'Gemeinde', 'Männer', 'Frauen', 'Männer', 'Frauen'],
        ['15082015', 'Bitterfeld-Wolfen, Stadt', '410', '520', '60', '45'],
      ],
    });
    const measure = 'Ausschließlich geringfügig Beschäftigte';
    expect(linesOf(table)).toEqual([
      `15082015 2023-12-31 ${measure} · Nationalität=Deutsche · Geschlecht=Männer: 410`,
      `15082015 2023-12-31 ${measure} · Nationalität=Deutsche · Geschlecht=Frauen: 520`,
      `15082015 2023-12-31 ${measure} · Nationalität=Ausländer · Geschlecht=Männer: 60`,
      `15082015 2023-12-31 ${measure} · Nationalität=Ausländer · Geschlecht=Frauen: 45`,
    ]);
  });

  it('Land and Kreis by name alone: what has no known key is asked about and never given to the Land', () => {
    const { all, notices } = readSheets({
      Tabelle: [
        ['Stichtag: 31.12.2023'],
        ['Land', 'Kreis', 'Pflegebedürftige'],
        ['Sachsen-Anhalt', 'Anhalt-Bitterfeld', '15100'],
        ['Sachsen-Anhalt', 'Musterkreis', '12044'],
      ],
    });
    expect(all.map(({ area, value }) => [area, value])).toEqual([['15082', 15100]]);
    expect(notices.find(({ code }) => code === 'area-unknown')?.says).toContain('Musterkreis');
  });

  it('days below their year', () => {
    const table = readSheets({
      Tabelle: [
        ['Sozialversicherungspflichtig Beschäftigte'],
        ['Schlüssel', 'Gebiet', '2024', '2024'],
        ['Schlüssel', 'Gebiet', '30.09.2024', '31.12.2024'],
        ['15082', 'Anhalt-Bitterfeld', '55500', '55200'],
      ],
    });
    expect(linesOf(table)).toEqual([
      '15082 2024-09-30 Sozialversicherungspflichtig Beschäftigte: 55500',
      '15082 2024-12-31 Sozialversicherungspflichtig Beschäftigte: 55200',
    ]);
  });

  it('labels alone in lines: a count that looks like a key never makes one line of them the whole', () => {
    const sheet = [
      ['Arbeitslose nach Staatsangehörigkeit'],
      ['Land Sachsen-Anhalt'],
      ['Berichtsmonat: März 2025'],
      ['Staatsangehörigkeit', 'Arbeitslose', 'Arbeitslose', 'Arbeitslose'],
      ['Staatsangehörigkeit', 'Insgesamt', 'Männer', 'Frauen'],
      ['Insgesamt', '88000', '48000', '40000'],
      ['Deutsche', '70000', '38000', '32000'],
      ['Ausländer', '18000', '10000', '8000'],
    ];
    const { all } = readSheets({ Tabelle: sheet });
    expect(all.map(({ area, period, dimensions, value }) => [area, period, dimensions, value])).toEqual([
      ['15', '2025-03', {}, 88000],
      ['15', '2025-03', { Geschlecht: 'Männer' }, 48000],
      ['15', '2025-03', { Geschlecht: 'Frauen' }, 40000],
      ['15', '2025-03', { Nationalität: 'Deutsche' }, 70000],
      ['15', '2025-03', { Nationalität: 'Deutsche', Geschlecht: 'Männer' }, 38000],
      ['15', '2025-03', { Nationalität: 'Deutsche', Geschlecht: 'Frauen' }, 32000],
      ['15', '2025-03', { Nationalität: 'Ausländer' }, 18000],
      ['15', '2025-03', { Nationalität: 'Ausländer', Geschlecht: 'Männer' }, 10000],
      ['15', '2025-03', { Nationalität: 'Ausländer', Geschlecht: 'Frauen' }, 8000],
    ]);
  });

  it('the same measure on two sheets by rechtskreis', () => {
    const sheet = (sgb: string, value: string): string[][] => [
      [`Arbeitslose im Rechtskreis ${sgb}`],
      ['Berichtsmonat: März 2025'],
      ['Schlüssel', 'Gebiet', 'Arbeitslose'],
      ['15082', 'Anhalt-Bitterfeld', value],
    ];
    const table = readSheets({ 'SGB II': sheet('SGB II', '4300'), 'SGB III': sheet('SGB III', '1800') });
    expect(linesOf(table)).toEqual([
      '15082 2025-03 Arbeitslose · Blatt=SGB II: 4300',
      '15082 2025-03 Arbeitslose · Blatt=SGB III: 1800',
    ]);
  });
});

describe('Free tables are read as their mapping says:', () => {
  const mapping = {
    area: { column: 'Ort' },
    period: { column: 'Monat' },
    dimensions: [{ column: 'Geschlecht', name: 'Geschlecht' }],
    values: [
      { column: 'Fälle', measure: 'Schuldnerberatungen' },
      { column: 'Anteil', measure: 'Anteil Jüngere', unit: 'Prozent' },
    ],
    ignore: ['Bemerkung'],
  };

  it('names of municipalities, months in words, shares with a sign, stars and blanks', () => {
    const table = readText(
      'Ort;Monat;Geschlecht;Fälle;Anteil;Bemerkung\nKöthen;März 2025;Frauen;12;8,5 %;\nZerbst;2025-03;Frauen;*;x;neu\nLandkreis Anhalt-Bitterfeld;03/2025;Frauen;1.204;9,1 %;\n',
      mapping,
    );
    expect(linesOf(table)).toEqual([
      '15082180 2025-03 Schuldnerberatungen · Geschlecht=Frauen: 12',
      '15082180 2025-03 Anteil Jüngere · Geschlecht=Frauen (Prozent): 8.5',
      '15082430 2025-03 Schuldnerberatungen · Geschlecht=Frauen: „*“ !SUPPRESSED_PRIMARY',
      '15082430 2025-03 Anteil Jüngere · Geschlecht=Frauen (Prozent): „x“ !NOT_MEANINGFUL',
      '15082 2025-03 Schuldnerberatungen · Geschlecht=Frauen: 1204',
      '15082 2025-03 Anteil Jüngere · Geschlecht=Frauen (Prozent): 9.1',
    ]);
  });

  it('a workbook with a head further down', () => {
    const table = readSheets(
      {
        Tabelle1: [
          ['Statistik der Beratungsstelle'],
          [],
          ['Ort', 'Monat', 'Geschlecht', 'Fälle', 'Anteil', 'Bemerkung'],
          ['15082440', '2025-01-01', 'Männer', '7', '.', ''],
        ],
      },
      { ...mapping, period: { fixed: '2025-01' }, ignore: ['Bemerkung', 'Monat'] },
    );
    expect(linesOf(table)).toEqual([
      '15082440 2025-01 Schuldnerberatungen · Geschlecht=Männer: 7',
      '15082440 2025-01 Anteil Jüngere · Geschlecht=Männer (Prozent): „.“ !SUPPRESSED_PRIMARY',
    ]);
  });

  it('but not where a column of birthdays came in', () => {
    const text = 'Ort;Monat;Geschlecht;Fälle;Anteil;Geburtsdatum\nKöthen;März 2025;Frauen;1;8,5;01.02.1980\n';
    expect(refusalOf(() => readText(text, { ...mapping, ignore: ['Geburtsdatum'] }))).toContain(
      'Datenschutz',
    );
  });
});
