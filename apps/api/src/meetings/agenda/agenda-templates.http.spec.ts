import type { AgendaTemplateView } from '@runder-tisch/domain/meetings';
import { SaveAgendaTemplate } from '@runder-tisch/domain/meetings/agenda/agenda-requests';
import { SaveAgendaItem } from '@runder-tisch/domain/meetings/meetings-requests';
import { refusalOf } from '@runder-tisch/scenario/client';
import { committee } from '@runder-tisch/scenario/lists';
import { nextMeeting } from '@runder-tisch/scenario/meetings';
import { network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('The standard points of a network or committee', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let colleague: SignedIn;
  let planner: SignedIn;
  let networkId: string;
  let committeeId: string;

  beforeAll(async () => {
    app = await testApp();
    [coordinator, colleague, planner] = await Promise.all([
      signedIn(app, 'coordinator'),
      signedIn(app, 'coordinator'),
      signedIn(app, 'planner'),
    ]);
    networkId = await network(coordinator, { name: 'Netzwerk Schulden' });
    committeeId = await committee(planner, { name: 'Sozialausschuss' });
  });
  afterAll(() => app.close());

  const kept = (client: SignedIn, of: string): Promise<AgendaTemplateView> =>
    client.get<AgendaTemplateView>(`/api/agenda-templates?${of}`);
  const save = (client: SignedIn, version: number, request: Partial<SaveAgendaTemplate>) =>
    client.put('/api/agenda-templates', Object.assign(new SaveAgendaTemplate(), request), version);
  const points = (...titles: string[]) =>
    titles.map((title) => Object.assign(new SaveAgendaItem(), { title }));

  it('lie in the next meeting as they are kept, and what is usual again once there are none', async () => {
    expect(await kept(coordinator, `networkId=${networkId}`)).toEqual({
      items: [],
      version: 0,
      mayChange: true,
    });
    const [first, second] = points('Begrüßung', 'Protokollkontrolle');
    await save(coordinator, 0, {
      networkId,
      items: [
        first,
        Object.assign(new SaveAgendaItem(), second, { level: 2, minutes: 5 }),
      ] as SaveAgendaItem[],
    });
    const { plan } = await nextMeeting(coordinator, networkId);
    expect(plan.agenda).toMatchObject([
      { title: 'Begrüßung', level: 1 },
      { title: 'Protokollkontrolle', level: 2, minutes: 5 },
    ]);
    await save(coordinator, 1, { networkId, items: [] });
    expect((await nextMeeting(coordinator, networkId)).plan.agenda[0]?.title).toBe(
      'Begrüßung und Vorstellung',
    );
  });

  it('are not written over by somebody who did not see the last change', async () => {
    const own = await network(coordinator, { name: 'Netzwerk Sucht' });
    await save(coordinator, 0, { networkId: own, items: points('Begrüßung') });
    expect(await refusalOf(save(coordinator, 0, { networkId: own, items: points('Anderes') }))).toBe(
      'stale-version',
    );
    expect((await kept(coordinator, `networkId=${own}`)).items).toMatchObject([{ title: 'Begrüßung' }]);
  });

  it('of a network are for its coordination and the planners, of a committee kept by planners alone', async () => {
    expect(await refusalOf(kept(colleague, `networkId=${networkId}`))).toBe('not-found');
    expect(await refusalOf(save(colleague, 0, { networkId, items: [] }))).toBe('not-found');
    await save(planner, 0, { committeeId, items: points('Einwohnerfragestunde') });
    expect(await kept(colleague, `committeeId=${committeeId}`)).toMatchObject({
      items: [{ title: 'Einwohnerfragestunde' }],
      mayChange: false,
    });
    expect(await refusalOf(save(colleague, 1, { committeeId, items: [] }))).toBe('forbidden');
  });
});
