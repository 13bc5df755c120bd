import { isMailAddress, mailAddress, normaliseMail } from './mail-address';

describe('A mail address', () => {
  it.each([
    [' Ute.Kern@Ahornhaus.Example ', 'Ute.Kern@ahornhaus.example'],
    ['post@xn--grn-haus-75a.test', 'post@grün-haus.test'],
    ['post@GRU\u0308N-HAUS.test', 'post@grün-haus.test'],
    ['po\u200Bst@haus.test\u202C', 'post@haus.test'],
    ['post@haus。test', 'post@haus.test'],
    ['post@xn--.test', 'post@xn--.test'],
    ['keine Adresse', 'keine Adresse'],
  ])('%j is kept as %s', (written, kept) => expect(mailAddress(written)).toBe(kept));

  it('belongs to one mailbox however it is spelt', () => {
    expect(normaliseMail('ÄRZTE@xn--rzte-haus-u2a.TEST')).toBe(normaliseMail('ärzte@Ärzte-Haus.test'));
    expect(normaliseMail('a@strasse.test')).not.toBe(normaliseMail('a@straße.test'));
  });

  it.each(["sean.o'neill@x.test", 'a+b_c@sub.x-y.test', 'jörg@größe.test', '#1@x.test'])(
    'may be %s',
    (mail) => expect(isMailAddress(mail)).toBe(true),
  );

  it.each([
    ...[
      '',
      '@',
      'a',
      'a@',
      '@x.test',
      'a@x',
      'a@x.',
      'a@.test',
      'a@-x.test',
      'a@x..test',
      'a@1.2.3.4',
      'a@x.t',
    ],
    ...['.a@x.test', 'a.@x.test', 'a..b@x.test', 'a b@x.test', 'a@b@x.test', 'a@x.test\n', '<a@x.test>'],
    `${'a'.repeat(65)}@x.test`,
  ])('is not %j', (mail) => expect(isMailAddress(mail)).toBe(false));
});
