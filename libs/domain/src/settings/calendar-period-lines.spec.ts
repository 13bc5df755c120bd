import { readPeriodLines } from './calendar-period-lines';

const read = (line: string) => readPeriodLines(line)[0];

describe('a pasted list of holidays', () => {
  it.each([
    ['Winterferien 31.01.2026 – 06.02.2026', 'Winterferien', '2026-01-31', '2026-02-06'],
    ['Herbstferien: 19.10.-30.10.2026', 'Herbstferien', '2026-10-19', '2026-10-30'],
    ['Weihnachtsferien vom 21.12. bis 2.1.2027', 'Weihnachtsferien', '2026-12-21', '2027-01-02'],
    ['15.05.2026;Brückentag', 'Brückentag', '2026-05-15', '2026-05-15'],
    ['2026-03-30\t2026-04-04\tOsterferien', 'Osterferien', '2026-03-30', '2026-04-04'],
    ['Sitzungswoche Kreis-Tag 9.3.26 bis 13.3.26', 'Sitzungswoche Kreis-Tag', '2026-03-09', '2026-03-13'],
  ])('%s', (line, name, fromDay, toDay) => {
    expect(read(line)).toEqual({ ok: true, name, fromDay, toDay });
  });

  it.each([
    ['Sommerferien', 'Hier steht kein erster und letzter Tag mit Jahr.'],
    ['Sommerferien 4.7. bis 14.8.', 'Hier steht kein erster und letzter Tag mit Jahr.'],
    ['Sommerferien 31.06.2026 bis 14.08.2026', 'Diesen Tag gibt es nicht.'],
    ['Sommerferien 14.08.2026 bis 04.07.2026', 'Der letzte Tag liegt vor dem ersten.'],
    ['04.07.2026 bis 14.08.2026', 'Hier fehlt der Name.'],
  ])('%s is told apart', (line, says) => {
    expect(read(line)).toEqual({ ok: false, line, says });
  });

  it('leaves empty lines out', () => {
    expect(readPeriodLines('\n  \r\nFerientag 1.6.2026\n')).toHaveLength(1);
  });
});
