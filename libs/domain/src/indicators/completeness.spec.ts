import { expectedAreas, expectedPeriods, nextRelease, shareOf } from './completeness';

describe('Completeness', () => {
  it('expects as many periods as fit into five years, at least one', () => {
    expect([1, 6, 12, 24, 120, null].map(expectedPeriods)).toEqual([60, 10, 5, 2, 1, 1]);
  });

  it('expects the areas an indicator is told for, of our county', () => {
    expect(expectedAreas(['COUNTY', 'MUNICIPALITY'], 10)).toBe(11);
    expect(expectedAreas(['STATE'], 10)).toBe(1);
    expect(expectedAreas(['CARE_AREA'], 10)).toBe(0);
  });

  it('is a share, and nothing where nothing is expected', () => {
    expect(shareOf({ present: 33, expected: 55 })).toBe(0.6);
    expect(shareOf({ present: 60, expected: 55 })).toBe(1);
    expect(shareOf({ present: 0, expected: 0 })).toBeNull();
  });
});

describe('The next release', () => {
  const facts = { newestPeriodEnd: '2024-12-31', rhythmMonths: 12, lagMonths: 9, announcedOn: null };

  it('comes a rhythm and a delay after the newest period', () => {
    expect(nextRelease(facts, '2026-09-30')).toEqual({ expectedOn: '2026-09-30', overdue: false });
    expect(nextRelease(facts, '2026-10-01').overdue).toBe(true);
  });

  it('is the announced day where there is one', () => {
    expect(nextRelease({ ...facts, announcedOn: '2026-12-15' }, '2026-10-01')).toEqual({
      expectedOn: '2026-12-15',
      overdue: false,
    });
  });

  it('is not known before the first value nor of what comes once', () => {
    expect(nextRelease({ ...facts, newestPeriodEnd: null }, '2026-10-01').expectedOn).toBeNull();
    expect(nextRelease({ ...facts, rhythmMonths: null }, '2026-10-01').overdue).toBe(false);
  });
});
