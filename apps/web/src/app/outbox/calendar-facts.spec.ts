import { calendarFacts } from './calendar-facts';

const lines = (...event: string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'METHOD:REQUEST',
    'BEGIN:VTIMEZONE',
    'DTSTART:19810329T020000',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    ...event,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');

describe('What a calendar shows of our mails', () => {
  it('is the event, not the rules of its time zone', () => {
    const facts = calendarFacts(
      lines(
        'DTSTART;TZID=Europe/Berlin:20261126T140000',
        'DTEND;TZID=Europe/Berlin:20261126T163000',
        'SUMMARY:Treffen\\, Köthen',
        'LOCATION;ALTREP="cid:a:b":Rathaus\\; Saal',
      ),
    );
    expect(facts).toEqual({
      title: 'Treffen, Köthen',
      when: 'Do, 26.11.2026, 14:00\u2060–\u206016:30\u00A0Uhr',
      place: 'Rathaus; Saal',
    });
  });

  it('is put together from folded lines', () => {
    expect(calendarFacts(lines('SUMMARY:Ein langer ', ' Titel')).title).toBe('Ein langer Titel');
  });

  it('turns UTC into the time of Berlin, whatever zone the device stands in', () => {
    expect(calendarFacts(lines('DTSTART:20260326T130000Z', 'DTEND:20260326T150000Z')).when).toBe(
      'Do, 26.03.2026, 14:00\u2060–\u206016:00\u00A0Uhr',
    );
  });

  it('tells the two equal hours of the autumn night apart', () => {
    expect(calendarFacts(lines('DTSTART:20261025T003000Z', 'DTEND:20261025T013000Z')).when).toBe(
      'So, 25.10.2026, 02:30\u00A0Uhr (Sommerzeit) bis 02:30\u00A0Uhr (Winterzeit)',
    );
  });
});
