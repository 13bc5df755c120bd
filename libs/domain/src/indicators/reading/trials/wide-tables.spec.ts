import { linesOf, readText } from '../read-fixture';

const FOOTER = `__________
"Quelle: Statistische Ämter des Bundes und der Länder"
"© Statistische Ämter des Bundes und der Länder, Deutschland, 2025. Dieses Werk ist lizenziert unter der
Datenlizenz Deutschland - Namensnennung - Version 2.0."
Stand: 14.03.2025 / 09:12:44
`;
/** Titles are padded with ";" to the width of the table, as the offices do it. */
const wide = (titles: readonly string[], rows: readonly string[]): string => {
  const width = Math.max(...rows.map((row) => row.split(';').length));
  return [titles[0], ...titles.slice(1).map((title) => title + ';'.repeat(width - 1)), ...rows, FOOTER].join(
    '\n',
  );
};

describe('Further wide tables are read as they are meant:', () => {
  it('two measures over nationality over sex, the labels without a name', () => {
    const table = readText(
      wide(
        [
          'GENESIS-Tabelle: 13111-99-02-4',
          'Beschäftigte nach Nationalität und Geschlecht',
          '- Stichtag 30.06. -',
          'Beschäftigungsstatistik',
        ],
        [
          ';;;Beschäftigte am Arbeitsort;Beschäftigte am Arbeitsort;Beschäftigte am Arbeitsort;Beschäftigte am Wohnort;Beschäftigte am Wohnort;Beschäftigte am Wohnort',
          ';;;Insgesamt;Deutsche;Ausländer;Insgesamt;Deutsche;Ausländer',
          ';;;Insgesamt;Frauen;Frauen;Insgesamt;Frauen;Frauen',
          ';;;Anzahl;Anzahl;Anzahl;Anzahl;Anzahl;Anzahl',
          '30.06.2023;15082;      Anhalt-Bitterfeld, Landkreis;56000;24000;1900;61000;27000;1500',
        ],
      ),
    );
    expect(linesOf(table)).toEqual([
      '15082 2023-06-30 Beschäftigte am Arbeitsort · Nationalität=Insgesamt · Geschlecht=Insgesamt: 56000',
      '15082 2023-06-30 Beschäftigte am Arbeitsort · Nationalität=Deutsche · Geschlecht=Frauen: 24000',
      '15082 2023-06-30 Beschäftigte am Arbeitsort · Nationalität=Ausländer · Geschlecht=Frauen: 1900',
      '15082 2023-06-30 Beschäftigte am Wohnort · Nationalität=Insgesamt · Geschlecht=Insgesamt: 61000',
      '15082 2023-06-30 Beschäftigte am Wohnort · Nationalität=Deutsche · Geschlecht=Frauen: 27000',
      '15082 2023-06-30 Beschäftigte am Wohnort · Nationalität=Ausländer · Geschlecht=Frauen: 1500',
    ]);
  });

  it('one measure in the title, two lines of labels of different dimensions', () => {
    const table = readText(
      wide(
        [
          'GENESIS-Tabelle: 12411-99-03-4',
          'Bevölkerung nach Nationalität und Geschlecht',
          '- Stichtag 31.12. -',
          'Bevölkerungsstand (Anzahl)',
        ],
        [
          ';;;Insgesamt;Insgesamt;Deutsche;Deutsche;Ausländer/-innen;Ausländer/-innen',
          ';;;Männer;Frauen;Männer;Frauen;Männer;Frauen',
          '31.12.2019;15082;Anhalt-Bitterfeld, Landkreis;78000;80000;75000;78000;3000;2000',
        ],
      ),
    );
    expect(linesOf(table)).toEqual([
      '15082 2019-12-31 Bevölkerungsstand · Nationalität=Insgesamt · Geschlecht=Männer: 78000',
      '15082 2019-12-31 Bevölkerungsstand · Nationalität=Insgesamt · Geschlecht=Frauen: 80000',
      '15082 2019-12-31 Bevölkerungsstand · Nationalität=Deutsche · Geschlecht=Männer: 75000',
      '15082 2019-12-31 Bevölkerungsstand · Nationalität=Deutsche · Geschlecht=Frauen: 78000',
      '15082 2019-12-31 Bevölkerungsstand · Nationalität=Ausländer/-innen · Geschlecht=Männer: 3000',
      '15082 2019-12-31 Bevölkerungsstand · Nationalität=Ausländer/-innen · Geschlecht=Frauen: 2000',
    ]);
  });

  it('labels alone in the head, the measure named by nothing but the title', () => {
    const table = readText(
      wide(
        [
          'GENESIS-Tabelle: 12613-99-01-4',
          'Gestorbene nach Geschlecht und Nationalität',
          '- Jahressumme - regionale Tiefe: Kreise und krfr. Städte',
          'Statistik der Sterbefälle',
          'Gestorbene (Anzahl)',
        ],
        [
          ';;;Insgesamt;männlich;weiblich;Deutsche;Ausländer(innen)',
          '2021;15082;Anhalt-Bitterfeld, Landkreis;3015;1499;1516;2990;25',
          '2021;15001;Dessau-Roßlau, Kreisfreie Stadt;1610;790;820;1600;10',
        ],
      ),
    );
    expect(linesOf(table).slice(0, 5)).toEqual([
      '15082 2021 Gestorbene: 3015',
      '15082 2021 Gestorbene · Geschlecht=männlich: 1499',
      '15082 2021 Gestorbene · Geschlecht=weiblich: 1516',
      '15082 2021 Gestorbene · Nationalität=Deutsche: 2990',
      '15082 2021 Gestorbene · Nationalität=Ausländer(innen): 25',
    ]);
  });

  it('columns of quality beside the values', () => {
    const table = readText(
      wide(
        [
          'Tabelle: 12411-0015',
          'Bevölkerung: Kreise, Stichtag',
          'Fortschreibung des Bevölkerungsstandes',
          'Bevölkerung (Anzahl)',
        ],
        [
          ';;31.12.2021;31.12.2021;31.12.2020;31.12.2020',
          '15082;Anhalt-Bitterfeld, Landkreis;155900;e;157217;e',
          '15001;Dessau-Roßlau, Kreisfreie Stadt;78731;p;79354;r',
        ],
      ),
    );
    expect(linesOf(table)).toEqual([
      '15082 2021-12-31 Bevölkerung: 155900',
      '15082 2020-12-31 Bevölkerung: 157217',
      '15001 2021-12-31 Bevölkerung: 78731 !PROVISIONAL',
      '15001 2020-12-31 Bevölkerung: 79354 !REVISED',
    ]);
    expect(table.all.map(({ quality, column }) => [quality, column])).toEqual([
      ['e', 3],
      ['e', 5],
      ['p', 3],
      ['r', 5],
    ]);
  });

  it('sex above, days below', () => {
    const table = readText(
      wide(
        [
          'GENESIS-Tabelle: 12411-0018',
          'Bevölkerung: Kreise, Stichtag, Geschlecht',
          'Fortschreibung des Bevölkerungsstandes',
          'Bevölkerung (Anzahl)',
        ],
        [
          ';;männlich;männlich;weiblich;weiblich',
          ';;31.12.2020;31.12.2021;31.12.2020;31.12.2021',
          '15082;Anhalt-Bitterfeld, Landkreis;77277;76730;79940;79170',
        ],
      ),
    );
    expect(linesOf(table)).toEqual([
      '15082 2020-12-31 Bevölkerung · Geschlecht=männlich: 77277',
      '15082 2021-12-31 Bevölkerung · Geschlecht=männlich: 76730',
      '15082 2020-12-31 Bevölkerung · Geschlecht=weiblich: 79940',
      '15082 2021-12-31 Bevölkerung · Geschlecht=weiblich: 79170',
    ]);
  });

  it('year and month in two columns in front of the key', () => {
    const table = readText(
      wide(
        ['GENESIS-Tabelle: 13211-99-01-4', 'Arbeitslose', 'Arbeitsmarktstatistik'],
        [
          ';;;;Arbeitslose;Arbeitslose;Arbeitslosenquote',
          ';;;;Insgesamt;SGB II;Insgesamt',
          ';;;;Anzahl;Anzahl;Prozent',
          '2024;Januar;15082;Anhalt-Bitterfeld, Landkreis;6300;4400;8,0',
          '2024;Februar;15082;Anhalt-Bitterfeld, Landkreis;6280;4390;7,9',
        ],
      ),
    );
    expect(linesOf(table)).toEqual([
      '15082 2024-01 Arbeitslose · Rechtskreis=Insgesamt: 6300',
      '15082 2024-01 Arbeitslose · Rechtskreis=SGB II: 4400',
      '15082 2024-01 Arbeitslosenquote · Rechtskreis=Insgesamt (Prozent): 8',
      '15082 2024-02 Arbeitslose · Rechtskreis=Insgesamt: 6280',
      '15082 2024-02 Arbeitslose · Rechtskreis=SGB II: 4390',
      '15082 2024-02 Arbeitslosenquote · Rechtskreis=Insgesamt (Prozent): 7.9',
    ]);
  });

  it('signs, brackets and letters of quality in the cells', () => {
    const table = readText(
      wide(
        ['GENESIS-Tabelle: 12211-99-01-4', 'Haushalte', 'Mikrozensus'],
        [
          ';;;Haushalte;Haushalte;Haushaltsnettoeinkommen',
          ';;;Insgesamt;mit Kindern;Insgesamt',
          ';;;1000;1000;EUR',
          '2019;15;Sachsen-Anhalt;1142 p;(12);2 310',
          '2019;15082;Anhalt-Bitterfeld;83;/;.g',
          '2018;15082;Anhalt-Bitterfeld;84 r;x;...',
        ],
      ),
    );
    const flags = table.all.map(({ line, value, flag, marker }) => [line, value, flag, marker]);
    expect(flags).toEqual([
      [7, 1142, 'PROVISIONAL', null],
      [7, 12, 'UNRELIABLE', null],
      [7, 2310, 'OK', null],
      [8, 83, 'OK', null],
      [8, null, 'UNRELIABLE', '/'],
      [8, null, 'SUPPRESSED_PRIMARY', '.'],
      [9, 84, 'REVISED', null],
      [9, null, 'NOT_MEANINGFUL', 'x'],
      [9, null, 'NOT_YET_AVAILABLE', '…'],
    ]);
    expect(table.all[0]).toMatchObject({ unit: 'Anzahl', factor: 1000, measure: 'Haushalte' });
  });

  it('twelve digits as keys', () => {
    const table = readText(
      wide(
        [
          'GENESIS-Tabelle: 12411-0201',
          'Bevölkerung nach Geschlecht',
          'Fortschreibung',
          'Bevölkerung (Anzahl)',
        ],
        [
          '31.12.2020;;;;',
          ';;Insgesamt;männlich;weiblich',
          '150820000000;Anhalt-Bitterfeld, Landkreis;157217;77277;79940',
          '150820005005;  Aken (Elbe), Stadt;7363;3600;3763',
        ],
      ),
    );
    expect(
      table.all.filter(({ column }) => column === 3).map((it) => [it.area, it.keyKind, it.value]),
    ).toEqual([
      ['15082', 'ARS', 157217],
      ['15082005', 'ARS', 7363],
    ]);
  });

  it('two dimensions in front, of which one has a heading', () => {
    const table = readText(
      wide(
        [
          'GENESIS-Tabelle: 21111-99-03-4',
          'Schüler nach Schulart und Geschlecht',
          '- Schuljahr -',
          'Statistik der Schulen',
        ],
        [
          ';;;;;Schüler;Schüler',
          ';;;;;Insgesamt;Ausländer',
          ';;;;;Anzahl;Anzahl',
          '2022/23;15082;Anhalt-Bitterfeld;Grundschulen;männlich;2600;210',
          '2022/23;15082;Anhalt-Bitterfeld;Grundschulen;weiblich;2500;190',
          '2022/23;15082;Anhalt-Bitterfeld;Gymnasien;männlich;1400;-',
          '2022/23;15082;Anhalt-Bitterfeld;Gymnasien;weiblich;1500;30',
        ],
      ),
    );
    expect(
      table.all.filter(({ column }) => column === 6).map((it) => [it.period, it.dimensions, it.value]),
    ).toEqual([
      ['2022/2023', { Schulart: 'Grundschulen', Geschlecht: 'männlich', Nationalität: 'Insgesamt' }, 2600],
      ['2022/2023', { Schulart: 'Grundschulen', Geschlecht: 'weiblich', Nationalität: 'Insgesamt' }, 2500],
      ['2022/2023', { Schulart: 'Gymnasien', Geschlecht: 'männlich', Nationalität: 'Insgesamt' }, 1400],
      ['2022/2023', { Schulart: 'Gymnasien', Geschlecht: 'weiblich', Nationalität: 'Insgesamt' }, 1500],
    ]);
    expect(table.at(9, 7)?.value).not.toBe(0);
  });

  it('a table with the names of areas alone in front is not guessed', () => {
    const { all } = readText(
      wide(
        ['GENESIS-Tabelle: 82411-0001', 'Verfügbares Einkommen', 'VGR der Länder'],
        [
          ';;;verfügbares Einkommen;verfügbares Einkommen je Einwohner',
          ';;;Mill. EUR;EUR',
          '2021;DG;Deutschland;2017000;24242',
          '2021;15;  Sachsen-Anhalt;46430,5;21365',
        ],
      ),
    );
    expect(all.map(({ area, unit, factor, value }) => [area, unit, factor, value])).toEqual([
      ['DG', 'EUR', 1_000_000, 2017000],
      ['DG', 'EUR', 1, 24242],
      ['15', 'EUR', 1_000_000, 46430.5],
      ['15', 'EUR', 1, 21365],
    ]);
  });
});

describe('Old Kreise of nothing but "-" are gone, and nobody is asked:', () => {
  const people = (rows: readonly string[]): string =>
    wide(
      [
        'GENESIS-Tabelle: 12411-01-01-4',
        'Bevölkerung nach Geschlecht',
        '- Stichtag 31.12. -',
        'regionale Tiefe: Kreise und krfr. Städte',
        'Bevölkerungsstand (Anzahl)',
      ],
      ['31.12.2012;;;;', ';;Insgesamt;männlich;weiblich', ...rows],
    );
  const REST = [
    '15001;      Dessau-Roßlau, Kreisfreie Stadt;300;140;160',
    '15082;      Anhalt-Bitterfeld, Landkreis;700;340;360',
  ];

  it('below a region that is gone itself', () => {
    const table = readText(
      people([
        '15;  Sachsen-Anhalt;1000;480;520',
        ...REST,
        '151;    Dessau, Statistische Region;-;-;-',
        '15101;      Dessau, Kreisfreie Stadt;-;-;-',
        '15151;      Anhalt-Zerbst, Landkreis;-;-;-',
      ]),
    );
    expect(table.notices.filter(({ kind }) => kind === 'question')).toEqual([]);
    expect(new Set(table.all.filter(({ area }) => /^151/.test(area)).map(({ flag }) => flag))).toEqual(
      new Set(['TERRITORY_NOT_EXISTING']),
    );
  });

  it('below a region that has numbers, also in columns that are no counts', () => {
    const table = readText(
      people([
        '05;  Nordrhein-Westfalen;1000;480;520',
        '053;    Köln, Regierungsbezirk;1000;480;520',
        '05313;      Aachen, Kreisfreie Stadt;-;-;-',
        '05354;      Aachen, Kreis;-;-;-',
        '05334;      Aachen, Städteregion;400;190;210',
        '05334002;      Aachen, Stadt;250;120;130',
        '05334004;      übrige Gemeinden;150;70;80',
        '05315;      Köln, Kreisfreie Stadt;600;290;310',
      ]),
    );
    expect(table.notices.filter(({ kind }) => kind === 'question')).toEqual([]);
    expect(table.at(10, 3)).toMatchObject({ value: null, flag: 'TERRITORY_NOT_EXISTING' });
  });

  it('but not where the others leave something over', () => {
    const table = readText(
      people([
        '15;  Sachsen-Anhalt;1500;700;800',
        ...REST,
        '151;    Dessau, Statistische Region;-;-;-',
        '15101;      Dessau, Kreisfreie Stadt;-;-;-',
      ]),
    );
    expect(table.notices.some(({ code }) => code === 'dash-open')).toBe(true);
    expect(table.all.filter(({ area }) => /^151/.test(area)).every(({ value }) => value === null)).toBe(true);
  });
});
