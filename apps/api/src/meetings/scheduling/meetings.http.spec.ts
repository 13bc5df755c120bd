import { randomUUID } from 'node:crypto';
import type { MeetingListItem, StaffMeetingView } from '@runder-tisch/domain/meetings';
import { SaveAgendaItem } from '@runder-tisch/domain/meetings/meetings-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { SearchView } from '@runder-tisch/domain/search';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { Client, refusalOf } from '@runder-tisch/scenario/client';
import { format } from '@runder-tisch/scenario/formats';
import * as given from '@runder-tisch/scenario/meetings';
import { membership, network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Meetings', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let colleague: SignedIn;
  let member: SignedIn;
  let provider: SignedIn;
  let networkId: string;

  beforeAll(async () => {
    app = await testApp();
    [coordinator, colleague, member, provider] = await Promise.all([
      signedIn(app, 'coordinator'),
      signedIn(app, 'coordinator'),
      signedIn(app, 'provider'),
      signedIn(app, 'provider'),
    ]);
    networkId = await network(coordinator, { name: 'Netzwerk Frühe Hilfen', meetingIntervalMonths: 3 });
    await membership(coordinator, networkId, {
      personId: member.personId,
      fromDay: '2026-01-01',
      role: 'MEMBER',
    });
  });
  afterAll(() => app.close());

  it('are proposed from the last one: same weekday of the month, hour, place, agenda and invitees', async () => {
    const own = await network(coordinator, { name: 'Netzwerk Demenz', meetingIntervalMonths: 3 });
    await membership(coordinator, own, { personId: member.personId, fromDay: '2026-01-01', role: 'MEMBER' });
    const first = await given.nextMeeting(coordinator, own);
    expect(first).toMatchObject({
      previous: null,
      plan: { meeting: { day: '', startTime: '14:00', title: 'Netzwerk Demenz' } },
    });
    const { id } = await given.invitedMeeting(coordinator, {
      title: 'Demenzrunde',
      networkId: own,
      day: '2026-12-10',
      startTime: '09:30',
      endTime: '11:00',
      place: 'Rathaus Zerbst',
      agenda: ['Runde', 'Ausblick'],
      invitees: ['gast@fern.test'],
    });
    const next = await given.nextMeeting(coordinator, own);
    expect(next.previous?.id).toBe(id);
    expect(next.plan.meeting).toMatchObject({
      title: 'Demenzrunde',
      day: '2027-03-11',
      startTime: '09:30',
      endTime: '11:00',
      place: 'Rathaus Zerbst',
      previousMeetingId: id,
    });
    expect(next.plan.agenda.map((item) => item.title)).toEqual(['Runde', 'Ausblick']);
    expect(next.plan.invitees.map((it) => it.personId).sort()).toEqual(
      [coordinator.personId, member.personId].sort(),
    );
    const sent = await given.planNext(coordinator, own);
    expect(sent.sent?.recipients).toBe(2);
    expect(await refusalOf(given.nextMeeting(colleague, own))).toBe('not-found');
  });

  it('are seen by those who plan, the members and the invited; for others they do not exist', async () => {
    const id = await given.meeting(coordinator, {
      title: 'Vertraulich',
      networkId,
      day: '2026-12-03',
      agenda: [{ title: 'Geheim', visibility: 'HIDDEN' }, 'Offen'],
    });
    const unseen = [colleague, member, provider];
    for (const client of unseen) expect(await refusalOf(given.meetingPage(client, id))).toBe('not-found');
    await coordinator.post(`/api/meetings/${id}/schedule`);
    expect(await refusalOf(given.meetingPage(provider, id))).toBe('not-found');
    expect(await refusalOf(given.meetingPage(colleague, id))).toBe('not-found');
    expect(await refusalOf(given.meetingPage(new Client(app.url), id))).toBe('not-signed-in');
    const page = await given.meetingPage(member, id);
    expect(page).toMatchObject({ audience: 'participant', own: null });
    expect(page.agenda.map((item) => item.title)).toEqual(['Offen']);
    expect(JSON.stringify(page)).not.toContain('Geheim');
    for (const list of [colleague, provider]) {
      const { items } = await list.get<Page<MeetingListItem>>('/api/meetings?search=Vertraulich');
      expect(items).toEqual([]);
    }
    const hits = await provider.get<SearchView>('/api/search?q=Vertraulich');
    expect(hits.items).toEqual([]);
    expect(
      (await coordinator.get<SearchView>('/api/search?q=Vertraulich')).items.map((hit) => hit.path),
    ).toEqual([`/termine/${id}`]);
  });

  it('are changed by their coordination and by planners only', async () => {
    const id = await given.meeting(coordinator, { title: 'Meins', networkId, day: '2026-12-03' });
    await coordinator.post(`/api/meetings/${id}/schedule`);
    expect(await refusalOf(given.cancelMeeting(colleague, id))).toBe('not-found');
    expect(await refusalOf(given.cancelMeeting(member, id))).toBe('forbidden');
    expect(await refusalOf(given.meeting(colleague, { title: 'Fremd', networkId }))).toBe('forbidden');
    const planner = await signedIn(app, 'planner');
    await given.cancelMeeting(planner, id);
    expect((await given.staffMeeting(coordinator, id)).state).toBe('CANCELLED');
    const admin = await signedIn(app, 'admin');
    expect(await given.staffMeeting(admin, id)).toMatchObject({ mayChange: false, moves: [] });
  });

  it('that are public tell others what they are about, and the way in and the invitation only those who take part', async () => {
    const { id } = await given.invitedMeeting(coordinator, {
      title: 'Offenes Forum',
      networkId,
      day: '2026-12-04',
      place: 'Kreishaus',
      onlineLink: 'https://video.test/raum',
      invitationText: 'Bitte bringen Sie Ihre Zahlen mit.',
      public: true,
      invitees: ['gast@fern.test'],
    });
    const read = async (client: SignedIn): Promise<unknown> => {
      const { title, place, onlineLink, invitationText } = await given.meetingPage(client, id);
      return { title, place, onlineLink, invitationText };
    };
    const told = { title: 'Offenes Forum', place: 'Kreishaus' };
    const whole = {
      ...told,
      onlineLink: 'https://video.test/raum',
      invitationText: 'Bitte bringen Sie Ihre Zahlen mit.',
    };
    expect(await read(provider)).toEqual({ ...told, onlineLink: '', invitationText: '' });
    expect(await read(await signedIn(app, 'reader'))).toEqual({
      ...told,
      onlineLink: '',
      invitationText: '',
    });
    for (const client of [member, coordinator, await signedIn(app, 'planner')])
      expect(await read(client)).toEqual(whole);
  });

  it('belong to no format or earlier meeting of somebody else', async () => {
    const theirs = await format(coordinator, 'World Café', { title: 'Werkstatt', networkId });
    const earlier = await given.meeting(coordinator, { title: 'Früher', networkId, day: '2026-12-03' });
    expect(await refusalOf(given.meeting(colleague, { title: 'Angehängt', formatId: theirs }))).toBe(
      'invalid-input',
    );
    expect(await refusalOf(given.meeting(colleague, { title: 'Danach', previousMeetingId: earlier }))).toBe(
      'invalid-input',
    );
    const own = await given.meeting(colleague, { title: 'Eigenes', day: '2026-12-03' });
    expect(await refusalOf(given.changeMeeting(colleague, own, { formatId: theirs }))).toBe('invalid-input');
    const planner = await signedIn(app, 'planner');
    await given.changeMeeting(planner, own, { formatId: theirs });
    await given.changeMeeting(colleague, own, { title: 'Bleibt, wie es ist' });
    expect((await given.staffMeeting(colleague, own)).format?.id).toBe(theirs);
  });

  it('say nothing of others to an invited person, who answers in the application', async () => {
    const { id } = await given.invitedMeeting(coordinator, {
      day: '2026-12-03',
      invitees: [
        { mail: 'geheim@kanarienvogel.test', name: 'Kanarienvogel' },
        { mail: 'provider@rolle.test', name: 'Test provider', personId: provider.personId },
      ],
    });
    const page = await given.meetingPage(provider, id);
    if (page.audience !== 'participant') throw new Error('seen as staff');
    expect(JSON.stringify(page)).not.toMatch(/kanarienvogel/i);
    expect(page).toMatchObject({ mayAnswer: true, own: { answer: 'NEEDS_ACTION' } });
    await provider.post(`/api/invitations/${page.own?.invitationId}/answer`, { answer: 'ACCEPTED' });
    expect((await given.staffMeeting(coordinator, id)).counts.accepted).toBe(1);
    const other = await given.invitationOf(coordinator, id, 'geheim@kanarienvogel.test');
    expect(
      await refusalOf(provider.post(`/api/invitations/${other.id}/answer`, { answer: 'ACCEPTED' })),
    ).toBe('not-found');
    const { items } = await provider.get<Page<MeetingListItem>>('/api/meetings?when=upcoming');
    expect(items.find((it) => it.id === id)).toMatchObject({ own: 'ACCEPTED', answers: null });
  });

  it('come soonest first, page by page, each exactly once; past ones latest first', async () => {
    const own = await network(coordinator, { name: 'Reihe' });
    for (const day of ['2027-02-01', '2026-12-01', '2026-12-01', '2026-03-02', '2026-01-05', ''])
      await given.meeting(coordinator, { networkId: own, day });
    const days = async (when: string): Promise<(string | undefined)[]> => {
      const found: (string | undefined)[] = [];
      let next: string | null = '';
      while (next !== null) {
        const page: Page<MeetingListItem> = await coordinator.get(
          `/api/meetings?networkId=${own}&when=${when}&limit=2&after=${next}`,
        );
        found.push(...page.items.map((item) => item.startsAt?.slice(0, 10)));
        next = page.next;
      }
      return found;
    };
    expect(await days('upcoming')).toEqual(['2026-12-01', '2026-12-01', '2027-02-01', undefined]);
    expect(await days('past')).toEqual(['2026-03-02', '2026-01-05']);
  });

  it('keep the order of their agenda, whoever moves it', async () => {
    const id = await given.meeting(coordinator, {
      networkId,
      day: '2026-12-03',
      agenda: ['Eins', 'Zwei', 'Drei'],
    });
    const agenda = async () => (await given.staffMeeting(coordinator, id)).agenda;
    const [one, two, three] = await agenda();
    const ids = [three?.id, one?.id, two?.id];
    await coordinator.post(`/api/meetings/${id}/agenda/order`, { ids });
    expect((await agenda()).map((item) => item.title)).toEqual(['Drei', 'Eins', 'Zwei']);
    expect(await refusalOf(coordinator.post(`/api/meetings/${id}/agenda/order`, { ids: ids.slice(1) }))).toBe(
      'agenda-order-incomplete',
    );
    await coordinator.delete(`/api/meetings/${id}/agenda/${one?.id}`);
    await coordinator.post(
      `/api/meetings/${id}/agenda`,
      Object.assign(new SaveAgendaItem(), { title: 'Vier', visibility: 'PUBLIC' }),
    );
    expect((await agenda()).map((item) => [item.position, item.title])).toEqual([
      [1, 'Drei'],
      [2, 'Zwei'],
      [3, 'Vier'],
    ]);
    const [first] = await agenda();
    await coordinator.put(
      `/api/meetings/${id}/agenda/${first?.id}`,
      Object.assign(new SaveAgendaItem(), { title: 'Neu' }),
      first?.version,
    );
    expect(
      await refusalOf(
        coordinator.put(`/api/meetings/${id}/agenda/${first?.id}`, new SaveAgendaItem(), first?.version),
      ),
    ).toBe('invalid-input');
    expect(await refusalOf(coordinator.delete(`/api/meetings/${randomUUID()}/agenda/${first?.id}`))).toBe(
      'not-found',
    );
  });

  it('are not saved over somebody else’s change', async () => {
    const id = await given.meeting(coordinator, { networkId, day: '2026-12-03' });
    const page: StaffMeetingView = await given.staffMeeting(coordinator, id);
    await given.changeMeeting(coordinator, id, { place: 'Woanders' });
    expect(await refusalOf(coordinator.put(`/api/meetings/${id}`, given.savedAs(page), page.version))).toBe(
      'stale-version',
    );
    expect(await refusalOf(coordinator.put(`/api/meetings/${id}`, given.savedAs(page)))).toBe(
      'version-missing',
    );
  });

  it('say before saving whom a change concerns', async () => {
    const { id } = await given.invitedMeeting(coordinator, {
      networkId,
      day: '2026-12-03',
      invitees: ['a@ahornhaus.test', 'b@birkenhof.test'],
    });
    const page = await given.staffMeeting(coordinator, id);
    const effectOf = (changes: object) =>
      coordinator.post(`/api/meetings/${id}/change-effect`, { ...given.savedAs(page), ...changes });
    expect(await effectOf({ day: '2026-12-04' })).toEqual({
      recipients: 2,
      changed: ['Wann'],
      asksAgain: true,
    });
    expect(await effectOf({ placeNote: 'Raum 3' })).toEqual({
      recipients: 2,
      changed: ['Hinweis zum Ort'],
      asksAgain: false,
    });
    expect(await effectOf({ invitationText: 'Anders' })).toEqual({
      recipients: 0,
      changed: [],
      asksAgain: false,
    });
    expect((await given.staffMeeting(coordinator, id)).version).toBe(page.version);
  });

  it('tell on Heute what is due: invite in time, remind the silent, answer oneself', async () => {
    const fresh = await signedIn(app, 'coordinator');
    const own = await network(fresh, { name: 'Heute' });
    const draft = await given.meeting(fresh, { title: 'Bald', networkId: own, day: '2026-12-10' });
    const { id } = await given.invitedMeeting(fresh, {
      title: 'Stille',
      networkId: own,
      day: '2026-11-30',
      invitees: ['a@ahornhaus.test', { mail: 'p@rolle.test', name: 'P', personId: provider.personId }],
    });
    const lines = async (client: SignedIn) => (await client.get<TodayView>('/api/today')).lines;
    expect((await lines(fresh)).map((line) => line.text)).toContain('Einladungen senden: Bald am 10.12.');
    expect(await lines(fresh)).not.toContainEqual(expect.objectContaining({ kind: 'meeting-silent', id }));
    expect(await lines(provider)).toContainEqual(
      expect.objectContaining({ kind: 'meeting-answer', id, path: `/termine/${id}` }),
    );
    expect((await fresh.get<TodayView>('/api/today')).meetings.map((it) => it.title)).toContain('Stille');
    app.clock.pass(4, 'days');
    const later = await signedIn(app, 'planner');
    const silent = (await lines(later)).find((line) => line.kind === 'meeting-silent' && line.id === id);
    expect(silent).toMatchObject({
      text: '2 von 2 haben nicht geantwortet: Stille',
      post: `/api/meetings/${id}/remind`,
      undo: `/api/meetings/${id}/recall`,
    });
    await later.post(silent?.post ?? '');
    expect(await lines(later)).not.toContainEqual(expect.objectContaining({ kind: 'meeting-silent', id }));
    await later.post(silent?.undo ?? '');
    expect(await lines(later)).toContainEqual(expect.objectContaining({ kind: 'meeting-silent', id }));
    app.clock.pass(-4, 'days');
    await fresh.delete(`/api/meetings/${draft}`);
  });

  it('stand in the trace between network and meeting', async () => {
    const own = await network(coordinator, { name: 'Spur' });
    const id = await given.meeting(coordinator, { title: 'Auf der Spur', networkId: own, day: '2026-12-03' });
    const trace = JSON.stringify(await coordinator.get(`/api/trace/meeting/${id}`));
    expect(trace).toContain(`/netzwerke/${own}`);
    expect(await refusalOf(provider.get(`/api/trace/meeting/${id}`))).toBe('not-found');
  });

  it('go as drafts without a trace, later only by being cancelled', async () => {
    const id = await given.meeting(coordinator, { networkId, day: '2026-12-03' });
    await coordinator.post(`/api/meetings/${id}/schedule`);
    expect(await refusalOf(coordinator.delete(`/api/meetings/${id}`))).toBe('meeting-not-a-draft');
    const draft = await given.meeting(coordinator, { networkId, title: 'Verworfen' });
    await coordinator.delete(`/api/meetings/${draft}`);
    expect(await refusalOf(given.meetingPage(coordinator, draft))).toBe('not-found');
  });
});
