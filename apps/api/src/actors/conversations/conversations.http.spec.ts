import type { ConversationView } from '@runder-tisch/domain/actors';
import { NoteConversation } from '@runder-tisch/domain/actors/conversation-requests';
import type { HistoryLine } from '@runder-tisch/domain/history';
import type { Page } from '@runder-tisch/domain/lists';
import type { AgreementView } from '@runder-tisch/domain/meetings';
import type { TaskListItem } from '@runder-tisch/domain/tasks';
import type { NetworkView } from '@runder-tisch/domain/networks';
import { SaveNetwork } from '@runder-tisch/domain/networks/networks-requests';
import { organisation, person } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { feedback } from '@runder-tisch/scenario/feedback';
import { membership, network, task } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('The Verlauf of an organisation and its Gesprächsvermerke', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let planner: SignedIn;
  let organisationId: string;
  let personId: string;
  let houses = 0;

  beforeAll(async () => {
    app = await testApp({ now: '2026-03-10T09:00:00Z' });
    coordinator = await signedIn(app, 'coordinator');
    planner = await signedIn(app, 'planner');
    personId = await person(coordinator, { familyName: 'Zeitstrahl', mail: 'zeit@haus.test' });
  });
  beforeEach(async () => {
    organisationId = await organisation(coordinator, { name: `Haus ${++houses} (Demo)` });
  });
  afterAll(() => app.close());

  const note = (client: SignedIn, facts: Partial<NoteConversation> = {}): Promise<{ id: string }> =>
    client.post(
      '/api/conversations',
      Object.assign(
        new NoteConversation(),
        { heldOn: '2026-03-09', organisationId, note: 'Sie suchen einen Raum.' },
        facts,
      ),
    );
  const history = (client: SignedIn, query = ''): Promise<Page<HistoryLine>> =>
    client.get(`/api/history?of=organisation&id=${organisationId}${query}`);

  it('are read by the whole office, changed and deleted by whoever wrote them, and come back on their day', async () => {
    const { id } = await note(coordinator, { followUpOn: '2026-03-20', followUp: 'Raum gefunden?' });
    const tasks = await coordinator.get<Page<TaskListItem>>('/api/tasks?of=mine');
    expect(tasks.items).toContainEqual(
      expect.objectContaining({ title: 'Raum gefunden?', dueOn: '2026-03-20', state: 'OPEN' }),
    );
    const read = await planner.get<ConversationView>(`/api/conversations/${id}`);
    expect(read).toMatchObject({ note: 'Sie suchen einen Raum.', mine: false, heldOn: '2026-03-09' });
    const change = { heldOn: '2026-03-08', way: 'VISIT', withWhom: 'Leitung', note: 'Der Raum ist da.' };
    expect(await refusalOf(planner.put(`/api/conversations/${id}`, change, read.version))).toBe(
      'conversation-not-yours',
    );
    expect(await refusalOf(planner.delete(`/api/conversations/${id}`))).toBe('conversation-not-yours');
    expect(
      await coordinator.put<ConversationView>(`/api/conversations/${id}`, change, read.version),
    ).toMatchObject({ ...change, mine: true });
    await coordinator.delete(`/api/conversations/${id}`);
    expect(await refusalOf(coordinator.get(`/api/conversations/${id}`))).toBe('not-found');
  });

  it('need words and somebody they are about', async () => {
    expect(await refusalOf(note(coordinator, { note: ' ' }))).toBe('invalid-input');
    expect(await refusalOf(note(coordinator, { organisationId: null }))).toBe('conversation-about-nobody');
  });

  it('stand in one line of time with seats, Hinweise and tasks, page by page; a provider reads none of the notes', async () => {
    await note(coordinator, { withWhom: 'Frau Zeitstrahl' });
    const networkId = await network(coordinator, { name: 'Netz der Zeit' });
    await membership(coordinator, networkId, { organisationId, personId, fromDay: '2026-02-01' });
    await task(coordinator, { title: 'Flyer schicken', organisationId });
    await feedback(planner, { text: 'Der Bus kommt zu selten.', organisationId });
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Page<HistoryLine> = await history(planner, `&limit=2&after=${next}`);
      seen.push(...page.items.map((line) => line.kind));
      next = page.next;
    }
    expect([...seen].sort()).toEqual(['conversation', 'feedback', 'seat', 'task']);
    expect((await history(planner, '&kind=conversation')).items).toMatchObject([
      { text: 'Gespräch (Telefon) mit Frau Zeitstrahl', path: null },
    ]);
    const provider = await signedIn(app, 'provider');
    expect((await history(provider)).items.map((line) => line.kind)).not.toContain('conversation');
    expect((await history(provider)).items.map((line) => line.kind)).not.toContain('feedback');
    expect(await refusalOf(provider.get(`/api/history?of=person&id=${personId}`))).toBe('not-found');
  });

  it('say of a task until when it is open and when it was done', async () => {
    await task(coordinator, { title: 'Ohne Frist', organisationId });
    const id = await task(coordinator, { title: 'Raum suchen', organisationId, dueOn: '2026-03-20' });
    const details = async () =>
      Object.fromEntries((await history(planner)).items.map((line) => [line.text, line.detail]));
    expect(await details()).toEqual({
      'Aufgabe: Ohne Frist': 'offen',
      'Aufgabe: Raum suchen': 'offen, bis 20.03.2026',
    });
    await coordinator.post(`/api/tasks/${id}/done`);
    expect(await details()).toMatchObject({ 'Aufgabe: Raum suchen': 'erledigt am 10.03.2026' });
  });

  it('tell a network what it lacks against what it wants to be', async () => {
    const { id: networkId } = await coordinator.post<{ id: string }>(
      '/api/networks',
      Object.assign(new SaveNetwork(), {
        name: 'Netz mit Soll',
        targetSize: 12,
        targetTypes: [{ type: 'SELF_HELP', size: 1 }],
      }),
    );
    await membership(coordinator, networkId, { organisationId, personId, fromDay: '2026-02-01' });
    const view = await coordinator.get<NetworkView>(`/api/networks/${networkId}`);
    expect(view.gaps).toEqual([
      'Noch 10 von 12 Plätzen sind frei.',
      'Selbsthilfe/Selbstvertretung: niemand dabei.',
    ]);
    expect(view.light?.reasons).toEqual(expect.arrayContaining(view.gaps ?? []));
    expect(
      (await coordinator.get<Page<AgreementView>>(`/api/agreements?networkId=${networkId}`)).items,
    ).toEqual([]);
  });
});
