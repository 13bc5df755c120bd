import { otherDays } from './other-days';

describe('days that may suit instead', () => {
  it('are the same weekday first, then working days around', () => {
    expect(otherDays('2026-10-14', '2026-01-01').slice(0, 5)).toEqual([
      '2026-10-21',
      '2026-10-28',
      '2026-10-07',
      '2026-10-15',
      '2026-10-13',
    ]);
    expect(otherDays('2026-10-16', '2026-01-01')).not.toContain('2026-10-17');
  });

  it('never lie behind us', () => {
    expect(otherDays('2026-10-14', '2026-10-13').every((it) => it > '2026-10-13')).toBe(true);
    expect(otherDays('14.10.', '2026-10-13')).toEqual([]);
  });
});
