import { county, anna } from '../county';
import { confirm, field, head, press } from '../fields';
import { lastMailTo, linkIn } from '../mails';
import { signIn, signInAgain } from '../sign-in';
import { expect, test } from '../world';

const ella = { givenName: 'Ella', familyName: 'Neumann', mail: 'ella.neumann@ahornhaus.test' };

const hours = 'Die Schuldnerberatung hat ein halbes Jahr Wartezeit.';
const talk = 'In den Runden redet niemand offen.';

test('a provider says „Das sind wir“, enters an offer everybody finds, says two things and reads what became of them', async ({
  app,
  world,
  page,
  newPage,
}) => {
  const { katrin } = await county(app, world);
  const [office, planner] = [await newPage(), await newPage()];
  const planning = await signIn(planner, world, app, 'planner');
  await world.lists.municipality(planning, { ags: '15082180', name: 'Köthen (Anhalt)' });
  await signInAgain(office, world, app, katrin.accountId);

  await test.step('she finds her organisation without an account', async () => {
    await page.goto('/angebote');
    await page.getByRole('link', { name: 'Mitmachen' }).click();
    await page.getByLabel('Name Ihrer Organisation').fill('ahorn');
    await press(page, 'Suchen');
    await page.getByRole('link', { name: anna.organisation }).click();
    await field(page, 'Vorname (freiwillig)').fill(ella.givenName);
    await field(page, 'Nachname').fill(ella.familyName);
    await field(page, 'Was tun Sie dort?').fill('Leitung der Beratungsstelle');
    await field(page, 'Ihre Mailadresse').fill(ella.mail);
    await press(page, 'Absenden');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bitte sehen Sie in Ihr Postfach');
    await page.goto(await linkIn(await lastMailTo(app, ella.mail), '/mitmachen/bestaetigen/'));
    await press(page, 'Ja, bestätigen');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jetzt prüft der Landkreis');
  });

  await test.step('the office sees it on Heute and lets her in', async () => {
    await office.goto('/heute');
    await office.getByRole('link', { name: '1 Anmeldung einer Organisation prüfen', exact: true }).click();
    await expect(office).toHaveURL(/\/akteure\/anmeldungen$/);
    await press(office, 'Annehmen');
    await confirm(office, /spricht für/, 'Annehmen');
    await expect(office.getByText('Angenommen. Die Mail zum Anmelden ist unterwegs.')).toBeVisible();
    await expect.poll(() => app.smtp.mailsTo(ella.mail).length).toBe(2);
    await page.goto(await linkIn(await lastMailTo(app, ella.mail), '/anmeldung/'));
    await press(page, 'Jetzt anmelden');
    await expect(page).toHaveURL(/\/unsere-angebote$/);
  });

  await test.step('she enters an offer; what is missing is said at its field', async () => {
    await head(page).getByRole('link', { name: 'Angebot eintragen' }).click();
    await field(page, 'Name des Angebots').fill('Schuldnerberatung Köthen');
    await field(page, 'Beschreibung').fill('Wir sehen mit Ihnen Ihre Briefe durch und reden mit Gläubigern.');
    await page.getByLabel('Kategorie').selectOption('Schuldnerberatung');
    await page.getByLabel('Handlungsfeld').selectOption('Gesundheit');
    await page.getByRole('group', { name: 'Zielgruppen' }).getByRole('button', { name: 'wählen' }).click();
    await page.getByLabel('Alle Menschen').check();
    await field(page, 'Ort').fill('Köthen (Anhalt)');
    await page.getByLabel('Gemeinde').selectOption('Köthen (Anhalt)');
    await field(page, 'Telefon').fill('03496 0000');
    await expect(page.getByRole('complementary', { name: 'So wird es' })).toContainText('Alle Menschen');
    await press(page, 'Zur Bestätigung einreichen');
    await expect(page.getByText('Bitte sagen Sie etwas zur Barrierefreiheit.')).toBeVisible();
    await page.getByLabel('teilweise barrierefrei').check();
    await press(page, 'Zur Bestätigung einreichen');
    await expect(page).toHaveURL(/\/unsere-angebote$/);
    await page.getByRole('link', { name: 'Übersicht' }).first().click();
    await expect(page.getByRole('region', { name: 'Unsere Angebote' })).toContainText(
      'wartet auf den Landkreis',
    );
  });

  await test.step('the office confirms it in one step', async () => {
    await office.goto('/heute');
    await office.getByRole('link', { name: '1 neues Angebot bitte bestätigen', exact: true }).click();
    await office.getByRole('link', { name: 'Schuldnerberatung Köthen' }).click();
    await press(office, 'Bestätigen und veröffentlichen');
    await expect(office.getByText('Bestätigt. So lesen es jetzt alle.')).toBeVisible();
  });

  await test.step('everybody finds it in the public list, without a script', async () => {
    const visitor = await newPage({ javaScriptEnabled: false });
    await visitor.goto('/angebote');
    await visitor.getByLabel('Wobei brauchen Sie Hilfe?').fill('Gläubiger');
    await press(visitor, 'Suchen');
    await visitor.getByRole('link', { name: 'Schuldnerberatung Köthen' }).click();
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Schuldnerberatung Köthen');
    await expect(visitor.getByText('Zuletzt bestätigt am')).toBeVisible();
  });

  let code = '';

  await test.step('her start page shows the offer; from there she says one thing as the house, one without a name', async () => {
    for (const [voice, text] of [
      ['Im Namen der Organisation', hours],
      ['Ohne Nennung', talk],
    ] as const) {
      await page.goto('/uebersicht');
      await page.getByRole('link', { name: 'Hinweis geben' }).first().click();
      await field(page, 'Ihr Hinweis').fill(text);
      await page.getByRole('radio', { name: voice }).check();
      await press(page, 'Hinweis senden');
      await expect(page.getByText('ist angekommen')).toBeVisible();
    }
    code = (await page.locator('.code').textContent()) ?? '';
    expect(code).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){4}$/);
  });

  await test.step('the planner sees who spoke and who did not want to be named, and gives both one answer', async () => {
    await planner.goto('/hinweise?ansicht=new');
    const item = planner.getByRole('region', { name: 'Hinweis', exact: true });
    await planner.getByRole('link', { name: talk }).click();
    await expect(item).toContainText('ohne Nennung');
    await expect(item).not.toContainText('Ahornhaus');
    await planner.getByRole('link', { name: hours }).click();
    await expect(item).toContainText('im Namen der Organisation');
    await expect(item).toContainText(anna.organisation);

    const [fieldOfAction] = await world.lists.fieldsOfAction(planning);
    for (const { id, voice } of (await world.feedback.inbox(planning)).items) {
      await world.feedback.linkFeedback(planning, id, fieldOfAction?.id ?? '');
      if (voice === 'ORGANISATION') await world.feedback.decideFeedback(planning, id, { decision: 'NOTED' });
    }
    await planner.reload();
    await field(planner, 'Antworttext').fill('Wir sprechen im Januar mit allen.');
    await planner.getByRole('group', { name: 'Dieselbe Antwort auch für' }).getByLabel(talk).check();
    await press(planner, '2 Hinweise beantworten');
    await expect(planner.locator('rt-outcome-box')).toContainText('gemeinsam mit');
  });

  await test.step('she reads one answer in the workspace, the other one with the code', async () => {
    await page.goto('/uebersicht');
    await expect(page.getByRole('region', { name: 'Unsere Angebote' })).toContainText('öffentlich');
    await page.getByRole('link', { name: hours }).click();
    await expect(page.getByText('Wir sprechen im Januar mit allen.')).toBeVisible();
    await page.goto('/mitreden/stand');
    await field(page, 'Ihr Code').fill(code.toLowerCase());
    await press(page, 'Stand ansehen');
    await expect(page.getByText('Wir sprechen im Januar mit allen.')).toBeVisible();
  });
});
