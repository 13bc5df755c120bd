import { field, head, press } from '../fields';
import { expect, test } from '../world';

// As on a machine where nobody has given a mail server yet.
test.use({ appOptions: { smtp: false } });

test('a county begins with the link in the terminal: one page, then at work with its lists', async ({
  app,
  world,
  page,
  newPage,
}) => {
  const link = (await app.get(world.SetUpLink).create()) ?? '';

  await test.step('one page, without a script', async () => {
    await page.goto(link);
    await page.getByLabel('Name des Landkreises').fill('Landkreis Musterland');
    await page.getByLabel('Vorname').fill('Ada');
    await page.getByLabel('Nachname').fill('Anfang');
    await page.getByLabel('Ihre Mailadresse').fill('ada.anfang@musterland.test');
    await page.getByLabel('Passwort').fill('Landkreis2026!');
    await page.getByLabel('Ich arbeite auch selbst in der Sozialplanung').check();
    await page.getByLabel('Absender, wie Empfänger:innen ihn lesen').fill('Sozialplanung Musterland');
    await page.getByLabel('Adresse des Absenders').fill('runder-tisch@musterland.test');
    await page.getByLabel('Antworten gehen an').fill('sozialplanung@musterland.test');
    await press(page, 'Einrichten und anmelden');
  });

  await test.step('a weak password is named at its field, and nothing typed is lost but the password', async () => {
    await expect(page.getByLabel('Passwort')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Name des Landkreises')).toHaveValue('Landkreis Musterland');
    await page.getByLabel('Passwort').fill('Rübe Zaun Möwe Kiesel');
    await press(page, 'Einrichten und anmelden');
  });

  await test.step('signed in: what is left to do, and that no mail leaves the house yet', async () => {
    await expect(page).toHaveURL(/\/einstellungen$/);
    await expect(page.getByRole('region', { name: 'Noch einzurichten' })).toContainText('Logo hochladen');
    await expect(page.getByRole('complementary', { name: 'Mailversand' })).toContainText(
      'Es verlässt keine Mail das Haus.',
    );
  });

  await test.step('the lists stand, and a planner adds to them', async () => {
    await page.getByRole('main').getByRole('link', { name: 'Handlungsfelder' }).click();
    const fields = page.getByRole('list', { name: 'Handlungsfelder' }).getByRole('listitem');
    await expect(fields).toHaveCount(5);
    await field(page, 'Neues Handlungsfeld').fill('Mobilität');
    await field(page, 'Neues Handlungsfeld').press('Enter');
    await expect(fields).toHaveCount(6);
    await page.goto('/einstellungen/gemeinden');
    await expect(page.getByRole('list', { name: 'Planungsräume' }).getByRole('listitem')).toHaveCount(3);
    await expect(head(page)).toContainText('Gemeinden und Planungsräume');
    await expect(page.getByText('Zerbst/Anhalt').first()).toBeVisible();
  });

  await test.step('the link opens nothing a second time; everybody reads whose application this is', async () => {
    const stranger = await newPage();
    await stranger.goto(link);
    await expect(stranger.getByRole('heading', { level: 1 })).not.toHaveText('Runder Tisch einrichten');
    await expect(stranger.getByLabel('Passwort')).toHaveCount(0);
    await stranger.goto('/impressum');
    await expect(stranger.getByRole('main')).toContainText('Landkreis Musterland');
  });
});
