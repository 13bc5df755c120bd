import { signIn } from '../sign-in';
import { expect, test } from '../world';

test('what shall come back stands on Heute on its day, and what is kept is found by Ctrl K', async ({
  app,
  world,
  page,
}) => {
  const coordinator = await signIn(page, world, app, 'coordinator');
  const networkId = await world.networks.network(coordinator, { name: 'Frühe Hilfen (Demo)' });
  await page.goto(`/netzwerke/${networkId}`);

  await test.step('a call for funding is to be looked at today', async () => {
    await page.getByRole('button', { name: 'Wiedervorlage' }).click();
    const panel = page.getByRole('dialog', { name: 'Wiedervorlage' });
    await panel.getByRole('button', { name: 'In einer Woche' }).click();
    await expect(panel.getByRole('textbox', { name: 'Wieder vorlegen am' })).toHaveValue('30.11.2026');
    await panel.getByRole('textbox', { name: 'Wieder vorlegen am' }).fill('23.11.2026');
    await panel.getByRole('textbox', { name: 'Notiz' }).fill('Förderaufruf ansehen');
    await panel.getByRole('button', { name: 'Vorlegen lassen' }).click();
    await expect(panel.getByText('Förderaufruf ansehen').first()).toBeVisible();
    await panel.getByRole('button', { name: 'Merken' }).click();
    await expect(panel.getByRole('button', { name: 'Gemerkt' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Wiedervorlage: 1 ist fällig' })).toBeVisible();
  });

  await test.step('Heute says so, and it is ticked there', async () => {
    await page.goto('/heute');
    await expect(page.getByRole('link', { name: 'Wiedervorlage: Förderaufruf ansehen' })).toBeVisible();
    await page.getByRole('button', { name: /^Erledigt.*Förderaufruf ansehen/ }).click();
    await expect(page.getByRole('link', { name: 'Wiedervorlage: Förderaufruf ansehen' })).toHaveCount(0);
    await page.goto('/heute/wiedervorlagen?part=DONE');
    await expect(page.getByRole('link', { name: 'Frühe Hilfen (Demo)' })).toBeVisible();
  });

  await test.step('what was kept, and what was open last, stands first in the search', async () => {
    await page.keyboard.press('Control+k');
    const search = page.getByRole('dialog', { name: 'Suchen oder springen' });
    await expect(search.getByRole('option').first()).toContainText('Frühe Hilfen (Demo)');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/netzwerke/${networkId}`));
  });

  await test.step('"+ Neu" and Ctrl K do what the primary button of a page does', async () => {
    await page.getByRole('button', { name: 'Neu', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Nächstes Treffen auf dieser Seite' }).click();
    await expect(page).toHaveURL(new RegExp(`/termine/neu\\?netzwerk=${networkId}`));
    await page.goto('/akteure/personen');
    await expect(page.getByRole('heading', { name: 'Personen', level: 1 })).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Suchen oder springen' }).fill('person anlegen');
    await expect(page.getByRole('option').first()).toContainText('Diese Seite');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Person anlegen' })).toBeVisible();
  });
});
