import type { HistoryLine } from '@runder-tisch/domain/history';
import type { Page } from '@runder-tisch/domain/lists';
import type { SuccessionUndoneView } from '@runder-tisch/domain/succession';
import type { TaskListItem } from '@runder-tisch/domain/tasks';
import { organisation, person, representation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { invitedMeeting, staffMeeting } from '@runder-tisch/scenario/meetings';
import { members, membership, network, task } from '@runder-tisch/scenario/networks';
import { handEverythingOver, successionOf } from '@runder-tisch/scenario/succession';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { contributions } from '../contributions';
import { handovers, notHandedOver } from './handovers';

const TODAY = '2026-11-23';

describe('A Nachfolge', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let count = 0;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T09:00:00+01:00' });
  });
  beforeEach(async () => {
    coordinator = await signedIn(app, 'coordinator');
    count += 1;
  });
  afterAll(() => app.close());

  /** Somebody who speaks for a house, sits in a network, is invited and has a task; and who is to come after. */
  async function leaving() {
    const houseId = await organisation(coordinator, { name: `Ahornhaus ${count} (Probe)` });
    const networkId = await network(coordinator, { name: `Frühe Hilfen ${count} (Probe)` });
    const anna = await person(coordinator, {
      familyName: `Geht ${count}`,
      mail: `geht${count}@nachfolge.test`,
    });
    const next = await person(coordinator, {
      familyName: `Kommt ${count}`,
      mail: `kommt${count}@nachfolge.test`,
    });
    await representation(coordinator, {
      personId: anna,
      organisationId: houseId,
      fromDay: '2025-01-01',
      function: 'Leitung',
    });
    await membership(coordinator, networkId, {
      organisationId: houseId,
      personId: anna,
      fromDay: '2025-01-01',
      role: 'SPEAKER',
    });
    const taskId = await task(coordinator, { title: 'Flyer drucken', networkId, personId: anna });
    const { id: meetingId } = await invitedMeeting(coordinator, {
      title: 'Netzwerktreffen',
      networkId,
      day: '2026-12-10',
      invitees: [
        { mail: `geht${count}@nachfolge.test`, name: 'Geht', personId: anna, onBehalfOfId: houseId },
      ],
    });
    return { houseId, networkId, anna, next, taskId, meetingId };
  }

  const seatOf = async (networkId: string, personId: string) =>
    (await members(coordinator, networkId)).find((seat) => seat.person?.id === personId);
  const taskOf = async (personId: string): Promise<string[]> =>
    (await coordinator.get<Page<TaskListItem>>('/api/tasks')).items
      .filter((it) => it.person?.id === personId)
      .map(({ title }) => title);
  const invited = async (meetingId: string): Promise<string[]> =>
    (await staffMeeting(coordinator, meetingId)).invitations.map(({ mail }) => mail);

  it('shows every seat, open invitation and task, and hands all of it over in one step', async () => {
    const { networkId, anna, next, meetingId } = await leaving();
    const { items } = await successionOf(coordinator, anna);
    expect(items.map(({ kind }) => kind)).toEqual(['representation', 'network-seat', 'invitation', 'task']);
    const told = await handEverythingOver(coordinator, anna, { successorId: next, fromDay: TODAY });
    expect(told).toMatchObject({ items: 4, notes: [], mails: 1 });
    expect(await seatOf(networkId, anna)).toMatchObject({ toDay: '2026-11-22' });
    expect(await seatOf(networkId, next)).toMatchObject({ fromDay: TODAY, toDay: null, role: 'SPEAKER' });
    expect(await taskOf(next)).toEqual(['Flyer drucken']);
    expect(await invited(meetingId)).toEqual([`kommt${count}@nachfolge.test`]);
    expect((await successionOf(coordinator, anna)).items).toEqual([]);
  });

  it('can be taken back as it was, and the history of both says so', async () => {
    const { networkId, anna, next, meetingId } = await leaving();
    const { id } = await handEverythingOver(coordinator, anna, { successorId: next, fromDay: TODAY });
    const back = await coordinator.post<SuccessionUndoneView>(`/api/people/${anna}/succession/${id}/undo`);
    expect(back).toEqual({ items: 4, kept: [] });
    expect(await seatOf(networkId, anna)).toMatchObject({ toDay: null });
    expect(await seatOf(networkId, next)).toBeUndefined();
    expect(await taskOf(anna)).toEqual(['Flyer drucken']);
    expect(await invited(meetingId)).toEqual([`geht${count}@nachfolge.test`]);
    for (const [personId, words] of [
      [anna, 'Nachfolge übergeben an'],
      [next, 'Nachfolge übernommen von'],
    ] as const) {
      const { items } = await coordinator.get<Page<HistoryLine>>(
        `/api/history?of=person&id=${personId}&kind=succession`,
      );
      expect(items).toEqual([
        expect.objectContaining({
          text: expect.stringContaining(words),
          detail: '4 Einträge, zurückgenommen',
        }),
      ]);
    }
    expect(await refusalOf(coordinator.post(`/api/people/${anna}/succession/${id}/undo`))).toBe(
      'succession-undone',
    );
  });

  it('leaves what was changed since, and names it', async () => {
    const { networkId, anna, next } = await leaving();
    const { id } = await handEverythingOver(coordinator, anna, { successorId: next, fromDay: TODAY });
    const seat = await seatOf(networkId, next);
    await coordinator.put(
      `/api/memberships/${seat?.id ?? ''}`,
      {
        organisationId: seat?.organisation?.id,
        personId: next,
        deputyPersonId: null,
        role: 'MEMBER',
        fromDay: TODAY,
      },
      seat?.version ?? 0,
    );
    const back = await coordinator.post<SuccessionUndoneView>(`/api/people/${next}/succession/${id}/undo`);
    expect(back.kept.map(({ label }) => label)).toEqual([
      `Plätze in Netzwerken: Frühe Hilfen ${count} (Probe)`,
    ]);
    expect(await seatOf(networkId, next)).toMatchObject({ toDay: null });
  });

  it('goes to somebody who is entered on the way', async () => {
    const { networkId, anna } = await leaving();
    const mail = `neu${count}@nachfolge.test`;
    const told = await handEverythingOver(coordinator, anna, {
      newPerson: {
        salutation: 'Frau',
        title: '',
        givenName: 'Neue',
        familyName: `Kraft ${count}`,
        mail,
        phone: '',
        contactPublic: false,
        consentGivenOn: null,
        consentNote: '',
        validUntil: null,
        note: '',
      },
      fromDay: '2026-12-01',
    });
    expect(await seatOf(networkId, told.successor.id)).toMatchObject({ fromDay: '2026-12-01' });
    expect(await seatOf(networkId, anna)).toMatchObject({ toDay: '2026-11-30' });
  });

  it('to somebody who sits there already ends the seat and passes on its task', async () => {
    const { houseId, networkId, anna, next } = await leaving();
    await membership(coordinator, networkId, {
      organisationId: houseId,
      personId: next,
      fromDay: '2025-06-01',
    });
    const told = await handEverythingOver(coordinator, anna, { successorId: next, fromDay: TODAY });
    expect(told.notes.join()).toContain('hat dort schon einen Platz');
    expect(await seatOf(networkId, next)).toMatchObject({ role: 'SPEAKER', toDay: null });
    await coordinator.post(`/api/people/${anna}/succession/${told.id}/undo`);
    expect(await seatOf(networkId, next)).toMatchObject({ role: 'MEMBER' });
  });

  it('leaves to others what is theirs, and counts it', async () => {
    const { anna, next } = await leaving();
    const stranger = await signedIn(app, 'coordinator');
    const view = await successionOf(stranger, anna);
    expect(view.items.map(({ kind }) => kind)).toEqual(['representation']);
    expect(view.others).toEqual([
      { kind: 'network-seat', count: 1 },
      { kind: 'invitation', count: 1 },
      { kind: 'task', count: 1 },
    ]);
    const { items } = await successionOf(coordinator, anna);
    const seat = items.filter(({ kind }) => kind === 'network-seat').map(({ kind, id }) => ({ kind, id }));
    const asked = { successorId: next, newPerson: null, fromDay: TODAY, items: seat };
    expect(await refusalOf(stranger.post(`/api/people/${anna}/succession`, asked))).toBe(
      'succession-changed',
    );
  });

  it.each([
    ['to nobody', { successorId: null }, 'succession-nobody'],
    ['to oneself', { successorId: 'self' }, 'succession-oneself'],
  ])('is refused %s', async (_words, { successorId }, code) => {
    const { anna } = await leaving();
    const to = successorId === 'self' ? anna : null;
    expect(await refusalOf(handEverythingOver(coordinator, anna, { successorId: to, fromDay: TODAY }))).toBe(
      code,
    );
  });

  it('knows of every reference to a person whether it goes over', () => {
    const references = contributions.flatMap(({ tables }) =>
      tables.flatMap(({ table, references: to }) => (to?.person ?? []).map((column) => `${table}.${column}`)),
    );
    const known = [
      ...handovers.map(({ table, column }) => `${table}.${column}`),
      ...Object.keys(notHandedOver),
    ];
    expect(references.filter((it) => !known.includes(it))).toEqual([]);
    expect(Object.keys(notHandedOver).filter((it) => !references.includes(it))).toEqual([]);
  });
});
