import { calendarMonths, clashPairs, spanAround, spanBeside, spanName } from './calendar-days';
import type { YearMeeting } from './year-views';

function meeting(id: string, startsAt: string, clashes: YearMeeting['clashes'] = []): YearMeeting {
  return {
    ...{ id, label: id, type: 'NETWORK', state: 'INVITED', startsAt, endsAt: startsAt, place: '' },
    ...{ network: null, committee: null, format: null, mine: false, clashes },
  };
}

describe('the calendar', () => {
  it('spans the month, quarter or year a day lies in', () => {
    expect(spanAround('monat', '2026-02-17')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(spanAround('quartal', '2026-11-30')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(spanAround('jahr', '2026-11-30')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(spanBeside('quartal', '2026-10-01', 1)).toBe('2027-01-01');
    expect(spanBeside('jahr', '2026-01-01', -1)).toBe('2025-01-01');
    expect(['monat', 'quartal', 'jahr'].map((it) => spanName(it as 'jahr', '2026-10-01'))).toEqual([
      'Oktober 2026',
      '4. Quartal 2026',
      '2026',
    ]);
  });

  it('puts a meeting on its day in Berlin, and the name of holidays where they begin in a month', () => {
    const months = calendarMonths({
      from: '2026-10-01',
      to: '2026-11-30',
      holidays: [{ day: '2026-10-31', name: 'Reformationstag' }],
      periods: [
        {
          ...{ id: 'p', kind: 'SCHOOL_HOLIDAY', name: 'Herbstferien' },
          ...{ fromDay: '2026-10-30', toDay: '2026-11-02' },
        },
      ],
      meetings: [meeting('a', '2026-10-13T22:30:00.000Z')],
    });
    expect(months.map((it) => `${it.name} ${it.days.length}`)).toEqual(['Oktober 31', 'November 30']);
    const [october, november] = months;
    expect(october?.days[13]?.meetings.map((it) => it.id)).toEqual(['a']);
    expect(october?.days[29]?.begins).toEqual(['Herbstferien']);
    expect(october?.days[30]).toMatchObject({ holiday: 'Reformationstag', begins: [], weekday: 6 });
    expect(november?.days[0]).toMatchObject({ begins: ['Herbstferien'], schoolHolidays: ['Herbstferien'] });
    expect(november?.days[2]?.schoolHolidays).toEqual([]);
  });

  it('names each two meetings that want the same people once', () => {
    const clash = (meetingId: string) => ({ meetingId, label: meetingId, count: 2, people: ['A', 'B'] });
    const at = '2026-10-13T12:00:00.000Z';
    expect(clashPairs([meeting('a', at, [clash('b')]), meeting('b', at, [clash('a')])])).toHaveLength(1);
  });
});
