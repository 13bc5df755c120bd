import { linesOf, readSheets, refusalOf } from '../read-fixture';

const ORIGIN = ['Wohngeldstelle des Landkreises'];
const BY_AGE: string[][] = [
  ['Altersgruppe', 'Insgesamt', 'Männer', 'Frauen'],
  ['Insgesamt', '784', '402', '382'],
  ['unter 18 Jahre', '237', '120', '117'],
  ['18 bis unter 65 Jahre', '407', '222', '185'],
  ['65 Jahre und älter', '140', '60', '80'],
];
const MEASURE = 'Empfänger von Regelleistungen';
const READ = (period: string): string[] => [
  `15082 ${period} ${MEASURE}: 784`,
  `15082 ${period} ${MEASURE} · Geschlecht=Männer: 402`,
  `15082 ${period} ${MEASURE} · Geschlecht=Frauen: 382`,
  `15082 ${period} ${MEASURE} · Altersgruppe=unter 18 Jahre: 237`,
  `15082 ${period} ${MEASURE} · Altersgruppe=unter 18 Jahre · Geschlecht=Männer: 120`,
  `15082 ${period} ${MEASURE} · Altersgruppe=unter 18 Jahre · Geschlecht=Frauen: 117`,
  `15082 ${period} ${MEASURE} · Altersgruppe=18 bis unter 65 Jahre: 407`,
  `15082 ${period} ${MEASURE} · Altersgruppe=18 bis unter 65 Jahre · Geschlecht=Männer: 222`,
  `15082 ${period} ${MEASURE} · Altersgruppe=18 bis unter 65 Jahre · Geschlecht=Frauen: 185`,
  `15082 ${period} ${MEASURE} · Altersgruppe=65 Jahre und älter: 140`,
  `15082 ${period} ${MEASURE} · Altersgruppe=65 Jahre und älter · Geschlecht=Männer: 60`,
  `15082 ${period} ${MEASURE} · Altersgruppe=65 Jahre und älter · Geschlecht=Frauen: 80`,
];

describe('A sheet with labels in its lines and no times in it', () => {
  it.each([
    ['a reference day below the title', [['Stichtag: 31.12.2024']], '2024-12-31'],
    ['a reference month in two cells', [['Berichtsmonat:', 'März 2025']], '2025-03'],
    ['a year alone', [['2024']], '2024'],
    ['a school year', [['Schuljahr 2023/24']], '2023/2024'],
    ['a span', [['Zeitraum: 2020 bis 2022']], '2020-01-01/2022-12-31'],
  ])('is of the time that stands above it: %s', (_, time, period) => {
    const table = readSheets({
      Tabelle: [[MEASURE], ['Landkreis Anhalt-Bitterfeld'], ...time, [], ...BY_AGE],
    });
    expect(linesOf(table)).toEqual(READ(period));
    expect(table.notices).toEqual([]);
  });

  it('is of the time that its cover names, and nobody is asked', () => {
    const table = readSheets({
      Deckblatt: [['Leistungen nach dem AsylbLG'], ['Stichtag:', '31.12.2023'], ['Erstellt am: 04.06.2024']],
      Tabelle: [[MEASURE], ['Gebiet: Anhalt-Bitterfeld (15082)'], ...BY_AGE],
    });
    expect(linesOf(table)).toEqual(READ('2023-12-31'));
    expect(table.notices.map(({ kind }) => kind)).toEqual(['note']);
  });

  it('is of the time its sheet is called by, one sheet for each year as one series', () => {
    const sheet = (number: string): string[][] => [
      ['Wohngeldhaushalte'],
      ['Landkreis Anhalt-Bitterfeld'],
      ['Haushaltsgröße', 'Anzahl'],
      ['1 Person', number],
      ['2 Personen', '310'],
    ];
    const table = readSheets({ '2023': sheet('800'), '2024': sheet('912') });
    expect(linesOf(table)).toEqual([
      '15082 2023 Wohngeldhaushalte · Haushaltsgröße=1 Person: 800',
      '15082 2023 Wohngeldhaushalte · Haushaltsgröße=2 Personen: 310',
      '15082 2024 Wohngeldhaushalte · Haushaltsgröße=1 Person: 912',
      '15082 2024 Wohngeldhaushalte · Haushaltsgröße=2 Personen: 310',
    ]);
  });

  it.each([
    ['Empfänger von Regelleistungen am 31.12.2024', '2024-12-31'],
    ['Empfänger von Regelleistungen 2024', '2024'],
    ['Empfänger von Regelleistungen (Zensus 2022, WZ 2008) im Jahr 2024', '2024'],
  ])('is of the time among the words of its title if somebody says yes: %s', (title, period) => {
    const table = readSheets({ Tabelle: [[title], ['Landkreis Anhalt-Bitterfeld'], ...BY_AGE] });
    expect(table.periods).toEqual([period]);
    expect(table.all).toHaveLength(12);
    const asked = table.notices.filter(({ kind }) => kind === 'question');
    if (/im Jahr/.test(title)) expect(asked).toEqual([]);
    else
      expect(asked).toMatchObject([
        { code: 'period-open', says: expect.stringContaining(`Gelten sie für ${period}?`) },
      ]);
  });

  it.each([
    ['asylblg-202412.xlsx', '2024-12'],
    ['AsylbLG_2024.xlsx', '2024'],
    ['asylblg 2024-12-31.xlsx', '2024-12-31'],
    ['22221-01-01-4 Dezember 2024.xlsx', '2024-12'],
  ])('is of the time in the name of its file if somebody says yes: %s', (fileName, period) => {
    const table = readSheets(
      { Tabelle: [[MEASURE], ['Landkreis Anhalt-Bitterfeld'], ...BY_AGE] },
      null,
      fileName,
    );
    expect(linesOf(table)).toEqual(READ(period));
    expect(table.says).toEqual([
      `Zu welcher Zeit die Werte gehören, sagt nur der Dateiname („${fileName}“): Gelten sie für ${period}?`,
    ]);
  });

  it.each([
    ['nothing names a time', MEASURE, 'tabelle.xlsx'],
    ['the file names the day it was made', MEASURE, 'export 2025-03-17.xlsx'],
    ['the file names two times', MEASURE, 'vergleich 2023 2024.xlsx'],
    [
      'the title names a census and the day of a law alone',
      `${MEASURE} (Zensus 2022, Gesetz vom 01.07.2023)`,
      '',
    ],
    ['there is the day it was made alone', `${MEASURE} – Stand: 04.06.2024`, ''],
  ])('is refused with what to do where %s', (_, title, fileName) => {
    const says = refusalOf(() =>
      readSheets({ Tabelle: [[title], ['Landkreis Anhalt-Bitterfeld'], ...BY_AGE] }, null, fileName),
    );
    expect(says).toContain('findet sich keine Zeit');
    expect(says).toContain('schreiben Sie sie in eine Zeile über der Tabelle');
  });

  it('is refused where title and cover name different times', () => {
    const says = refusalOf(() =>
      readSheets({
        Deckblatt: [['Berichtsmonat: März 2025']],
        Tabelle: [[`${MEASURE} 2024`], ['Landkreis Anhalt-Bitterfeld'], ...BY_AGE],
      }),
    );
    expect(says).toContain('keine eindeutige Zeit: Titel und Deckblatt nennen 2024 und 2025-03');
  });

  it.each([
    [
      'nothing says what its labels are',
      [
        ['Wohnungen'],
        ['Landkreis Anhalt-Bitterfeld'],
        ['Stichtag: 31.12.2024'],
        ['', 'Anzahl'],
        ['Harz', '5'],
        ['Börde', '6'],
      ],
      'schreiben Sie über diese Spalte „Merkmal“',
    ],
    [
      'nothing names its area',
      [[MEASURE], ['Stichtag: 31.12.2024'], ...BY_AGE],
      'schreiben Sie es in eine Zeile über der Tabelle, zum Beispiel „Gebiet:',
    ],
    [
      'nothing says what is counted',
      [['Landkreis Anhalt-Bitterfeld'], ['Stichtag: 31.12.2024'], ...BY_AGE],
      'zum Beispiel „Wohngeldhaushalte“',
    ],
    [
      'words stand where a number belongs',
      [[MEASURE], ['Landkreis Anhalt-Bitterfeld'], ['2024'], ...BY_AGE, ['über 90 Jahre', 'viele', '1', '2']],
      '„viele“',
    ],
    [
      'a label stands there twice with another number',
      [[MEASURE], ['Landkreis Anhalt-Bitterfeld'], ['2024'], ...BY_AGE, ['unter 18 Jahre', '1', '1', '2']],
      'verschiedene Werte',
    ],
    [
      'a second table stands below it',
      [
        [MEASURE],
        ['Landkreis Anhalt-Bitterfeld'],
        ['2024'],
        ...BY_AGE,
        ['Wohnungen'],
        ['Wohnungstyp', 'Fläche', 'Räume', 'Anzahl'],
        ['klein', '5', '6', '7'],
      ],
      'auf ein eigenes Blatt',
    ],
    [
      'an area stands among its labels',
      [[MEASURE], ['Landkreis Anhalt-Bitterfeld'], ['2024'], ...BY_AGE, ['Aken (Elbe)', '1', '1', '2']],
      '.',
    ],
    [
      'a line for each person',
      [
        [MEASURE],
        ['Landkreis Anhalt-Bitterfeld'],
        ['2024'],
        ['Merkmal', 'Geburtsdatum'],
        ['Fall eins', '1980'],
      ],
      'Datenschutz',
    ],
  ])('is refused where %s', (_, sheet, says) => {
    const refusal = refusalOf(() => readSheets({ Tabelle: sheet }));
    expect(refusal).toContain(says);
    expect(refusal).not.toBe('gelesen');
  });

  it('says of a sheet that is not read why, where another one is', () => {
    const table = readSheets({
      Gut: [[MEASURE], ['Landkreis Anhalt-Bitterfeld'], ['2024'], ...BY_AGE],
      Ohne: [[MEASURE], ['Landkreis Anhalt-Bitterfeld'], ...BY_AGE],
    });
    expect(linesOf(table)).toEqual(READ('2024'));
    expect(table.notices).toMatchObject([
      {
        kind: 'warning',
        code: 'sheet-refused',
        says: expect.stringContaining(
          'Blatt „Ohne“ wird nicht übernommen. Zu Zeile 4 findet sich keine Zeit',
        ),
      },
    ]);
  });

  it('a list of contents is no table', () => {
    const says = refusalOf(() =>
      readSheets({
        Inhalt: [
          ['Landkreis Anhalt-Bitterfeld'],
          ['2024'],
          ['Titel', 'Seite'],
          ['Bevölkerung', '3'],
          ['Wohnen', '7'],
          ORIGIN,
        ],
      }),
    );
    expect(says).toContain('keine Tabelle der amtlichen Statistik');
  });
});
