import { readMemberLines } from './member-lines';

const short = (text: string): string[] =>
  readMemberLines(text).lines.map((it) =>
    [it.organisation, `${it.givenName} ${it.familyName}`.trim(), it.mail].join(' | '),
  );

describe('A pasted list of members', () => {
  it('is a table copied from a calculation sheet, with headings in any order', () => {
    expect(
      short(
        'E-Mail\tNachname\tVorname\tTräger\na.ried@weide.example\tRied\tAgnes\tHaus Weide\n\t\t\tStadt Roßlau',
      ),
    ).toEqual(['Haus Weide | Agnes Ried | a.ried@weide.example', 'Stadt Roßlau |  | ']);
  });

  it('needs no headings: the organisation comes first, then the person', () => {
    expect(short('Haus Weide; Dr. Agnes Ried; a.ried@weide.example\n;Ried, Jonas\nStadt Roßlau')).toEqual([
      'Haus Weide | Agnes Ried | a.ried@weide.example',
      ' | Jonas Ried | ',
      'Stadt Roßlau |  | ',
    ]);
  });

  it('takes what a mail program copies, and a mailbox of a house for the house', () => {
    expect(short('Agnes Ried <a.ried@weide.example>; "Haus Weide" <info@weide.example>')).toEqual([
      ' | Agnes Ried | a.ried@weide.example',
      'Haus Weide |  | info@weide.example',
    ]);
    expect(short('Agnes Ried; a.ried@weide.example\nHaus Weide; kontakt@weide.example')).toEqual([
      ' | Agnes Ried | a.ried@weide.example',
      'Haus Weide |  | kontakt@weide.example',
    ]);
  });

  it('loses nothing silently', () => {
    const { lines, unreadable } = readMemberLines('Haus Weide\n---\nan: <keine@>\n');
    expect(lines).toHaveLength(1);
    expect(unreadable.join()).toContain('keine@');
  });
});
