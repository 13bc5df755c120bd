import type { AbsencesView } from '@runder-tisch/domain/networks/absences';
import type { NetworkView } from '@runder-tisch/domain/networks';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { refusalOf } from '@runder-tisch/scenario/client';
import { invitedMeeting } from '@runder-tisch/scenario/meetings';
import { network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn, signedInAgain } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('While somebody who coordinates is away', () => {
  let app: TestApp;
  let anna: SignedIn;
  let ben: SignedIn;
  let networkId: string;

  beforeEach(async () => {
    app = await testApp({ now: '2026-11-23T09:00:00+01:00' });
    [anna, ben] = await Promise.all([signedIn(app, 'coordinator'), signedIn(app, 'coordinator')]);
    networkId = await network(anna, { name: 'Frühe Hilfen (Probe)' });
  });
  afterEach(() => app.close());

  const away = (client: SignedIn, facts: object) =>
    client.post<{ id: string }>('/api/absences', {
      personId: null,
      deputyPersonId: ben.personId,
      fromDay: '2026-11-24',
      toDay: '2026-11-30',
      ...facts,
    });
  const mayChange = async (client: SignedIn): Promise<boolean> =>
    (await client.get<NetworkView>(`/api/networks/${networkId}`)).mayChange;

  it('the deputy may what they may in their networks, from the first day to the last', async () => {
    await away(anna, {});
    expect(await mayChange(ben)).toBe(false);
    app.clock.set('2026-11-24T00:30:00+01:00');
    ben = await signedInAgain(app, ben);
    expect(await mayChange(ben)).toBe(true);
    app.clock.set('2026-11-30T23:30:00+01:00');
    ben = await signedInAgain(app, ben);
    expect(await mayChange(ben)).toBe(true);
    app.clock.set('2026-12-01T00:30:00+01:00');
    ben = await signedInAgain(app, ben);
    expect(await mayChange(ben)).toBe(false);
  });

  it('Heute tells the deputy whom they stand in for', async () => {
    await away(anna, { fromDay: '2026-11-23' });
    const { lines } = await ben.get<TodayView>('/api/today');
    expect(lines.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^Sie vertreten .* bis 30\.11\.2026$/),
    );
  });

  it('invitations of the network name who helps', async () => {
    await away(anna, { fromDay: '2026-11-23' });
    await invitedMeeting(anna, {
      title: 'Treffen',
      networkId,
      day: '2026-12-10',
      invitees: ['gast@vertretung.test'],
    });
    const [mail] = await app.database.rows<{ raw: Buffer }>(
      `select raw from outbox_message where to_address = 'gast@vertretung.test'`,
    );
    const text = mail?.raw.toString('utf8') ?? '';
    expect(text.replaceAll(/=\r\n/g, '')).toMatch(/ist bis 30\. November 2026 nicht im Dienst/);
  });

  it('it ends at once when they are back, and never ran where it had not begun', async () => {
    const { id } = await away(anna, { fromDay: '2026-11-23' });
    expect(await mayChange(ben)).toBe(true);
    await anna.post(`/api/absences/${id}/end`);
    expect(await mayChange(ben)).toBe(false);
    expect((await anna.get<AbsencesView>('/api/absences')).absences).toEqual([]);
  });

  it('is entered by themselves or an administrator, with somebody who coordinates', async () => {
    const [admin, provider] = await Promise.all([signedIn(app, 'admin'), signedIn(app, 'provider')]);
    expect(await refusalOf(away(ben, { personId: anna.personId, deputyPersonId: ben.personId }))).toBe(
      'forbidden',
    );
    expect(await refusalOf(away(anna, { deputyPersonId: anna.personId }))).toBe('absence-deputy');
    expect(await refusalOf(away(anna, { deputyPersonId: provider.personId }))).toBe('absence-deputy');
    expect(await refusalOf(away(admin, {}))).toBe('absence-person');
    expect(await refusalOf(away(anna, { toDay: '2026-11-23' }))).toBe('absence-ends-before-start');
    expect(await refusalOf(away(anna, { fromDay: '2026-11-01', toDay: '2026-11-02' }))).toBe('absence-over');
    await away(admin, { personId: anna.personId });
    expect(await refusalOf(away(anna, { fromDay: '2026-11-30', toDay: '2026-12-04' }))).toBe(
      'absence-overlaps',
    );
    expect(
      await refusalOf(
        ben.post(
          `/api/absences/${(await admin.get<AbsencesView>('/api/absences')).absences[0]?.id ?? ''}/end`,
        ),
      ),
    ).toBe('not-found');
  });
});
