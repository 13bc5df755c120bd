import sql from 'sql-template-tag';
import type {
  AttachmentListItem,
  AttachmentPage,
  AttachmentsOfObject,
} from '@runder-tisch/domain/attachments';
import type { Page } from '@runder-tisch/domain/lists';
import { organisation } from '@runder-tisch/scenario/actors';
import { type Client, RefusedError } from '@runder-tisch/scenario/client';
import { committeeSeat } from '@runder-tisch/scenario/council/committees';
import { submittedPaper } from '@runder-tisch/scenario/council/papers';
import { feedback } from '@runder-tisch/scenario/feedback';
import { attachment } from '@runder-tisch/scenario/files/attachments';
import { committee } from '@runder-tisch/scenario/lists';
import { meeting } from '@runder-tisch/scenario/meetings';
import { membership, network } from '@runder-tisch/scenario/networks';
import { cycle } from '@runder-tisch/scenario/planning/cycles';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { rowsIn } from '../database/rows';

const NOW = '2025-03-12T13:00:00Z';
const LEVELS = ['INTERNAL', 'MEMBERS', 'PUBLIC'] as const;

describe('Die Liste aller Unterlagen', () => {
  let app: TestApp;
  let planner: SignedIn;
  let onlookers: Record<string, SignedIn>;
  /** Everything that carries some. */
  const carriers: { kind: string; id: string }[] = [];

  beforeAll(async () => {
    app = await testApp({ now: NOW });
    planner = await signedIn(app, 'planner');
    const [coordinator, stranger, member, provider, councillor, reader] = await Promise.all([
      signedIn(app, 'coordinator'),
      signedIn(app, 'coordinator'),
      signedIn(app, 'provider'),
      signedIn(app, 'provider'),
      signedIn(app, 'reader'),
      signedIn(app, 'reader'),
    ]);
    onlookers = { planner, coordinator, stranger, member, provider, councillor, reader };
    const networkId = await network(coordinator, { name: 'Frühe Hilfen' });
    await membership(coordinator, networkId, { personId: member.personId, fromDay: '2025-03-12' });
    const committeeId = await committee(planner, { name: 'Sozialausschuss' });
    await committeeSeat(planner, committeeId, { fromDay: '2025-01-01', personId: councillor.personId });
    const body = await submittedPaper(planner, { title: 'Haushalt', confidential: true }, [committeeId]);
    const open = await submittedPaper(planner, { title: 'Sozialbericht' }, [committeeId]);
    carriers.push(
      { kind: 'network', id: networkId },
      { kind: 'committee', id: committeeId },
      { kind: 'organisation', id: await organisation(planner, { name: 'Beratung e. V.' }) },
      { kind: 'meeting', id: await meeting(coordinator, { title: 'Treffen', networkId, day: '2025-05-01' }) },
      { kind: 'paper', id: body.id },
      { kind: 'paper', id: open.id },
      { kind: 'cycle', id: await cycle(planner) },
    );
    for (const { kind, id } of carriers)
      for (const visibility of LEVELS)
        await attachment(kind === 'network' || kind === 'meeting' ? coordinator : planner, {
          ...{ objectKind: kind, objectId: id, visibility },
          name: `${kind} ${visibility}.txt`,
        });
    const { id: voice } = await feedback(planner, { text: 'Der Bus fährt nicht.' });
    carriers.push({ kind: 'feedback', id: voice });
    await attachment(planner, { objectKind: 'feedback', objectId: voice, name: 'Brief.txt' });
  });
  afterAll(() => app.close());

  const listed = async (as: Client, query = '') =>
    (await as.get<Page<AttachmentListItem>>(`/api/attachments?limit=100${query}`)).items
      .map(({ id }) => id)
      .sort();

  /** What somebody finds by opening every object they may open. */
  async function opened(as: Client, kind?: string): Promise<string[]> {
    const found: string[] = [];
    for (const it of carriers.filter((carrier) => !kind || carrier.kind === kind)) {
      try {
        const { items } = await as.get<AttachmentsOfObject>(`/api/attachments/of/${it.kind}/${it.id}`);
        found.push(...items.map(({ id }) => id));
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
      }
    }
    return found.sort();
  }

  it('shows everybody what they find on its objects, not one more and not one less', async () => {
    const amounts: Record<string, number> = {};
    for (const [name, as] of Object.entries(onlookers)) {
      const seen = await opened(as);
      expect({ name, list: await listed(as) }).toEqual({ name, list: seen });
      const { total } = await as.get<Page<AttachmentListItem>>('/api/attachments?limit=1');
      expect({ name, total }).toEqual({ name, total: seen.length });
      for (const kind of ['network', 'paper', 'cycle', 'feedback'])
        expect({ name, kind, list: await listed(as, `&kind=${kind}`) }).toEqual({
          ...{ name, kind },
          list: await opened(as, kind),
        });
      amounts[name] = seen.length;
    }
    // Not everybody sees the same, or this would tell nothing.
    expect(amounts['planner']).toBe(carriers.length * LEVELS.length - 2);
    expect(new Set(Object.values(amounts)).size).toBeGreaterThan(3);
  });

  it('has those of a paper for its committee, and those of a cycle for who works on it', async () => {
    const levels = async (as: Client, kind: string) =>
      (await as.get<Page<AttachmentListItem>>(`/api/attachments?limit=100&kind=${kind}`)).items
        .map(({ owner, visibility }) => `${owner.title.split(' · ')[1] ?? kind} ${visibility}`)
        .sort();
    const { coordinator, councillor, reader, provider } = onlookers;
    expect(await levels(reader as Client, 'paper')).toEqual(['Sozialbericht PUBLIC']);
    expect(await levels(councillor as Client, 'paper')).toEqual([
      'Haushalt MEMBERS',
      'Haushalt PUBLIC',
      'Sozialbericht MEMBERS',
      'Sozialbericht PUBLIC',
    ]);
    expect(await levels(coordinator as Client, 'cycle')).toEqual(['cycle MEMBERS', 'cycle PUBLIC']);
    expect(await levels(provider as Client, 'cycle')).toEqual(['cycle PUBLIC']);
  });

  it('counts no further than a thousand for the office, and says so', async () => {
    const { planner, reader } = onlookers;
    await app.get(Database).write(systemViewer, 'test.many', async (tx) => {
      await rowsIn(
        tx,
        sql`create temporary table many on commit drop as select gen_random_uuid() as id, gen_random_uuid() as file, one.*, version.file_id
            from generate_series(1, 1001), (select id as of, organisation_id from attachment
              where object_kind = 'organisation' and visibility = 'INTERNAL' limit 1) one join attachment_version version on version.attachment_id = one.of`,
      );
      await rowsIn(
        tx,
        sql`insert into file select (jsonb_populate_record(null::file, to_jsonb(it) || jsonb_build_object('id', many.file))).*
            from many join file it on it.id = many.file_id`,
      );
      await rowsIn(
        tx,
        sql`insert into attachment (id, object_kind, organisation_id, title, visibility, current_number, created_at, changed_at)
            select id, 'organisation', organisation_id, 'Kopie', 'INTERNAL', 1, ${NOW}, ${NOW} from many`,
      );
      await rowsIn(
        tx,
        sql`insert into attachment_version (id, attachment_id, number, file_id, file_name, ending, size, by_name, created_at)
            select gen_random_uuid(), id, 1, file, 'Kopie.txt', 'txt', 1, 'Test', ${NOW} from many`,
      );
    });
    const page = (as: Client | undefined) => (as as Client).get<AttachmentPage>('/api/attachments?limit=1');
    expect(await page(planner)).toMatchObject({ total: 1000, atLeast: true });
    expect(await page(reader)).toMatchObject({ atLeast: false });
  });
});
