import { readPastedAddresses } from './paste-addresses';

describe('A pasted distribution list', () => {
  it('reads names and addresses as Outlook writes them', () => {
    const { addresses, unreadable } = readPastedAddresses(
      'Anna Berg <anna.berg@ahornhaus.example>; "Krüger, Jonas" <J.Krueger@kiebitz.example>; info@taubenhof.example',
    );
    expect(unreadable).toEqual([]);
    expect(addresses).toEqual([
      { name: 'Anna Berg', givenName: 'Anna', familyName: 'Berg', mail: 'anna.berg@ahornhaus.example' },
      { name: 'Krüger, Jonas', givenName: 'Jonas', familyName: 'Krüger', mail: 'j.krueger@kiebitz.example' },
      { name: '', givenName: '', familyName: 'info', mail: 'info@taubenhof.example' },
    ]);
  });

  it('takes commas and line breaks between addresses', () => {
    const { addresses } = readPastedAddresses('a@x.example, B Zwei <b@x.example>\nc@x.example');
    expect(addresses.map((address) => address.mail)).toEqual(['a@x.example', 'b@x.example', 'c@x.example']);
  });

  it('counts a doubled address once and keeps the name', () => {
    const { addresses } = readPastedAddresses('A@x.example; Anna Berg <a@X.example>');
    expect(addresses).toHaveLength(1);
    expect(addresses[0]?.name).toBe('Anna Berg');
  });

  it('says which pieces hold no address instead of dropping them', () => {
    expect(readPastedAddresses('Frau Schulz (Jobcenter); a@x.example').unreadable).toEqual([
      'Frau Schulz (Jobcenter)',
    ]);
  });
});
