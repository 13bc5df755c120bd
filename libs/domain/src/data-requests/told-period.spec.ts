import { daysOfPeriod, tellsOf } from './told-period';

describe('The period a request asks about', () => {
  it.each([
    ['1. Quartal 2025', '2025-01-01', '2025-03-31'],
    ['4. Quartal 2024', '2024-10-01', '2024-12-31'],
    ['2. Halbjahr 2024', '2024-07-01', '2024-12-31'],
    ['Jahr 2023', '2023-01-01', '2023-12-31'],
  ])('„%s“ is %s to %s', (words, start, end) => {
    expect(daysOfPeriod(words)).toEqual({ start, end });
  });

  it('is told by values of its days alone, and by none where its words name no time', () => {
    const march = [{ start: '2025-03-31', end: '2025-03-31' }];
    expect(tellsOf('1. Quartal 2025', march)).toBe(true);
    expect(tellsOf('2. Quartal 2025', march)).toBe(false);
    expect(tellsOf('so bald wie möglich', march)).toBe(false);
  });
});
