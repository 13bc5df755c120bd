import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { paragraph, strong } from '@runder-tisch/domain/documents';
import { refusalOf } from '@runder-tisch/scenario/client';
import { invitedMeeting } from '@runder-tisch/scenario/meetings';
import { network } from '@runder-tisch/scenario/networks';
import {
  endSession,
  minutesLine,
  protocolOf,
  removeLine,
  sessionOf,
  startSession,
} from '@runder-tisch/scenario/session';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { rowsIn } from '../../database/rows';
import { type LineOwner, LineOwners } from './line-owners';

/** What an area on the right brings along: a table of its own, and in its migration the column that refers to it. */
const migration = [
  `create table wish (id uuid primary key, meeting_id uuid not null, words text not null, passed_on boolean not null default false)`,
  `grant select, insert, update, delete on wish to public`,
  `alter table minutes_entry add column wish_id uuid references wish deferrable initially deferred`,
  `alter table minutes_entry drop constraint minutes_entry_kind_check, add constraint minutes_entry_kind_check
     check (kind in ('TEXT','TASK','AGREEMENT','VOTE','FEEDBACK','WISH'))`,
];

const wishes: LineOwner = {
  kind: 'WISH',
  column: 'wish_id',
  ended: async (tx, meetingId) => {
    const [unspeakable] = await rowsIn(
      tx,
      sql`select 1 from wish where meeting_id = ${meetingId} and words = ''`,
    );
    if (unspeakable) throw new Error('A wish without words.');
    await rowsIn(
      tx,
      sql`update wish set passed_on = true where meeting_id = ${meetingId} and exists (
            select 1 from minutes_entry line where line.wish_id = wish.id and line.deleted_at is null)`,
    );
  },
  print: async (tx, meetingId, references) => {
    const rows = await rowsIn<{ id: string; words: string }>(
      tx,
      sql`select id, words from wish where meeting_id = ${meetingId}`,
    );
    return references.map((id) => [
      paragraph(strong('Wunsch: '), rows.find((it) => it.id === id)?.words ?? 'verloren'),
    ]);
  },
};

describe('A kind of line that an area on the right brings into the minutes', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let meetingId: string;

  beforeEach(async () => {
    app = await testApp({ now: '2025-03-12T12:30:00Z' });
    coordinator = await signedIn(app, 'coordinator');
    const networkId = await network(coordinator, { name: 'Frühe Hilfen' });
    const invitees = ['anna@ahornhaus.test'];
    meetingId = (await invitedMeeting(coordinator, { networkId, day: '2025-03-12', invitees })).id;
  });
  afterEach(() => app.close());

  const join = async (): Promise<void> => {
    for (const statement of migration) await app.database.rows(statement);
    app.get(LineOwners).register(wishes);
  };
  const wish = async (words: string): Promise<string> => {
    const id = randomUUID();
    await app.database.rows(`insert into wish (id, meeting_id, words) values ($1, $2, $3)`, [
      id,
      meetingId,
      words,
    ]);
    return id;
  };
  const wishLine = (referenceId: string | null, known?: { id: string; version: number }) =>
    minutesLine(coordinator, meetingId, { kind: 'WISH', text: 'Ein Bus am Abend', referenceId }, known);
  const words = async (): Promise<string> =>
    JSON.stringify((await protocolOf(coordinator, meetingId)).content.blocks);

  it('is refused while nobody owns it, and has one owner alone', async () => {
    expect(await refusalOf(wishLine(randomUUID()))).toBe('invalid-input');
    await join();
    expect(() => app.get(LineOwners).register(wishes)).toThrow('an owner already');
    expect(() => app.get(LineOwners).register({ ...wishes, kind: 'TEXT' })).toThrow('an owner already');
  });

  it('keeps its words with its area and holds the reference alone', async () => {
    await join();
    expect(await refusalOf(wishLine(null))).toBe('line-needs-reference');
    const referenceId = await wish('Ein Bus am Abend');
    const line = await wishLine(referenceId);
    const { entries } = await sessionOf(coordinator, meetingId);
    expect(entries.map((entry) => [entry.kind, entry.text, entry.referenceId])).toEqual([
      ['WISH', '', referenceId],
    ]);
    expect(await wishLine(referenceId, { id: line.id, version: 0 })).toEqual(line);
    expect(await refusalOf(wishLine(await wish('Ein anderer'), { id: line.id, version: 0 }))).toBe(
      'line-changed-elsewhere',
    );
    await minutesLine(coordinator, meetingId, { kind: 'TEXT', text: 'Doch kein Wunsch', referenceId }, line);
    expect((await sessionOf(coordinator, meetingId)).entries[0]).toMatchObject({
      kind: 'TEXT',
      referenceId: null,
    });
  });

  it('prints as its owner says, in the place where it was said', async () => {
    await join();
    await minutesLine(coordinator, meetingId, { kind: 'TEXT', text: 'Davor' });
    await wishLine(await wish('Ein Bus am Abend'));
    await minutesLine(coordinator, meetingId, { kind: 'TEXT', text: 'Danach' });
    await startSession(coordinator, meetingId);
    app.clock.pass(20, 'minutes');
    await endSession(coordinator, meetingId);
    expect(await words()).toMatch(/Davor.*Wunsch: .*Ein Bus am Abend.*Danach/);
  });

  it('is taken over by its area in the transaction that ends the session', async () => {
    await join();
    const kept = await wish('Bleibt stehen');
    await wishLine(kept);
    await removeLine(coordinator, meetingId, await wishLine(await wish('Wird gestrichen')));
    const unspeakable = await wish('');
    await startSession(coordinator, meetingId);
    app.clock.pass(20, 'minutes');
    await expect(endSession(coordinator, meetingId)).rejects.toThrow();
    expect((await sessionOf(coordinator, meetingId)).sessionEndedAt).toBeNull();
    await app.database.rows(`delete from wish where id = $1`, [unspeakable]);
    await endSession(coordinator, meetingId);
    expect(await app.database.rows(`select id from wish where passed_on`)).toEqual([{ id: kept }]);
  });
});
