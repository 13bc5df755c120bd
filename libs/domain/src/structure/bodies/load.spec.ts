import { hoursWords, isHeavy, loadSentence } from './load';

describe('Gremienlast', () => {
  it('is said to half an hour', () => {
    expect([0, 14, 15, 60, 90, 750].map(hoursWords)).toEqual([
      '0 Stunden',
      '0 Stunden',
      '0,5 Stunden',
      '1 Stunde',
      '1,5 Stunden',
      '12,5 Stunden',
    ]);
  });

  it('is marked from the chosen hours on', () => {
    expect(isHeavy({ minutes: 2400 }, 40)).toBe(true);
    expect(isHeavy({ minutes: 2399 }, 40)).toBe(false);
  });

  it('is one line', () => {
    expect(loadSentence({ bodies: 1, sessions: 8, minutes: 960 })).toBe(
      '1 Platz, 8 Sitzungen, 16 Stunden im Jahr',
    );
  });
});
