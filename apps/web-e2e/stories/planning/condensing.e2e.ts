import { county } from '../../county';
import { press } from '../../fields';
import { signIn } from '../../sign-in';
import { expect, test } from '../../world';

test.use({ viewport: { width: 1280, height: 800 } });

test('several Hinweise become a group, an argument and one answer', async ({ app, world, page }) => {
  await county(app, world);
  const planner = await signIn(page, world, app, 'planner', 'admin');
  const fieldId = await world.lists.fieldOfAction(planner, 'Nahverkehr');
  const texts = [
    'Der Bus nach Zörbig fährt abends nicht mehr.',
    'Abends fährt nach Zörbig kein Bus mehr.',
    'Nach 18 Uhr fährt kein Bus nach Zörbig.',
  ];
  const numbers: string[] = [];
  for (const text of texts) {
    const { id, number } = await world.feedback.feedback(planner, { text });
    await world.feedback.linkFeedback(planner, id, fieldId);
    numbers.push(number);
  }

  await test.step('a proposal is accepted', async () => {
    await page.goto('/hinweise?ansicht=to-decide');
    await page.getByRole('navigation', { name: 'Bereiche der Hinweise' }).getByText('Gruppen').click();
    await page.getByRole('button', { name: /^Als Gruppe übernehmen: .*Bus/ }).click();
    await expect(page.getByText('3 Hinweise · angelegt am')).toBeVisible();
  });

  await test.step('it is answered at once, and that can be taken back', async () => {
    await page.getByRole('button', { name: 'Gemeinsam beantworten' }).click();
    await page.getByRole('radio', { name: 'zur Kenntnis genommen' }).check();
    await page.getByRole('textbox', { name: 'Antworttext' }).fill('Wir sprechen mit dem Verkehrsbetrieb.');
    await press(page, '3 Hinweise beantworten');
    await expect(page.getByText('3 Hinweise beantwortet.')).toBeVisible();
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await expect(page.getByText('Zurückgenommen.')).toBeVisible();
  });

  await test.step('it becomes an argument that says what is individual of one', async () => {
    await page.getByRole('button', { name: 'Argument daraus machen' }).click();
    await page.getByRole('textbox', { name: 'Das Argument in einem Satz' }).fill('Abends fährt kein Bus');
    await press(page, 'Anlegen');
    await expect(page.getByRole('heading', { name: 'Abends fährt kein Bus' })).toBeVisible();
    await expect(page.getByText('3 Hinweise tragen es')).toBeVisible();
    await page.getByRole('button', { name: 'Besonderes festhalten' }).first().click();
    await page.getByRole('textbox', { name: 'Was nur dieser Hinweis sagt' }).fill('Auch am Sonntag');
    await press(page, 'Speichern');
    await expect(page.getByText('Nur hier: Auch am Sonntag')).toBeVisible();
  });

  await test.step('from the inbox two in the same words are counted together', async () => {
    await page.goto('/hinweise?ansicht=to-answer');
    await page.getByRole('button', { name: 'Mehrere auswählen' }).click();
    for (const number of numbers.slice(0, 2))
      await page.getByRole('checkbox', { name: `${number} auswählen` }).check();
    await page.getByRole('button', { name: 'Gleichlautend: zusammenzählen' }).click();
    await expect(page.getByText(`Bei ${numbers[0]} mitgezählt.`)).toBeVisible();
    await expect(page.getByText('+1 gleichlautend').first()).toBeVisible();
    await expect(page.getByText('2 Hinweise', { exact: true })).toBeVisible();
  });
});
