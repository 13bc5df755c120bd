import type {
  AttachmentListItem,
  AttachmentsOfObject,
  AttachmentView,
} from '@runder-tisch/domain/attachments';
import { SaveAttachment } from '@runder-tisch/domain/attachments/attachments-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { SearchView } from '@runder-tisch/domain/search';
import { attachment, newVersion } from '@runder-tisch/scenario/files/attachments';
import { type Client, refusalOf } from '@runder-tisch/scenario/client';
import { feedback } from '@runder-tisch/scenario/feedback';
import { meeting } from '@runder-tisch/scenario/meetings';
import { membership, network } from '@runder-tisch/scenario/networks';
import { onePixel } from '../../test/hostile/pictures';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { AttachmentsService } from './attachments.service';

const NOW = '2025-03-12T13:00:00Z';

describe('Unterlagen', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let member: SignedIn;
  let stranger: SignedIn;
  let networkId: string;

  beforeAll(async () => {
    app = await testApp({ now: NOW });
    coordinator = await signedIn(app, 'coordinator');
    member = await signedIn(app, 'provider');
    stranger = await signedIn(app, 'provider');
    networkId = await network(coordinator, { name: 'Frühe Hilfen' });
    await membership(coordinator, networkId, { personId: member.personId, fromDay: '2025-03-12' });
  });
  afterAll(() => app.close());

  const onNetwork = (name: string, visibility: 'INTERNAL' | 'MEMBERS' | 'PUBLIC' = 'INTERNAL') =>
    attachment(coordinator, { objectKind: 'network', objectId: networkId, name, visibility });
  const of = (as: Client, kind = 'network', id = networkId) =>
    as.get<AttachmentsOfObject>(`/api/attachments/of/${kind}/${id}`);
  const view = (as: Client, id: string) => as.get<AttachmentView>(`/api/attachments/${id}`);
  const bytes = async (as: Client, path: string) => (await as.raw('GET', `/api/attachments/${path}`)).text();
  const saved = (facts: Partial<SaveAttachment>) => Object.assign(new SaveAttachment(), facts);

  it('are seen by those their level names, on their object, in the list and in the search', async () => {
    const ids = {
      INTERNAL: await onNetwork('Kranichentwurf.txt'),
      MEMBERS: await onNetwork('Kranichbericht.txt', 'MEMBERS'),
      PUBLIC: await onNetwork('Kranichflyer.txt', 'PUBLIC'),
    };
    const seen = async (as: Client) => {
      const onObject = (await of(as)).items
        .map(({ title }) => title)
        .filter((title) => title.startsWith('Kranich'));
      const listed = await as.get<Page<AttachmentListItem>>('/api/attachments?search=kranich');
      const found = await as.get<SearchView>('/api/search?q=Kranich');
      expect(listed.items.map(({ title }) => title).sort()).toEqual(onObject);
      expect(listed.total).toBe(onObject.length);
      const files = found.items.filter(({ kind }) => kind === 'attachment');
      expect(files.map(({ title }) => title).sort()).toEqual(onObject);
      return onObject;
    };
    expect(await seen(coordinator)).toEqual(['Kranichbericht', 'Kranichentwurf', 'Kranichflyer']);
    expect(await seen(member)).toEqual(['Kranichbericht', 'Kranichflyer']);
    expect(await seen(stranger)).toEqual(['Kranichflyer']);
    expect(await refusalOf(view(member, ids.INTERNAL))).toBe('not-found');
    expect(await refusalOf(view(stranger, ids.MEMBERS))).toBe('not-found');
  });

  it('keep every version, and an older one can count again', async () => {
    const id = await attachment(coordinator, {
      objectKind: 'network',
      objectId: networkId,
      name: 'Leitlinie.txt',
      content: 'eins',
    });
    await newVersion(coordinator, id, { name: 'Leitlinie neu.txt', note: 'Anhang ergänzt', content: 'zwei' });
    expect(await bytes(coordinator, `${id}/file`)).toBe('zwei');
    expect(await bytes(coordinator, `${id}/versions/1/file`)).toBe('eins');
    await coordinator.post(`/api/attachments/${id}/versions/1/restore`);
    expect(await bytes(coordinator, `${id}/file`)).toBe('eins');
    await newVersion(coordinator, id, { content: 'drei' });
    const { history, current } = await view(coordinator, id);
    expect(history.map(({ number, note }) => [number, note])).toEqual([
      [3, ''],
      [2, 'Anhang ergänzt'],
      [1, ''],
    ]);
    expect(current.number).toBe(3);
    expect(await refusalOf(coordinator.post(`/api/attachments/${id}/versions/9/restore`))).toBe(
      'attachment-version-unknown',
    );
  });

  it('are renamed and opened up by those who may, and found under their new name', async () => {
    const id = await onNetwork('Alt.txt');
    await coordinator.put(`/api/attachments/${id}`, saved({ title: 'Wegweiser', visibility: 'MEMBERS' }), 1);
    expect((await view(member, id)).title).toBe('Wegweiser');
    const response = await member.raw('GET', `/api/attachments/${id}/file`);
    expect(response.headers.get('content-disposition')).toContain('filename="Wegweiser.txt"');
    const { items } = await member.get<SearchView>('/api/search?q=Wegweiser');
    expect(items.map((it) => it.path)).toEqual([`/unterlagen/${id}`]);
    expect(await refusalOf(member.put(`/api/attachments/${id}`, saved({ title: 'Meins' }), 2))).toBe(
      'forbidden',
    );
    const late = coordinator.put(`/api/attachments/${id}`, saved({ title: 'Spät' }), 1);
    expect(await refusalOf(late)).toBe('stale-version');
  });

  it('come back for 30 days after they were deleted, and are gone with their bytes then', async () => {
    const id = await onNetwork('Versehen.txt', 'PUBLIC');
    await coordinator.delete(`/api/attachments/${id}`);
    expect(await refusalOf(view(coordinator, id))).toBe('not-found');
    expect(await refusalOf(newVersion(coordinator, id))).toBe('attachment-gone');
    expect((await of(coordinator)).deleted.map((it) => it.id)).toEqual([id]);
    expect((await of(member)).deleted).toEqual([]);
    await coordinator.post(`/api/attachments/${id}/undelete`);
    expect((await view(member, id)).title).toBe('Versehen');
    await coordinator.delete(`/api/attachments/${id}`);
    const files = () => app.database.rows(`select 1 from file where name = 'Versehen.txt'`);
    expect(await app.get(AttachmentsService).sweep()).toBe(0);
    app.clock.pass(31, 'days');
    expect(await app.get(AttachmentsService).sweep()).toBe(1);
    expect(await files()).toEqual([]);
    app.clock.set(NOW);
  });

  it('go with what they hang on', async () => {
    const objectId = await meeting(coordinator, { title: 'Entwurf', networkId, day: '2025-05-01' });
    const id = await attachment(coordinator, { objectKind: 'meeting', objectId, name: 'Mit dem Termin.txt' });
    await coordinator.delete(`/api/meetings/${objectId}`, 1);
    const left = await app.database.rows(
      `select id::text from attachment where id = $1 union all select object_id::text from search_document where object_id = $1
       union all select id::text from file where name = 'Mit dem Termin.txt'`,
      [id],
    );
    expect(left).toEqual([]);
  });

  it('of a Hinweis stay with those who work on it', async () => {
    const { id: objectId } = await feedback(coordinator, { text: 'Der Aufzug am Bahnhof fehlt.', networkId });
    const onHinweis = { objectKind: 'feedback', objectId, name: 'Foto.png', content: onePixel };
    for (const visibility of ['MEMBERS', 'PUBLIC'] as const)
      expect(await refusalOf(attachment(coordinator, { ...onHinweis, visibility }))).toBe(
        'attachment-level-refused',
      );
    const id = await attachment(coordinator, onHinweis);
    expect(await refusalOf(view(member, id))).toBe('not-found');
    expect(await refusalOf(view(await signedIn(app, 'admin'), id))).toBe('not-found');
  });

  it('that are public on a public meeting are there without an account, and on nothing else', async () => {
    const draft = await meeting(coordinator, { networkId, day: '2025-06-01', public: true });
    const closed = await meeting(coordinator, { networkId, day: '2025-06-02' });
    for (const id of [draft, closed]) await coordinator.post(`/api/meetings/${id}/schedule`, {}, 1);
    const on = (objectId: string, visibility: 'MEMBERS' | 'PUBLIC') =>
      attachment(coordinator, { objectKind: 'meeting', objectId, name: 'Aushang.txt', visibility });
    const status = async (id: string) => (await fetch(`${app.url}/unterlage/${id}`)).status;
    expect(await status(await on(draft, 'PUBLIC'))).toBe(200);
    expect(await (await fetch(`${app.url}/`)).text()).toContain('Aushang (Text)</a>');
    expect(await status(await on(draft, 'MEMBERS'))).toBe(404);
    expect(await status(await on(closed, 'PUBLIC'))).toBe(404);
    expect(await status(await onNetwork('Faltblatt.txt', 'PUBLIC'))).toBe(404);
  });

  it('belong to a point of the agenda of their meeting, and to no other', async () => {
    const mine = await meeting(coordinator, { networkId, day: '2025-06-03', agenda: ['Begrüßung'] });
    const other = await meeting(coordinator, { networkId, day: '2025-06-04', agenda: ['Fremdes'] });
    const [point] = (await of(coordinator, 'meeting', mine)).parts;
    const [foreign] = (await of(coordinator, 'meeting', other)).parts;
    const on = (partId = '') => attachment(coordinator, { objectKind: 'meeting', objectId: mine, partId });
    await on(point?.id);
    expect(await refusalOf(on(foreign?.id))).toBe('attachment-part-unknown');
    expect((await of(coordinator, 'meeting', mine)).items.map((it) => it.partId)).toEqual([point?.id]);
  });

  it('are shown in advance only where they are pictures', async () => {
    const id = await onNetwork('Kein Bild.txt');
    expect(await refusalOf(coordinator.get(`/api/attachments/${id}/preview`))).toBe('attachment-no-preview');
  });
});
