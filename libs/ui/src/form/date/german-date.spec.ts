import { readGermanDate, readGermanTime } from './german-date';

describe('A day as people type it', () => {
  it.each([
    ['16.01.2027', '2027-01-16'],
    ['16.1.27', '2027-01-16'],
    ['16 1 2027', '2027-01-16'],
    ['160127', '2027-01-16'],
    ['16.1.', '2026-01-16'],
    ['16.1', '2026-01-16'],
    ['2027-01-16', '2027-01-16'],
    ['29.02.2028', '2028-02-29'],
  ])('reads %s', (typed, day) => {
    expect(readGermanDate(typed, 2026)).toBe(day);
  });

  it.each(['31.02.2027', '29.02.2027', '0.1.2027', 'morgen', '', '1.13.2027', '99'])(
    'refuses "%s"',
    (typed) => {
      expect(readGermanDate(typed, 2026)).toBeNull();
    },
  );
});

describe('A time as people type it', () => {
  it.each([
    ['14', '14:00'],
    ['9', '09:00'],
    ['14:30', '14:30'],
    ['14.30', '14:30'],
    ['1430', '14:30'],
    ['9 Uhr', '09:00'],
    ['9:05 Uhr', '09:05'],
  ])('reads %s', (typed, time) => {
    expect(readGermanTime(typed)).toBe(time);
  });

  it.each(['24', '14:60', 'mittags', ''])('refuses "%s"', (typed) => {
    expect(readGermanTime(typed)).toBeNull();
  });
});
