import type { ProtocolPreviewView } from '@runder-tisch/domain/meetings';
import { OrderAgenda } from '@runder-tisch/domain/meetings/agenda/agenda-requests';
import { SaveAgendaItem } from '@runder-tisch/domain/meetings/meetings-requests';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  invitedMeeting,
  meeting,
  nextMeeting,
  previewInvitation,
  staffMeeting,
} from '@runder-tisch/scenario/meetings';
import { network } from '@runder-tisch/scenario/networks';
import {
  approveMinutes,
  attend,
  endSession,
  minutesLine,
  startSession,
} from '@runder-tisch/scenario/session';
import { countySettings } from '../../../test/running-meeting';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

const tree: Partial<SaveAgendaItem>[] = [
  { title: 'Begrüßung' },
  { title: 'Berichte', minutes: 30 },
  { title: 'Wohnen', level: 2, presenter: 'Frau Berg', minutes: 10 },
  { title: 'Schulden', level: 2 },
  { title: 'Ausblick' },
];

describe('An agenda with subpoints', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let networkId: string;

  beforeAll(async () => {
    app = await testApp();
    await countySettings(app);
    app.clock.set('2025-03-12T13:00:00Z');
    coordinator = await signedIn(app, 'coordinator');
    networkId = await network(coordinator, { name: 'Netzwerk Wohnen' });
  });
  afterAll(() => app.close());

  const standing = async (id: string) =>
    (await staffMeeting(coordinator, id)).agenda.map(
      ({ title, level, visibility }) => `${level} ${title} ${visibility}`,
    );
  const planned = (facts: { networkId?: string } = {}) =>
    meeting(coordinator, { ...facts, day: '2025-04-02', agenda: tree, invitees: ['gast@liste.test'] });

  it('is numbered in the mail as on the page, and proposed again as it is nested', async () => {
    const { text, content } = await previewInvitation(
      coordinator,
      { day: '2025-04-02', agenda: tree },
      'gast@liste.test',
    );
    expect(text).toContain('2. Berichte (30 Min.)\n');
    expect(text).toContain('2.1 Wohnen (Frau Berg, 10 Min.)');
    expect(text).toContain('2.2 Schulden');
    expect(text).toContain('3. Ausblick');
    expect(JSON.stringify(content)).toContain('2.1 Wohnen');
    await invitedMeeting(coordinator, {
      ...{ networkId, day: '2025-04-02', agenda: tree, invitees: ['gast@liste.test'] },
    });
    const { plan } = await nextMeeting(coordinator, networkId);
    expect(plan.agenda.map(({ level }) => level)).toEqual([1, 1, 2, 2, 1]);
  });

  it('is nested and moved in one step, begins with a point, and shows a subpoint to whoever sees its point', async () => {
    const id = await planned();
    const { agenda } = await staffMeeting(coordinator, id);
    const [welcome, reports, living, debts, outlook] = agenda.map((item) => item.id);
    await coordinator.post(`/api/meetings/${id}/agenda/order`, {
      ids: [debts, reports, living, outlook, welcome],
      nested: [debts, living, outlook],
    });
    expect(await standing(id)).toEqual([
      '1 Schulden INTERNAL',
      '1 Berichte INTERNAL',
      '2 Wohnen INTERNAL',
      '2 Ausblick INTERNAL',
      '1 Begrüßung INTERNAL',
    ]);
    const hidden = Object.assign(new SaveAgendaItem(), { title: 'Berichte', visibility: 'HIDDEN' });
    const { version } = (await staffMeeting(coordinator, id)).agenda[1] ?? { version: 0 };
    await coordinator.put(`/api/meetings/${id}/agenda/${reports}`, hidden, version);
    expect((await standing(id)).slice(1, 4)).toEqual([
      '1 Berichte HIDDEN',
      '2 Wohnen HIDDEN',
      '2 Ausblick HIDDEN',
    ]);
  });

  it('keeps what is nested where only the order is told, and lets subpoints of a removed point stay', async () => {
    const id = await planned();
    const before = (await staffMeeting(coordinator, id)).agenda.map((item) => item.id);
    const [welcome = '', ...others] = before;
    const order = Object.assign(new OrderAgenda(), { ids: [...others, welcome] });
    await coordinator.post(`/api/meetings/${id}/agenda/order`, order);
    expect((await standing(id)).map((it) => it[0])).toEqual(['1', '2', '2', '1', '1']);
    await coordinator.delete(`/api/meetings/${id}/agenda/${before[1]}`);
    expect((await standing(id)).map((it) => it.slice(0, 6))).toEqual([
      '1 Wohn',
      '2 Schu',
      '1 Ausb',
      '1 Begr',
    ]);
  });

  it('keeps the longest time a device counted, and none once the minutes are approved', async () => {
    const { id } = await invitedMeeting(coordinator, {
      ...{ day: '2025-03-12', startTime: '14:15', endTime: '16:00', agenda: tree },
      invitees: ['gast@liste.test'],
    });
    const { agenda, attendance } = await startSession(coordinator, id);
    const item = agenda[2]?.id ?? '';
    const took = (seconds: number) =>
      coordinator.put(`/api/meetings/${id}/agenda/${item}/used-time`, { seconds }, 0);
    for (const seconds of [300, 720, 60]) await took(seconds);
    expect((await staffMeeting(coordinator, id)).agenda.map((it) => it.usedSeconds)).toEqual([
      ...[null, null, 720, null, null],
    ]);
    await minutesLine(coordinator, id, { text: 'Es wird gebaut.', agendaItemId: item });
    const [seat] = attendance;
    if (seat) await attend(coordinator, id, seat);
    await endSession(coordinator, id);
    await approveMinutes(coordinator, id);
    const { content } = await coordinator.get<ProtocolPreviewView>(`/api/meetings/${id}/protocol`);
    const headings = content.blocks.flatMap((it) =>
      it.kind === 'heading' ? [`${it.level} ${it.text}`] : [],
    );
    expect(headings).toEqual(
      expect.arrayContaining(['2 TOP 2: Berichte', '3 TOP 2.1: Wohnen', '3 TOP 2.2: Schulden']),
    );
    expect(await refusalOf(took(900))).toBe('meeting-over');
  });
});
