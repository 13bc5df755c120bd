import { type FigureFacts, figuresAgainstVoices, figuresOf } from './figures';

const value = (year: number, hits: number, of = 10_000): FigureFacts['values'][number] => ({
  periodKind: 'DAY',
  periodStart: `${year}-12-31`,
  periodEnd: `${year}-12-31`,
  value: (100 * hits) / of,
  flag: 'OK',
  numerator: hits,
  denominator: of,
  territoryStatus: `${year}-12-31`,
  populationBase: 'ZENSUS_2022',
  versionNumber: 1,
});
const facts = (code: string, more: Partial<FigureFacts> = {}): FigureFacts => ({
  id: code,
  code,
  name: `Quote ${code}`,
  kind: 'RATE',
  unit: 'PERCENT',
  rateKind: 'SHARE',
  direction: 'HIGH_IS_NEED',
  source: 'Statistisches Landesamt',
  areaCode: '15082',
  areaName: 'Landkreis',
  values: [value(2024, 1000), value(2025, 1000)],
  ...more,
});
const better = facts('SOZ-02', { values: [value(2024, 2000), value(2025, 1500)] });
const worse = facts('SOZ-03', { values: [value(2024, 1500), value(2025, 2000)] });

describe('The figures of a Handlungsfeld', () => {
  it('say value, period, source and trend, what changed by more than chance first', () => {
    const told = figuresOf([
      facts('DEM-01', { direction: 'CONTEXT' }),
      facts('SOZ-01'),
      better,
      worse,
      facts('SOZ-09', { values: [] }),
    ]);
    expect(told.map(({ code, turn }) => [code, turn])).toEqual([
      ['SOZ-03', 'WORSE'],
      ['SOZ-02', 'BETTER'],
      ['SOZ-01', 'NONE'],
      ['DEM-01', 'NONE'],
    ]);
    expect(told[0]).toMatchObject({
      value: '20,0 %',
      period: '31.12.2025',
      source: 'Statistisches Landesamt',
      trend: 'seit 31.12.2024 um 5,0 Prozentpunkte gestiegen, mehr als durch Zufall',
    });
  });

  it('contradict voices that turn the other way by more than chance', () => {
    const figures = figuresOf([better, worse]);
    const rising = figuresAgainstVoices(figures, { recent: 24, before: 9 }, 'f');
    expect(rising.map(({ says }) => says)).toEqual([
      '„Quote SOZ-02“ ist besser geworden (seit 31.12.2024 um 5,0 Prozentpunkte gefallen, mehr als durch Zufall). ' +
        'Kritische Hinweise wurden dagegen mehr: 24 Hinweise in den letzten 12 Monaten statt 9 davor.',
    ]);
    expect(rising[0]?.sides[0]).toEqual({ label: 'SOZ-02', path: '/daten/indikatoren/SOZ-02' });
    const falling = figuresAgainstVoices(figures, { recent: 3, before: 20 }, 'f');
    expect(falling.map(({ says }) => says.slice(0, 40))).toEqual([
      '„Quote SOZ-03“ ist schlechter geworden (',
    ]);
  });

  it('contradict nothing where the voices may turn by chance, are not read or where the figure stays', () => {
    expect(figuresAgainstVoices(figuresOf([better, worse]), { recent: 11, before: 9 }, 'f')).toEqual([]);
    expect(figuresAgainstVoices(figuresOf([better]), { recent: 3, before: 20 }, 'f')).toEqual([]);
    expect(figuresAgainstVoices(figuresOf([facts('SOZ-01')]), { recent: 24, before: 9 }, 'f')).toEqual([]);
    expect(figuresAgainstVoices(figuresOf([better]), null, 'f')).toEqual([]);
  });
});
