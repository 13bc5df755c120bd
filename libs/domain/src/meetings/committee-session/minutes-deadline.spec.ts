import { minutesUntil } from './minutes-deadline';

describe('Minutes of a committee', () => {
  it('must be there 30 days after the session', () => {
    expect(minutesUntil('2026-11-05')).toBe('2026-12-05');
    expect(minutesUntil('2027-02-01')).toBe('2027-03-03');
  });
});
