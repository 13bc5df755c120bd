import { personalHeading } from '../../../imports/personal-data';
import { areaKey, liesIn } from './area-keys';
import { firstDay, lastDay, periodOf } from './periods';
import { isUnit, unitOf } from './units';

describe('A time in a table', () => {
  it.each([
    ['31.12.2015', '2015-12-31', 'DAY', '2015-12-31', '2015-12-31'],
    ['2015-12-31', '2015-12-31', 'DAY', '2015-12-31', '2015-12-31'],
    ['2015', '2015', 'YEAR', '2015-01-01', '2015-12-31'],
    ['Jahr: 2016', '2016', 'YEAR', '2016-01-01', '2016-12-31'],
    ['Stichtag: 30.06.2015', '2015-06-30', 'DAY', '2015-06-30', '2015-06-30'],
    ['2015/16', '2015/2016', 'SCHOOL_YEAR', '2015-08-01', '2016-07-31'],
    ['Schuljahr 2015/2016', '2015/2016', 'SCHOOL_YEAR', '2015-08-01', '2016-07-31'],
    ['Februar 2024', '2024-02', 'MONTH', '2024-02-01', '2024-02-29'],
    ['Mrz 25', '2025-03', 'MONTH', '2025-03-01', '2025-03-31'],
    ['03/2025', '2025-03', 'MONTH', '2025-03-01', '2025-03-31'],
    ['2025M03', '2025-03', 'MONTH', '2025-03-01', '2025-03-31'],
    ['Berichtsmonat 01.03.2025', '2025-03', 'MONTH', '2025-03-01', '2025-03-31'],
    ['1. Quartal 2015', '2015-Q1', 'QUARTER', '2015-01-01', '2015-03-31'],
    ['2015-Q4', '2015-Q4', 'QUARTER', '2015-10-01', '2015-12-31'],
    ['Q3 2015', '2015-Q3', 'QUARTER', '2015-07-01', '2015-09-30'],
    ['2. Halbjahr 2015', '2015-H2', 'HALF_YEAR', '2015-07-01', '2015-12-31'],
    ['2013-2015', '2013-01-01/2015-12-31', 'RANGE', '2013-01-01', '2015-12-31'],
    ['2013 bis 2015', '2013-01-01/2015-12-31', 'RANGE', '2013-01-01', '2015-12-31'],
  ])('"%s" is %s', (words, period, kind, from, to) => {
    const read = periodOf(words);
    expect(read).toEqual({ period, kind });
    expect(read && [firstDay(read), lastDay(read)]).toEqual([from, to]);
  });

  it.each([
    '30.02.2015',
    '20155',
    '201',
    '31.13.2015',
    '2015/18',
    'Insgesamt',
    '5. Quartal 2015',
    '2015-2013',
    '1499',
  ])('"%s" is none', (words) => expect(periodOf(words)).toBeNull());
});

describe('A key of the official directory', () => {
  it.each([
    ['DG', 'DG', 'GERMANY'],
    ['01', '01', 'LAND'],
    ['091', '091', 'REGION'],
    ['15082', '15082', 'KREIS'],
    ['01001000', '01001000', 'AGS'],
    ['150820005005', '15082005', 'ARS'],
    ['150820000000', '15082', 'ARS'],
    ['150000000000', '15', 'ARS'],
    ['000000000000', 'DG', 'ARS'],
    ['034515401003', '03451003', 'ARS'],
    ['034515401000', '034515401', 'ARS'],
  ])('%s names %s', (text, area, kind) => expect(areaKey(text)).toEqual({ area, kind }));

  it.each(['99', '1', 'Aken', '15-082', '15082 005', ''])('"%s" is none', (text) =>
    expect(areaKey(text)).toBeNull(),
  );

  it('lies in whatever its key begins with', () => {
    expect([liesIn('15082005', '15082'), liesIn('15082', 'DG'), liesIn('15082', '15083')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([liesIn('DG', '15'), liesIn('15', '15')]).toEqual([false, false]);
  });
});

it('A unit is told from a heading', () => {
  expect(['Anzahl', 'Prozent', 'Tsd. EUR', 'EUR je Einwohner', '2015=100', 'qkm'].every(isUnit)).toBe(true);
  expect(['Insgesamt', 'männlich', '2015', 'Tageseinrichtungen', 'Teilzeit', 'Tätige'].some(isUnit)).toBe(
    false,
  );
  expect(unitOf('1 000 EUR')).toEqual({ unit: 'EUR', factor: 1000 });
});

it('A heading of the statistics is not taken for one of a list of people', () => {
  const fine = [
    'Alter',
    'Geburten',
    'Lebendgeborene',
    'Straßenverkehrsunfälle',
    'Bedarfsgemeinschaften',
    'Name',
    'Familienstand',
  ];
  expect(fine.map(personalHeading)).toEqual(fine.map(() => null));
  const personal = [
    'Geburtsdatum',
    'geb. am',
    'Vorname',
    'Straße',
    'BG-Nummer',
    'Aktenzeichen',
    'IBAN',
    'Kundennr.',
  ];
  expect(personal.map((heading) => personalHeading(heading) !== null)).toEqual(personal.map(() => true));
});

it('Codes of months and years that stand first are times', () => {
  const told = [
    '2024-MONAT03',
    '2024MONAT03',
    '2019 Januar',
    '2019 1. Quartal',
    '2019-QUART2',
    '2019 Insgesamt',
  ];
  expect(told.map((words) => periodOf(words)?.period ?? null)).toEqual([
    '2024-03',
    '2024-03',
    '2019-01',
    '2019-Q1',
    '2019-Q2',
    null,
  ]);
});
