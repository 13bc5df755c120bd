import { county } from '../../county';
import { field, press } from '../../fields';
import { lastMailTo, linkIn } from '../../mails';
import { signIn, signInAgain } from '../../sign-in';
import { expect, test } from '../../world';

const MAIL = 'dora.lenz@pflegenest.example.test';

test('tasks are changed together, done by the link of a mail, and what is left opens the next minutes', async ({
  app,
  world,
  page,
  newPage,
  context,
}) => {
  test.setTimeout(180_000);
  await county(app, world);
  const katrin = await signIn(page, world, app, 'coordinator');
  const networkId = await world.networks.network(katrin, { name: 'Frühe Hilfen (Demo)' });
  const dora = await world.actors.person(katrin, { salutation: 'Frau', familyName: 'Lenz', mail: MAIL });
  const given = (title: string, personId: string | null = dora): Promise<string> =>
    world.networks.task(katrin, { title, networkId, personId, dueOn: '2026-11-20' });
  await given('Räume anfragen');
  await given('Flyer drucken');
  await given('Liste schicken', null);
  const list = page.getByRole('table', { name: 'Aufgaben' });
  const bar = page.getByRole('group', { name: 'Mit den ausgewählten Aufgaben' });
  const choose = async (title: string): Promise<void> =>
    page.getByRole('checkbox', { name: `${title} auswählen` }).check();

  await test.step('one list over all networks, cut down to what is overdue', async () => {
    await page.goto('/heute/aufgaben');
    await page.getByRole('combobox', { name: 'Fällig' }).selectOption('Überfällig');
    await expect(list.getByRole('button', { name: 'Räume anfragen', exact: true })).toBeVisible();
    await expect(page.getByText('3 Aufgaben', { exact: true })).toBeVisible();
    await page.getByRole('combobox', { name: 'Fällig' }).selectOption('Jede Frist');
  });

  await test.step('several get a new day at once, and one click takes it back', async () => {
    await choose('Räume anfragen');
    await press(bar, 'Alle 3 gezeigten');
    await press(bar, 'Neue Frist …');
    const panel = page.getByRole('dialog', { name: 'Neue Frist' });
    await field(panel, 'Neue Frist').fill('04.12.2026');
    await press(panel, 'Frist ändern');
    await expect(list.getByText('04.12.2026')).toHaveCount(3);
    await press(page, 'Rückgängig');
    await expect(list.getByText('20.11.2026')).toHaveCount(3);
  });

  await test.step('those who do them are reminded in one mail each; for whom there is nobody is said', async () => {
    await choose('Räume anfragen');
    await press(bar, 'Alle 3 gezeigten');
    await press(bar, 'Erinnern');
    await expect(page.getByRole('alert')).toContainText('Liste schicken');
    await expect(page.getByRole('alert')).toContainText('niemand mit einer Mailadresse');
    app.clock.pass(2, 'minutes');
  });

  await test.step('Frau Lenz ticks one off without an account, and says what came of it', async () => {
    const mail = await lastMailTo(app, MAIL);
    const phone = await newPage();
    await phone.goto(await linkIn(mail, '/aufgabe/'));
    const title = await phone.getByRole('heading', { level: 1 }).textContent();
    expect(title?.trim()).toBe('Flyer drucken');
    await phone
      .getByRole('textbox', { name: /Was ist daraus geworden/ })
      .fill('200 Stück liegen im Rathaus.');
    await press(phone, 'Ist erledigt');
    await expect(phone.getByText('Vielen Dank, die Aufgabe ist erledigt.')).toBeVisible();
    await page.goto('/heute/aufgaben?state=DONE');
    await expect(list.getByText('200 Stück liegen im Rathaus.')).toBeVisible();
  });

  const { id } = await world.meetings.invitedMeeting(katrin, {
    networkId,
    day: '2026-12-08',
    agenda: ['Begrüßung', 'Wege zur Beratung'],
    invitees: [MAIL],
  });
  app.clock.set('2026-12-08T13:50:00+01:00');
  await signInAgain(page, world, app, katrin.accountId);
  const block = page.getByRole('group').filter({ hasText: 'Offen vom letzten Mal' });

  await test.step('the rest stands on top of the next minutes, and is spoken of without network too', async () => {
    await page.goto(`/termine/${id}/sitzung`);
    await expect(block).toContainText('2 sind offen');
    await press(page, 'Sitzung starten');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await block.getByRole('button', { name: /^Erledigt.*Räume anfragen/ }).click();
    await block.getByRole('button', { name: /verschieben: Liste schicken/ }).click();
    await expect(block).toContainText('alles besprochen');
    await page.reload();
    await expect(block).toContainText('alles besprochen');
    await context.setOffline(false);
    await expect(page.getByRole('contentinfo')).toContainText(/gespeichert \d\d:\d\d/);
  });

  await test.step('and the protocol keeps what was said', async () => {
    await world.session.endSession(await world.signedInAgain(app, katrin), id);
    await page.goto(`/termine/${id}/nachlauf`);
    const { content } = await world.session.protocolOf(await world.signedInAgain(app, katrin), id);
    expect(JSON.stringify(content)).toContain('Offen vom letzten Mal');
    expect(JSON.stringify(content)).toContain(': erledigt');
    expect(JSON.stringify(content)).toContain('verschoben auf');
  });
});
