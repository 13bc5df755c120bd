import { createHash } from 'node:crypto';
import sql, { raw } from 'sql-template-tag';
import { until } from '../../test/own-processes';
import { signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { rowsIn } from '../database/rows';
import { auditTexts } from '../database/objects/audit';
import { AuditChain, type AuditFindingKind, findingSays } from './audit-chain';

describe('The audit log', () => {
  let app: TestApp;
  let chain: AuditChain;

  beforeEach(async () => {
    app = await testApp();
    chain = app.get(AuditChain);
    await signedIn(app, 'coordinator');
    await signedIn(app, 'planner');
    await chain.newest();
    // So that the mark stands behind them, as it does a second later.
    await chain.seal();
  });
  afterEach(() => app.close());

  /** Transactions of other databases on this server count as well: a late event waits for the oldest of them. */
  const everythingSealed = () =>
    until(async () => {
      await chain.newest();
      return (await chain.verify()).waiting === 0;
    });

  it('refuses a change that nobody answers for', async () => {
    await expect(app.get(Database).rows(sql`update person set family_name = 'Heimlich'`)).rejects.toThrow(
      'without an actor',
    );
  });

  it('keeps names in clear only where erasure can delete them', async () => {
    const events = await app.database.rows<{ text: string }>(
      `select string_agg(changes::text, '') as text from audit_event`,
    );
    const values = await app.database.rows<{ after_value: string }>(
      `select after_value from audit_value where column_name = 'family_name'`,
    );
    expect(values.length).toBe(2);
    for (const { after_value } of values) expect(events[0]?.text).not.toContain(after_value);
  });

  it('still verifies after the personal values were erased', async () => {
    await app.database.rows('delete from audit_value');
    expect((await chain.verify()).findings).toEqual([]);
  });

  it.each([
    `update audit_event set actor = 'x'`,
    `delete from audit_event`,
    `delete from audit_seal`,
    `delete from audit_value`,
    `update audit_seal_mark set settled_id = 0`,
    `delete from audit_anchor`,
    `insert into audit_event (actor, use_case, request_id, table_name, operation, changes) values ('x', 'x', 'x', 'person', 'UPDATE', '{}')`,
    `insert into audit_seal (position, event_id, hash) values (1000, 1, 'x')`,
    `insert into audit_value (event_id, column_name, salt) values (1, 'mail', gen_random_uuid())`,
  ])('cannot be written past its triggers by the application itself: %s', async (statement) => {
    await expect(app.get(Database).rows(raw(statement))).rejects.toThrow('permission denied');
  });

  it('lends its triggers to no table of the application’s own', async () => {
    await expect(
      app.get(Database).rows(
        raw(`do $$ begin
        create temp table person (id uuid);
        create trigger forged after insert on person referencing new table as affected
          for each statement execute function audit_statement('values', '');
      end $$`),
      ),
    ).rejects.toThrow('permission denied');
  });

  const first = '(select min(id) from audit_event)';
  const held = `(select min(event_id) from audit_value)`;
  it.each<[string, string, AuditFindingKind, { position?: number | null }]>([
    [
      'an edited event',
      `update audit_event set actor = 'jemand' where id = ${first}`,
      'changed',
      { position: 1 },
    ],
    [
      'a border between two fields that moved',
      `update audit_event set actor = actor || '|' || left(use_case, 1), use_case = substr(use_case, 2) where id = ${first}`,
      'changed',
      { position: 1 },
    ],
    [
      'an edited seal',
      `update audit_seal set hash = repeat('a', 64) where position = 2`,
      'changed',
      { position: 2 },
    ],
    ['a removed seal', `delete from audit_seal where position = 2`, 'seal-missing', { position: 2 }],
    [
      'a removed event',
      `alter table audit_seal drop constraint audit_seal_event_id_fkey; delete from audit_event where id = ${first}`,
      'event-missing',
      { position: 1 },
    ],
    [
      'reordered events',
      `alter table audit_seal drop constraint audit_seal_event_id_key;
       update audit_seal it set event_id = other.event_id from audit_seal other where it.position + other.position = 3 and it.position <= 2`,
      'changed',
      { position: 1 },
    ],
    [
      'an event put into the past without a seal',
      `insert into audit_event (id, at, actor, use_case, request_id, table_name, operation, changes) overriding system value
       values (0, now() - interval '9 days', 'x', 'x', 'x', 'person', 'UPDATE', '{}')`,
      'unsealed',
      { position: null },
    ],
    [
      'an event of the past, sealed as if it came just now',
      `insert into audit_event (at, actor, use_case, request_id, table_name, operation, changes)
       values (now() - interval '9 days', 'x', 'x', 'x', 'person', 'UPDATE', '{}')`,
      'out-of-time',
      {},
    ],
    [
      'an edited value',
      `update audit_value set after_value = 'Anders' where event_id = ${held}`,
      'value-changed',
      {},
    ],
    [
      'a value put to an event that never had it',
      `insert into audit_value (event_id, column_name, salt, after_value) values (${held}, 'secret', gen_random_uuid(), 'x')`,
      'value-changed',
      {},
    ],
    [
      'a value of no event',
      `insert into audit_value (event_id, column_name, salt, after_value) values (999999, 'mail', gen_random_uuid(), 'x')`,
      'value-foreign',
      { position: null },
    ],
    [
      'an anchor that says otherwise',
      `insert into audit_anchor (day, position, hash, made_at) values ('2026-01-01', 2, repeat('b', 64), now())`,
      'against-anchor',
      { position: 2 },
    ],
  ])('names %s by its place', async (_, tampering, kind, place) => {
    expect((await chain.verify()).findings).toEqual([]);
    await app.database.rows(tampering);
    await chain.newest();
    const { findings } = await chain.verify();
    expect(findings).toContainEqual(expect.objectContaining({ kind, ...place }));
    for (const finding of findings)
      expect(findingSays(finding)).toMatch(/^(An Stelle|Bei Ereignis) \d+.*\.$/);
  });

  it('shows a tail that was cut off, against the anchor kept outside', async () => {
    const before = await chain.verify();
    const anchor = { position: before.sealed, hash: before.head };
    await app.database.rows(`delete from audit_seal where position = ${before.sealed}`);
    expect((await chain.verify([anchor])).findings).toContainEqual(
      expect.objectContaining({ kind: 'cut-off', position: before.sealed }),
    );
  });

  it('shows a past that was rewritten with every seal after it, against the anchor kept outside', async () => {
    const before = await chain.verify();
    const anchor = { position: before.sealed, hash: before.head };
    await app.database.rows(`update audit_event set actor = 'jemand' where id = ${first};
      delete from audit_seal; update audit_seal_mark set settled_id = 0, reached_id = 0, pending_id = 0`);
    await chain.newest();
    expect((await chain.verify()).findings).toEqual([]);
    expect((await chain.verify([anchor])).findings).toEqual([
      expect.objectContaining({ kind: 'against-anchor', position: before.sealed }),
    ]);
  });

  it('seals events of writers that commit late', async () => {
    const database = app.get(Database);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = database.write(systemViewer, 'slow', async (tx) => {
      await rowsIn(tx, sql`update person set phone = '1'`);
      await held;
    });
    await database.write(systemViewer, 'quick', (tx) =>
      rowsIn(tx, sql`update account set display_name = display_name || '!'`),
    );
    await chain.seal();
    release();
    await slow;
    await everythingSealed();
    expect((await chain.verify()).findings).toEqual([]);
  });

  it('seals an early event of a long import however many others came meanwhile', async () => {
    const database = app.get(Database);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let begun: () => void = () => undefined;
    const changed = new Promise<void>((resolve) => (begun = resolve));
    const slow = database.write(systemViewer, 'long-import', async (tx) => {
      await rowsIn(tx, sql`update person set phone = '1'`);
      begun();
      await held;
    });
    await changed;
    await app.database.rows(`select set_config('rt.actor', 'test', false);
      insert into person (id, given_name, family_name, created_at)
      select gen_random_uuid(), 'Viele', 'Menschen', now() from generate_series(1, 3000)`);
    await chain.newest();
    release();
    await slow;
    await everythingSealed();
    const early = await app.database.rows<{ sealed: boolean }>(`
      select exists (select from audit_seal where event_id = audit_event.id) as sealed
      from audit_event where use_case = 'long-import'`);
    expect(early.length).toBeGreaterThan(1);
    expect(early.every(({ sealed }) => sealed)).toBe(true);
    expect((await chain.verify()).findings).toEqual([]);
  });

  it('still knows what was sealed in the form of older versions', async () => {
    const { position, hash } = (
      await app.database.rows<{ position: string; hash: string }>(
        'select position, hash from audit_seal order by position desc limit 1',
      )
    )[0] ?? { position: '0', hash: '' };
    await signedIn(app, 'reader');
    const [event] = await app.database.rows<{ id: string; text: string }>(
      `select id, ${auditTexts[1]} as text from audit_event event order by id desc limit 1`,
    );
    const old = createHash('sha256').update(`${hash}\n${event?.text}`).digest('hex');
    await app.database.rows('insert into audit_seal (position, event_id, hash) values ($1, $2, $3)', [
      Number(position) + 1,
      event?.id,
      old,
    ]);
    await chain.newest();
    expect((await chain.verify()).findings).toEqual([]);
  });
});
