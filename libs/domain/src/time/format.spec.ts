import {
  formatDate,
  formatDateTime,
  formatDayRange,
  formatDuration,
  formatLongDate,
  formatPeriod,
  formatShortDate,
  formatShortPeriod,
  formatTime,
  formatTimeRange,
  formatWeekdayDate,
  relativeDay,
  relativeTime,
} from './format';
import { parseGermanClock, parseGermanDay } from './parse';

const start = new Date('2025-01-16T13:00:00Z');
const end = new Date('2025-01-16T15:30:00Z');

describe('dates in words', () => {
  it('are German and of Berlin, wherever the machine stands', () => {
    expect(formatDate(start)).toBe('16. Januar 2025');
    expect(formatLongDate(start)).toBe('Donnerstag, 16. Januar 2025');
    expect(formatDateTime(start)).toBe('16. Januar 2025, 14:00 Uhr');
    expect(formatShortDate(start)).toBe('16.01.2025');
    expect(formatWeekdayDate(start)).toBe('Do, 16.01.2025');
    expect(formatTime(start)).toBe('14:00 Uhr');
    expect(formatDate(new Date('2025-02-28T23:30:00Z'))).toBe('1. März 2025');
  });

  it('take a plain day as it is', () => {
    expect(formatLongDate('2025-03-30')).toBe('Sonntag, 30. März 2025');
  });

  it('name a period', () => {
    expect(formatTimeRange(start, end)).toBe('14:00–16:30 Uhr');
    expect(formatPeriod(start, end)).toBe('Donnerstag, 16. Januar 2025, 14:00–16:30 Uhr');
    expect(formatShortPeriod(start, end)).toBe('Do, 16.01.2025, 14:00–16:30 Uhr');
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

  it('shorten a range of days', () => {
    expect(formatDayRange('2025-01-16', '2025-01-16')).toBe('16. Januar 2025');
    expect(formatDayRange('2025-01-16', '2025-01-18')).toBe('16.–18. Januar 2025');
    expect(formatDayRange('2025-01-30', '2025-02-02')).toBe('30. Januar – 2. Februar 2025');
    expect(formatDayRange('2024-12-30', '2025-01-02')).toBe('30. Dezember 2024 – 2. Januar 2025');
  });

  it('say how long something takes', () => {
    expect(formatDuration(start, end)).toBe('2 Stunden 30 Minuten');
    expect(formatDuration(start, new Date('2025-01-16T14:00:00Z'))).toBe('1 Stunde');
    expect(formatDuration(start, new Date('2025-01-16T13:45:00Z'))).toBe('45 Minuten');
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

  it.each([
    ['2025-01-16T22:29:30Z', 'gerade eben'],
    ['2025-01-16T22:29:00Z', 'vor 1 Minute'],
    ['2025-01-16T22:25:00Z', 'vor 5 Minuten'],
    ['2025-01-16T20:30:00Z', 'vor 2 Stunden'],
    ['2025-01-16T22:40:00Z', 'in 10 Minuten'],
    ['2025-01-15T12:00:00Z', 'gestern'],
    ['2025-01-16T23:10:00Z', 'in 40 Minuten'],
  ])('%s is %s', (instant, words) => {
    expect(relativeTime(new Date(instant), now)).toBe(words);
  });
});

describe('what people type', () => {
  it.each([
    ['16.1.2025', '2025-01-16'],
    ['16.01.25', '2025-01-16'],
    [' 2025-01-16 ', '2025-01-16'],
    ['16. 1. 2025', '2025-01-16'],
    ['31.02.2025', undefined],
    ['16.1.', undefined],
    ['1/16/2025', undefined],
  ])('%s is the day %s', (text, day) => {
    expect(parseGermanDay(text)).toBe(day);
  });

  it.each([
    ['14', '14:00'],
    ['14 Uhr', '14:00'],
    ['9:05', '09:05'],
    ['14.30 Uhr', '14:30'],
    ['24:00', undefined],
    ['14:60', undefined],
    ['nachmittags', undefined],
  ])('%s is the time %s', (text, time) => {
    expect(parseGermanClock(text)).toBe(time);
  });
});
