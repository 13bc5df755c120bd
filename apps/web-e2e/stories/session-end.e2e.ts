import type { Page } from '@playwright/test';
import { field, press } from '../fields';
import { signIn, signInAgain } from '../sign-in';
import { expect, test } from '../world';

const PASSWORD = 'Lampe Birke Gleis Honig';
const PAGE = '/planung/gremien';

/** Begins a committee and writes so much of it, without saving. */
async function begin(page: Page, name: string): Promise<void> {
  await press(page, 'Gremium hinzufügen');
  await field(page, 'Name').fill(name);
}

/** What forms keep in this browser, as text. */
function keptOnDevice(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('runder-tisch-eingaben');
        opening.onerror = () => reject(new Error('The browser keeps nothing.'));
        opening.onsuccess = () => {
          const all = opening.result.transaction('words').objectStore('words').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(all.result));
          };
        };
      }),
  );
}

test('the session ends over a half filled form: signing in lies over it, and it is saved as it was', async ({
  app,
  world,
  page,
}) => {
  const planner = await signIn(page, world, app, 'planner');
  await planner.post('/api/account/password', { current: '', password: PASSWORD });
  await page.goto(PAGE);
  await begin(page, 'Beirat für Teilhabe');
  app.clock.pass(31, 'minutes');
  await press(page, /^Hinzufügen$/);
  const door = page.getByRole('dialog', { name: 'Wieder anmelden' });
  await expect(door).toContainText('weil 30 Minuten lang nichts geschehen ist');
  await press(door, 'Später');
  // Nobody is led away, nothing is emptied.
  await expect(page).toHaveURL(new RegExp(`${PAGE}$`));
  await expect(field(page, 'Name')).toHaveValue('Beirat für Teilhabe');
  await expect(page.getByText('Gespeichert ist noch nichts')).toBeVisible();
  await press(page, /^Hinzufügen$/);
  await press(door, 'Mit Passwort anmelden');
  // The field of the other way has the same label until then.
  await expect(door.getByLabel('Passwort')).toBeVisible();
  await field(door, 'Mailadresse').fill(`${planner.accountId}@rolle.test`);
  await door.getByLabel('Passwort').fill(PASSWORD);
  await press(door, /^Anmelden$/);
  await expect(door).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Beirat für Teilhabe' })).toHaveCount(1);
  expect(await app.database.rows('select name from committee')).toEqual([{ name: 'Beirat für Teilhabe' }]);
});

test('words of a form come back behind a reload, for nobody else, and are gone after signing out', async ({
  app,
  world,
  page,
}) => {
  const planner = await signIn(page, world, app, 'planner');
  await page.goto(PAGE);
  await begin(page, 'Pflegekonferenz Elbaue');
  await expect.poll(() => keptOnDevice(page)).toContain('Pflegekonferenz Elbaue');

  await test.step('a reload', async () => {
    await page.reload();
    await press(page, 'Gremium hinzufügen');
    await expect(field(page, 'Name')).toHaveValue('Pflegekonferenz Elbaue');
    // The same words are told to screen readers in a place of their own.
    const panel = page.getByRole('dialog', { name: 'Gremium hinzufügen' });
    await expect(panel.getByText(/Ihre Eingaben von \d\d:\d\d\sUhr sind wieder da/)).toBeVisible();
  });

  await test.step('somebody else at the same device', async () => {
    await signIn(page, world, app, 'planner');
    await page.reload();
    await press(page, 'Gremium hinzufügen');
    await expect(field(page, 'Name')).toBeVisible();
    await expect(page.getByText('sind wieder da')).toHaveCount(0);
    await expect(field(page, 'Name')).toHaveValue('');
  });

  await test.step('the one who wrote them, who then signs out', async () => {
    await signInAgain(page, world, app, planner.accountId);
    await page.reload();
    await press(page, 'Gremium hinzufügen');
    await expect(field(page, 'Name')).toHaveValue('Pflegekonferenz Elbaue');
    await page.reload();
    await page.getByRole('button', { name: /Profil von/ }).click();
    await page.getByRole('menuitem', { name: 'Abmelden' }).click();
    await press(
      page.getByRole('alertdialog', { name: 'Noch nicht alles ist gespeichert' }),
      'Trotzdem abmelden',
    );
    await expect(page).toHaveURL(/\/anmelden/);
    expect(await keptOnDevice(page)).toBe('[]');
  });
});

test('two minutes before the end the page says so, and one key puts it off', async ({ app, world, page }) => {
  await page.clock.install();
  await signIn(page, world, app, 'planner');
  await page.goto(PAGE);
  await begin(page, 'Runde der Träger');
  await page.clock.fastForward('28:01');
  const warning = page.getByRole('alertdialog', { name: 'Sind Sie noch da?' });
  await expect(warning).toContainText(/Um \d\d:\d\d\sUhr endet Ihre Sitzung/);
  const prolonged = page.waitForResponse(/\/api\/session$/);
  await page.keyboard.press('Enter');
  await prolonged;
  await expect(warning).toHaveCount(0);
  await expect(field(page, 'Name')).toHaveValue('Runde der Träger');
  // The server's clock as well is now past the end: the page asks to sign in by itself, with the form behind it.
  app.clock.pass(31, 'minutes');
  await page.clock.fastForward('31:00');
  await expect(page.getByRole('dialog', { name: 'Wieder anmelden' })).toBeVisible();
  await expect(page.locator('rt-text-field input').first()).toHaveValue('Runde der Träger');
});
