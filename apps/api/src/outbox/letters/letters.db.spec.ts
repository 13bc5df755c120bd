import { createHash, randomBytes } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { type FaultySmtp, faultySmtp } from '../../../test/smtp/faulty-smtp';
import { type OutboxBench, outboxBench } from '../../../test/smtp/outbox-bench';
import { newId } from '../../database/new-id';
import { letterMark, type LetterRecipient, type OutgoingLetter, placeOf } from './outgoing-letter';

const FILE = randomBytes(700_000);

describe('A letter to many', () => {
  let smtp: FaultySmtp;
  let bench: OutboxBench;
  const mark = letterMark();
  const letter = (): Omit<OutgoingLetter, 'files'> => ({
    mark,
    subject: 'Förderaufruf für Netzwerke',
    text: `${placeOf(mark, 'greeting')},\n\nanbei.\n\nhttps://runder-tisch.test/abbestellen/${placeOf(mark, 'token')}\n`,
    html: `<p>${placeOf(mark, 'greeting')},</p><p><a href="https://runder-tisch.test/abbestellen/${placeOf(mark, 'token')}">weg</a></p>`,
    purpose: 'message',
    objectKind: 'message-recipient',
    batchId: newId(),
    fromName: 'Katrin Berg',
    replyTo: { name: 'Katrin Berg', address: 'k.berg@kreis.test' },
    unsubscribe: `https://runder-tisch.test/abbestellen/${placeOf(mark, 'token')}`,
    listId: 'nachrichten-funding',
  });
  const to = (name: string): LetterRecipient => ({
    objectId: newId(),
    to: { name, address: `${name.toLowerCase()}@traeger.test` },
    words: { greeting: `Guten Tag, ${name} <& Co>`, token: `geheim-${name}` },
    personId: null,
  });
  const files = async (): Promise<number> =>
    (await bench.database.rows<{ count: number }>('select count(*)::int as count from file'))[0]?.count ?? 0;
  const run = () => bench.dispatcher().dispatcher.runOnce();

  beforeAll(async () => {
    smtp = await faultySmtp();
    bench = await outboxBench(smtp.url);
  });
  beforeEach(async () => {
    smtp.seen.length = 0;
    smtp.taken.length = 0;
    smtp.tries.clear();
    smtp.behave(() => 'accept');
    await bench.startOver(smtp.url);
  });
  afterAll(async () => {
    await bench.close();
    await smtp.close();
  });

  it('reaches each recipient as a mail of their own, with their words, the file and nobody else', async () => {
    const before = await files();
    await bench.enqueueLetter(letter(), FILE, [to('Ute'), to('Jan')]);
    expect(await run()).toMatchObject({ sent: 2 });
    const [jan, ute] = await Promise.all(
      smtp.taken.toSorted((one, other) => one.to.localeCompare(other.to)).map(({ raw }) => simpleParser(raw)),
    );
    expect(ute?.text).toContain('Guten Tag, Ute <& Co>,');
    expect(ute?.html).toContain('Guten Tag, Ute &lt;&amp; Co&gt;,');
    expect(ute?.html).toContain('href="https://runder-tisch.test/abbestellen/geheim-Ute"');
    expect(ute?.replyTo?.text).toBe('"Katrin Berg" <k.berg@kreis.test>');
    expect(ute?.attachments.map(({ filename, content }) => [filename, hash(content)])).toEqual([
      ['Förderaufruf.pdf', hash(FILE)],
    ]);
    expect(JSON.stringify(jan?.headerLines)).not.toContain('ute@');
    expect(jan?.messageId).not.toBe(ute?.messageId);
    expect(smtp.taken.map(({ raw }) => raw).join()).not.toContain(mark);
    expect((await files()) - before).toBe(1);
  });

  it('is ended by one click of a mail program, as RFC 8058 wants its headers', async () => {
    await bench.enqueueLetter(letter(), FILE, [to('Ute')]);
    await run();
    const raw = smtp.taken[0]?.raw.split('\r\n\r\n')[0] ?? '';
    expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/runder-tisch\.test\/abbestellen\/geheim-Ute>\r?$/m);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(raw).toMatch(/^List-Id: <nachrichten-funding\.runder-tisch-3f2a\.test>\r?$/im);
  });

  it('sends the same bytes at each attempt: boundaries, Message-ID, date and file', async () => {
    smtp.behave((address, attempt) => (attempt < 3 ? { at: 'DATA', code: 451 } : 'accept'));
    await bench.enqueueLetter(letter(), FILE, [to('Ute')]);
    for (let round = 0; round < 3; round += 1) {
      await run();
      bench.clock.pass(5, 'minutes');
    }
    expect(smtp.seen).toHaveLength(3);
    expect(new Set(smtp.seen.map(({ raw }) => hash(raw))).size).toBe(1);
    expect(smtp.taken).toHaveLength(1);
  });

  it('arrives at everybody although the server refuses, delays and drops; 5xx is told and ends it', async () => {
    const names = ['Anna', 'Bert', 'Cleo', 'Dora', 'Emil', 'Frida'];
    smtp.behave((address, attempt) => {
      if (address.startsWith('anna')) return { at: 'RCPT', code: 550, says: 'no such user' };
      if (attempt > 1) return 'accept';
      if (address.startsWith('bert')) return { at: 'RCPT', code: 450 };
      if (address.startsWith('cleo')) return 'drop-after-data';
      if (address.startsWith('dora')) return { at: 'DATA', code: 452 };
      return 'accept';
    });
    await bench.enqueueLetter(letter(), FILE, names.map(to));
    for (let round = 0; round < 6; round += 1) {
      await run();
      bench.clock.pass(3, 'minutes');
    }
    const rows = await bench.rows();
    expect(rows.map(({ to_address, state }) => `${to_address} ${state}`).toSorted()).toEqual([
      'anna@traeger.test REFUSED',
      'bert@traeger.test SENT',
      'cleo@traeger.test SENT',
      'dora@traeger.test SENT',
      'emil@traeger.test SENT',
      'frida@traeger.test SENT',
    ]);
    expect(rows.find(({ state }) => state === 'REFUSED')?.last_error).toContain('550');
    const arrived = await Promise.all(smtp.taken.map(({ raw }) => simpleParser(raw)));
    for (const mail of arrived) expect(hash(mail.attachments[0]?.content ?? '')).toBe(hash(FILE));
  });

  it('is taken back as a whole, keeps nothing of its words, and its letter goes with its last mail', async () => {
    const notBefore = new Date(bench.clock.now().getTime() + 60_000);
    const batch = { ...letter(), notBefore };
    await bench.enqueueLetter(batch, FILE, [to('Ute'), to('Jan')]);
    expect(await bench.recall(batch.batchId)).toBe(2);
    bench.clock.pass(2, 'hours');
    expect(await run()).toMatchObject({ sent: 0 });
    expect(
      await bench.database.rows('select letter_id, words, state from outbox_message order by position'),
    ).toEqual([
      { letter_id: null, words: null, state: 'RECALLED' },
      { letter_id: null, words: null, state: 'RECALLED' },
    ]);
    expect(await bench.sweepLetters()).toBe(1);
    expect(await bench.database.rows('select 1 from outbox_letter_file')).toEqual([]);
  });
});

function hash(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
