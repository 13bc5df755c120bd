import {
  formatDate,
  formatDateTime,
  formatLongDate,
  formatPeriod,
  formatShortDate,
  formatTime,
  formatTimeRange,
  relativeDay,
} from './format';

const start = new Date('2025-01-16T13:00:00Z');
const end = new Date('2025-01-16T15:30:00Z');

describe('dates in words', () => {
  it('are German and of Berlin, wherever the machine stands', () => {
    expect(formatDate(start)).toBe('16. Januar 2025');
    expect(formatLongDate(start)).toBe('Donnerstag, 16. Januar 2025');
    expect(formatDateTime(start)).toBe('16. Januar 2025, 14:00 Uhr');
    expect(formatShortDate(start)).toBe('16.01.2025');
    expect(formatTime(start)).toBe('14:00 Uhr');
    expect(formatDate(new Date('2025-02-28T23:30:00Z'))).toBe('1. März 2025');
  });

  it('take a plain day as it is', () => {
    expect(formatLongDate('2025-03-30')).toBe('Sonntag, 30. März 2025');
  });

  it('name a period', () => {
    expect(formatTimeRange(start, end)).toBe('14:00–16:30 Uhr');
    expect(formatPeriod(start, end)).toBe('Donnerstag, 16. Januar 2025, 14:00–16:30 Uhr');
  });

  it('name both days of a period over midnight', () => {
    const late = new Date('2025-01-16T21:00:00Z');
    const early = new Date('2025-01-17T01:00:00Z');
    expect(formatTimeRange(late, early)).toBe('16. Januar 2025, 22:00 Uhr bis 17. Januar 2025, 02:00 Uhr');
    expect(formatPeriod(late, early)).toBe(
      'Donnerstag, 16. Januar 2025, 22:00 Uhr bis Freitag, 17. Januar 2025, 02:00 Uhr',
    );
  });

  it('mark the double hour of autumn', () => {
    const first = new Date('2025-10-26T00:30:00Z');
    const second = new Date('2025-10-26T01:30:00Z');
    expect(formatDateTime(first)).toBe('26. Oktober 2025, 02:30 Uhr (Sommerzeit)');
    expect(formatDateTime(second)).toBe('26. Oktober 2025, 02:30 Uhr (Winterzeit)');
    expect(formatTimeRange(first, second)).toBe('02:30 Uhr (Sommerzeit) bis 02:30 Uhr (Winterzeit)');
  });
});

describe('distance in words', () => {
  const now = new Date('2025-01-16T22:30:00Z');

  it.each([
    ['2025-01-16', 'heute'],
    ['2025-01-17', 'morgen'],
    ['2025-01-18', 'übermorgen'],
    ['2025-01-15', 'gestern'],
    ['2025-01-14', 'vorgestern'],
    ['2025-01-28', 'in 12 Tagen'],
    ['2025-01-13', 'vor 3 Tagen'],
    ['2025-03-17', 'in 60 Tagen'],
    ['2025-05-16', 'in 4 Monaten'],
    ['2024-07-16', 'vor 6 Monaten'],
    ['2022-01-16', 'vor 3 Jahren'],
  ])('%s is %s', (day, words) => {
    expect(relativeDay(day, now)).toBe(words);
  });

  it('counts midnights of Berlin, not hours', () => {
    expect(relativeDay(new Date('2025-01-16T23:30:00Z'), now)).toBe('morgen');
    expect(relativeDay(new Date('2025-01-16T00:00:00Z'), now)).toBe('heute');
  });
});
