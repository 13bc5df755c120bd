import { readAddresses } from './read-addresses';

/** What was read as mail, given name, family name. */
const read = (text: string): string[][] =>
  readAddresses(text).addresses.map((it) => [it.mail, it.givenName, it.familyName]);

describe('A pasted list of addresses', () => {
  it('reads names and addresses as Outlook writes them', () => {
    const { addresses, unreadable } = readAddresses(
      'Anna Berg <anna.berg@ahornhaus.example>; "Krüger, Jonas" <J.Krueger@kiebitz.example>; kern@taubenhof.example',
    );
    expect(unreadable).toEqual([]);
    expect(addresses.map((it) => [it.mail, it.name, it.givenName, it.familyName])).toEqual([
      ['anna.berg@ahornhaus.example', 'Anna Berg', 'Anna', 'Berg'],
      ['j.krueger@kiebitz.example', 'Krüger, Jonas', 'Jonas', 'Krüger'],
      ['kern@taubenhof.example', '', '', 'kern'],
    ]);
  });

  it.each([
    ['commas and lines', 'a@x.test, Bo Zwei <b@x.test>\nc@x.test', ['a@x.test', 'b@x.test', 'c@x.test']],
    ['tabs', 'a@x.test\tb@x.test', ['a@x.test', 'b@x.test']],
    ['nothing but a blank', 'Ida Ohm <a@x.test> Bo Zwei <b@x.test>', ['a@x.test', 'b@x.test']],
    ['slashes', 'a@x.test/b@x.test | c@x.test', ['a@x.test', 'b@x.test', 'c@x.test']],
    ['a group of RFC 5322', 'Beirat: Ida Ohm <a@x.test>, b@x.test;', ['a@x.test', 'b@x.test']],
    ['brackets', 'Ida Ohm (a@x.test), Bo [mailto:b@x.test]', ['a@x.test', 'b@x.test']],
  ])('is divided by %s', (_, text, mails) => {
    expect(readAddresses(text)).toMatchObject({
      addresses: mails.map((mail) => ({ mail })),
      unreadable: [],
    });
  });

  it.each([
    ['a department in brackets', 'Ohm, Ida (Kreis, Amt 50) <io@x.test>', 'Ida', 'Ohm'],
    ['an apostrophe', "D'Angelo, Rosa <rosa.d'angelo@x.test>", 'Rosa', "D'Angelo"],
    ['escaped quotation marks', '"Ida \\"Ia\\" Ohm" <io@x.test>', 'Ida "Ia"', 'Ohm'],
    ['a lone quotation mark', '"Ohm, Ida <io@x.test>', 'Ida', 'Ohm'],
    ['an open bracket', 'Ida (Ohm <io@x.test>', 'Ida', 'Ohm'],
    ['single quotation marks', "'Ohm, Ida' <io@x.test>", 'Ida', 'Ohm'],
    ['a link in the link', 'Ida Ohm <io@x.test<mailto:io@x.test>>', 'Ida', 'Ohm'],
    ['the word of a header', 'Cc: Ida Ohm <io@x.test>', 'Ida', 'Ohm'],
    ['the mark of a list', '2. Ida Ohm io@x.test', 'Ida', 'Ohm'],
    ['the name behind it', 'io@x.test (Ida Ohm)', 'Ida', 'Ohm'],
    ['a title', 'Ohm, Prof. Dr. Ida <io@x.test>', 'Ida', 'Ohm'],
    ['a house behind the name', 'Ida Ohm, Jugendamt <io@x.test>', 'Ida', 'Ohm'],
  ])('knows the name beside %s', (_, text, given, family) => {
    const { addresses, unreadable } = readAddresses(text);
    expect(addresses.map((it) => [it.givenName, it.familyName])).toEqual([[given, family]]);
    expect(unreadable).toEqual([]);
  });

  it.each([
    ['the address itself', "'ida.ohm@x.test' <ida.ohm@x.test>"],
    ['a sentence', 'Bitte auch an ida.ohm@x.test.'],
    ['quotation marks', '„ida.ohm@x.test“!'],
    ['invisible signs', '\u202Aida.ohm@x.test\u202C\uFEFF'],
  ])('takes no name from %s', (_, text) => {
    expect(read(text)).toEqual([['ida.ohm@x.test', '', 'ida.ohm']]);
  });

  it('counts a doubled address once and keeps the name', () => {
    const text = 'I@Müller-Haus.test; Ida Ohm <i@xn--mller-haus-9db.test>';
    expect(read(text)).toEqual([['i@müller-haus.test', 'Ida', 'Ohm']]);
  });

  it('says what holds no address instead of dropping it', () => {
    expect(
      readAddresses(
        'Frau Schulz (Jobcenter); a@x.test, Herr Ohne; ida@ohm; i@y@z.test; b..c@x.test; "ida ohm"@x.test',
      ).unreadable,
    ).toEqual([
      'Frau Schulz (Jobcenter)',
      'Herr Ohne',
      'ida@ohm',
      'i@y@z.test',
      'b..c@x.test',
      '"ida ohm"@x.test',
    ]);
  });

  it('knows mailboxes of houses', () => {
    const shared = readAddresses(
      'info@x.test, Team Nord <team-nord@x.test>, büro@x.test, no-reply@x.test, Kita.Sonne@x.test, ida@x.test, teamer.jan@x.test',
    ).addresses.filter((it) => it.shared);
    expect(shared.map((it) => it.mail)).toEqual([
      'info@x.test',
      'team-nord@x.test',
      'büro@x.test',
      'no-reply@x.test',
      'kita.sonne@x.test',
    ]);
  });
});
