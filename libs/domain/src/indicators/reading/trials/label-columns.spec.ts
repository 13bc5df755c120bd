import { linesOf, readSheets, refusalOf } from '../read-fixture';

describe('A sheet with labels in its lines', () => {
  it('with areas above its columns gives each its own, and neither changes nor offices to anybody', () => {
    const table = readSheets({
      Tabelle: [
        ['Schülerinnen und Schüler nach Schulart'],
        ['Schuljahr 2024/25'],
        [
          'Schulart',
          'Köthen (Anhalt)',
          'Zerbst/Anhalt',
          'Insgesamt',
          'Veränderung',
          'Jobcenter Anhalt-Bitterfeld',
        ],
        ['Grundschule', '900', '700', '1600', '20', '1'],
        ['Gymnasium', '800', '.', '1400', '-5', '2'],
      ],
    });
    const measure = 'Schülerinnen und Schüler nach Schulart';
    expect(linesOf(table)).toEqual([
      `15082180 2024/2025 ${measure} · Schulart=Grundschule: 900`,
      `15082430 2024/2025 ${measure} · Schulart=Grundschule: 700`,
      `15082180 2024/2025 ${measure} · Schulart=Gymnasium: 800`,
      `15082430 2024/2025 ${measure} · Schulart=Gymnasium: „.“ !SUPPRESSED_PRIMARY`,
    ]);
    expect(table.says.join(' ')).toMatch(/„Veränderung“.*|„Jobcenter Anhalt-Bitterfeld“/);
    expect(table.notices.map(({ kind, code }) => [kind, code])).toEqual([
      ['note', 'columns-worked-out'],
      ['note', 'office-column'],
      ['note', 'total-column'],
    ]);
  });

  it('asks about a column whose area it does not know', () => {
    const table = readSheets({
      Tabelle: [
        ['Wohngeldhaushalte'],
        ['Stichtag: 31.12.2024'],
        ['Haushaltsgröße', 'Aken (Elbe)', 'Musterdorf'],
        ['1 Person', '90', '10'],
      ],
    });
    expect(table.all.map(({ area, value }) => [area, value])).toEqual([['15082005', 90]]);
    expect(table.notices).toMatchObject([{ kind: 'question', code: 'area-unknown' }]);
  });

  it('with a measure in each line and its parts below is told by the words of its lines', () => {
    const table = readSheets({
      Eckwerte: [
        ['Grundsicherung für Arbeitsuchende'],
        ['Region: Anhalt-Bitterfeld, Landkreis (15082)'],
        ['Berichtsmonat: März 2025'],
        ['Merkmale', 'Bestand', 'Veränderung zum Vormonat'],
        ['Bedarfsgemeinschaften', '5090', '-11'],
        ['   darunter: Single-BG', '3011', '-9'],
        ['Personen in Bedarfsgemeinschaften', '9001', '-19'],
        ['   dar. 51,1% Frauen', '4601', '-9'],
        ['Hilfequote in %', '6,1', '0,0'],
        ['Zugang seit Jahresbeginn', '700', '20'],
      ],
    });
    expect(linesOf(table)).toEqual([
      '15082 2025-03 Bedarfsgemeinschaften: 5090',
      '15082 2025-03 Bedarfsgemeinschaften · Merkmal=Single-BG: 3011',
      '15082 2025-03 Personen in Bedarfsgemeinschaften: 9001',
      '15082 2025-03 Personen in Bedarfsgemeinschaften · Geschlecht=Frauen: 4601',
      '15082 2025-03 Hilfequote in % (Prozent): 6.1',
    ]);
    expect(table.notices.map(({ code }) => code)).toEqual(['columns-worked-out', 'line-cumulated']);
  });

  it('with a measure in each line takes the headings above its columns for parts', () => {
    const table = readSheets({
      Tabelle: [
        ['Wohngeld'],
        ['Landkreis Anhalt-Bitterfeld'],
        ['Stichtag: 31.12.2024'],
        ['Merkmal', 'Insgesamt', 'Mietzuschuss'],
        ['Haushalte', '912', '800'],
        ['durchschnittlicher Betrag in EUR', '297', '290'],
      ],
    });
    expect(linesOf(table)).toEqual([
      '15082 2024-12-31 Haushalte: 912',
      '15082 2024-12-31 Haushalte · Merkmal=Mietzuschuss: 800',
      '15082 2024-12-31 durchschnittlicher Betrag in EUR (EUR): 297',
      '15082 2024-12-31 durchschnittlicher Betrag in EUR · Merkmal=Mietzuschuss (EUR): 290',
    ]);
  });

  it('asks whether the unit of its title is that of a column without one', () => {
    const table = readSheets({
      Tabelle: [
        ['Leistungen in Tsd. EUR'],
        ['Landkreis Anhalt-Bitterfeld'],
        ['Jahr 2023'],
        ['Leistungsart', 'Betrag'],
        ['HLU', '100'],
      ],
    });
    expect(linesOf(table)).toEqual(['15082 2023 Betrag · Leistungsart=HLU (EUR×1000): 100']);
    expect(table.notices).toMatchObject([{ kind: 'question', code: 'unit-open' }]);
  });

  it.each(['Klient', 'Fall', 'Teilnehmer:in'])('is refused where each line is a human: %s', (corner) => {
    const sheet = [
      ['Beratungsfälle'],
      ['Landkreis Anhalt-Bitterfeld'],
      ['Jahr 2023'],
      [corner, 'Alter', 'Kinder'],
      ['Anton A.', '34', '1'],
      ['Berta B.', '51', '2'],
    ];
    expect(refusalOf(() => readSheets({ Tabelle: sheet }))).toContain('Datenschutz');
  });

  it('is no sheet of areas because a count looks like a key', () => {
    const table = readSheets({
      Tabelle: [
        ['Haushalte'],
        ['Landkreis Anhalt-Bitterfeld'],
        ['Merkmal', '2023', '2024'],
        ['Einpersonenhaushalte', '100', '12044'],
      ],
    });
    expect(linesOf(table)).toEqual([
      '15082 2023 Einpersonenhaushalte: 100',
      '15082 2024 Einpersonenhaushalte: 12044',
    ]);
  });

  it('with several measures above its columns and groups of labels', () => {
    const table = readSheets({
      Tabelle: [
        ['Plätze und Belegung'],
        ['Landkreis Anhalt-Bitterfeld'],
        ['Stichtag: 01.03.2025'],
        ['Angebot', 'Plätze', 'Belegung in %'],
        ['Nach Alter'],
        ['unter 3 Jahre', '1200', '91,5'],
        ['3 bis unter 7 Jahre', '2400', '88,0'],
        ['Quelle: Jugendamt'],
      ],
    });
    expect(linesOf(table)).toEqual([
      '15082 2025-03-01 Plätze · Alter=unter 3 Jahre: 1200',
      '15082 2025-03-01 Belegung in % · Alter=unter 3 Jahre (Prozent): 91.5',
      '15082 2025-03-01 Plätze · Alter=3 bis unter 7 Jahre: 2400',
      '15082 2025-03-01 Belegung in % · Alter=3 bis unter 7 Jahre (Prozent): 88',
    ]);
  });
});
