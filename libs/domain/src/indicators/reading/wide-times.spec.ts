import { readText } from './read-fixture';

const wide = (title: string, rows: string): string => `GENESIS-Tabelle: 45412-02-01-4
${title};;;;
regionale Tiefe: Kreise und krfr. Städte;;;;
Monatserhebung im Tourismus;;;;
${rows}
__________
Stand: 01.02.2024 / 10:11:12
`;

it('Quarters below a measure are times of the year that stands above the table', () => {
  const { all } = readText(
    wide(
      'Ankünfte',
      '2019;;;;;\n;;Ankünfte;Ankünfte;Umsatz;Umsatz\n;;1. Quartal;2. Quartal;1. Quartal;2. Quartal\n;;Anzahl;Anzahl;Tsd. EUR;Tsd. EUR\n15082;Anhalt-Bitterfeld;100;110;12;14',
    ),
  );
  expect(all.map(({ period, measure, dimensions, value }) => [period, measure, dimensions, value])).toEqual([
    ['2019-Q1', 'Ankünfte', {}, 100],
    ['2019-Q2', 'Ankünfte', {}, 110],
    ['2019-Q1', 'Umsatz', {}, 12],
    ['2019-Q2', 'Umsatz', {}, 14],
  ]);
});

it('A year above quarters in the head is one time with them', () => {
  const { all } = readText(
    wide(
      'Ankünfte\nAnkünfte (Anzahl)',
      ';;2019;2019;2020;2020\n;;1. Quartal;2. Quartal;1. Quartal;2. Quartal\n15082;Anhalt-Bitterfeld;1;2;3;4',
    ),
  );
  expect(all.map(({ period }) => period)).toEqual(['2019-Q1', '2019-Q2', '2020-Q1', '2020-Q2']);
});

it('Months in a column of labels are times, but beside their total a dimension', () => {
  const months = (rows: string[]): string =>
    wide(
      'Ankünfte nach Monaten',
      `2019;;;;\n;;;Ankünfte;Übernachtungen\n;;;Anzahl;Anzahl\n${rows.map((row) => `15082;Anhalt-Bitterfeld;${row}`).join('\n')}`,
    );
  const times = (rows: string[]): unknown[] =>
    readText(months(rows))
      .all.filter(({ column }) => column === 4)
      .map(({ period, dimensions }) => [period, Object.values(dimensions)]);
  expect(times(['Januar;1;2', 'Februar;3;4'])).toEqual([
    ['2019-01', []],
    ['2019-02', []],
  ]);
  expect(times(['Insgesamt;4;6', 'Januar;1;2', 'Februar;3;4'])).toEqual([
    ['2019', ['Insgesamt']],
    ['2019', ['Januar']],
    ['2019', ['Februar']],
  ]);
});

it('A line above the values may name the year before the month', () => {
  const { all } = readText(
    wide(
      'Ankünfte',
      '2019 Januar;;;\n;;Ankünfte;Betten\n;;Anzahl;Anzahl\n15082;Anhalt-Bitterfeld;6;7\n2019 Februar;;;\n15082;Anhalt-Bitterfeld;5;7',
    ),
  );
  expect(all.map(({ period }) => period)).toEqual(['2019-01', '2019-01', '2019-02', '2019-02']);
});

it('An English table has its code and counts numbers', () => {
  const { about, all } = readText(
    'Table: 12411-0015\nPopulation: districts;;\nUpdate of population figures;;\nPopulation (number);;\n;;31.12.2020;31.12.2021\n15082;Anhalt-Bitterfeld;155;157\n__________\nStand: 01.02.2024\n',
  );
  expect([about.table, all[0]?.unit]).toEqual(['12411-0015', 'Anzahl']);
});
