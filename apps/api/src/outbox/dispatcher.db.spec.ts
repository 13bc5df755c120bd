import { type FaultySmtp, faultySmtp } from '../../test/smtp/faulty-smtp';
import { mailTo, type OutboxBench, outboxBench } from '../../test/smtp/outbox-bench';

describe('mails on their way out', () => {
  let smtp: FaultySmtp;
  let bench: OutboxBench;

  beforeAll(async () => {
    bench = await outboxBench(null);
  });

  beforeEach(async () => {
    smtp = await faultySmtp();
    await bench.startOver(smtp.url);
  });

  afterEach(() => smtp.close());

  afterAll(() => bench.close());

  const states = async (): Promise<string[]> => (await bench.rows()).map((row) => row.state);

  it('leave once and take their text with them', async () => {
    const { dispatcher } = bench.dispatcher();
    const [id] = await bench.enqueue(mailTo('ute'));
    expect(await dispatcher.runOnce()).toEqual({ sent: 1, refused: 0, later: 0, held: 0 });
    expect(await dispatcher.runOnce()).toMatchObject({ sent: 0 });
    expect(smtp.taken.map((mail) => [mail.to, mail.messageId])).toEqual([
      ['ute@traeger.test', `<${id}@runder-tisch-3f2a.test>`],
    ]);
    const [row] = await bench.rows();
    expect(row).toMatchObject({ state: 'SENT', attempts: 1, raw: null, preview: null });
    expect(row?.settled_at).toEqual(bench.clock.now());
  });

  it('come again after greylisting, with the same Message-ID', async () => {
    smtp.behave((_address, attempt) =>
      attempt === 1 ? { at: 'RCPT', code: 451, says: 'Greylisted' } : 'accept',
    );
    const { dispatcher } = bench.dispatcher();
    const [id] = await bench.enqueue(mailTo('ute'));
    expect(await dispatcher.runOnce()).toMatchObject({ sent: 0, later: 1 });
    expect((await bench.rows())[0]).toMatchObject({
      state: 'QUEUED',
      last_error: expect.stringContaining('451 Greylisted') as string,
    });
    expect(await dispatcher.runOnce()).toMatchObject({ sent: 0, later: 0 });
    bench.clock.pass(1, 'minutes');
    expect(await dispatcher.runOnce()).toMatchObject({ sent: 1 });
    expect(smtp.taken.map((mail) => mail.messageId)).toEqual([`<${id}@runder-tisch-3f2a.test>`]);
    expect((await bench.rows())[0]).toMatchObject({ state: 'SENT', attempts: 2, last_error: '' });
  });

  it.each(['RCPT', 'DATA'] as const)(
    'are given up after one attempt when refused for good at %s',
    async (at) => {
      smtp.behave((address) =>
        address.startsWith('weg') ? { at, code: 550, says: 'No such user' } : 'accept',
      );
      const { dispatcher } = bench.dispatcher();
      await bench.enqueue(mailTo('weg'), mailTo('ute'));
      expect(await dispatcher.runOnce()).toEqual({ sent: 1, refused: 1, later: 0, held: 0 });
      bench.clock.pass(2, 'days');
      await dispatcher.runOnce();
      expect(smtp.tries.get('weg@traeger.test')).toBe(1);
      const [gone, arrived] = await bench.rows();
      expect(gone).toMatchObject({
        state: 'REFUSED',
        attempts: 1,
        raw: null,
        last_error: 'Der Mailserver lehnt ab: 550 No such user',
      });
      expect(arrived).toMatchObject({ state: 'SENT' });
    },
  );

  it('come a second time when the server vanished behind DATA, as the very same mail', async () => {
    smtp.behave((_address, attempt) => (attempt === 1 ? 'drop-after-data' : 'accept'));
    const { dispatcher } = bench.dispatcher();
    await bench.enqueue(mailTo('ute'));
    expect(await dispatcher.runOnce()).toMatchObject({ sent: 0, later: 1 });
    bench.clock.pass(1, 'minutes');
    expect(await dispatcher.runOnce()).toMatchObject({ sent: 1 });
    expect(smtp.seen).toHaveLength(2);
    expect(smtp.seen[1]?.raw).toBe(smtp.seen[0]?.raw);
    expect(smtp.seen[1]?.messageId).toMatch(/^<.+@runder-tisch-3f2a\.test>$/);
  });

  it('of a killed worker are taken over when its lease has ended, not before', async () => {
    await bench.enqueue(mailTo('ute'));
    const killed = bench.dispatcher().queue;
    const claimed = await killed.claim();
    expect(claimed?.toAddress).toBe('ute@traeger.test');

    const { dispatcher } = bench.dispatcher();
    bench.clock.pass(1, 'minutes');
    expect(await dispatcher.runOnce()).toMatchObject({ sent: 0 });
    bench.clock.pass(1, 'minutes');
    expect(await dispatcher.runOnce()).toMatchObject({ sent: 1 });
    expect(smtp.taken).toHaveLength(1);
  });

  it('stay with a slow worker that renews its lease', async () => {
    await bench.enqueue(mailTo('ute'));
    const slow = bench.dispatcher().queue;
    const claimed = await slow.claim();
    bench.clock.pass(1, 'minutes');
    await slow.renew(claimed?.id ?? '');
    bench.clock.pass(1, 'minutes');
    expect(await bench.dispatcher().dispatcher.runOnce()).toMatchObject({ sent: 0 });
    await slow.sent(claimed?.id ?? '');
    expect(await states()).toEqual(['SENT']);
  });

  it('count as sent when the server took them, even if the lease was lost meanwhile', async () => {
    await bench.enqueue(mailTo('ute'));
    const frozen = bench.dispatcher().queue;
    const claimed = await frozen.claim();
    bench.clock.pass(2, 'minutes');
    await bench.dispatcher().queue.releaseExpired();
    await frozen.later(claimed?.id ?? '', bench.clock.now(), 'zu spät');
    expect((await bench.rows())[0]).toMatchObject({ state: 'QUEUED', last_error: '' });
    await frozen.sent(claimed?.id ?? '');
    expect(await states()).toEqual(['SENT']);
  });

  it('reach each recipient as invitation, update, cancellation, whatever fails in between', async () => {
    smtp.behave((address, attempt) =>
      address.startsWith('ute') && attempt < 3 ? { at: 'RCPT', code: 452, says: 'try later' } : 'accept',
    );
    const uid = '0194c9d2@runder-tisch';
    for (const step of ['REQUEST', 'UPDATE', 'CANCEL']) {
      await bench.enqueue(
        mailTo('ute', { subject: step, orderKey: uid }),
        mailTo('jan', { subject: step, orderKey: uid }),
      );
    }
    const { dispatcher } = bench.dispatcher();
    await dispatcher.runOnce();
    const to = (name: string): string[] =>
      smtp.taken.filter((mail) => mail.to.startsWith(name)).map((mail) => mail.subject);
    expect(to('jan')).toEqual(['REQUEST', 'UPDATE', 'CANCEL']);
    expect(to('ute')).toEqual([]);
    for (let round = 0; round < 4; round += 1) {
      bench.clock.pass(10, 'minutes');
      await dispatcher.runOnce();
    }
    expect(to('ute')).toEqual(['REQUEST', 'UPDATE', 'CANCEL']);
  });

  it('are sent once each by two dispatchers at work together, over several connections', async () => {
    await bench.enqueue(...Array.from({ length: 40 }, (_, index) => mailTo(`person${index}`)));
    const one = bench.dispatcher().dispatcher;
    const other = bench.dispatcher().dispatcher;
    const runs = await Promise.all([one.runOnce(), other.runOnce()]);
    expect(runs.reduce((sum, run) => sum + run.sent, 0)).toBe(40);
    expect(new Set(smtp.taken.map((mail) => mail.to)).size).toBe(40);
    expect(smtp.seen).toHaveLength(40);
    expect(smtp.mostConnections()).toBeGreaterThan(1);
    expect(smtp.mostConnections()).toBeLessThanOrEqual(6);
  });

  it('wait without being counted while the server is away, and follow when it is back', async () => {
    const address = smtp.url;
    await smtp.close();
    await bench.enqueue(mailTo('ute'), mailTo('jan'), mailTo('eva'));
    const { dispatcher } = bench.dispatcher();
    for (let minute = 0; minute < 30; minute += 1) {
      await dispatcher.runOnce();
      bench.clock.pass(1, 'minutes');
    }
    expect((await bench.rows()).map((row) => [row.state, row.attempts])).toEqual(
      Array.from({ length: 3 }, () => ['QUEUED', 0]),
    );
    smtp = await faultySmtp(Number(new URL(address).port));
    expect(await dispatcher.runOnce()).toMatchObject({ sent: 3 });
    expect((await bench.rows()).map((row) => row.state)).toEqual(['SENT', 'SENT', 'SENT']);
  });

  it('are tried one at a time while the server closes with 421', async () => {
    smtp.behave(() => ({ at: 'RCPT', code: 421, says: 'shutting down' }));
    await bench.enqueue(...Array.from({ length: 20 }, (_, index) => mailTo(`person${index}`)));
    const { dispatcher } = bench.dispatcher();
    for (let minute = 0; minute < 5; minute += 1) {
      await dispatcher.runOnce();
      bench.clock.pass(1, 'minutes');
    }
    const tries = [...smtp.tries.values()].reduce((sum, count) => sum + count, 0);
    expect(tries).toBeLessThanOrEqual(3 + 4);
    smtp.behave(() => 'accept');
    bench.clock.pass(15, 'minutes');
    expect(await dispatcher.runOnce()).toMatchObject({ sent: 20 });
  });

  it('never leave for addresses that belong to nobody', async () => {
    await bench.enqueue(
      mailTo('demo', { to: { name: 'Kita', address: 'kita@ahornhaus.example' } }),
      mailTo('demo', { to: { name: 'Kita', address: 'kita@nirgends.invalid' } }),
      mailTo('ute'),
    );
    expect(await bench.dispatcher().dispatcher.runOnce()).toMatchObject({ sent: 1, held: 2 });
    expect((await bench.rows()).map((row) => [row.state, row.raw])).toEqual([
      ['HELD', null],
      ['HELD', null],
      ['SENT', null],
    ]);
  });

  it('to nobody are not taken by a worker either, should they come due while it works', async () => {
    await bench.enqueue(mailTo('demo', { to: { name: '', address: 'kita@ahornhaus.example' } }));
    expect(await bench.dispatcher().queue.claim()).toBeNull();
  });

  it('that a slow server holds up do not hold up the end of the process', async () => {
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      smtp.beforeAnswer(() => {
        resolve();
        return new Promise((release) => {
          answer = release;
        });
      });
    });
    await bench.enqueue(mailTo('ute'));
    const { dispatcher } = bench.dispatcher();
    const run = dispatcher.runOnce();
    await asked;
    await Promise.all([dispatcher.onModuleDestroy(10), run]);
    answer();
    expect((await bench.rows())[0]).toMatchObject({ state: 'QUEUED', attempts: 1 });
  });

  it('leave their proof for two years', async () => {
    await bench.enqueue(mailTo('ute'));
    const { dispatcher, queue } = bench.dispatcher();
    await dispatcher.runOnce();
    bench.clock.pass(700, 'days');
    expect(await queue.sweep()).toBe(0);
    bench.clock.pass(40, 'days');
    expect(await queue.sweep()).toBe(1);
  });

  it('wait for their hour', async () => {
    await bench.enqueue(mailTo('ute', { notBefore: new Date(bench.clock.now().getTime() + 3_600_000) }));
    const { dispatcher } = bench.dispatcher();
    expect(await dispatcher.runOnce()).toMatchObject({ sent: 0 });
    bench.clock.pass(1, 'hours');
    expect(await dispatcher.runOnce()).toMatchObject({ sent: 1 });
  });
});
