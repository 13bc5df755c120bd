import { imapAddress } from './imap-address';

describe('IMAP_URL', () => {
  it('names server, folder and the address people answer to, and hides the password', () => {
    const read = imapAddress(
      'imaps://kreis%5Ctermine:ge%2Fheim@mail.kreis.test/Eingang?address=Termine@Kreis.test',
    );
    expect(read).toMatchObject({
      host: 'mail.kreis.test',
      port: 993,
      secure: true,
      user: 'kreis\\termine',
      password: 'ge/heim',
      folder: 'Eingang',
      address: 'termine@kreis.test',
      rejectUnauthorized: true,
    });
    expect(read.name).not.toContain('heim');
  });

  it('takes the name of the user for the address, and INBOX for the folder', () => {
    const read = imapAddress('imap://termine%40kreis.test:x@mail.kreis.test');
    expect(read).toMatchObject({ port: 143, startTls: true, folder: 'INBOX', address: 'termine@kreis.test' });
    expect(imapAddress('imap://termine%40kreis.test:x@127.0.0.1:1143').startTls).toBe(false);
  });

  it.each([
    ['smtp://a:b@c.test', 'IMAP_URL muss mit imap:// oder imaps:// beginnen.'],
    ['kein Postfach', 'IMAP_URL muss mit imap:// oder imaps:// beginnen.'],
    ['imaps://mail.kreis.test', 'IMAP_URL braucht Benutzer und Kennwort'],
    ['imaps://termine:x@mail.kreis.test', 'IMAP_URL nennt keine Mailadresse.'],
  ])('refuses %s in a sentence', (url, says) => {
    expect(() => imapAddress(url)).toThrow(says);
  });
});
