import fc from 'fast-check';
import { addDays } from '../time';
import { interfaceRhythms, lastPeriod } from './interface-rhythm';

const label = (rhythm: (typeof interfaceRhythms)[number], day: string) => lastPeriod(rhythm, day)?.label;

describe('The period a delivery is about', () => {
  it('is the one that has ended last', () => {
    expect(label('QUARTERLY', '2025-07-01')).toBe('2. Quartal 2025');
    expect(label('QUARTERLY', '2025-06-30')).toBe('1. Quartal 2025');
    expect(label('QUARTERLY', '2025-02-10')).toBe('4. Quartal 2024');
    expect(label('HALF_YEARLY', '2025-07-01')).toBe('1. Halbjahr 2025');
    expect(label('HALF_YEARLY', '2025-06-30')).toBe('2. Halbjahr 2024');
    expect(label('MONTHLY', '2025-01-05')).toBe('Dezember 2024');
    expect(label('YEARLY', '2025-01-01')).toBe('Jahr 2024');
    expect(label('SCHOOL_YEAR', '2025-08-01')).toBe('Schuljahr 2024/25');
    expect(label('SCHOOL_YEAR', '2025-07-31')).toBe('Schuljahr 2023/24');
    expect(lastPeriod('PER_PLAN', '2025-07-31')).toBeNull();
  });

  it('ends before the day it is asked for on, and is the same on every day until the next one ends', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2020-01-01', count));
    fc.assert(
      fc.property(fc.constantFrom(...interfaceRhythms), days, (rhythm, day) => {
        const period = lastPeriod(rhythm, day);
        if (!period) return;
        expect(period.endsOn < day).toBe(true);
        expect(lastPeriod(rhythm, addDays(period.endsOn, 1))).toEqual(period);
      }),
    );
  });
});
