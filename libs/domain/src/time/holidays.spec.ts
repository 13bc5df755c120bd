import { easterSunday, holidayOn, holidaysBetween, publicHolidays, stateOfCounty } from './holidays';

describe('public holidays', () => {
  it.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('move with Easter, which in %i is %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  it('of Sachsen-Anhalt are these in 2026', () => {
    expect(publicHolidays(2026).map(({ day, name }) => `${day} ${name}`)).toEqual([
      '2026-01-01 Neujahr',
      '2026-01-06 Heilige Drei Könige',
      '2026-04-03 Karfreitag',
      '2026-04-06 Ostermontag',
      '2026-05-01 Tag der Arbeit',
      '2026-05-14 Christi Himmelfahrt',
      '2026-05-25 Pfingstmontag',
      '2026-10-03 Tag der Deutschen Einheit',
      '2026-10-31 Reformationstag',
      '2026-12-25 1. Weihnachtstag',
      '2026-12-26 2. Weihnachtstag',
    ]);
  });

  it('differ by state, and so by the key of a county', () => {
    expect(stateOfCounty('15082')).toBe('15');
    expect(stateOfCounty('')).toBe('15');
    expect(stateOfCounty('99001')).toBe('15');
    expect(stateOfCounty('14713')).toBe('14');
    expect(holidayOn('2026-11-18', '14')).toBe('Buß- und Bettag');
    expect(holidayOn('2024-11-20', '14')).toBe('Buß- und Bettag');
    expect(holidayOn('2026-11-18')).toBeNull();
    expect(holidayOn('2026-06-04', '09')).toBe('Fronleichnam');
    expect(holidayOn('2026-10-31', '05')).toBeNull();
    expect(holidayOn('2017-10-31', '03')).toBeNull();
    expect(holidayOn('2018-10-31', '03')).toBe('Reformationstag');
  });

  it('of a time over two years are those of both', () => {
    expect(holidaysBetween('2026-12-24', '2027-01-06').map((it) => it.name)).toEqual([
      '1. Weihnachtstag',
      '2. Weihnachtstag',
      'Neujahr',
      'Heilige Drei Könige',
    ]);
    expect(holidaysBetween('2026-02-01', '2026-01-01')).toEqual([]);
  });
});
