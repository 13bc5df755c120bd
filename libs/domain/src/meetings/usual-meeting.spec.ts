import { recurringPoints, usualMeeting } from './usual-meeting';

const meeting = (title: string, ...points: string[]) => ({
  title,
  agenda: points.map((it) => ({ title: it })),
});

describe('what fits the next meeting', () => {
  it('is the title most meetings share, and what the newest without a theme had', () => {
    const autumn = meeting('Netzwerktreffen', 'Runde');
    const past = [
      meeting('Netzwerktreffen: Jahresrückblick und Ausblick', 'Rückblick'),
      autumn,
      meeting('Werkstatt Antragslotsen'),
      meeting('Netzwerktreffen', 'Alt'),
    ];
    expect(usualMeeting(past)).toEqual({ title: 'Netzwerktreffen', like: autumn });
  });

  it('is a title without the themes where each meeting had one', () => {
    const past = [meeting('Treffen: Wohnen'), meeting('Treffen – Pflege')];
    expect(usualMeeting(past)).toEqual({ title: 'Treffen', like: null });
  });

  it('is a title with a colon that comes again', () => {
    const past = [meeting('Runde Nord: Demenz'), meeting('Runde Nord: Demenz')];
    expect(usualMeeting(past).title).toBe('Runde Nord: Demenz');
  });

  it('is what the only one had, unless that had a theme', () => {
    const only = meeting('Demenzrunde', 'Runde');
    expect(usualMeeting([only])).toEqual({ title: 'Demenzrunde', like: only });
    expect(usualMeeting([meeting('Demenzrunde: Auftakt')])).toEqual({ title: 'Demenzrunde', like: null });
  });

  it('is nothing where two share nothing, or none was held', () => {
    const nothing = { title: null, like: null };
    expect(usualMeeting([meeting('Jahresrückblick'), meeting('Auftakt')])).toEqual(nothing);
    expect(usualMeeting([])).toEqual(nothing);
  });

  it('keeps the points that come again', () => {
    const past = [
      meeting('A', 'Begrüßung', 'Rückblick', 'Verschiedenes'),
      meeting('B', 'Begrüßung', 'Verschiedenes'),
    ];
    expect(recurringPoints(past).map((it) => it.title)).toEqual(['Begrüßung', 'Verschiedenes']);
  });
});
