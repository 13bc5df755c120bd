import { nameFromMail, proposalsFor } from './proposals';
import { readAddresses } from './read-addresses';

const proposed = (text: string): string[][] => {
  const { addresses } = readAddresses(text);
  const proposals = proposalsFor(addresses);
  return addresses.map(({ mail }) => {
    const it = proposals.get(mail);
    return [it?.givenName ?? '', it?.familyName ?? '', it?.organisation ?? '', it?.ofHouse ? 'house' : ''];
  });
};

describe('What an address says', () => {
  it.each([
    ['petra.schulz@haus.test', 'Petra', 'Schulz'],
    ['PETRA_SCHULZ2@haus.test', 'Petra', 'Schulz'],
    ['anna-lena.kurz@haus.test', 'Anna-Lena', 'Kurz'],
    ['ida.von-der-au@haus.test', 'Ida', 'von der Au'],
    ['ida.von.der.au@haus.test', 'Ida', 'von der Au'],
    ['p.schulz@haus.test', '', 'Schulz'],
    ['petra-schulz@haus.test', 'Petra', 'Schulz'],
    ["tom.o'hara@haus.test", 'Tom', "O'Hara"],
    ['schulz@haus.test', '', 'Schulz'],
    ['jörg.grün+liste@haus.test', 'Jörg', 'Grün'],
    ['s1234@haus.test', '', ''],
    ['x@haus.test', '', ''],
    ['50.1@haus.test', '', ''],
  ])('of a name: %s', (mail, givenName, familyName) =>
    expect(nameFromMail(mail.toLowerCase())).toEqual({ givenName, familyName }),
  );

  it.each([
    ['the domain', 'ida.ohm@diakonie-fuhne.test', 'Diakonie Fuhne'],
    ['a mailbox with its name', 'Fuhnehof Wohnen <info@fuhnehof.test>', 'Fuhnehof Wohnen'],
    [
      'another one of its mailboxes',
      'i@fuhnehof.test; Fuhnehof Wohnen <info@fuhnehof.test>',
      'Fuhnehof Wohnen',
    ],
    ['a display name that is no person', 'Jugendamt Fuhne <jug@lk-fuhne.test>', 'Jugendamt Fuhne'],
    ['a house at a mailbox of everybody', 'Kita Möwennest <moewe@gmx.de>', 'Kita Möwennest'],
    ['not the one who reads it', 'Ida Ohm <info@fuhnehof.test>', 'Fuhnehof'],
    ['not the word for a mailbox', 'Sekretariat <sekretariat@fuhnehof.test>', 'Fuhnehof'],
    ['nothing at a mailbox of everybody', 'Ida Ohm <ida@web.de>', ''],
  ])('of a house: by %s', (_, text, house) => expect(proposed(text)[0]?.[2]).toBe(house));

  it('is nobody where the address is the house itself', () => {
    expect(
      proposed(
        'info@fuhnehof.test; Jugendamt Fuhne <jug@lk.test>; Ida Neustadt <ida@lk.test>; Frau Stadt <s@lk.test>',
      ),
    ).toEqual([
      ['', '', 'Fuhnehof', 'house'],
      ['', '', 'Jugendamt Fuhne', 'house'],
      ['', 'Ida', 'Jugendamt Fuhne', ''],
      ['', '', 'Jugendamt Fuhne', ''],
    ]);
  });
});
