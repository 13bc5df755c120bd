import { controlSession, nextSessionDay } from './control-session';

describe('The session whose paper is asked for', () => {
  const kept = ['2026-06-11T15:00:00.000Z', '2026-09-10T15:00:00.000Z', '2026-12-10T16:00:00.000Z'];

  it('begins when it was called, so that what is reported afterwards belongs to the next one', () => {
    expect(controlSession('2026-09-10', kept, [])).toEqual({
      day: '2026-09-10',
      at: kept[1],
      previousAt: kept[0],
    });
    expect(controlSession('2026-06-11', kept, []).previousAt).toBeNull();
  });

  it('of a body that keeps none here is the end of the day, and its resolutions say when it sat', () => {
    expect(controlSession('2026-09-10', [], ['2026-06-11', '2026-09-10'])).toEqual({
      day: '2026-09-10',
      at: '2026-09-10T22:00:00.000Z',
      previousAt: '2026-06-11T22:00:00.000Z',
    });
  });

  it('counts once where a resolution was made in a session kept here', () => {
    expect(controlSession('2026-09-10', kept, ['2026-06-11', '2026-09-10']).previousAt).toBe(kept[0]);
    // A second session on the same day comes after the first.
    expect(controlSession('2026-12-10', [...kept, '2026-12-10T10:00:00.000Z'], []).at).toBe(
      '2026-12-10T10:00:00.000Z',
    );
  });

  it('is the next one, or today where none is planned', () => {
    expect(nextSessionDay('2026-09-11', kept)).toBe('2026-12-10');
    expect(nextSessionDay('2026-09-10', kept)).toBe('2026-09-10');
    expect(nextSessionDay('2027-01-01', kept)).toBe('2027-01-01');
  });
});
