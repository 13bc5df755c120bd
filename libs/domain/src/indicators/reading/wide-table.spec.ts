import { sumOfAreas } from '../sum-of-areas';
import { readText, refusalOf } from './read-fixture';

const FOOTER = `__________
"zu ""gesamter Tabelle"":
ab dem Berichtsjahr 2011: nach dem Zensus 2011
Baden-Württemberg: Berichtsjahr 1995-2010 Gebietsstand
01.01.1979; ab Berichtsjahr 2011 Gebietsstand 01.01.2011
Sachsen-Anhalt (2013): Gebietsstand 01.01.2014"
"© Statistische Ämter des Bundes und der Länder, Deutschland, 2017."
Stand: 10.10.2017 / 11:01:03
`;

/** Time in the head, one measure in the title, a municipality that is gone and one that was not yet there. */
const POPULATION = `GENESIS-Tabelle: 12411-01-01-5
Bevölkerungsstand: Bevölkerung nach Geschlecht;;;;
- Stichtag 31.12. -;;;;
regionale Tiefe: Gemeinden, Samt-/Verbandsgemeinden;;;;
Fortschreibung des Bevölkerungsstandes;;;;
Bevölkerungsstand (Anzahl);;;;
;;31.12.2013;31.12.2013;31.12.2009
;;Insgesamt;männlich;Insgesamt
15;  Sachsen-Anhalt;2000;900;2100
15082;      Anhalt-Bitterfeld, Landkreis;600;290;700
15082005;        Aken (Elbe), Stadt;200;90;210
15082125;        Grimme;-;-;20
15082241;        Muldestausee;400;200;-
${FOOTER}`;

describe('The wide form of the Regionaldatenbank', () => {
  it('takes time and labels from the head, measure and unit from the title, and the line from the file', () => {
    const { at, about } = readText(POPULATION);
    expect(about).toMatchObject({ table: '12411-01-01-5', madeOn: '2017-10-10', cutOff: false });
    expect(at(10, 4)).toMatchObject({
      area: '15082',
      areaName: 'Anhalt-Bitterfeld, Landkreis',
      keyKind: 'KREIS',
      period: '2013-12-31',
      dimensions: { Geschlecht: 'männlich' },
      measure: 'Bevölkerungsstand',
      unit: 'Anzahl',
      value: 290,
      flag: 'OK',
      populationBase: 'ZENSUS_2011',
      territoryStatus: '2014-01-01',
    });
    expect(at(10, 5)).toMatchObject({
      period: '2009-12-31',
      populationBase: null,
      territoryStatus: '2009-12-31',
    });
    expect(at(11, 3)).toMatchObject({ area: '15082005', keyKind: 'AGS' });
  });

  it('says of a municipality that it did not exist, and never makes a number of it', () => {
    const { at, says } = readText(POPULATION);
    expect(at(12, 3)).toMatchObject({ value: null, flag: 'TERRITORY_NOT_EXISTING', marker: '-' });
    expect(at(12, 5)).toMatchObject({ value: 20, flag: 'OK' });
    expect(at(13, 5)).toMatchObject({ value: null, flag: 'TERRITORY_NOT_EXISTING' });
    expect(says).toContain('Grimme (15082125) gab es zu 2013-12-31 nicht.');
  });

  it('keeps block lines of the year for all lines below, with one to four lines of head', () => {
    const { at, all } = readText(`GENESIS-Tabelle: 12711-01-03-5
Zu- und Fortzüge nach Geschlecht und Altersgruppen;;;;;
- Jahressumme -;;;;;
Wanderungsstatistik;;;;;
2015;;;;;
;;Zuzüge;Zuzüge;Fortzüge;Fortzüge
;;Geschlecht;Geschlecht;Geschlecht;Geschlecht
;;männlich;weiblich;männlich;weiblich
;;Anzahl;Anzahl;Tsd. EUR;Anzahl
15082;Anhalt-Bitterfeld;11;12;13;14
Jahr: 2016;;;;;
15082;Anhalt-Bitterfeld;21;22;23;24
${FOOTER}`);
    expect(all.map((it) => it.period)).toEqual([
      '2015',
      '2015',
      '2015',
      '2015',
      '2016',
      '2016',
      '2016',
      '2016',
    ]);
    expect(at(10, 3)).toMatchObject({ measure: 'Zuzüge', dimensions: { Geschlecht: 'männlich' } });
    expect(at(12, 5)).toMatchObject({ measure: 'Fortzüge', unit: 'EUR', factor: 1000, value: 23 });
  });

  it('names a column of labels in front by what stands in it or by the title', () => {
    const { at } = readText(`GENESIS-Tabelle: 21111-01-03-4
Schulen und Schüler nach Schulart;;;;
regionale Tiefe: Kreise und krfr. Städte;;;;
Statistik der Schulen;;;;
2015;;;;
;;;Schulen;Schüler
;;;Anzahl;Anzahl
DG;Deutschland;Grundschulen;15;2715
DG;Deutschland;Insgesamt;x;8335
09162001;Teil einer Stadt;Grundschulen;1;20
${FOOTER}`);
    expect(at(8, 5)).toMatchObject({
      area: 'DG',
      keyKind: 'GERMANY',
      dimensions: { Schulart: 'Grundschulen' },
    });
    expect(at(9, 4)).toMatchObject({ value: null, flag: 'NOT_MEANINGFUL', marker: 'x' });
    expect(at(10, 4)).toMatchObject({ area: '09162001', keyKind: 'KREIS_PART' });
  });

  it('reads the measure below when the one heading above all columns is a dimension', () => {
    const { at } = readText(`GENESIS-Tabelle: 22411-01-01-4
Pflegeeinrichtungen;;;;;
Pflegestatistik;;;;;
;;;Typ der Pflegeeinrichtung;Typ der Pflegeeinrichtung;Typ der Pflegeeinrichtung
;;;ambulant;stationär;stationär
;;;Pflegedienste;Pflegeheime;Plätze in Pflegeheimen
;;;Anzahl;Anzahl;Anzahl
31.12.2015;15082;Anhalt-Bitterfeld;4;5;600
${FOOTER}`);
    expect(at(8, 6)).toMatchObject({
      measure: 'Plätze in Pflegeheimen',
      dimensions: { 'Typ der Pflegeeinrichtung': 'stationär' },
      period: '2015-12-31',
    });
  });

  it('reads "davon" as a part of the measure before it, and totals without a label', () => {
    const { at } = readText(`GENESIS-Tabelle: 22811-01-01-4
Empfänger;;;;
Sozialberichterstattung;;;;
;;;Empfänger von Leistungen;Davon
;;;;Grundsicherung
;;;Anzahl;Anzahl
2015;15082;Anhalt-Bitterfeld;90;40
${FOOTER}`);
    expect(at(7, 4)).toMatchObject({ measure: 'Empfänger von Leistungen', dimensions: {} });
    expect(at(7, 5)).toMatchObject({
      measure: 'Empfänger von Leistungen',
      dimensions: { Merkmal: 'Grundsicherung' },
    });
  });

  it('keeps keys of every length apart', () => {
    const keys = ['DG', '03', '031', '03151', '031515401', '0315154', '03151001', '03151001002'];
    const { all } = readText(`GENESIS-Tabelle: 12411-01-01-5
Bevölkerung;;
regionale Tiefe: Gemeinden;;
Bevölkerungsstand (Anzahl);;
31.12.2015;;
;;Insgesamt
${keys.map((key, at) => `${key};Gebiet ${at};${9000 - at}`).join('\n')}
${FOOTER}`);
    expect(all.map((it) => it.keyKind)).toEqual([
      'GERMANY',
      'LAND',
      'REGION',
      'KREIS',
      'ASSOCIATION',
      'ASSOCIATION',
      'AGS',
      'MUNICIPALITY_PART',
    ]);
  });
});

describe('A dash in an official table', () => {
  const employed = (rows: string): string => `GENESIS-Tabelle: 13111-01-03-4
Beschäftigte;;;
- Stichtag 30.06. -;;;
Beschäftigte (Anzahl);;;
30.06.2016;;;
;;Insgesamt;männlich
${rows}
${FOOTER}`;

  it('is never zero where a whole level has nothing else under a positive Land; somebody is asked', () => {
    const { all, says } = readText(
      employed(
        '15;Sachsen-Anhalt;788;400\n15001;Dessau-Roßlau;-;-\n15082;Anhalt-Bitterfeld;-;-\n15083;Börde;-;-',
      ),
    );
    const kreise = all.filter((it) => it.keyKind === 'KREIS');
    expect(kreise.map((it) => [it.value, it.flag])).toEqual(Array(6).fill([null, 'NOT_YET_AVAILABLE']));
    expect(says[0]).toContain('Liegt der Wert noch nicht vor?');
    expect(refusalOf(() => sumOfAreas(kreise.filter((it) => it.column === 3)))).toContain('keine Zahl');
  });

  it('is never taken for a Kreis that is gone where most Kreise have nothing else', () => {
    const kreise = employed(
      '11000;Berlin;500;250\n15001;Dessau-Roßlau;-;-\n15082;Anhalt-Bitterfeld;-;-\n15083;Börde;-;-',
    );
    expect(readText(kreise).at(9, 3)).toMatchObject({ value: null, flag: 'NOT_YET_AVAILABLE' });
  });

  it('is zero where the siblings make up the parent', () => {
    const { at } = readText(
      employed('15;Sachsen-Anhalt;90;40\n15001;Dessau-Roßlau;50;-\n15082;Anhalt-Bitterfeld;40;40'),
    );
    expect(at(8, 4)).toMatchObject({ value: 0, flag: 'ZERO', marker: '-' });
  });

  it('is zero where the other labels make up the total', () => {
    const { at } = readText(
      `GENESIS-Tabelle: 22221-01-01-4
Empfänger;;;;
Statistik;;;;
;;;Empfänger;Empfänger
;;;Insgesamt;männlich
;;;Anzahl;Anzahl
2015;15082;Anhalt-Bitterfeld;7;7
${FOOTER}`
        .replace(
          ';;;Empfänger;Empfänger\n;;;Insgesamt;männlich\n;;;Anzahl;Anzahl',
          ';;;Empfänger;Empfänger;Empfänger\n;;;Insgesamt;männlich;weiblich\n;;;Anzahl;Anzahl;Anzahl',
        )
        .replace('Bitterfeld;7;7', 'Bitterfeld;7;7;-'),
    );
    expect(at(7, 6)).toMatchObject({ value: 0, flag: 'ZERO' });
  });

  it.each([
    ['a total whose parts are more than nothing', '40;40;-', 5, '-;20;20', 3],
    ['one sex where the other is less than all', '40;40;-', 5, '40;10;-', 5],
  ])('is not zero for %s', (_, one, oneColumn, other, column) => {
    const { at } = readText(`GENESIS-Tabelle: 22121-01-03-4
Empfänger;;;;
Empfänger (Anzahl);;;;
2015;;;;
;;Insgesamt;männlich;weiblich
15;Sachsen-Anhalt;80;60;20
15001;Dessau-Roßlau;${one}
15082;Anhalt-Bitterfeld;${other}
${FOOTER}`);
    expect(at(7, oneColumn)).toMatchObject({ value: 0, flag: 'ZERO' });
    expect(at(8, column)).toMatchObject({ value: null, flag: 'NOT_YET_AVAILABLE' });
  });

  it('means a Kreis that is gone where the others make up the Land', () => {
    const { at } = readText(
      employed(
        '15;Sachsen-Anhalt;90;40\n15151;Anhalt-Zerbst;-;-\n15001;Dessau-Roßlau;50;10\n15082;Anhalt-Bitterfeld;40;30',
      ),
    );
    expect(at(8, 3)).toMatchObject({ value: null, flag: 'TERRITORY_NOT_EXISTING' });
  });

  it('of a column that has numbers at other times is not zero', () => {
    const { at, says } = readText(`GENESIS-Tabelle: 22541-01-04-4
Tageseinrichtungen;;;;
Statistik;;;;
;;;Personal;Personal nach neuer Zählung
;;;Anzahl;Anzahl
2016;DG;Deutschland;90;80
2016;15;Sachsen-Anhalt;9;8
2010;DG;Deutschland;70;-
2010;15;Sachsen-Anhalt;7;-
${FOOTER}`);
    expect(at(8, 5)).toMatchObject({ value: null, flag: 'NOT_YET_AVAILABLE' });
    expect(at(9, 5)).toMatchObject({ value: null, flag: 'NOT_YET_AVAILABLE' });
    expect(says[0]).toContain('Deutschland und Sachsen-Anhalt');
  });

  it('of a Kreis formed later means that it did not exist, as far as its history is known', () => {
    const { at } = readText(`GENESIS-Tabelle: 22411-01-01-4
Pflege;;;
Statistik;;;
;;;Heime
;;;Anzahl
31.12.2007;15;Sachsen-Anhalt;9
31.12.2007;15082;Anhalt-Bitterfeld;3
31.12.2005;15;Sachsen-Anhalt;8
31.12.2005;15082;Anhalt-Bitterfeld;-
${FOOTER}`);
    expect(at(9, 4)).toMatchObject({ value: null, flag: 'TERRITORY_NOT_EXISTING' });
  });
});

describe('Totals of a wide table', () => {
  const SUMS = (county: string): string => `GENESIS-Tabelle: 12411-01-01-5
Bevölkerung nach Geschlecht;;;;
Bevölkerungsstand (Anzahl);;;;
31.12.2015;;;;
;;Insgesamt;männlich;weiblich
15082;Anhalt-Bitterfeld;${county}
15082005;Aken (Elbe);30;10;20
15082015;Bitterfeld-Wolfen;30;10;20
15082180;Köthen (Anhalt);30;10;20
15082241;Muldestausee;30;10;20
15082256;Osternienburger Land;30;10;20
15082301;Raguhn-Jeßnitz;30;10;20
15082340;Sandersdorf-Brehna;30;10;20
15082377;Südliches Anhalt;30;10;20
15082430;Zerbst/Anhalt;30;10;20
15082440;Zörbig;30;10;20
${FOOTER}`;

  it('are not mentioned where they are the sum of their parts', () => {
    expect(readText(SUMS('300;100;200')).notices).toEqual([]);
  });

  it('stay as published where they differ, and the difference is said', () => {
    const { at, says } = readText(SUMS('301;101;200'));
    expect(at(6, 3)?.value).toBe(301);
    expect(says[0]).toContain('ist 300, ausgewiesen sind 301 (Zeile 6, Spalte 3');
    expect(says[0]).toContain('bleiben, wie sie veröffentlicht sind');
  });

  it('are warned about where a column was swapped', () => {
    const { notices } = readText(
      SUMS('300;100;200').replace('Insgesamt;männlich;weiblich', 'männlich;Insgesamt;weiblich'),
    );
    expect(notices[0]).toMatchObject({ kind: 'warning', code: 'sum-differs' });
  });
});
