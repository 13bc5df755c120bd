import { signIn } from '../../sign-in';
import { expect, test } from '../../world';

test('"Was wurde aus …" is answered in two clicks, with the proposed and the adopted wording side by side', async ({
  app,
  world,
  page,
}) => {
  const planner = await signIn(page, world, app, 'planner');
  const fieldId = await world.lists.fieldOfAction(planner, 'Öffentliche Hilfen');
  const findingId = await world.findings.finding(planner, { statement: 'Anträge dauern zu lange.', fieldId });
  await world.findings.addEvidence(planner, findingId, { silence: 'Von Berufstätigen kam nichts.' });
  const priorityId = await world.findings.priority(planner, {
    title: 'Zugang zu Hilfen',
    fieldId,
    findingIds: [findingId],
  });
  const id = await world.findings.recommendation(planner, {
    wording: 'Der Landkreis richtet zwei Stellen für Antragslotsen ein.',
    fieldId,
    priorityIds: [priorityId],
  });
  await world.findings.moveRecommendation(planner, id, 'submit');

  // The decision is typed as it stands in the minutes.
  await page.goto(`/planung/empfehlungen/${id}?beschluss=1`);
  const panel = page.getByRole('dialog', { name: 'Beschluss eintragen' });
  await panel.getByLabel('Name des Gremiums').fill('Kreistag');
  await panel.getByRole('textbox', { name: 'Beschlossen am' }).fill('12.03.2026');
  await panel.getByLabel('Ergebnis').selectOption({ label: 'geändert angenommen' });
  await panel.getByLabel('Das ist die abschließende Entscheidung').check();
  await panel
    .getByLabel('Beschlossener Wortlaut')
    .fill('Der Landkreis richtet eine Stelle für Antragslotsen ein.');
  await panel.getByRole('button', { name: 'Eintragen' }).click();
  await expect(panel).toHaveCount(0);

  // Somebody asks in the committee.
  await page.goto('/planung/empfehlungen');
  await page.getByLabel('Was wurde aus …').fill('antragslotsen');
  await page.getByRole('link', { name: /zwei Stellen für Antragslotsen/ }).click();
  await expect(page.getByText('Geändert angenommen am 12. März 2026 (Kreistag).')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Beschlossen', exact: true })).toBeVisible();
  await expect(page.locator('ins')).toContainText('eine Stelle');
  await expect(page.locator('del')).toContainText('zwei Stellen');

  // Where it comes from is one click away.
  await page
    .getByRole('link', { name: /Zugang zu Hilfen/ })
    .first()
    .click();
  await expect(page.getByText('Anträge dauern zu lange.').first()).toBeVisible();
});
