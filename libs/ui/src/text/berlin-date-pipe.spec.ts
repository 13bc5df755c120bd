import { BerlinDatePipe } from './berlin-date-pipe';

// The tests run with the device in St. John's; only Berlin may show.
describe('Dates on a page', () => {
  const pipe = new BerlinDatePipe();

  it('are those of Berlin wherever the device stands', () => {
    expect(pipe.transform('2027-01-16T13:00:00Z', 'dayTime')).toBe('Sa, 16.01.2027, 14:00\u00A0Uhr');
    expect(pipe.transform('2027-07-16T12:00:00Z', 'time')).toBe('14:00\u00A0Uhr');
    expect(pipe.transform('2027-01-16T23:30:00Z', 'long')).toBe('Sonntag, 17. Januar 2027');
    expect(pipe.transform('2027-01-16T23:30:00Z')).toBe('So, 17.01.2027');
  });

  it('keep a day without time on its day', () => {
    expect(pipe.transform('2027-01-16', 'day')).toBe('Sa, 16.01.2027');
    expect(pipe.transform('2027-01-16', 'short')).toBe('16.01.2027');
  });

  it('say in the double hour of autumn which of the two it is', () => {
    expect(pipe.transform('2026-10-25T00:30:00Z', 'time')).toBe('02:30\u00A0Uhr (Sommerzeit)');
    expect(pipe.transform('2026-10-25T01:30:00Z', 'dayTime')).toBe(
      'So, 25.10.2026, 02:30\u00A0Uhr (Winterzeit)',
    );
  });

  it('leave the place empty where there is no date', () => {
    expect(pipe.transform(null)).toBe('');
    expect(pipe.transform(undefined, 'time')).toBe('');
    expect(pipe.transform('')).toBe('');
  });
});
