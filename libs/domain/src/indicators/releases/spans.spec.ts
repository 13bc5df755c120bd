import { ageSpan, sumsOfSpans } from './spans';

describe('spans', () => {
  it.each([
    ['15-24', 15, 25],
    ['U18', 0, 18],
    ['65+', 65, Infinity],
    ['ALT006B010', 6, 10],
    ['ALT065UM', 65, Infinity],
  ])('%s reaches from %d to %d', (code, from, to) => {
    expect(ageSpan(code)).toEqual({ code, from, to });
  });

  it('are no ages where they end before they begin, or say something else', () => {
    expect(ageSpan('24-15')).toBeNull();
    expect(ageSpan('M')).toBeNull();
  });

  it('add up where others fill them without a gap, by the finest way', () => {
    const spans = ['U15', '15-24', '25-49', '15-49', 'U50', '60+'].map(
      (code) => ageSpan(code) ?? { code, from: 0, to: 0 },
    );
    expect(sumsOfSpans(spans)).toEqual([
      { whole: '15-49', parts: ['15-24', '25-49'] },
      { whole: 'U50', parts: ['U15', '15-24', '25-49'] },
    ]);
  });
});
