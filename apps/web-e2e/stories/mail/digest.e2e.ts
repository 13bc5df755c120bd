import { signIn } from '../../sign-in';
import { expect, test } from '../../world';

const settings = {
  countyName: 'Landkreis Musterland (Demo)',
  countyKey: '',
  senderName: 'Sozialplanung',
  senderAddress: 'runder-tisch@musterland.test',
  replyAddress: 'sozialplanung@musterland.test',
  imprint: '',
  privacyText: '',
  accessibilityText: '',
  registrationOpen: true,
  voicesOpen: true,
  voicesIntro: '',
  fourEyes: false,
  cycleYears: 5,
  taskRemindDays: 3,
  taskOverdueDays: 1,
  taskEscalateDays: 7,
  weeklyDigest: true,
  digestWeekday: 1,
  digestHour: 7,
};

test.use({ appOptions: { now: '2026-11-20T09:00:00+01:00' } });

test('a member without an account reads on Monday what was new, mutes a network with one click, and is left in peace', async ({
  app,
  world,
  page,
}) => {
  await app
    .get(world.Database)
    .write(world.systemViewer, 'test.settings', (tx) => app.get(world.Settings).begin(tx, settings));
  let coordinator = await signIn(page, world, app, 'coordinator');
  const networks: string[] = [];
  for (const name of ['Frühe Hilfen (Demo)', 'Wohnen (Demo)'])
    networks.push(await world.networks.network(coordinator, { name }));
  const [early = '', housing = ''] = networks;
  const personId = await world.actors.person(coordinator, { familyName: 'Berg', mail: 'berg@haus.test' });
  for (const networkId of networks)
    await world.networks.membership(coordinator, networkId, { personId, fromDay: '2026-01-01' });
  const plan = (title: string, networkId: string): Promise<unknown> =>
    world.meetings.invitedMeeting(coordinator, {
      title,
      networkId,
      day: '2026-12-15',
      invitees: ['gast@haus.test'],
    });
  const mailsOf = async (now: string) => {
    app.clock.set(now);
    await app.get(world.DigestService).run();
    const mails = await world.deliveredMails(app);
    return mails.filter(({ to, subject }) => to === 'berg@haus.test' && subject.startsWith('Wochenmail'));
  };

  await test.step('the coordinator sees what their own mail would say and leaves one network out of it', async () => {
    await plan('Treffen Frühe Hilfen', early);
    await plan('Treffen Wohnen', housing);
    await page.goto('/konto');
    const card = page.getByRole('region', { name: 'Wochenmail' });
    await card.getByRole('button', { name: 'So sähe Ihre nächste Wochenmail aus' }).click();
    await expect(card.getByRole('link', { name: 'Treffen Frühe Hilfen' })).toBeVisible();
    await expect(card.getByText('weil Sie in diesem Netzwerk mitarbeiten').first()).toBeVisible();
    await card.getByRole('checkbox', { name: 'Netzwerk: Wohnen (Demo)' }).uncheck();
    await expect(card.getByRole('link', { name: 'Treffen Wohnen' })).toHaveCount(0);
  });

  const [first] = await mailsOf('2026-11-23T07:10:00+01:00');
  await test.step('on Monday one mail tells of both networks', () => {
    expect(first?.text).toContain('Treffen Frühe Hilfen');
    expect(first?.text).toContain('Treffen Wohnen');
  });

  await test.step('its link mutes one of them with one click', async () => {
    const links = first?.text.match(/\/wochenmail\/[\w-]{43}\?thema=NETWORK:[\w-]+/g) ?? [];
    await page.goto(links.find((link) => link.endsWith(early)) ?? '');
    await page.getByRole('button', { name: '„Netzwerk: Frühe Hilfen (Demo)“ stumm schalten' }).click();
    await expect(page.getByText('Gespeichert.')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Netzwerk: Frühe Hilfen (Demo)' })).not.toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Netzwerk: Wohnen (Demo)' })).toBeChecked();
  });

  await test.step('a week later the other network alone is told of', async () => {
    coordinator = await world.signedInAgain(app, coordinator);
    await plan('Zweites Treffen Frühe Hilfen', early);
    await plan('Zweites Treffen Wohnen', housing);
    const [second] = await mailsOf('2026-11-30T07:10:00+01:00');
    expect(second?.text).toContain('Zweites Treffen Wohnen');
    expect(second?.text).not.toContain('Frühe Hilfen');
  });

  await test.step('and the county can send none at all', async () => {
    await signIn(page, world, app, 'admin');
    await page.goto('/einstellungen/landkreis');
    await page.getByRole('checkbox', { name: 'Wochenmail verschicken' }).uncheck();
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect(page.getByText('Gespeichert.')).toBeVisible();
    coordinator = await world.signedInAgain(app, coordinator);
    await plan('Drittes Treffen Wohnen', housing);
    expect(await mailsOf('2026-12-07T07:10:00+01:00')).toEqual([]);
  });
});
