import sql from 'sql-template-tag';
import { signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { rowsIn } from '../database/rows';
import { AuditChain } from './audit-chain';

describe('The audit log', () => {
  let app: TestApp;
  let chain: AuditChain;

  beforeEach(async () => {
    app = await testApp();
    chain = app.get(AuditChain);
    await signedIn(app, 'coordinator');
    await signedIn(app, 'planner');
    while ((await chain.seal()) > 0);
  });
  afterEach(() => app.close());

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
    expect((await chain.verify()).brokenAt).toBeNull();
  });

  it('cannot be changed or cut by the application itself', async () => {
    const database = app.get(Database);
    await expect(database.rows(sql`update audit_event set actor = 'x'`)).rejects.toThrow('permission denied');
    await expect(database.rows(sql`delete from audit_event`)).rejects.toThrow('permission denied');
    await expect(database.rows(sql`delete from audit_seal`)).rejects.toThrow('permission denied');
  });

  it.each([
    [
      'an edited event',
      `update audit_event set actor = 'jemand' where id = (select min(id) from audit_event)`,
    ],
    ['a removed event', `delete from audit_seal where position = 2`],
    [
      'reordered events',
      `update audit_seal set event_id = -event_id where false; update audit_seal a set position = 1000 + position where position <= 2`,
    ],
  ])('shows %s', async (_, tampering) => {
    expect((await chain.verify()).brokenAt).toBeNull();
    await app.database.rows(tampering);
    expect((await chain.verify()).brokenAt).not.toBeNull();
  });

  it('shows a tail that was cut off, against the anchor kept outside', async () => {
    const before = await chain.verify();
    await app.database.rows(`delete from audit_seal where position = ${before.sealed}`);
    expect((await chain.verify()).brokenAt).toBeNull();
    expect((await chain.verify({ position: before.sealed, hash: before.head })).brokenAt).toBe(before.sealed);
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
    await chain.seal();
    const state = await chain.verify();
    expect([state.brokenAt, state.waiting]).toEqual([null, 0]);
  });
});
