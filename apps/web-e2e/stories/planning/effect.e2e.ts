import { county, sven } from '../../county';
import { field, pick, press } from '../../fields';
import { linkInText, Post } from '../../mails';
import { signIn } from '../../sign-in';
import { expect, test } from '../../world';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const MINUTE = 60_000;

test('a recommendation becomes a measure, its provider reports by phone, and what it changed begins the next round', async ({
  app,
  world,
  page,
  newPage,
}) => {
  test.setTimeout(5 * MINUTE);
  const post = new Post(world, app);
  await county(app, world);
  const planner = await signIn(page, world, app, 'planner');
  const fieldId =
    (await world.lists.fieldsOfAction(planner)).find(({ name }) => name === 'Gesundheit')?.id ?? '';
  const hinweis = await world.feedback.feedback(planner, { text: 'Der Antrag lag fünf Monate.' });
  await world.feedback.linkFeedback(planner, hinweis.id, fieldId);
  const findingId = await world.findings.finding(planner, {
    statement: 'Anträge dauern zu lange.',
    fieldId,
    feedbackIds: [hinweis.id],
  });
  await world.findings.moveFinding(planner, findingId, 'confirm');
  const priorityId = await world.findings.priority(planner, {
    title: 'Zugang zu Hilfen',
    fieldId,
    findingIds: [findingId],
  });
  const id = await world.findings.recommendation(planner, {
    wording: 'Der Landkreis richtet eine Stelle für Antragslotsen ein.',
    measureOfSuccess: 'Anträge sind nach 42 Tagen entschieden.',
    fieldId,
    priorityIds: [priorityId],
  });
  await world.findings.moveRecommendation(planner, id, 'submit');

  await test.step('adopted, it becomes a measure that takes over what the recommendation says', async () => {
    await page.goto(`/planung/empfehlungen/${id}?beschluss=1`);
    const decision = page.getByRole('dialog', { name: 'Beschluss eintragen' });
    await field(decision, 'Name des Gremiums').fill('Kreistag');
    await field(decision, 'Beschlossen am').fill('12.03.2026');
    await decision.getByLabel('Ergebnis').selectOption({ label: 'angenommen' });
    await decision.getByLabel('Das ist die abschließende Entscheidung').check();
    await press(decision, 'Eintragen');
    await page.getByRole('link', { name: 'Maßnahme daraus machen' }).click();
    const panel = page.getByRole('dialog', { name: 'Maßnahme anlegen' });
    await field(panel, 'Titel').fill('Antragslotse im Kreishaus');
    await expect(panel.getByLabel('Handlungsfeld')).toHaveValue(fieldId);
    await expect(field(panel, 'Ziel')).toHaveValue('Anträge sind nach 42 Tagen entschieden.');
    await pick(page, panel, 'Federführung', sven.organisation);
    await pick(page, panel, 'Zuständige Person', sven.name);
    await field(panel, 'Beginn').fill('01.04.2026');
    await press(panel, 'Meilenstein hinzufügen');
    await field(panel, 'Meilenstein').fill('Stelle besetzt');
    await field(panel, 'Bis').fill('30.11.2026');
    await press(panel, 'Anlegen');
    await press(page, 'Als beschlossen kennzeichnen');
    await press(
      page.getByRole('dialog', { name: 'Als beschlossen kennzeichnen' }),
      'Als beschlossen kennzeichnen',
    );
    await press(page, 'Umsetzung beginnen');
    await expect(page.getByText(/in Umsetzung/).first()).toBeVisible();
  });

  await test.step('the one in charge is asked and answers on his phone, without an account', async () => {
    await press(page, 'Um Sachstand bitten');
    const panel = page.getByRole('dialog', { name: 'Um Sachstand bitten' });
    await press(panel, 'Bitten');
    await expect(page.getByText('1 Mail geht hinaus.')).toBeVisible();
    app.clock.pass(61, 'seconds');
    const letter = await post.to(sven.mail, 'Wie steht es?');
    const handheld = await newPage(phone);
    await handheld.goto(linkInText(letter.text, '/sachstand/'));
    expect(await handheld.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expect(handheld.getByRole('heading', { level: 1 })).toContainText('Antragslotse im Kreishaus');
    await handheld.getByRole('radio', { name: 'läuft nach Plan' }).check();
    await handheld.getByLabel(/^Was ist seit dem letzten Mal geschehen/).fill('Die Stelle ist besetzt.');
    await press(handheld, 'Sachstand senden');
    await expect(handheld.getByText('Vielen Dank, Ihr Sachstand ist angekommen.')).toBeVisible();
  });

  await test.step('the planner reads it and ticks off the milestone', async () => {
    await page.reload();
    await expect(page.getByText('Die Stelle ist besetzt.').first()).toBeVisible();
    await page.getByRole('button', { name: 'Bearbeiten', exact: true }).click();
    const panel = page.getByRole('dialog', { name: 'Maßnahme bearbeiten' });
    await field(panel, 'Erreicht am').fill('20.11.2026');
    await press(panel, 'Speichern');
    await expect(page.getByText(/erreicht am 20\.11\.2026/)).toBeVisible();
  });

  await test.step('a goal with beginning, end and a value gives a verdict that never flatters', async () => {
    await press(page, 'Messgröße anlegen');
    const goal = page.getByRole('dialog', { name: 'Messgröße anlegen' });
    await field(goal, 'Was wird gemessen?').fill('Dauer bis zur Entscheidung');
    await field(goal, 'Einheit').fill('Tage');
    await field(goal, 'Ausgangswert').fill('84');
    await field(goal, 'Stand vom').fill('01.04.2026');
    await field(goal, 'Quelle').fill('Statistik der Beratungsstelle');
    await field(goal, 'Zielwert').fill('42');
    await field(goal, 'Bis zum').fill('31.12.2026');
    await press(goal, 'Anlegen');
    const effect = page.getByRole('region', { name: 'Wirkung' });
    await expect(effect).toContainText('kein Urteil möglich');
    for (const [value, day, verdict] of [
      ['43', '01.11.2026', 'auf Kurs'],
      ['42', '20.11.2026', 'erreicht'],
    ] as const) {
      await press(effect, /^Wert eintragen/);
      const panel = page.getByRole('dialog', { name: /^Wert eintragen/ });
      await field(panel, 'Wert').fill(value);
      await field(panel, 'Gemessen am').fill(day);
      await field(panel, 'Quelle').fill('Statistik der Beratungsstelle');
      await press(panel, 'Eintragen');
      await expect(effect.getByText(verdict, { exact: true }).first()).toBeVisible();
    }
  });

  await test.step('done and evaluated, its conclusion becomes a Befund of the next round in one click', async () => {
    await press(page, 'Als umgesetzt kennzeichnen');
    const done = page.getByRole('dialog', { name: 'Als umgesetzt kennzeichnen' });
    await field(done, 'Umgesetzt am').fill('20.11.2026');
    await press(done, 'Als umgesetzt kennzeichnen');
    await press(page, 'Auswertung schreiben');
    const panel = page.getByRole('dialog', { name: 'Auswertung schreiben' });
    await field(panel, 'Was hat die Maßnahme verändert?').fill('Anträge dauern nur noch halb so lange.');
    await field(panel, 'Was folgt daraus?').fill('Auch in Zerbst einen Lotsen einstellen.');
    await field(panel, 'Ausgewertet am').fill('23.11.2026');
    await press(panel, 'Speichern');
    await expect(page.getByText('Noch kein Befund der nächsten Runde beruht darauf.')).toBeVisible();
    await press(page, 'Als Befund übernehmen');
    await expect(page.getByRole('heading', { name: 'Belege (1)' })).toBeVisible();
    await expect(page.getByText('Daraus folgt: Auch in Zerbst einen Lotsen einstellen.')).toBeVisible();
    await press(page, 'Bestätigen');
    await expect(page.getByText('bestätigt', { exact: true })).toBeVisible();
    await page
      .getByRole('link', { name: /Antragslotse im Kreishaus/ })
      .first()
      .click();
    await expect(page.getByText(/Geht ein in Befund/)).toContainText(
      'Anträge dauern nur noch halb so lange.',
    );
  });

  await test.step('"Was wurde aus …" a Hinweis: two clicks to what changed, and one back', async () => {
    await page.goto(`/hinweise/${hinweis.id}`);
    await page.getByRole('main').getByText('Spur', { exact: true }).click();
    await expect(
      page.getByRole('link', { name: /Der Landkreis richtet eine Stelle für Antragslotsen ein/ }),
    ).toBeVisible();
    await page.getByRole('link', { name: /Antragslotse im Kreishaus/ }).click();
    await expect(
      page.getByRole('region', { name: 'Wirkung' }).getByText('erreicht', { exact: true }).first(),
    ).toBeVisible();
    await page.getByRole('region', { name: 'Spur' }).scrollIntoViewIfNeeded();
    await page.getByRole('link', { name: hinweis.number }).first().click();
    await expect(page).toHaveURL(new RegExp(`/hinweise/${hinweis.id}`));
  });
});
