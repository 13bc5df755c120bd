import type { TodayView } from '@runder-tisch/domain/tasks';
import { invite, meeting } from '@runder-tisch/scenario/meetings';
import { membership, network } from '@runder-tisch/scenario/networks';
import { endSession, minutesLine } from '@runder-tisch/scenario/session';
import { type SignedIn, signedIn, signedInAgain } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Heute, with meetings', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  const linesOf = async (client: SignedIn, id: string): Promise<string[]> =>
    (await client.get<TodayView>('/api/today')).lines.filter((it) => it.id === id).map((it) => it.text);

  it('asks those who are invited for an answer, but nobody who plans the meeting or sent the invitations', async () => {
    const [coordinator, deputy, colleague, member, sender, planner] = await Promise.all([
      signedIn(app, 'coordinator'),
      signedIn(app, 'coordinator'),
      signedIn(app, 'coordinator'),
      signedIn(app, 'provider'),
      signedIn(app, 'planner'),
      signedIn(app, 'planner'),
    ]);
    const networkId = await network(coordinator, { name: 'Netzwerk Demenz' });
    const seat = (of: SignedIn, role: 'COORDINATOR' | 'MEMBER') =>
      membership(coordinator, networkId, { personId: of.personId, fromDay: '2026-01-01', role });
    await seat(deputy, 'COORDINATOR');
    await seat(colleague, 'MEMBER');
    await seat(member, 'MEMBER');
    const invitees = [coordinator, deputy, colleague, member, sender, planner].map(
      ({ personId, accountId }, index) => ({
        personId,
        mail: `${accountId}@rolle.test`,
        name: `Gast ${index}`,
      }),
    );
    const id = await meeting(coordinator, { title: 'Demenzrunde', networkId, day: '2027-01-14', invitees });
    await invite(sender, id);
    const asked = 'Zu- oder absagen: Demenzrunde am 14.01.';
    for (const client of [colleague, member, planner]) expect(await linesOf(client, id)).toEqual([asked]);
    for (const client of [coordinator, deputy, sender]) expect(await linesOf(client, id)).toEqual([]);
  });

  it('asks those who plan a draft to enter what was, once its day is over', async () => {
    const coordinator = await signedIn(app, 'coordinator');
    const stranger = await signedIn(app, 'coordinator');
    const networkId = await network(coordinator, { name: 'Netzwerk Wohnen' });
    const facts = { networkId, day: '2026-11-24', startTime: '10:00', endTime: '11:00' };
    const draft = await meeting(coordinator, { ...facts, title: 'Kurz verabredet' });
    const announced = await meeting(coordinator, { ...facts, title: 'Ohne Einladung' });
    const undated = await meeting(coordinator, { networkId, title: 'Noch ohne Termin' });
    await coordinator.post(`/api/meetings/${announced}/schedule`);
    expect(await linesOf(coordinator, draft)).toEqual(['Einladungen senden: Kurz verabredet am 24.11.']);

    app.clock.pass(2, 'days');
    const [later, other] = [await signedInAgain(app, coordinator), await signedInAgain(app, stranger)];
    expect(await linesOf(later, draft)).toEqual(['Nachtragen, wer da war: Kurz verabredet am 24.11.']);
    expect(await linesOf(later, announced)).toEqual(['Nachtragen, wer da war: Ohne Einladung am 24.11.']);
    expect(await linesOf(later, undated)).toEqual([]);
    expect(await linesOf(other, draft)).toEqual([]);

    await minutesLine(later, draft, { kind: 'TEXT', text: 'Nachgetragen.' });
    await endSession(later, draft);
    expect(await linesOf(later, draft)).toEqual(['Protokoll vom 24.11. freigeben: Kurz verabredet']);
  });
});
