import { berlinInstantOrNext } from '../../time';
import { recurringEntry, type SeriesMeeting } from './series-calendar';

const series = { rhythm: 'WEEKS', every: 2, startTime: '14:00', endTime: '16:00' } as const;

function meeting(seriesDay: string, other: Partial<SeriesMeeting> = {}): SeriesMeeting {
  return {
    seriesDay,
    startsAt: berlinInstantOrNext({ date: seriesDay, time: '14:00' }),
    endsAt: berlinInstantOrNext({ date: seriesDay, time: '16:00' }),
    shown: 'Netzwerktreffen',
    ...other,
  };
}

describe('a series as one calendar entry', () => {
  it('leaves dates out and names those that differ, over the change of the clocks', () => {
    const moved = meeting('2026-11-11', {
      startsAt: new Date('2026-11-12T13:00:00Z'),
      endsAt: new Date('2026-11-12T15:00:00Z'),
    });
    const entry = recurringEntry(series, [
      meeting('2026-10-14'),
      moved,
      meeting('2026-11-25', { shown: 'Jahresabschluss' }),
    ]);
    expect(entry).toMatchObject({
      startsAt: new Date('2026-10-14T12:00:00Z'),
      endsAt: new Date('2026-10-14T14:00:00Z'),
      rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;UNTIL=20261125T130000Z',
      left: [new Date('2026-10-28T13:00:00Z')],
    });
    expect(entry?.moved.map((it) => it.instead.toISOString())).toEqual([
      '2026-11-11T13:00:00.000Z',
      '2026-11-25T13:00:00.000Z',
    ]);
  });

  it.each([
    ['MONTHS_WEEKDAY', ['2026-01-14', '2026-02-11'], 'FREQ=MONTHLY;INTERVAL=1;BYDAY=2WE;'],
    ['MONTHS_WEEKDAY', ['2026-01-30', '2026-02-27'], 'FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR;'],
    ['MONTHS_DAY', ['2026-01-31', '2026-03-31'], 'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=31;'],
  ] as const)('says %s as calendars do', (rhythm, days, rule) => {
    const entry = recurringEntry(
      { ...series, rhythm, every: 1 },
      days.map((day) => meeting(day)),
    );
    expect(entry?.rule).toContain(rule);
    expect(entry?.left).toEqual([]);
  });

  it('is none where readers would understand it differently', () => {
    expect(recurringEntry(series, [meeting('2026-10-14')])).toBeNull();
    expect(recurringEntry(series, [meeting('2026-10-14'), meeting('2026-10-21')])).toBeNull();
    const night = { ...series, startTime: '02:15', endTime: '05:00', every: 1 };
    expect(recurringEntry(night, [meeting('2026-10-18'), meeting('2026-10-25')])).toBeNull();
  });
});
