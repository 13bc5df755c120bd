import { durationWords, totalMinutes } from './format-duration';

describe('The length of a format', () => {
  it('adds what has a length', () => {
    expect(totalMinutes([{ minutes: 20 }, { minutes: null }, { minutes: 70 }])).toBe(90);
  });

  it.each([
    [0, ''],
    [45, '45 Min.'],
    [120, '2 Std.'],
    [150, '2 Std. 30 Min.'],
    [1500, '25 Std.'],
  ])('says %i minutes as "%s"', (minutes, words) => {
    expect(durationWords(minutes)).toBe(words);
  });
});
