import { press } from '../../fields';
import { signIn } from '../../sign-in';
import { expect, test } from '../../world';

test('a scope decision recorded in a session, and what follows from it', async ({ app, world, page }) => {
  const planner = await signIn(page, world, app, 'planner');
  await world.lists.committee(planner, { name: 'Kreistag (Demo)', kind: 'COUNTY_COUNCIL' });

  await test.step('stands open, and says what each way would change', async () => {
    await page.goto('/planung/entscheidungen');
    await page.getByRole('link', { name: 'Umfang der Sozialplanung' }).click();
    await expect(
      page.getByText('Mit b) werden 70 von 90 freiwillig. Ihre Werte bleiben erhalten.'),
    ).toBeVisible();
  });

  await test.step('is recorded with body and day', async () => {
    await press(page, 'Entscheidung eintragen');
    const panel = page.getByRole('dialog', { name: 'Entscheidung eintragen' });
    await panel.getByRole('radio', { name: /Soziale Infrastruktur/ }).check();
    await panel.getByLabel('Gremium').selectOption({ label: 'Kreistag (Demo)' });
    await panel.getByRole('textbox', { name: 'Entschieden am' }).fill('05.06.2025');
    await panel.getByLabel('Nummer des Beschlusses').fill('BV/0042/2025');
    await panel.getByRole('button', { name: 'Eintragen' }).click();
    await expect(panel).toHaveCount(0);
    await expect(
      page.getByText('70 von 90 Indikatoren sind freiwillig. Kein Wert ist verloren.'),
    ).toBeVisible();
  });

  await test.step('leads to the indicators that became optional', async () => {
    await page.getByRole('link', { name: 'Freiwillige Indikatoren' }).click();
    await expect(page.getByText('70 Indikatoren')).toBeVisible();
  });
});

test('topics are put in an order by keyboard and decided', async ({ app, world, page }) => {
  const planner = await signIn(page, world, app, 'planner');
  await world.decisions.topic(planner, { name: 'Demografie' });
  await world.decisions.topic(planner, { name: 'Öffentliche Sozialleistungen' });
  await page.goto('/planung/entscheidungen');
  await page.getByRole('link', { name: 'Auswahl und Reihenfolge der Themen' }).click();
  const up = page.getByRole('button', { name: 'Öffentliche Sozialleistungen nach oben' });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Öffentliche Sozialleistungen: jetzt Platz 1 von 2.')).toBeAttached();
  await press(page, 'Entscheidung eintragen');
  const panel = page.getByRole('dialog', { name: 'Entscheidung eintragen' });
  await panel.getByLabel('Wer hat entschieden?').fill('Sozialausschuss (Demo)');
  await panel.getByRole('textbox', { name: 'Entschieden am' }).fill('05.06.2025');
  await panel.getByRole('button', { name: 'Eintragen' }).click();
  await expect(page.getByText(/1\. Öffentliche Sozialleistungen, 2\. Demografie/)).toBeVisible();
  await expect(up).toHaveCount(0);
});
