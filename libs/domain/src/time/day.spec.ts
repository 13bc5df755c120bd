import * as fc from 'fast-check';
import { addDays, addMonths, daysBetween, isDay, isoWeek, monthOf, weekday, weekOf } from './day';

const SEED = { seed: 20250330, numRuns: 300 };
const anyDay = fc
  .date({ min: new Date('1980-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  it.each([
    ['2025-02-28', true],
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2025-13-01', false],
    ['2025-1-1', false],
    ['16.01.2025', false],
    ['', false],
  ])('knows whether %s is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it('refuses what is no text at all', () => {
    expect(isDay(undefined)).toBe(false);
    expect(isDay(20250116)).toBe(false);
  });

  it('adds over month ends, leap days and clock changes', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-03-29', 1)).toBe('2025-03-30');
    expect(addDays('2025-10-26', 1)).toBe('2025-10-27');
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
  });

  it('keeps to the last day of a shorter month', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2025-11-15', 3)).toBe('2026-02-15');
    expect(addMonths('2025-01-15', -1)).toBe('2024-12-15');
  });

  it('goes back what it went forward', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        const there = addDays(day, days);
        return addDays(there, -days) === day && daysBetween(day, there) === days;
      }),
      SEED,
    );
  });

  it('starts the week on Monday and ends it on Sunday', () => {
    expect(weekOf('2025-01-16')).toEqual({ first: '2025-01-13', last: '2025-01-19' });
    fc.assert(
      fc.property(anyDay, (day) => {
        const week = weekOf(day);
        return weekday(week.first) === 1 && weekday(week.last) === 7 && week.first <= day && day <= week.last;
      }),
      SEED,
    );
  });

  it('bounds the month', () => {
    expect(monthOf('2024-02-10')).toEqual({ first: '2024-02-01', last: '2024-02-29' });
  });

  it.each([
    ['2025-01-16', 2025, 3],
    ['2024-12-30', 2025, 1],
    ['2027-01-01', 2026, 53],
    ['2026-12-31', 2026, 53],
  ])('%s lies in Kalenderwoche %i/%i', (day, year, week) => {
    expect(isoWeek(day)).toEqual({ year, week });
  });
});
