import { berlinDate, berlinDay, berlinRange, relativeWords } from './berlin-date';

// The tests run with the device in St. John's; only Berlin may show.
describe('Dates of Berlin', () => {
  it('shows the wall time of Berlin wherever the device stands', () => {
    expect(berlinDate('2027-01-16T13:00:00Z', 'dayTime')).toBe('Sa, 16.01.2027, 14:00 Uhr');
    expect(berlinDate('2027-07-16T12:00:00Z', 'time')).toBe('14:00 Uhr');
    expect(berlinDate('2027-01-16T23:30:00Z', 'long')).toBe('Sonntag, 17. Januar 2027');
  });

  it('keeps a day without time on its day', () => {
    expect(berlinDate('2027-01-16', 'day')).toBe('Sa, 16.01.2027');
    expect(berlinDate('2027-01-16', 'short')).toBe('16.01.2027');
  });

  it('writes nothing for nothing and for what is no date', () => {
    expect(berlinDate(null)).toBe('');
    expect(berlinDate('')).toBe('');
    expect(berlinDate('morgen')).toBe('');
  });

  it('writes a span on one day once, a longer one with both days', () => {
    expect(berlinRange('2027-01-16T13:00:00Z', '2027-01-16T15:30:00Z')).toBe(
      'Sa, 16.01.2027, 14:00–16:30 Uhr',
    );
    expect(berlinRange('2027-01-16T13:00:00Z', '2027-01-17T11:00:00Z')).toBe(
      'Sa, 16.01.2027, 14:00 Uhr bis So, 17.01.2027, 12:00 Uhr',
    );
  });

  it('knows both hours of the autumn night as the same day', () => {
    expect(berlinDay(new Date('2026-10-24T22:30:00Z'))).toBe('2026-10-25');
    expect(berlinDate('2026-10-25T00:30:00Z', 'time')).toBe('02:30 Uhr');
    expect(berlinDate('2026-10-25T01:30:00Z', 'time')).toBe('02:30 Uhr');
  });
});

describe('Distances in words', () => {
  const now = new Date('2026-11-23T09:00:00Z');

  it.each([
    ['2026-11-23', 'heute'],
    ['2026-11-24', 'morgen'],
    ['2026-11-22T20:00:00Z', 'gestern'],
    ['2026-12-05', 'in 12 Tagen'],
    ['2026-11-20', 'vor 3 Tagen'],
    ['2026-12-21', 'in 4 Wochen'],
    ['2026-11-23T08:40:00Z', 'vor 20 Minuten'],
    ['2026-11-23T08:59:50Z', 'gerade eben'],
  ])('%s is "%s"', (at, words) => {
    expect(relativeWords(at, now)).toBe(words);
  });

  it('counts days of Berlin, not hours', () => {
    expect(relativeWords('2026-11-23T23:30:00Z', now)).toBe('morgen');
  });
});
