import { linesOf, readText } from '../read-fixture';

const NEW = 'statistics_code;statistics_label;time_code;time_label;time';
const variables = (count: number): string =>
  Array.from({ length: count }, (_, at) =>
    ['variable_code', 'variable_label', 'variable_attribute_code', 'variable_attribute_label']
      .map((name) => `${at + 1}_${name}`)
      .join(';'),
  ).join(';');
const head = (count: number, quality = true): string =>
  `${NEW};${variables(count)};value;value_unit;value_variable_code;value_variable_label${quality ? ';value_q' : ''}`;

describe('Further flat tables of today are read as they are meant:', () => {
  it('population of every level, without a column of quality', () => {
    const lead = '12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;2021-12-31';
    const { about, ...table } = readText(
      [
        head(2, false),
        `${lead};DINSG;Deutschland insgesamt;DG;Deutschland;GES;Geschlecht;;Insgesamt;83237124;Anzahl;BEVSTD;Bevölkerungsstand`,
        `${lead};DLAND;Bundesländer;15;Sachsen-Anhalt;GES;Geschlecht;;Insgesamt;2169253;Anzahl;BEVSTD;Bevölkerungsstand`,
        `${lead};REGBEZ;Regierungsbezirke / Statistische Regionen;091;Oberbayern, Regierungsbezirk;GES;Geschlecht;;Insgesamt;4714644;Anzahl;BEVSTD;Bevölkerungsstand`,
        `${lead};KREISE;Kreise und kreisfreie Städte;15082;Anhalt-Bitterfeld, Landkreis;GES;Geschlecht;GESM;männlich;76730;Anzahl;BEVSTD;Bevölkerungsstand`,
        `${lead};GEMEIN;Gemeinden, Samt-/Verbandsgemeinden;15082005;Aken (Elbe), Stadt;GES;Geschlecht;GESW;weiblich;3790;Anzahl;BEVSTD;Bevölkerungsstand`,
      ].join('\n'),
    );
    expect(about.table).toBe('12411');
    expect(linesOf({ about, ...table })).toEqual([
      'DG 2021-12-31 Bevölkerungsstand · Geschlecht=Insgesamt: 83237124',
      '15 2021-12-31 Bevölkerungsstand · Geschlecht=Insgesamt: 2169253',
      '091 2021-12-31 Bevölkerungsstand · Geschlecht=Insgesamt: 4714644',
      '15082 2021-12-31 Bevölkerungsstand · Geschlecht=männlich: 76730',
      '15082005 2021-12-31 Bevölkerungsstand · Geschlecht=weiblich: 3790',
    ]);
  });

  it('the census, its associations, shares, uncertain and hidden values', () => {
    const lead = '1000A;Bevölkerung kompakt (Gebietsstand 15.05.2022);STAG;Stichtag;2022-05-15';
    const table = readText(
      [
        head(2),
        `${lead};GEOBL1;Bundesländer;15;Sachsen-Anhalt;RELZG2;Religion;REL-RK-OR;Römisch-katholische Kirche (öffentlich-rechtlich);3,1;%;PRS018;Personen;e`,
        `${lead};GEOLK4;Landkreise u. krsfr. Städte (Stand 15.05.22);15082;Anhalt-Bitterfeld, Landkreis;RELZG2;Religion;REL-RK-OR;Römisch-katholische Kirche (öffentlich-rechtlich);4871;Anzahl;PRS018;Personen;e`,
        `${lead};GEOVB4;Gemeindeverbände (Gebietsstand 15.05.2022);150820005;Aken (Elbe), Stadt;RELZG2;Religion;;Insgesamt;7339;Anzahl;PRS018;Personen;e`,
        `${lead};GEOGM4;Gemeinden (Gebietsstand 15.05.2022);150820005005;Aken (Elbe), Stadt;RELZG2;Religion;REL-SONST;Sonstige;/;%;PRS018;Personen;/`,
        `${lead};GEOGM4;Gemeinden (Gebietsstand 15.05.2022);150820015015;Bitterfeld-Wolfen, Stadt;RELZG2;Religion;REL-SONST;Sonstige;41;Anzahl;PRS018;Personen;()`,
      ].join('\n'),
    );
    expect(linesOf(table)).toEqual([
      '15 2022-05-15 Personen · Religion=Römisch-katholische Kirche (öffentlich-rechtlich) (Prozent): 3.1',
      '15082 2022-05-15 Personen · Religion=Römisch-katholische Kirche (öffentlich-rechtlich): 4871',
      '150820005 2022-05-15 Personen · Religion=Insgesamt: 7339',
      '15082005 2022-05-15 Personen · Religion=Sonstige (Prozent): „/“ !UNRELIABLE',
      '15082015 2022-05-15 Personen · Religion=Sonstige: 41 !UNRELIABLE',
    ]);
    expect(table.all.map((it) => [it.keyKind, it.territoryStatus, it.populationBase])).toEqual([
      ['LAND', '2022-05-15', 'ZENSUS_2022'],
      ['KREIS', '2022-05-15', 'ZENSUS_2022'],
      ['ASSOCIATION', '2022-05-15', 'ZENSUS_2022'],
      ['ARS', '2022-05-15', 'ZENSUS_2022'],
      ['ARS', '2022-05-15', 'ZENSUS_2022'],
    ]);
  });

  it('finances, whose levels have codes of their own', () => {
    const lead = '71717;Rechnungsergebnisse der kommunalen Haushalte;JAHR;Jahr;2021';
    const table = readText(
      [
        head(1, false),
        `${lead};FDLAND;Länder;15;Sachsen-Anhalt;6100;Mill. EUR;AUSZ001;Bereinigte Auszahlungen`,
        `${lead};FKREISE;Kreise;15082;Anhalt-Bitterfeld, Landkreis;412345,6;Tsd. EUR;AUSZ001;Bereinigte Auszahlungen`,
        `${lead};FGEMEIN;Ebene;15082005;Aken (Elbe), Stadt;14237,5;Tsd. EUR;AUSZ001;Bereinigte Auszahlungen`,
      ].join('\n'),
    );
    expect(linesOf(table)).toEqual([
      '15 2021 Bereinigte Auszahlungen (EUR×1000000): 6100',
      '15082 2021 Bereinigte Auszahlungen (EUR×1000): 412345.6',
      '15082005 2021 Bereinigte Auszahlungen (EUR×1000): 14237.5',
    ]);
  });

  it('English ones, half German, with points before decimals', () => {
    const lead = '12411;Intercensal updates of population;STAG;Reference date';
    const table = readText(
      [
        head(2),
        `${lead};2022-12-31;KREISE;Administrative districts;15082;Anhalt-Bitterfeld, Landkreis;GES;Sex;;Total;157235;number;BEVSTD;Population;e`,
        `${lead};2022-12-31;KREISE;Administrative districts;15082;Anhalt-Bitterfeld, Landkreis;GES;Sex;;Total;48.9;Years;BEV040;Average age;p`,
      ].join('\n'),
    );
    expect(linesOf(table)).toEqual([
      '15082 2022-12-31 Population · Sex=Total: 157235',
      '15082 2022-12-31 Average age · Sex=Total (Years): 48.9 !PROVISIONAL',
    ]);
  });

  it('an index by months, of which some are still to come', () => {
    const lead =
      '61111;Verbraucherpreisindex für Deutschland;JAHR;Jahr;2026;DINSG;Deutschland insgesamt;DG;Deutschland;MONAT;Monate';
    const table = readText(
      [
        head(2, false),
        `${lead};MONAT01;Januar;122,8;2020=100;PREIS1;Verbraucherpreisindex`,
        `${lead};MONAT01;Januar;2,1;%;PREIS1;Verbraucherpreisindex`,
        `${lead};MONAT12;Dezember;...;2020=100;PREIS1;Verbraucherpreisindex`,
      ].join('\n'),
    );
    expect(linesOf(table)).toEqual([
      'DG 2026-01 Verbraucherpreisindex (2020=100): 122.8',
      'DG 2026-01 Verbraucherpreisindex (Prozent): 2.1',
      'DG 2026-12 Verbraucherpreisindex (2020=100): „…“ !NOT_YET_AVAILABLE',
    ]);
  });

  it('a mean of the year beside its months, and a quarter', () => {
    const row = (part: string, value: string): string =>
      `13211;Arbeitsmarktstatistik;JAHR;Jahr;2024;KREISE;Kreise und kreisfreie Städte;15082;Anhalt-Bitterfeld, Landkreis;${part};${value};Anzahl;ERW112;Arbeitslose;e`;
    const table = readText(
      [
        head(2),
        row('MONAT;Monate;;Jahresdurchschnitt', '6021'),
        row('MONAT;Monate;MONAT02;Februar', '6180'),
        row('QUARTG;Quartale;QUART3;3. Quartal', '5998'),
      ].join('\n'),
    );
    expect(linesOf(table)).toEqual([
      '15082 2024 Arbeitslose: 6021',
      '15082 2024-02 Arbeitslose: 6180',
      '15082 2024-Q3 Arbeitslose: 5998',
    ]);
  });

  it('school years and semesters as GENESIS writes them', () => {
    const row = (code: string, label: string, time: string, value: string): string =>
      `21111;Statistik der allgemeinbildenden Schulen;${code};${label};${time};DLAND;Bundesländer;15;Sachsen-Anhalt;${value};Anzahl;BIL003;Schüler;e`;
    const table = readText(
      [
        head(1),
        row('SMJ', 'Schuljahr', '2022/23', '201200'),
        row('SEMEST', 'Semester', '2022-10P6M', '54000'),
        row('SEMEST', 'Semester', 'WS 2021/22', '55000'),
      ].join('\n'),
    );
    expect(linesOf(table)).toEqual([
      '15 2022/2023 Schüler: 201200',
      '15 2022-10-01/2023-03-31 Schüler: 54000',
      '15 2021-10-01/2022-03-31 Schüler: 55000',
    ]);
  });

  it('rows that differ in their dimensions, and labels without a code', () => {
    const lead =
      '22221;Empfänger von Asylbewerberregelleistungen;STAG;Stichtag;2023-12-31;KREISE;Kreise;15082;Anhalt-Bitterfeld, Landkreis';
    const table = readText(
      [
        head(3),
        `${lead};GES;Geschlecht;GESW;weiblich;ALTX20;Altersgruppen;ALT000B07;unter 7 Jahre;12;Anzahl;ASY003;Empfänger;e`,
        `${lead};;;;;;;;;845;Anzahl;ASY003;Empfänger;r`,
        `${lead};GES;Geschlecht;;Insgesamt;ALTX20;Altersgruppen;;Insgesamt;.;Anzahl;ASY004;Haushalte;`,
      ].join('\n'),
    );
    expect(linesOf(table)).toEqual([
      '15082 2023-12-31 Empfänger · Geschlecht=weiblich · Altersgruppen=unter 7 Jahre: 12',
      '15082 2023-12-31 Empfänger: 845 !REVISED',
      '15082 2023-12-31 Haushalte · Geschlecht=Insgesamt · Altersgruppen=Insgesamt: „.“ !SUPPRESSED_PRIMARY',
    ]);
  });
});

describe('Further flat tables of old are read as they are meant:', () => {
  const OLD =
    'Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;1_Auspraegung_Label';

  it('Kreise with parts, dissolved ones, a second variable and columns of quality', () => {
    const lead = '12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;31.12.2012';
    const table = readText(
      [
        `${OLD};2_Merkmal_Code;2_Merkmal_Label;2_Auspraegung_Code;2_Auspraegung_Label;BEVSTD__Bevoelkerungsstand__Anzahl;BEVSTD__Bevoelkerungsstand__Anzahl__q`,
        `${lead};KREISE;Kreise und kreisfreie Städte;15082;      Anhalt-Bitterfeld, Landkreis;GES;Geschlecht;;Insgesamt;168475;e`,
        `${lead};KREISE;Kreise und kreisfreie Städte;15151;      Anhalt-Zerbst, Landkreis (bis 30.06.2007);GES;Geschlecht;;Insgesamt;-;`,
        `${lead};KREISE;Kreise und kreisfreie Städte;03241001;        Hannover, Landeshauptstadt;GES;Geschlecht;GESM;männlich;248700;p`,
      ].join('\n'),
    );
    expect(linesOf(table)).toEqual([
      '15082 2012-12-31 Bevoelkerungsstand · Geschlecht=Insgesamt: 168475',
      '15151 2012-12-31 Bevoelkerungsstand · Geschlecht=Insgesamt: „-“ !TERRITORY_NOT_EXISTING',
      '03241001 2012-12-31 Bevoelkerungsstand · Geschlecht=männlich: 248700 !PROVISIONAL',
    ]);
    expect(table.all.map(({ areaName }) => areaName)[0]).toBe('Anhalt-Bitterfeld, Landkreis');
  });

  it('units in brackets, shares, rates and thousands in the head', () => {
    const table = readText(
      [
        `${OLD};CH0004__Veraenderung_zum_Vorjahr__in_(%);AI1303__Unfaelle_je_10.000_Kfz__Anzahl;ERW002__Erwerbstaetige__1000;VGR014__BIP_je_Einwohner__EUR;PREIS1__Preisindex__2015=100`,
        '99910;Regionalatlas Deutschland;JAHR;Jahr;2019;KREISE;Kreise;15082;Anhalt-Bitterfeld, Landkreis;-1,5;61,2;71,3;29104;105,3',
        '99910;Regionalatlas Deutschland;JAHR;Jahr;2018;KREISE;Kreise;15082;Anhalt-Bitterfeld, Landkreis;x;60,0;/;(28790);...',
      ].join('\n'),
    );
    expect(linesOf(table)).toEqual([
      '15082 2019 Veraenderung zum Vorjahr (Prozent): -1.5',
      '15082 2019 Unfaelle je 10.000 Kfz: 61.2',
      '15082 2019 Erwerbstaetige (Anzahl×1000): 71.3',
      '15082 2019 BIP je Einwohner (EUR): 29104',
      '15082 2019 Preisindex (2015=100): 105.3',
      '15082 2018 Veraenderung zum Vorjahr (Prozent): „x“ !NOT_MEANINGFUL',
      '15082 2018 Unfaelle je 10.000 Kfz: 60',
      '15082 2018 Erwerbstaetige (Anzahl×1000): „/“ !UNRELIABLE',
      '15082 2018 BIP je Einwohner (EUR): 28790 !UNRELIABLE',
      '15082 2018 Preisindex (2015=100): „…“ !NOT_YET_AVAILABLE',
    ]);
  });

  it('months in the time itself, and secret cells with a letter', () => {
    const table = readText(
      [
        `${OLD};BIP004__Arbeitslose__Anzahl`,
        '13211;Arbeitsmarktstatistik;MONAT;Monat;04/1991;DLAND;Bundesländer;15;Sachsen-Anhalt;134071',
        '13211;Arbeitsmarktstatistik;MONAT;Monat;05/1991;DLAND;Bundesländer;15;Sachsen-Anhalt;.g',
      ].join('\n'),
    );
    expect(linesOf(table)).toEqual([
      '15 1991-04 Arbeitslose: 134071',
      '15 1991-05 Arbeitslose: „.“ !SUPPRESSED_PRIMARY',
    ]);
  });
});
