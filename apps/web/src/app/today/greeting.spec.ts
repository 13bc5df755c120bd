import { greeting } from './greeting';

describe('the greeting on Heute', () => {
  it.each([
    ['2026-11-23T07:30:00+01:00', 'Guten Morgen, Anna Berg'],
    ['2026-11-23T10:59:00+01:00', 'Guten Morgen, Anna Berg'],
    ['2026-11-23T11:00:00+01:00', 'Guten Tag, Anna Berg'],
    ['2026-07-01T17:59:00+02:00', 'Guten Tag, Anna Berg'],
    ['2026-07-01T18:00:00+02:00', 'Guten Abend, Anna Berg'],
    ['2026-11-23T01:00:00+01:00', 'Guten Abend, Anna Berg'],
  ])('goes by the clock of Berlin at %s', (instant, words) => {
    expect(greeting('Anna Berg', new Date(instant))).toBe(words);
  });
});
