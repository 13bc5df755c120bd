import { signIn } from '../../sign-in';
import { expect, test } from '../../world';

test('a planner walks the matrix by keys from a gap to a link to be checked, and takes it to paper', async ({
  app,
  world,
  page,
}) => {
  test.setTimeout(180_000);
  const planner = await signIn(page, world, app, 'planner');
  const fieldId = await world.lists.fieldOfAction(planner, 'Öffentliche Hilfen');
  const said: string[] = [];
  for (let index = 1; index <= 40; index += 1) {
    const { id } = await world.feedback.feedback(planner, {
      text: `Hinweis ${index}: Auf den Bescheid wartet man zu lange, und niemand sagt einem, woran es liegt.`,
    });
    await world.feedback.triageFeedback(planner, id);
    await world.feedback.linkFeedback(planner, id, fieldId);
    said.push(id);
  }
  const findings: string[] = [];
  for (let index = 1; index <= 20; index += 1) {
    const id = await world.findings.finding(planner, {
      statement: `Befund ${index}: Leistungen erreichen Berechtigte in der Fläche erst nach Monaten.`,
      fieldId,
    });
    await world.findings.addEvidence(planner, id, {
      feedbackIds: said.slice(index - 1, index + 2 + (index % 4)),
    });
    findings.push(id);
  }
  await world.condensing.argument(planner, {
    title: 'Bescheide dauern',
    fieldId,
    feedbackIds: said.slice(25, 30),
  });
  const [first = ''] = findings;
  await world.findings.moveFinding(planner, first, 'confirm');
  await world.findings.priority(planner, { title: 'Schneller beschieden', fieldId, findingIds: [first] });
  await world.findings.moveFinding(planner, first, 'reopen');
  await world.findings.changeFinding(planner, first, {
    statement: 'Befund 1: Leistungen kommen gar nicht an.',
  });

  await page.goto(`/planung/spur?fieldId=${fieldId}`);
  await expect(page.getByText('40 Hinweise × 20 Befunde')).toBeVisible();
  // One sees where one is, however long the navigation above it.
  const here = page.getByRole('navigation', { name: 'Hauptnavigation' }).locator('[aria-current]');
  await expect(here).toHaveText('Spur & offene Enden');
  await expect(here).toBeInViewport({ ratio: 1 });
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row')).toHaveCount(41);
  await expect(grid.getByText('Lücke: führt zu keinem Befund').first()).toBeVisible();

  // One stop of the tab key; arrows go on to the heads of columns, which open their Befund.
  await grid.locator('[tabindex="0"]').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator(':focus')).toBeInViewport();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/planung/befunde/${findings.at(-1)}`);
  await page.goBack();

  // Only the gaps, and from there the next step with what is to be checked.
  await page.getByLabel('Zeilen').selectOption({ label: 'Nur Lücken' });
  await expect(page.getByText(/^\d+ Hinweise? × 20 Befunde$/)).toBeVisible();
  await page.getByRole('link', { name: /^Befunde → Schwerpunkte/ }).click();
  await expect(page.getByText('20 Befunde × 1 Schwerpunkt')).toBeVisible();
  await page.getByLabel('Zeilen').selectOption({ label: 'Nur zu prüfen' });
  await expect(page.getByText('1 Befund × 1 Schwerpunkt')).toBeVisible();
  await page
    .getByRole('grid')
    .getByRole('link', { name: /^verknüpft, zu prüfen/ })
    .click();
  await expect(page).toHaveURL(/\/planung\/schwerpunkte\//);
  await page.getByRole('button', { name: 'Geprüft, gilt weiter' }).click();
  await expect(page.getByText('Zu prüfen:')).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Spur', exact: true })).toBeVisible();
  await expect(page.getByText('Nichts passt zu dieser Auswahl.')).toBeVisible();

  // Twenty columns are two tables on paper, each with its heads; nothing is cut.
  await page.goto(`/planung/spur?fieldId=${fieldId}`);
  await expect(page.getByRole('grid')).toHaveCount(1);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(world.emptySheetsOf(pdf)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('grid')).toHaveCount(2);
  await page.emulateMedia({ media: 'screen' });

  // On a phone the same is a list in words.
  await page.setViewportSize({ width: 360, height: 800 });
  await expect(page.getByRole('grid')).toHaveCount(0);
  await expect(
    page
      .getByRole('list', { name: /Hinweise und Befunde/ })
      .getByRole('listitem')
      .first(),
  ).toBeVisible();
});
