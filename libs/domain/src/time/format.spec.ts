import {
  formatDate,
  formatDateTime,
  formatDayAndMonth,
  formatLongDate,
  formatPeriod,
  formatShortDate,
  formatShortDateTime,
  formatShortDay,
  formatShortPeriod,
  formatTime,
  formatTimeRange,
  relativeDay,
  relativeTime,
} from './format';

const start = new Date('2025-01-16T13:00:00Z');
const end = new Date('2025-01-16T15:30:00Z');

describe('dates in words', () => {
  it('are German and of Berlin, wherever the machine stands', () => {
    expect(formatDate(start)).toBe('16. Januar 2025');
    expect(formatLongDate(start)).toBe('Donnerstag, 16. Januar 2025');
    expect(formatDateTime(start)).toBe('16. Januar 2025, 14:00 Uhr');
    expect(formatShortDate(start)).toBe('16.01.2025');
    expect(formatShortDay(start)).toBe('Do, 16.01.2025');
    expect(formatDayAndMonth(start)).toBe('16.01.');
    expect(formatShortDateTime(start)).toBe('Do, 16.01.2025, 14:00 Uhr');
    expect(formatTime(start)).toBe('14:00 Uhr');
    expect(formatDate(new Date('2025-02-28T23:30:00Z'))).toBe('1. März 2025');
  });

  it('take a plain day as it is', () => {
    expect(formatLongDate('2025-03-30')).toBe('Sonntag, 30. März 2025');
  });

  it('take an instant as JSON carries it, and nothing that is no date', () => {
    expect(formatDateTime('2025-07-16T12:00:00.000Z')).toBe('16. Juli 2025, 14:00 Uhr');
    expect(formatShortDay('2025-06-30T22:00:00Z')).toBe('Di, 01.07.2025');
    for (const text of ['morgen', '', '2025-02-30']) expect(() => formatDate(text)).toThrow(RangeError);
  });

  it('name a period', () => {
    expect(formatTimeRange(start, end)).toBe('14:00–16:30 Uhr');
    expect(formatPeriod(start, end)).toBe('Donnerstag, 16. Januar 2025, 14:00–16:30 Uhr');
    expect(formatShortPeriod(start, end)).toBe('Do, 16.01.2025, 14:00\u2060–\u206016:30\u00A0Uhr');
    expect(formatShortPeriod(start, null)).toBe('Do, 16.01.2025, 14:00\u00A0Uhr');
  });

  it('name both days of a period over midnight', () => {
    const late = new Date('2025-01-16T21:00:00Z');
    const early = new Date('2025-01-17T01:00:00Z');
    expect(formatTimeRange(late, early)).toBe('16. Januar 2025, 22:00 Uhr bis 17. Januar 2025, 02:00 Uhr');
    expect(formatPeriod(late, early)).toBe(
      'Donnerstag, 16. Januar 2025, 22:00 Uhr bis Freitag, 17. Januar 2025, 02:00 Uhr',
    );
    expect(formatShortPeriod(late, early)).toBe(
      'Do, 16.01.2025, 22:00\u00A0Uhr bis Fr, 17.01.2025, 02:00\u00A0Uhr',
    );
  });

  it('mark the double hour of autumn', () => {
    const first = new Date('2025-10-26T00:30:00Z');
    const second = new Date('2025-10-26T01:30:00Z');
    expect(formatDateTime(first)).toBe('26. Oktober 2025, 02:30 Uhr (Sommerzeit)');
    expect(formatDateTime(second)).toBe('26. Oktober 2025, 02:30 Uhr (Winterzeit)');
    expect(formatShortDateTime(second)).toBe('So, 26.10.2025, 02:30 Uhr (Winterzeit)');
    expect(formatTimeRange(first, second)).toBe('02:30 Uhr (Sommerzeit) bis 02:30 Uhr (Winterzeit)');
    expect(formatPeriod(second, new Date('2025-10-26T03:00:00Z'))).toBe(
      'Sonntag, 26. Oktober 2025, 02:30 Uhr (Winterzeit) bis 04:00 Uhr',
    );
    expect(formatShortPeriod('2025-10-25T21:00:00Z', first)).toBe(
      'Sa, 25.10.2025, 23:00\u00A0Uhr bis So, 26.10.2025, 02:30\u00A0Uhr (Sommerzeit)',
    );
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
    ['2025-01-29', 'in 13 Tagen'],
    ['2025-01-30', 'in 2 Wochen'],
    ['2025-01-13', 'vor 3 Tagen'],
    ['2025-02-20', 'in 5 Wochen'],
    ['2025-03-16', 'in 8 Wochen'],
    ['2025-03-17', 'in 2 Monaten'],
    ['2025-05-16', 'in 4 Monaten'],
    ['2024-07-16', 'vor 6 Monaten'],
    ['2026-12-16', 'in 23 Monaten'],
    ['2027-01-16', 'in 2 Jahren'],
    ['2022-01-16', 'vor 3 Jahren'],
  ])('%s is %s', (day, words) => {
    expect(relativeDay(day, now)).toBe(words);
  });

  it('counts midnights of Berlin, not hours', () => {
    expect(relativeDay(new Date('2025-01-16T23:30:00Z'), now)).toBe('morgen');
    expect(relativeDay(new Date('2025-01-16T00:00:00Z'), now)).toBe('heute');
  });

  it.each([
    ['2025-01-16T22:29:50Z', 'gerade eben'],
    ['2025-01-16T22:29:00Z', 'vor 1 Minute'],
    ['2025-01-16T22:10:00Z', 'vor 20 Minuten'],
    ['2025-01-16T21:30:00Z', 'vor 1 Stunde'],
    ['2025-01-16T09:00:00Z', 'vor 14 Stunden'],
    ['2025-01-16T22:50:00Z', 'heute'],
    ['2025-01-16', 'heute'],
    ['2025-01-15T22:50:00Z', 'gestern'],
  ])('counts minutes and hours of the same day: %s is %s', (at, words) => {
    expect(relativeTime(at, now)).toBe(words);
  });
});
