import { primaryReason } from './primary';
import { hiddenRates } from './rates';
import { hiddenSentence } from './report';

describe('which numbers are hidden for their own sake', () => {
  const rules = { minimum: 3, zeros: 'published' } as const;

  it.each([
    [0, null],
    [1, 'small'],
    [2, 'small'],
    [3, null],
  ])('%s', (value, reason) => {
    expect(primaryReason(value, rules)).toBe(reason);
  });

  it('counts zeros as small where they are hidden', () => {
    expect(primaryReason(0, { ...rules, zeros: 'hidden' })).toBe('zero');
  });

  it('hides many persons of few Bedarfsgemeinschaften', () => {
    expect(primaryReason(11, rules, [6, 5])).toBe('few contributors');
    expect(primaryReason(11, rules, [6, 5, 0])).toBe('few contributors');
    expect(primaryReason(12, rules, [6, 5, 1])).toBeNull();
  });

  it('hides what two make up nearly alone', () => {
    const dominance = { n: 2, percent: 85 };
    expect(primaryReason(100, { ...rules, dominance }, [50, 36, 14])).toBe('dominated');
    expect(primaryReason(100, { ...rules, dominance }, [50, 35, 15])).toBeNull();
  });

  it('hides what lets the second work out the first', () => {
    const closeness = { percent: 15 };
    expect(primaryReason(107, { ...rules, closeness }, [60, 40, 7])).toBe('close');
    expect(primaryReason(109, { ...rules, closeness }, [60, 40, 9])).toBeNull();
  });
});

describe('rates', () => {
  it('are hidden with their numerator, and with a denominator that is hidden', () => {
    const rates = [
      { id: 'per 1,000', numerator: 'cases', denominator: null },
      { id: 'share of women', numerator: 'women', denominator: 'cases' },
      { id: 'share of men', numerator: 'men', denominator: 'all' },
    ];
    expect(hiddenRates(rates, new Set(['cases']))).toEqual(['per 1,000', 'share of women']);
  });
});

describe('the sentence on how much is hidden', () => {
  it.each([
    [43, 80, '43 von 80 Zellen verborgen (53,8 %)'],
    [682, 1440, '682 von 1.440 Zellen verborgen (47,4 %)'],
    [0, 1, '0 von 1 Zelle verborgen (0,0 %)'],
    [0, 0, '0 von 0 Zellen verborgen (0,0 %)'],
  ])('%s of %s', (hidden, cells, sentence) => {
    expect(hiddenSentence(hidden, cells)).toBe(sentence);
  });
});
