import { ServerPause } from './server-pause';
import { smtpFailure } from './smtp-failure';
import { smtpServer } from './smtp-options';

describe('SMTP_URL', () => {
  const of = (url: string): ReturnType<typeof smtpServer> => smtpServer(url, 'runder-tisch.test');

  it('never lets a password travel in clear to another machine', () => {
    expect(of('smtp://ute:geheim%40@mail.kreis.test')).toMatchObject({
      auth: { user: 'ute', pass: 'geheim@' },
      connection: { host: 'mail.kreis.test', port: 587, secure: false, requireTLS: true, ignoreTLS: false },
    });
  });

  it('takes what it gets from a relay without a password, and nothing weaker if told so', () => {
    expect(of('smtp://mail.kreis.test').connection).toMatchObject({
      port: 25,
      requireTLS: false,
      ignoreTLS: false,
    });
    expect(of('smtp://mail.kreis.test?requireTLS=true').connection).toMatchObject({ requireTLS: true });
  });

  it('speaks plainly with a relay on this machine', () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]']) {
      expect(of(`smtp://${host}:2525`).connection).toMatchObject({
        port: 2525,
        requireTLS: false,
        ignoreTLS: true,
      });
    }
    expect(of('smtp://localhost?requireTLS=true').connection).toMatchObject({
      requireTLS: true,
      ignoreTLS: false,
    });
  });

  it('checks certificates and refuses old TLS', () => {
    expect(of('smtps://mail.kreis.test').connection).toMatchObject({
      port: 465,
      secure: true,
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
    });
  });

  it('is refused in plain words when it is no mail address of a server', () => {
    expect(() => of('https://mail.kreis.test')).toThrow('SMTP_URL muss mit smtp:// oder smtps:// beginnen.');
  });
});

describe('what a mail server answers', () => {
  it.each([
    ['no connection', { code: 'ECONNREFUSED' }, false, 'server', false],
    ['a busy greeting', { responseCode: 421, response: '421 busy' }, false, 'server', false],
    ['a closed door in the greeting', { responseCode: 554, response: '554 no' }, false, 'server', false],
    ['a wrong password', { code: 'EAUTH', responseCode: 535, response: '535 no' }, false, 'server', false],
    [
      'a sign-in wanted',
      { responseCode: 530, command: 'MAIL FROM', response: '530 auth' },
      true,
      'server',
      false,
    ],
    [
      'no room for any mail',
      { responseCode: 452, command: 'MAIL FROM', response: '452 full' },
      true,
      'server',
      false,
    ],
    ['greylisting', { responseCode: 451, command: 'RCPT TO', response: '451 later' }, true, 'message', false],
    [
      'an unknown mailbox',
      { responseCode: 550, command: 'RCPT TO', response: '550 who' },
      true,
      'message',
      true,
    ],
    [
      'a refused sender',
      { responseCode: 553, command: 'MAIL FROM', response: '553 no' },
      true,
      'message',
      true,
    ],
    ['refused content', { responseCode: 554, command: 'DATA', response: '554 spam' }, true, 'message', true],
    [
      'a full disk behind the last dot',
      { code: 'EMESSAGE', responseCode: 452, command: 'DATA', response: '452 full' },
      true,
      'message',
      false,
    ],
    [
      'a mail too large',
      { code: 'EMESSAGE', responseCode: 552, command: 'DATA', response: '552 too large' },
      true,
      'message',
      true,
    ],
    [
      'a refusal nobody asked for',
      { code: 'EPROTOCOL', responseCode: 554, command: 'CONN', response: '554 too many errors' },
      true,
      'message',
      false,
    ],
    ['a lost connection', { code: 'ECONNECTION', message: 'closed' }, true, 'message', false],
    ['silence', { code: 'ETIMEDOUT', message: 'Timeout' }, true, 'message', false],
  ] as const)('%s', (_name, error, began, concerns, permanent) => {
    expect(smtpFailure(error, began)).toMatchObject({ concerns, permanent });
  });

  it('reaches the page as one line without control characters', () => {
    const { says } = smtpFailure(
      { responseCode: 550, command: 'RCPT TO', response: `550 no\r\n\u0007such ${'x'.repeat(900)}` },
      true,
    );
    expect(says).toMatch(/^Der Mailserver lehnt ab: 550 no such x+$/);
    expect(says.length).toBeLessThan(340);
  });
});

describe('the pause of a mail server', () => {
  it('grows to a minute and ends with the first success', () => {
    const pause = new ServerPause();
    const now = new Date('2026-11-23T08:00:00Z');
    const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
    pause.failed(now);
    expect([pause.isOver(after(4)), pause.isOver(after(5))]).toEqual([false, true]);
    for (let failures = 0; failures < 20; failures += 1) {
      pause.failed(now);
    }
    expect([pause.isOver(after(59)), pause.isOver(after(60)), pause.probing]).toEqual([false, true, true]);
    pause.worked();
    expect([pause.isOver(now), pause.probing]).toEqual([true, false]);
  });
});
