import type { DigestGroup, OwnDigestView } from '@runder-tisch/domain/messages';
import type { SettingsView } from '@runder-tisch/domain/settings';
import { SaveSettings } from '@runder-tisch/domain/settings/settings-requests';
import { organisation, person, representation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  answerFeedback,
  checkedFeedback,
  decideFeedback,
  linkFeedback,
} from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { invitedMeeting, meeting } from '@runder-tisch/scenario/meetings';
import { membership, network } from '@runder-tisch/scenario/networks';
import { reminder } from '@runder-tisch/scenario/reminders';
import { deliveredMails } from '../../../test/delivered-mails';
import type { ReadMail } from '../../../test/read-mail';
import { type SignedIn, signedIn, signedInAgain } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { Settings } from '../../settings/settings';
import { DigestService } from './digest.service';

const MONDAY = '2026-11-23T07:30:00+01:00';
const NEXT_MONDAY = '2026-11-30T07:30:00+01:00';

describe('The weekly mail', () => {
  let app: TestApp;
  let admin: SignedIn;
  let coordinator: SignedIn;
  let networkId: string;
  let count = 0;

  beforeEach(async () => {
    app = await testApp({ now: '2026-11-20T09:00:00+01:00' });
    admin = await signedIn(app, 'admin');
    coordinator = await signedIn(app, 'coordinator');
    networkId = await network(coordinator, { name: 'Frühe Hilfen' });
    const musterland = Object.assign(new SaveSettings(), {
      countyName: 'Landkreis Musterland',
      senderName: 'Sozialplanung',
      senderAddress: 'termine@kreis.test',
      replyAddress: 'termine@kreis.test',
    });
    await app
      .get(Database)
      .write(systemViewer, 'test.settings', (tx) => app.get(Settings).begin(tx, musterland));
  });
  afterEach(() => app.close());

  async function switched(weeklyDigest: boolean): Promise<void> {
    const { version, logo: _logo, ...settings } = await admin.get<SettingsView>('/api/settings');
    await admin.put('/api/settings', { ...settings, weeklyDigest }, version);
  }
  async function member(): Promise<string> {
    const mail = `mitglied-${(count += 1)}@haus.test`;
    const personId = await person(coordinator, { familyName: `Mitglied ${count}`, mail });
    await membership(coordinator, networkId, { personId, fromDay: '2026-01-01' });
    return mail;
  }
  async function weekly(now: string): Promise<ReadMail[]> {
    app.clock.set(now);
    await app.get(DigestService).run();
    return (await deliveredMails(app)).filter(({ subject }) => subject.startsWith('Wochenmail'));
  }
  const planned = (title: string): Promise<unknown> =>
    invitedMeeting(coordinator, { title, networkId, day: '2026-12-15', invitees: ['gast@anderswo.test'] });
  const own = (who: SignedIn): Promise<OwnDigestView> => who.get('/api/account/digest');
  const titles = (groups: DigestGroup[]): string[][] =>
    groups.map(({ title, lines }) => [title, ...lines.map((line) => line.title)]);
  const linkIn = (mail: ReadMail | undefined): string =>
    /\/wochenmail\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '';
  const press = (path: string, form: Record<string, string>): Promise<Response> =>
    fetch(app.url + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });

  it('tells members without an account what is new in their network, why, and ends with one click', async () => {
    const mail = await member();
    await planned('Treffen im Dezember');
    const [told] = (await weekly(MONDAY)).filter(({ to }) => to === mail);
    expect(told?.subject).toBe('Wochenmail: Frühe Hilfen');
    expect(told?.text).toContain('Treffen im Dezember');
    expect(told?.text).toContain('weil Sie in diesem Netzwerk mitarbeiten');
    // A mail gateway opens every link: that ends nothing.
    const shown = await fetch(`${app.url}${linkIn(told)}?thema=NETWORK:${networkId}`);
    expect(await shown.text()).toContain('„Netzwerk: Frühe Hilfen“ stumm schalten');
    expect((await press(linkIn(told), { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    app.clock.set('2026-11-25T09:00:00+01:00');
    coordinator = await signedInAgain(app, coordinator);
    await planned('Treffen im Januar');
    expect((await weekly(NEXT_MONDAY)).map(({ to }) => to)).not.toContain(mail);
  });

  it('goes out once, however many runs there are, and tells nothing a second time', async () => {
    const mail = await member();
    await planned('Treffen im Dezember');
    app.clock.set(MONDAY);
    const digest = app.get(DigestService);
    await Promise.all([digest.run(), digest.run(), digest.run()]);
    const mails = (await deliveredMails(app)).filter(
      ({ to, subject }) => to === mail && /^Wochen/.test(subject),
    );
    expect(mails).toHaveLength(1);
    expect((await weekly(NEXT_MONDAY)).filter(({ to }) => to === mail)).toEqual([]);
  });

  it('goes on behind the last address where a run was cut off', async () => {
    const mails = [await member(), await member(), await member()];
    await planned('Treffen im Dezember');
    app.clock.set(MONDAY);
    const database = app.get(Database);
    const write = database.write.bind(database);
    let left = 2;
    database.write = async (viewer, useCase, work) => {
      if (useCase === 'digest.send' && (left -= 1) < 0) throw new Error('killed');
      return write(viewer, useCase, work);
    };
    await expect(app.get(DigestService).run()).rejects.toThrow('killed');
    database.write = write;
    const all = await weekly(MONDAY);
    expect(mails.map((mail) => all.filter(({ to }) => to === mail).length)).toEqual([1, 1, 1]);
  });

  it('stays away where nothing is new, the county sends none, or its day is long over', async () => {
    await member();
    expect(await weekly(MONDAY)).toEqual([]);
    app.clock.set('2026-11-24T09:00:00+01:00');
    [admin, coordinator] = [await signedInAgain(app, admin), await signedInAgain(app, coordinator)];
    await planned('Treffen im Dezember');
    expect(await weekly('2026-12-02T09:00:00+01:00')).toEqual([]);
    admin = await signedInAgain(app, admin);
    await switched(false);
    expect(await weekly('2026-12-07T09:00:00+01:00')).toEqual([]);
  });

  it('shows in the account what it would say, and says less where a network is muted', async () => {
    await planned('Treffen im Dezember');
    await reminder(coordinator, {
      kind: 'network',
      objectId: networkId,
      dueOn: '2026-11-24',
      note: 'Förderung',
    });
    const before = await own(coordinator);
    expect(titles(before.groups)).toEqual([
      ['Was ansteht', 'Frühe Hilfen'],
      ['Frühe Hilfen', 'Treffen im Dezember'],
    ]);
    expect(before.nextAt).toBe('2026-11-23T06:00:00.000Z');
    const after = await coordinator.post<OwnDigestView>('/api/account/digest/mute', {
      key: `NETWORK:${networkId}`,
      muted: true,
    });
    expect(titles(after.groups)).toEqual([['Was ansteht', 'Frühe Hilfen']]);
    expect(after.topics.filter(({ muted }) => muted).map(({ title }) => title)).toEqual(['Frühe Hilfen']);
    const again = await coordinator.post<OwnDigestView>('/api/account/digest/mute', {
      key: `NETWORK:${networkId}`,
      muted: false,
    });
    expect(again.groups).toHaveLength(2);
    expect(await refusalOf(coordinator.post('/api/account/digest/mute', { key: 'x', muted: true }))).toBe(
      'invalid-input',
    );
  });

  it('tells nobody of drafts, of networks they left, or of what they may see no more when it is written', async () => {
    const provider = await signedIn(app, 'provider');
    await membership(coordinator, networkId, { personId: provider.personId, fromDay: '2026-01-01' });
    await meeting(coordinator, { title: 'Entwurf', networkId, day: '2026-12-16' });
    await planned('Treffen im Dezember');
    expect(titles((await own(provider)).groups)).toEqual([['Frühe Hilfen', 'Treffen im Dezember']]);
    await app
      .get(Database)
      .write(systemViewer, 'test.leave', (tx) =>
        tx.query(`update membership set to_day = '2026-11-19' where person_id = $1`, [provider.personId]),
      );
    expect((await own(provider)).groups).toEqual([]);
    expect((await weekly(MONDAY)).map(({ to }) => to)).not.toContain(`${provider.accountId}@rolle.test`);
  });

  it('tells an organisation what became of its Hinweise in the checked words', async () => {
    const planner = await signedIn(app, 'planner');
    const provider = await signedIn(app, 'provider');
    const house = await organisation(planner, { name: 'Ahornhaus' });
    await representation(planner, {
      organisationId: house,
      personId: provider.personId,
      fromDay: '2026-01-01',
    });
    const id = await checkedFeedback(planner, { text: 'Es fehlt ein Bus am Abend.', organisationId: house });
    await linkFeedback(planner, id, await fieldOfAction(planner, 'Wohnen'));
    await decideFeedback(planner, id, { decision: 'NOTED', reason: 'Wir geben es weiter.' });
    expect((await own(provider)).groups).toEqual([]);
    app.clock.pass(1, 'minutes');
    await answerFeedback(planner, id, 'Danke, wir sprechen mit dem Verkehrsbetrieb.');
    const [group] = (await own(provider)).groups;
    expect([group?.title, group?.lines[0]?.note]).toEqual(['Ahornhaus', 'zur Kenntnis genommen']);
    expect(group?.lines[0]?.title).toContain('Es fehlt ein Bus am Abend.');
  });
});
