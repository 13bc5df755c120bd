import * as fc from 'fast-check';
import { addDays, addMonths, daysBetween, isDay, monthOf, weekday } from './day';

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

  it('counts the days of the week from Monday', () => {
    expect(weekday('2025-01-13')).toBe(1);
    expect(weekday('2025-01-19')).toBe(7);
  });

  it('bounds the month', () => {
    expect(monthOf('2024-02-10')).toEqual({ first: '2024-02-01', last: '2024-02-29' });
  });
});
