import { confirm, field, press } from '../fields';
import { signIn } from '../sign-in';
import { expect, test } from '../world';

test('a member leaves: one dialog hands everything to somebody new, and it can be taken back', async ({
  app,
  world,
  page,
}) => {
  const coordinator = await signIn(page, world, app, 'coordinator');
  const { actors, networks, meetings } = world;
  const houseId = await actors.organisation(coordinator, { name: 'Ahornhaus (Demo)' });
  const networkId = await networks.network(coordinator, { name: 'Frühe Hilfen (Demo)' });
  const anna = { givenName: 'Anna', familyName: 'Ehlers', mail: 'anna@nachfolge.test' };
  const annaId = await actors.person(coordinator, anna);
  await actors.representation(coordinator, {
    personId: annaId,
    organisationId: houseId,
    fromDay: '2025-01-01',
  });
  const seat = { organisationId: houseId, personId: annaId, fromDay: '2025-01-01' };
  await networks.membership(coordinator, networkId, seat);
  await networks.task(coordinator, { title: 'Flyer drucken', networkId, personId: annaId });
  const { id: meetingId } = await meetings.invitedMeeting(coordinator, {
    title: 'Netzwerktreffen',
    networkId,
    day: '2026-12-10',
    invitees: [{ mail: anna.mail, name: 'Anna Ehlers', personId: annaId, onBehalfOfId: houseId }],
  });
  const panel = page.getByRole('dialog', { name: 'Nachfolge für Anna Ehlers' });
  const invited = async (): Promise<string[]> =>
    (await meetings.staffMeeting(coordinator, meetingId)).invitations.map(({ mail }) => mail);

  await test.step('the dialog shows what she holds', async () => {
    await page.goto(`/akteure/personen/${annaId}`);
    await press(page, 'Nachfolge');
    for (const held of ['Ahornhaus (Demo)', 'Frühe Hilfen (Demo)', 'Netzwerktreffen', 'Flyer drucken'])
      await expect(panel.getByRole('checkbox', { name: held })).toBeChecked();
  });

  await test.step('all of it goes to somebody who is entered on the way', async () => {
    await press(panel, 'Neue Person');
    await field(panel, 'Vorname').fill('Ben');
    await field(panel, 'Nachname').fill('Kraft');
    await field(panel, 'Mailadresse').fill('ben@nachfolge.test');
    await press(panel, '4 Einträge übergeben');
    await expect(panel.getByText(/hat\s+4 Einträge übernommen/)).toBeVisible();
    await expect(panel.getByText('Nichts zu übergeben')).toBeVisible();
    expect(await invited()).toEqual(['ben@nachfolge.test']);
  });

  await test.step('it is taken back as it was', async () => {
    await press(panel, 'Übergabe von Anna Ehlers an Ben Kraft zurücknehmen');
    await confirm(page, 'Übergabe zurücknehmen?', 'Zurücknehmen');
    await expect(panel.getByText('Zurückgenommen: 4 Einträge.')).toBeVisible();
    await expect(panel.getByRole('checkbox', { name: 'Flyer drucken' })).toBeChecked();
    expect(await invited()).toEqual([anna.mail]);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Verlauf' }).click();
    await expect(page.getByText('Nachfolge übergeben an Ben Kraft')).toBeVisible();
  });
});

test('she is on holiday: another coordinator does for her networks what she may, and it ends by itself', async ({
  app,
  world,
  page,
}) => {
  const anna = await signIn(page, world, app, 'coordinator');
  const ben = await world.signedIn(app, 'coordinator');
  const networkId = await world.networks.network(anna, { name: 'Frühe Hilfen (Demo)' });
  const mayChange = async (): Promise<boolean> =>
    (await world.networks.networkView(ben, networkId)).mayChange;

  await page.goto('/konto');
  await press(page, 'Abwesenheit eintragen');
  const panel = page.getByRole('dialog', { name: 'Abwesenheit eintragen' });
  await field(panel, 'Letzter Tag').fill('30.11.2026');
  await panel.getByLabel('Wer vertritt?').selectOption({ index: 1 });
  await press(panel, 'Eintragen');
  await expect(panel).toHaveCount(0);
  await expect(page.getByText('Sie werden vertreten')).toBeVisible();
  expect(await mayChange()).toBe(true);

  await press(page, /^Beenden: /);
  await confirm(page, 'Vertretung beenden?', 'Beenden');
  await expect(page.getByText('Sie werden vertreten')).toHaveCount(0);
  expect(await mayChange()).toBe(false);
});

test('an address that no mail reaches is worked off, and people correct their own behind a link', async ({
  app,
  world,
  page,
}) => {
  const coordinator = await signIn(page, world, app, 'coordinator');
  const mail = 'alt@erreichbar.test';
  const personId = await world.actors.person(coordinator, { givenName: 'Eva', familyName: 'Amsel', mail });

  await test.step('the server refuses her mail; the list says so and takes the right address', async () => {
    await world.meetings.invitedMeeting(coordinator, {
      title: 'Treffen',
      day: '2026-12-10',
      invitees: [{ mail, name: 'Eva Amsel', personId }],
    });
    await app.get(world.Database).write(world.systemViewer, 'story.refused', (tx) =>
      tx.query(
        `update outbox_message set state = 'REFUSED', last_error = 'Das Postfach gibt es nicht.', settled_at = $1
         where to_address = $2 and settled_at is null`,
        [app.clock.now(), mail],
      ),
    );
    await page.goto('/akteure/personen/unzustellbar');
    await press(page, `Adresse berichtigen: ${mail}`);
    const panel = page.getByRole('dialog', { name: 'Adresse berichtigen' });
    await field(panel, 'Richtige Mailadresse').fill('eva@erreichbar.test');
    await press(panel, 'Speichern');
    await expect(page.getByText('Alle Adressen sind erreichbar.')).toBeVisible();
  });

  await test.step('she gets a link and corrects her number without an account', async () => {
    await page.goto(`/akteure/personen/${personId}`);
    await press(page, 'Um Prüfung der Angaben bitten');
    await confirm(page, 'Um Prüfung der Angaben bitten?', 'Mail senden');
    await expect(page.getByText('Der Link ist unterwegs an eva@erreichbar.test.')).toBeVisible();
    const token = await app.get(world.Database).write(world.systemViewer, 'story.link', (tx) =>
      app.get(world.MailLinks).create(tx, {
        purpose: 'own-contact',
        personId,
        objectKind: 'person',
        objectId: personId,
        expiresAt: new Date(app.clock.now().getTime() + 86_400_000),
      }),
    );
    await page.goto(`/meine-angaben/${token}`);
    await page.getByLabel('Telefon').fill('03496 77');
    await press(page, 'Speichern');
    await expect(page.getByText('Vielen Dank, Ihre Angaben sind gespeichert.')).toBeVisible();
  });

  await test.step('Heute and her page tell of it', async () => {
    await page.goto(`/akteure/personen/${personId}`);
    await expect(page.getByRole('link', { name: '03496 77' })).toBeVisible();
  });
});
