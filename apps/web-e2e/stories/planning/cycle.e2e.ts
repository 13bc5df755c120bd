import { field, press } from '../../fields';
import { signIn } from '../../sign-in';
import { expect, test } from '../../world';

test('the first cycle comes from the Bauplan in one action, and its counters open what they count', async ({
  app,
  world,
  page,
}) => {
  const planner = await signIn(page, world, app, 'planner', 'admin');
  await world.networks.network(planner, { name: 'Netzwerk Beratung (Demo)' });

  await test.step('begun from the template', async () => {
    await page.goto('/planung/zyklus');
    await expect(page.getByText('Noch kein Zyklus')).toBeVisible();
    await press(page, 'Zyklus beginnen');
    const panel = page.getByRole('dialog', { name: 'Zyklus beginnen' });
    await expect(field(panel, 'Name')).toHaveValue('1. Zyklus');
    await field(panel, 'Beginnt am').fill('01.01.2024');
    await field(panel, 'Endet am').fill('31.12.2026');
    await panel.getByRole('button', { name: 'Zyklus beginnen' }).click();
    await expect(panel).toHaveCount(0);
  });

  await test.step('with the goals of 2024, 2025 and 2026 and what is reached of them', async () => {
    const goals = page.getByRole('region', { name: 'Ziele' });
    for (const year of ['2024', '2025', '2026'])
      await expect(goals.getByRole('heading', { name: year })).toBeVisible();
    await expect(goals.getByText('Datenkatalog erstellen')).toBeVisible();
    await expect(
      goals.getByRole('link', { name: /von \d+ Schritten der ersten Phase erledigt/ }),
    ).toBeVisible();
    await goals.getByRole('link', { name: '0 von 1 Netzwerk aktiv' }).click();
    await expect(page.getByRole('heading', { name: 'Netzwerke', level: 1 })).toBeVisible();
    await page.getByRole('link', { name: 'Netzwerk Beratung (Demo)' }).click();
    await expect(page.getByRole('heading', { name: 'Netzwerk Beratung (Demo)' })).toBeVisible();
  });

  await test.step('a step that is done moves its counter', async () => {
    await page.goto('/planung/zyklus');
    const goals = page.getByRole('region', { name: 'Ziele' });
    await expect(goals.getByText(/^0 von 3 Schritten/)).toBeVisible();
    await page.getByRole('link', { name: '0.1 Konzeption beschreiben' }).click();
    await press(page, 'Als erledigt kennzeichnen');
    await expect(page.getByText('erledigt', { exact: true }).first()).toBeVisible();
    await page.goto('/planung/zyklus');
    await expect(goals.getByText(/^1 von 3 Schritten/)).toBeVisible();
  });

  await test.step('what is still open stands above, and leads to its decision', async () => {
    await page.getByRole('link', { name: 'Umfang der Sozialplanung' }).click();
    await expect(page.getByRole('heading', { name: 'Umfang der Sozialplanung' })).toBeVisible();
  });
});

test('a citizen finds out who plans, when, how to take part, who decides and what became of it', async ({
  app,
  world,
  page,
}) => {
  const planner = await world.signedIn(app, 'planner');
  await world.cycles.cycle(planner, { name: '1. Zyklus', beginsOn: '2024-01-01', endsOn: '2026-12-31' });
  await page.goto('/');
  await page.getByRole('link', { name: 'Den Ablauf ansehen' }).click();
  await expect(page.getByRole('heading', { name: 'So planen wir', level: 1 })).toBeVisible();
  const text = await page.getByRole('main').innerText();
  for (const [question, answer] of [
    ['Wer plant?', 'Stelle für Sozialplanung im Landratsamt'],
    ['Wann geschieht was?', 'geht bis zum 31. Dezember 2026'],
    ['Wie kann ich mitmachen?', 'Hinweis geben'],
    ['Wer entscheidet?', 'beschließt der Kreistag'],
    ['Was wurde daraus?', 'Jeder Hinweis wird gelesen und bekommt eine Antwort'],
  ] as const) {
    const from = text.indexOf(question);
    expect(from, question).toBeGreaterThan(-1);
    // The answer stands under its own question, not somewhere on the page.
    expect(text.slice(from).split(/\n(?=(?:Wer|Wann|Wie|Was) [^\n]*\?)/)[0], question).toContain(answer);
  }
  await page.getByRole('link', { name: 'Hinweis geben' }).click();
  await expect(page).toHaveURL(/\/mitreden/);
});
