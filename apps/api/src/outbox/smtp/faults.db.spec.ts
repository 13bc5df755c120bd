import { createServer } from 'node:net';
import { mailTo, type OutboxBench, outboxBench } from '../../../test/smtp/outbox-bench';
import {
  type ScriptedSmtp,
  scriptedSmtp,
  type SmtpFault,
  type SmtpStep,
} from '../../../test/smtp/scripted-smtp';
import { smtpTimeouts } from './smtp-options';

const THREE = ['REQUEST', 'UPDATE', 'CANCEL'];
/** Long enough for every step that is answered, short enough to wait for those that are not. */
const SHORT = 1_500;

/**
 * What becomes of a mail: it waits as if it had not been tried, it is tried again and that counts, it is given up,
 * or it was sent all the same.
 */
type Outcome = 'UNCOUNTED' | 'AGAIN' | 'GIVEN UP' | 'SENT';

const UNREACHABLE = 'Der Mailserver ist nicht erreichbar.';
const SILENT = 'Der Mailserver antwortet nicht.';
const BROKEN = 'Die Verbindung zum Mailserver brach ab.';
const UNENCRYPTED = 'Die verschlüsselte Verbindung zum Mailserver kam nicht zustande.';
/** Which of the two it is depends on who sees the end of the connection first. */
const GONE_OR_UNENCRYPTED = expect.stringMatching(`^(${UNREACHABLE}|${UNENCRYPTED})$`) as string;
const notNow = (answer: string): string => `Der Mailserver nimmt gerade nichts an: ${answer}`;
const signIn = (answer: string): string => `Der Mailserver nimmt die Anmeldung nicht an: ${answer}`;
const later = (answer: string): string => `Der Mailserver bittet um einen späteren Versuch: ${answer}`;
const refused = (answer: string): string => `Der Mailserver lehnt ab: ${answer}`;

const FAULTS: readonly (readonly [SmtpStep, SmtpFault, Outcome, string])[] = [
  ['GREETING', '421 too busy', 'UNCOUNTED', notNow('421 too busy')],
  ['GREETING', '450 not yet', 'UNCOUNTED', notNow('450 not yet')],
  ['GREETING', '554 no service', 'UNCOUNTED', notNow('554 no service')],
  ['GREETING', 'cut', 'UNCOUNTED', UNREACHABLE],
  ['GREETING', 'reset', 'UNCOUNTED', UNREACHABLE],
  ['GREETING', 'silence', 'UNCOUNTED', SILENT],
  ['EHLO', '421 closing', 'UNCOUNTED', notNow('421 closing')],
  ['EHLO', '451 later', 'UNCOUNTED', notNow('451 later')],
  ['EHLO', '550 who are you', 'UNCOUNTED', notNow('550 who are you')],
  ['EHLO', 'cut', 'UNCOUNTED', UNREACHABLE],
  ['EHLO', 'silence', 'UNCOUNTED', SILENT],
  ['STARTTLS', '454 no TLS just now', 'UNCOUNTED', notNow('454 no TLS just now')],
  ['STARTTLS', '502 unknown', 'UNCOUNTED', notNow('502 unknown')],
  ['STARTTLS', 'cut', 'UNCOUNTED', UNREACHABLE],
  ['STARTTLS', 'silence', 'UNCOUNTED', SILENT],
  ['TLS', '220 not encrypted', 'UNCOUNTED', GONE_OR_UNENCRYPTED],
  ['TLS', 'cut', 'UNCOUNTED', GONE_OR_UNENCRYPTED],
  ['TLS', 'silence', 'UNCOUNTED', SILENT],
  ['AUTH', '421 closing', 'UNCOUNTED', signIn('421 closing')],
  ['AUTH', '454 try later', 'UNCOUNTED', signIn('454 try later')],
  ['AUTH', '535 wrong password', 'UNCOUNTED', signIn('535 wrong password')],
  ['AUTH', 'cut', 'UNCOUNTED', UNREACHABLE],
  ['AUTH', 'silence', 'UNCOUNTED', SILENT],
  ['MAIL', '421 closing', 'UNCOUNTED', notNow('421 closing')],
  ['MAIL', '451 later', 'UNCOUNTED', notNow('451 later')],
  ['MAIL', '452 full', 'UNCOUNTED', notNow('452 full')],
  ['MAIL', '530 sign in first', 'UNCOUNTED', signIn('530 sign in first')],
  ['MAIL', '550 not from you', 'GIVEN UP', refused('550 not from you')],
  ['MAIL', 'half an answer', 'AGAIN', BROKEN],
  ['MAIL', 'cut', 'AGAIN', BROKEN],
  ['MAIL', 'reset', 'AGAIN', BROKEN],
  ['MAIL', 'silence', 'AGAIN', SILENT],
  ['RCPT', '421 closing', 'AGAIN', later('421 closing')],
  ['RCPT', '450 mailbox busy', 'AGAIN', later('450 mailbox busy')],
  ['RCPT', '451 greylisted', 'AGAIN', later('451 greylisted')],
  ['RCPT', '452 too many', 'AGAIN', later('452 too many')],
  ['RCPT', '550 no such user', 'GIVEN UP', refused('550 no such user')],
  ['RCPT', 'half an answer', 'AGAIN', BROKEN],
  ['RCPT', 'cut', 'AGAIN', BROKEN],
  ['RCPT', 'silence', 'AGAIN', SILENT],
  ['DATA', '421 closing', 'AGAIN', later('421 closing')],
  ['DATA', '451 later', 'AGAIN', later('451 later')],
  ['DATA', '452 full', 'AGAIN', later('452 full')],
  ['DATA', '554 no', 'GIVEN UP', refused('554 no')],
  ['DATA', 'cut', 'AGAIN', BROKEN],
  ['DATA', 'silence', 'AGAIN', SILENT],
  ['DOT', '421 closing', 'AGAIN', later('421 closing')],
  ['DOT', '450 busy', 'AGAIN', later('450 busy')],
  ['DOT', '451 scanner away', 'AGAIN', later('451 scanner away')],
  ['DOT', '452 disk full', 'AGAIN', later('452 disk full')],
  ['DOT', '530 sign in first', 'GIVEN UP', refused('530 sign in first')],
  ['DOT', '552 too large', 'GIVEN UP', refused('552 too large')],
  ['DOT', '554 spam', 'GIVEN UP', refused('554 spam')],
  ['DOT', '700 what is that', 'AGAIN', BROKEN],
  ['DOT', 'half an answer', 'AGAIN', BROKEN],
  ['DOT', 'cut', 'AGAIN', BROKEN],
  ['DOT', 'reset', 'AGAIN', BROKEN],
  ['DOT', 'silence', 'AGAIN', SILENT],
  ['QUIT', '421 closing', 'SENT', ''],
  ['QUIT', '500 what', 'SENT', ''],
  ['QUIT', 'cut', 'SENT', ''],
  ['QUIT', 'reset', 'SENT', ''],
  ['QUIT', 'silence', 'SENT', ''],
];

describe('a mail server that fails', () => {
  let smtp: ScriptedSmtp;
  let bench: OutboxBench;
  const usual = { ...smtpTimeouts };

  beforeAll(async () => {
    bench = await outboxBench(null);
  });
  beforeEach(async () => {
    smtp = await scriptedSmtp();
    await bench.startOver(smtp.url);
  });
  afterEach(async () => {
    Object.assign(smtpTimeouts, usual);
    await smtp.close();
  });
  afterAll(() => bench.close());

  const enqueueThree = (): Promise<string[]> =>
    bench.enqueue(...THREE.map((subject) => mailTo('ute', { subject, orderKey: '0194c9d2@runder-tisch' })));
  const first = async (): Promise<unknown[]> => {
    const row = (await bench.rows())[0];
    return [row?.state, row?.attempts, row?.last_error, row?.raw !== null];
  };
  const told = (outcome: Outcome, says: string): unknown[] =>
    ({
      UNCOUNTED: ['QUEUED', 0, says, true],
      AGAIN: ['QUEUED', 1, says, true],
      'GIVEN UP': ['REFUSED', 1, says, false],
      SENT: ['SENT', 1, says, false],
    })[outcome];

  it.each(FAULTS)('at %s: %s', async (step, fault, outcome, says) => {
    if (fault === 'silence') Object.assign(smtpTimeouts, { greetingTimeout: SHORT, socketTimeout: SHORT });
    let faults = 0;
    // A refusal concerns one mail, everything else all that are tried in this round.
    smtp.behave((reached) => (reached === step && (faults++ === 0 || outcome !== 'GIVEN UP') ? fault : null));
    await enqueueThree();
    const { dispatcher } = bench.dispatcher();
    await dispatcher.runOnce();
    expect(await first()).toEqual(told(outcome, says));

    Object.assign(smtpTimeouts, usual);
    if (outcome !== 'SENT') smtp.behave(() => null);
    bench.clock.pass(1, 'minutes');
    await dispatcher.runOnce();
    const rest = outcome === 'GIVEN UP' ? THREE.slice(1) : THREE;
    expect(smtp.taken).toEqual(rest);
    expect((await bench.rows()).map((row) => row.state)).toEqual([
      outcome === 'GIVEN UP' ? 'REFUSED' : 'SENT',
      'SENT',
      'SENT',
    ]);
    // Whatever came twice came as the very same mail.
    expect(new Set(smtp.seen).size).toBe(step === 'DOT' ? 3 : rest.length);
  });

  it('is not there at all: mails wait and are not counted', async () => {
    await smtp.close();
    await enqueueThree();
    await bench.dispatcher().dispatcher.runOnce();
    expect(await first()).toEqual(told('UNCOUNTED', UNREACHABLE));
  });

  it('takes the connection and never finishes it: mails wait and are not counted', async () => {
    Object.assign(smtpTimeouts, { connectionTimeout: SHORT });
    const mute = createServer((socket) => socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    await bench.startOver(`smtps://127.0.0.1:${(mute.address() as { port: number }).port}`);
    await enqueueThree();
    await bench.dispatcher().dispatcher.runOnce();
    expect(await first()).toEqual(told('UNCOUNTED', SILENT));
    await new Promise((resolve) => mute.close(resolve));
  });

  it('has a certificate nobody vouches for: that is said, and mails wait', async () => {
    await bench.startOver(smtp.url.replace('&rejectUnauthorized=false', ''));
    await enqueueThree();
    await bench.dispatcher().dispatcher.runOnce();
    expect(await first()).toEqual(told('UNCOUNTED', UNENCRYPTED));
  });

  it('refuses for five days: then it is said that nobody tries any more', async () => {
    smtp.behave((step) => (step === 'DOT' ? '451 scanner away' : null));
    await bench.enqueue(mailTo('ute'));
    const { dispatcher } = bench.dispatcher();
    const begun = bench.clock.now().getTime();
    const isWaiting = async (): Promise<boolean> => (await bench.rows())[0]?.state === 'QUEUED';
    for (let tries = 0; tries < 40 && (await isWaiting()); tries += 1) {
      await dispatcher.runOnce();
      bench.clock.pass(13, 'hours');
    }
    expect((bench.clock.now().getTime() - begun) / 86_400_000).toBeGreaterThan(5);
    expect(await first()).toEqual([
      'REFUSED',
      smtp.seen.length,
      'Nach fünf Tagen aufgegeben. Zuletzt: Der Mailserver bittet um einen späteren Versuch: 451 scanner away',
      false,
    ]);
  });

  it('was away for a week takes no try from a mail that is greylisted then', async () => {
    smtp.behave((step) => (step === 'GREETING' ? '421 moving' : null));
    await bench.enqueue(mailTo('ute', { subject: 'REQUEST' }));
    const { dispatcher } = bench.dispatcher();
    await dispatcher.runOnce();
    bench.clock.pass(7, 'days');
    smtp.behave((step) => (step === 'RCPT' ? '451 greylisted' : null));
    await dispatcher.runOnce();
    expect(await first()).toEqual(told('AGAIN', later('451 greylisted')));
    smtp.behave(() => null);
    bench.clock.pass(1, 'minutes');
    await dispatcher.runOnce();
    expect(smtp.taken).toEqual(['REQUEST']);
  });

  it('fails at random for hours: everything arrives, in its order for each recipient', async () => {
    const names = ['ute', 'jan', 'eva', 'kim'];
    const temporary: SmtpFault[] = ['421 closing', '451 later', '452 full', 'cut', 'reset', 'half an answer'];
    smtp.behave(() =>
      Math.random() < 0.07 ? (temporary[Math.floor(Math.random() * temporary.length)] ?? null) : null,
    );
    const uid = '0194c9d3@runder-tisch';
    for (const step of THREE)
      await bench.enqueue(
        ...names.map((name) => mailTo(name, { subject: `${step} ${name}`, orderKey: uid })),
      );
    const { dispatcher } = bench.dispatcher();
    const isWaiting = async (): Promise<boolean> =>
      (await bench.rows()).some((row) => row.state === 'QUEUED');
    for (let round = 0; round < 120 && (await isWaiting()); round += 1) {
      await dispatcher.runOnce();
      bench.clock.pass(15, 'minutes');
    }
    expect(new Set((await bench.rows()).map((row) => row.state))).toEqual(new Set(['SENT']));
    for (const name of names)
      expect(smtp.taken.filter((subject) => subject.endsWith(name))).toEqual(
        THREE.map((step) => `${step} ${name}`),
      );
  }, 60_000);
});
