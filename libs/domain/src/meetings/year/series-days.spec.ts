import { weekday } from '../../time';
import { fallsOut, seriesDays, seriesLimits, seriesWords, usualSeriesEnd } from './series-days';

describe('the days of a series', () => {
  it('are every second Wednesday', () => {
    const rule = { firstDay: '2026-09-02', rhythm: 'WEEKS', every: 2, untilDay: '2026-11-25' } as const;
    expect(seriesDays(rule)).toEqual([
      '2026-09-02',
      '2026-09-16',
      '2026-09-30',
      '2026-10-14',
      '2026-10-28',
      '2026-11-11',
      '2026-11-25',
    ]);
    expect(seriesWords(rule)).toBe('jeden zweiten Mittwoch');
  });

  it('keep the weekday of the month', () => {
    const rule = {
      firstDay: '2026-01-14',
      rhythm: 'MONTHS_WEEKDAY',
      every: 3,
      untilDay: '2026-12-31',
    } as const;
    expect(seriesDays(rule)).toEqual(['2026-01-14', '2026-04-08', '2026-07-08', '2026-10-14']);
    expect(seriesDays(rule).every((day) => weekday(day) === 3)).toBe(true);
    expect(seriesWords(rule)).toBe('alle 3 Monate am zweiten Mittwoch');
  });

  it('leave out months that have no such day', () => {
    const rule = { firstDay: '2026-01-31', rhythm: 'MONTHS_DAY', every: 1, untilDay: '2026-06-30' } as const;
    expect(seriesDays(rule)).toEqual(['2026-01-31', '2026-03-31', '2026-05-31']);
    expect(seriesWords(rule)).toBe('jeden Monat am 31.');
  });

  it('are no more than a page shows, and none without an end behind the beginning', () => {
    const rule = { firstDay: '2026-01-01', rhythm: 'WEEKS', every: 1 } as const;
    expect(seriesDays({ ...rule, untilDay: '2099-12-31' })).toHaveLength(seriesLimits.dates);
    expect(seriesDays({ ...rule, untilDay: '2025-12-31' })).toEqual([]);
    expect(seriesDays({ ...rule, untilDay: '' })).toEqual([]);
    expect(seriesDays({ ...rule, every: 0, untilDay: '2026-12-31' })).toEqual([]);
  });

  it('fall out in holidays as far as asked', () => {
    const inHolidays = { holiday: null, schoolHolidays: ['Herbstferien'], sittingWeeks: [] };
    const none = { schoolHolidays: false, publicHolidays: false, sittingWeeks: false };
    expect(fallsOut({ ...none, schoolHolidays: true }, inHolidays)).toBe(true);
    expect(fallsOut({ ...none, publicHolidays: true }, inHolidays)).toBe(false);
    expect(fallsOut({ ...none, publicHolidays: true }, { ...inHolidays, holiday: 'Karfreitag' })).toBe(true);
    expect(fallsOut({ ...none, sittingWeeks: true }, { ...inHolidays, sittingWeeks: ['Woche'] })).toBe(true);
  });

  it('go to the end of the year where nobody says', () => {
    expect(usualSeriesEnd('2026-03-04')).toBe('2026-12-31');
    expect(usualSeriesEnd('2026-11-04')).toBe('2027-12-31');
  });
});
