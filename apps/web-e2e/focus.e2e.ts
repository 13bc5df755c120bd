import type { Page } from '@playwright/test';
import { test } from './demo-test';
import { enter, focus, hidden, sizes } from './keyboard';
import { Settled } from './settled';
import { signInAgain } from './sign-in';
import { expect } from './world';

const STOPS = 45;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const size of sizes) {
  test(`at ${size.width}×${size.height} the keyboard never stands under a bar`, async ({
    demo,
    world,
    page,
  }) => {
    const settled = new Settled(page);
    await page.setViewportSize(size);
    await signInAgain(page, world, demo.app, demo.accounts.coordinator);
    for (const address of ['/akteure/personen', `/termine/${demo.ids.nextMeeting}/planen`]) {
      await settled.goto(address);
      for (const key of ['Tab', 'Shift+Tab'])
        for (let stop = 0; stop < STOPS; stop++) {
          await page.keyboard.press(key);
          expect.soft(await page.evaluate(hidden), `${address}, ${key} ${stop + 1}`).toBe('');
        }
    }
  });
}

test('the keyboard keeps its place when what it pressed disappears', async ({ demo, world, page }) => {
  const settled = new Settled(page);
  const { app, ids, accounts } = demo;
  await signInAgain(page, world, app, accounts.coordinator);

  await settled.goto(`/termine/${ids.nextMeeting}/planen`);
  const removing = page.locator('rt-invitee-editor').getByRole('button', { name: /nicht einladen$/ });
  await enter(page, removing.nth(1));
  await expect.poll(() => focus(page)).toMatch(/^BUTTON .*nicht einladen$/);

  await settled.goto('/termine?search=Wohnen');
  await enter(page, page.getByRole('button', { name: 'Zurücksetzen' }));
  await expect.poll(() => focus(page)).toMatch(/^(INPUT|SELECT)/);

  await settled.goto('/heute/aufgaben');
  const open = page.getByRole('button', { name: /^Erledigt: / });
  await enter(page, open.first());
  await expect.poll(() => focus(page)).toMatch(/^(BUTTON|A|H\d) /);
  await enter(page, page.getByRole('button', { name: 'Rückgängig' }));
  await settled.rest();
  await expect.poll(() => focus(page)).toMatch(/^(BUTTON|A|H\d) /);

  await settled.goto(`/postausgang?mail=${ids.mail}`);
  const panel = page.getByRole('dialog');
  await expect(panel.locator('iframe')).toBeVisible();
  expect(await panel.evaluate((it) => it.contains(document.activeElement))).toBe(true);
  await panel.frameLocator('iframe').locator('a').first().focus();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect.poll(() => focus(page)).toBe('H1 Postausgang');
});

test('an opened Hinweis is said, on a phone as well', async ({ demo, world, page }) => {
  const settled = new Settled(page);
  await signInAgain(page, world, demo.app, demo.accounts.planner);
  for (const size of sizes.slice(0, 2)) {
    await page.setViewportSize(size);
    await settled.goto('/hinweise?ansicht=all');
    await enter(page, page.locator('rt-inbox-list a').nth(1));
    await expect.poll(() => focus(page)).toMatch(/^H2 H-\d{4}-/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(['Hinweise']);
  }
});

test('what is chosen differs in forced colours', async ({ demo, world, page }) => {
  const settled = new Settled(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await signInAgain(page, world, demo.app, demo.accounts.planner);
  await settled.goto('/hinweise?ansicht=all');
  await enter(page, page.locator('rt-inbox-list a').first());
  await settled.rest();
  for (const [chosen, other] of [
    ['.parts [aria-current]', '.parts a:not([aria-current])'],
    ['rt-inbox-list [aria-current]', 'rt-inbox-list a:not([aria-current])'],
  ] as const)
    expect(await look(page, chosen), chosen).not.toBe(await look(page, other));
  await signInAgain(page, world, demo.app, demo.accounts.coordinator);
  await settled.goto(`/termine/${demo.ids.nextMeeting}`);
  for (const [chosen, other] of [
    ['rt-tab-bar [aria-current]', 'rt-tab-bar a:not([aria-current])'],
    ['[aria-pressed=true]', '[aria-pressed=false]'],
  ] as const)
    expect(await look(page, chosen), chosen).not.toBe(await look(page, other));
  await settled.goto(`/postausgang?mail=${demo.ids.mail}`);
  expect(await look(page, '[aria-pressed=true]')).not.toBe(await look(page, '[aria-pressed=false]'));
});

test('nothing is wider than the page at 320 px or with text twice as large', async ({
  demo,
  world,
  page,
}) => {
  const settled = new Settled(page);
  const tooWide = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.setViewportSize({ width: 320, height: 640 });
  await settled.goto('/anmelden');
  expect(await tooWide()).toBeLessThanOrEqual(0);
  await signInAgain(page, world, demo.app, demo.accounts.coordinator);
  const { nextMeeting, format } = demo.ids;
  const lists = ['/termine', '/netzwerke', '/akteure/organisationen', '/akteure/personen', '/heute/aufgaben'];
  for (const address of [...lists, `/termine/${nextMeeting}`, `/beteiligung/formate/${format}`]) {
    await page.setViewportSize({ width: 320, height: 640 });
    await settled.goto(address);
    expect.soft(await tooWide(), `${address} at 320 px`).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await settled.rest();
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('main table, main .steps')]
        .filter(
          (it) =>
            it.getBoundingClientRect().right >
            (it.closest('rt-data-list, main') ?? document.body).getBoundingClientRect().right + 1,
        )
        .map((it) => it.getAttribute('aria-label')),
    );
    expect.soft([await tooWide(), ...cut], `${address} with large text`).toEqual([0]);
  }
});

test('without a script the first pages say what to do and lead to what works', async ({ newPage }) => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto('/anmelden');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Runder Tisch');
  await expect(page.getByText('wird geladen')).toBeHidden();
  for (const name of ['Mitreden ohne Konto', 'Hilfe finden', 'Ergebnisse der Beteiligung', 'Impressum'])
    await expect(page.getByRole('link', { name })).toBeVisible();
  await page.goto('/');
  await page.getByLabel('Wobei brauchen Sie Hilfe?').fill('ich habe Schulden');
  await page.getByRole('button', { name: 'Suchen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Angebote finden');
  await page.getByRole('link', { name: 'Leichte Sprache' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hilfe finden');
  await page.getByRole('link', { name: 'Alltagssprache' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Angebote finden');
});

function look(page: Page, selector: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((it) => {
      const { backgroundColor, color } = getComputedStyle(it);
      return `${color} on ${backgroundColor}`;
    });
}
