import { meetingTimes, typedTimes, type TypedTimes } from './meeting-times';

const typed = (day: string, startTime: string, endTime: string, fold?: TypedTimes['fold']): TypedTimes => ({
  day,
  startTime,
  endTime,
  fold,
});
const iso = (times: ReturnType<typeof meetingTimes>) =>
  times.ok ? [times.startsAt?.toISOString(), times.endsAt?.toISOString()] : times.refusal;

describe('typed times of a meeting', () => {
  it('are wall times of Berlin in summer and winter', () => {
    expect(iso(meetingTimes(typed('2026-07-02', '14:00', '16:00')))).toEqual([
      '2026-07-02T12:00:00.000Z',
      '2026-07-02T14:00:00.000Z',
    ]);
    expect(iso(meetingTimes(typed('2026-12-03', '14:00', '16:00')))).toEqual([
      '2026-12-03T13:00:00.000Z',
      '2026-12-03T15:00:00.000Z',
    ]);
  });

  it('refuse the hour the spring night leaves out', () => {
    expect(meetingTimes(typed('2027-03-28', '02:30', '04:00'))).toEqual({
      ok: false,
      refusal: 'meeting-time-skipped',
      path: 'startTime',
    });
    expect(meetingTimes(typed('2027-03-28', '01:30', '02:30'))).toEqual({
      ok: false,
      refusal: 'meeting-time-skipped',
      path: 'endTime',
    });
    expect(iso(meetingTimes(typed('2027-03-28', '01:30', '03:30')))).toEqual([
      '2027-03-28T00:30:00.000Z',
      '2027-03-28T01:30:00.000Z',
    ]);
  });

  it('ask for the doubled hour of autumn and take the answer', () => {
    expect(meetingTimes(typed('2026-10-25', '02:30', '05:00'))).toEqual({
      ok: false,
      refusal: 'meeting-time-twice',
      path: 'startTime',
    });
    expect(iso(meetingTimes(typed('2026-10-25', '02:30', '05:00', 'earlier')))).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T04:00:00.000Z',
    ]);
    expect(iso(meetingTimes(typed('2026-10-25', '02:30', '05:00', 'later')))).toEqual([
      '2026-10-25T01:30:00.000Z',
      '2026-10-25T04:00:00.000Z',
    ]);
    expect(iso(meetingTimes(typed('2026-10-25', '02:30', '02:15', 'earlier')))).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:15:00.000Z',
    ]);
    expect(iso(meetingTimes(typed('2026-10-25', '01:30', '02:30')))).toEqual([
      '2026-10-24T23:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
  });

  it('may be absent, but not by half', () => {
    expect(meetingTimes(typed('', '14:00', ''))).toEqual({ ok: true, startsAt: null, endsAt: null });
    expect(meetingTimes(typed('2026-12-03', '14:00', ''))).toMatchObject({
      refusal: 'meeting-time-missing',
      path: 'endTime',
    });
    expect(meetingTimes(typed('2026-02-30', '14:00', '16:00'))).toMatchObject({
      refusal: 'meeting-time-unreadable',
      path: 'day',
    });
    expect(meetingTimes(typed('2026-12-03', '14:00', '14:00'))).toMatchObject({
      refusal: 'meeting-ends-before-start',
    });
  });

  it('come back as they were typed', () => {
    for (const given of [
      typed('2026-12-03', '14:00', '16:00', null),
      typed('2026-10-25', '02:30', '05:00', 'later'),
    ]) {
      const times = meetingTimes(given);
      if (!times.ok) throw new Error(times.refusal);
      expect(typedTimes(times.startsAt, times.endsAt)).toEqual(given);
    }
  });
});
