import { mailTo, type OutboxBench, outboxBench } from '../../test/smtp/outbox-bench';
import { newId } from '../database/new-id';
import { ProblemException } from '../problem/problem';

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof ProblemException ? error.code : String(error)),
  );
}

describe('taking mails back', () => {
  let bench: OutboxBench;
  const batchId = newId();
  const inAMinute = (): Date => new Date(bench.clock.now().getTime() + 60_000);

  beforeAll(async () => {
    bench = await outboxBench(null, true);
  });
  beforeEach(() => bench.startOver(null));
  afterAll(() => bench.close());

  it('works for a whole batch within 60 seconds, and nothing of it leaves', async () => {
    await bench.enqueue(
      mailTo('ute', { batchId, notBefore: inAMinute() }),
      mailTo('jan', { batchId, notBefore: inAMinute() }),
    );
    bench.clock.pass(0.98, 'minutes');
    expect(await bench.recall(batchId)).toBe(2);
    bench.clock.pass(5, 'minutes');
    expect(await bench.dispatcher().dispatcher.runOnce()).toMatchObject({ sent: 0, held: 0 });
    expect((await bench.rows()).map((row) => [row.state, row.raw, row.preview])).toEqual([
      ['RECALLED', null, null],
      ['RECALLED', null, null],
    ]);
  });

  it('is refused from the 60th second on, whether or not the mail has left', async () => {
    await bench.enqueue(mailTo('ute', { batchId, notBefore: inAMinute() }));
    bench.clock.pass(1, 'minutes');
    expect(await codeOf(bench.recall(batchId))).toBe('recall-too-late');
    await bench.dispatcher().dispatcher.runOnce();
    expect(await codeOf(bench.recall(batchId))).toBe('recall-too-late');
  });

  it('takes back all or none: one mail on its way keeps the others', async () => {
    await bench.enqueue(mailTo('ute', { batchId }), mailTo('jan', { batchId, notBefore: inAMinute() }));
    expect(await codeOf(bench.recall(batchId))).toBe('recall-too-late');
    expect((await bench.rows()).map((row) => row.state)).toEqual(['QUEUED', 'QUEUED']);
  });

  it('says so when there is nothing to take back', async () => {
    expect(await codeOf(bench.recall(newId()))).toBe('nothing-to-recall');
    await bench.enqueue(mailTo('ute', { batchId, notBefore: inAMinute() }));
    await bench.recall(batchId);
    expect(await codeOf(bench.recall(batchId))).toBe('nothing-to-recall');
  });
});

describe('storing mails', () => {
  let bench: OutboxBench;

  beforeAll(async () => {
    bench = await outboxBench(null, true);
  });
  beforeEach(() => bench.startOver(null));
  afterAll(() => bench.close());

  it('is part of the transaction that wants them', async () => {
    const bad = mailTo('jan', { subject: 'Einladung\r\nBcc: alle@kreis.test' });
    expect(await codeOf(bench.enqueue(mailTo('ute'), bad))).toBe('mail-header-invalid');
    expect(await bench.rows()).toEqual([]);
  });

  it('keeps the order of many', async () => {
    const ids = await bench.enqueue(...Array.from({ length: 45 }, (_, index) => mailTo(`person${index}`)));
    expect((await bench.rows()).map((row) => row.id)).toEqual(ids);
    expect(await bench.enqueue()).toEqual([]);
  });

  it('is noted in the audit without a word of the mail', async () => {
    await bench.enqueue(mailTo('ute', { text: 'https://runder-tisch.test/a/geheim' }));
    const events = await bench.database.rows<{ changes: Record<string, unknown> }>(
      `select changes from audit_event where table_name = 'outbox_message'`,
    );
    expect(events.length).toBeGreaterThan(0);
    expect(Object.keys(events[0]?.changes ?? {})).toContain('state');
    expect(JSON.stringify(events)).not.toMatch(/geheim|traeger/);
  });

  it('lets nothing leave without a mail server, and keeps the texts for the mailbox page', async () => {
    await bench.enqueue(mailTo('ute'));
    expect(await bench.dispatcher().dispatcher.runOnce()).toEqual({ sent: 0, refused: 0, later: 0, held: 1 });
    expect((await bench.rows())[0]).toMatchObject({
      state: 'HELD',
      raw: null,
      last_error: 'Es ist kein Mailserver eingerichtet.',
      preview: { text: 'Guten Tag,\n\nwir laden Sie ein.\n', calendar: null },
    });
  });

  it('never keeps a readable text where a mail server is set', async () => {
    await bench.startOver('smtp://127.0.0.1:1');
    await bench.enqueue(mailTo('ute'), mailTo('demo', { to: { name: '', address: 'a@b.example' } }));
    expect((await bench.rows()).map((row) => row.preview)).toEqual([null, null]);
  });

  it('tells each object the state of its last mail', async () => {
    const [one, other, none] = [newId(), newId(), newId()];
    await bench.enqueue(
      mailTo('ute', { objectId: one, purpose: 'invitation' }),
      mailTo('jan', { objectId: other }),
    );
    await bench.dispatcher().dispatcher.runOnce();
    await bench.enqueue(mailTo('ute', { objectId: one, purpose: 'update' }));
    const states = await bench.outbox.mailStateOf('invitation', [one, other, none]);
    expect(states.get(one)).toMatchObject({ purpose: 'update', state: 'QUEUED', settledAt: null });
    expect(states.get(other)).toMatchObject({
      state: 'HELD',
      reason: 'Es ist kein Mailserver eingerichtet.',
    });
    expect(states.has(none)).toBe(false);
    expect((await bench.outbox.mailStateOf('protocol', [one])).size).toBe(0);
  });
});
