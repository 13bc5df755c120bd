import type { Locator } from '@playwright/test';
import { anna, county, sven } from '../county';
import { confirm, field, head, press } from '../fields';
import { Post } from '../mails';
import { signIn } from '../sign-in';
import { expect, test } from '../world';

/** Half a minute for each field and button is more than anybody needs: fifteen minutes in all. */
const STEPS_MOST = 30;
const MEMBERS = 25;
const mailOf = (n: number): string => `mitglied${n}@haus${n}.test`;
const list = Array.from(
  { length: MEMBERS },
  (_, at) => `Haus ${at + 1} am Ring\tPetra Nummer${'abcdefghijklmnopqrstuvwxyz'[at]}\t${mailOf(at + 1)}`,
).join('\n');

test('an empty county gets to its first meeting of 25 members in a quarter of an hour, by one person alone', async ({
  app,
  world,
  page,
}) => {
  const post = new Post(world, app);
  let steps = 0;
  const click = (place: Locator) => ((steps += 1), place.click());
  const fill = (place: Locator, words: string) => ((steps += 1), place.fill(words));
  const button = (name: string | RegExp) => page.getByRole('button', { name });

  await test.step('she sets it up behind the link in the terminal', async () => {
    await page.goto((await app.get(world.SetUpLink).create()) ?? '');
    await fill(page.getByLabel('Name des Landkreises'), 'Landkreis Musterland');
    await fill(page.getByLabel('Vorname'), 'Ada');
    await fill(page.getByLabel('Nachname'), 'Anfang');
    await fill(page.getByLabel('Ihre Mailadresse'), 'ada.anfang@musterland.test');
    await fill(page.getByLabel('Passwort'), 'Rübe Zaun Möwe Kiesel');
    await click(page.getByLabel('Ich arbeite auch selbst in der Sozialplanung'));
    await fill(page.getByLabel('Absender, wie Empfänger:innen ihn lesen'), 'Sozialplanung Musterland');
    await fill(page.getByLabel('Adresse des Absenders'), 'runder-tisch@musterland.test');
    await fill(page.getByLabel('Antworten gehen an'), 'sozialplanung@musterland.test');
    await click(button('Einrichten und anmelden'));
    await expect(page).toHaveURL(/\/einstellungen$/);
  });

  await test.step('she founds the network and pastes 25 members from her table', async () => {
    await click(page.getByRole('navigation', { name: 'Hauptnavigation' }).getByText('Netzwerke'));
    await click(head(page).getByRole('button', { name: 'Netzwerk anlegen' }));
    await fill(field(page, 'Name'), 'Netzwerk Sozialberatung');
    await click(button('Anlegen'));
    await click(button('Mitglieder hinzufügen').first());
    await click(button('Liste einfügen'));
    await fill(page.getByLabel('Liste aus einer Tabelle'), list);
    await click(button('Liste lesen'));
    await click(button(`${MEMBERS} Mitglieder hinzufügen`));
    await expect(page.getByText(`${MEMBERS} Mitglieder hinzugefügt`)).toBeVisible();
    await click(button('Fertig'));
  });

  await test.step('she invites all of them to the first meeting', async () => {
    await click(page.getByRole('link', { name: 'Nächstes Treffen' }));
    await fill(field(page, 'Tag'), '8.12.26');
    await fill(field(page, 'Ort'), 'Kreishaus, Am Markt 1');
    await expect(page.getByRole('list', { name: 'Wird eingeladen' })).toContainText(mailOf(1));
    // With her who founded it.
    await expect(button(`${MEMBERS + 1} Einladungen senden`)).toBeVisible();
    await click(button(/Einladungen senden$/));
    await expect(page.getByText('Mails gehen gleich hinaus')).toBeVisible();
  });

  app.clock.pass(61, 'seconds');
  for (const n of [1, MEMBERS]) {
    const { calendar } = await post.to(mailOf(n), 'Einladung: Netzwerk Sozialberatung');
    expect(calendar?.start).toEqual(new Date('2026-12-08T14:00:00+01:00'));
  }
  expect(app.smtp.mails).toHaveLength(MEMBERS + 1);
  expect(steps).toBeLessThanOrEqual(STEPS_MOST);
});

test('a meeting that was before gets its minutes, and no mail leaves the house', async ({
  app,
  world,
  page,
}) => {
  await county(app, world);
  const katrin = await signIn(page, world, app, 'coordinator');
  const id = await world.networks.network(katrin, { name: 'Runde Wohnen' });
  const leave = async (): Promise<number> => {
    await app.get(world.Dispatcher).runOnce();
    return app.smtp.mails.length;
  };
  const before = await leave();

  await test.step('it is entered with its day in the past and those who were there', async () => {
    await page.goto(`/termine/neu?netzwerk=${id}`);
    await field(page, 'Tag').fill('3.11.26');
    await field(page, 'Ort').fill('Kreishaus, Am Markt 1');
    await press(page, 'Adressliste einfügen');
    await page
      .getByLabel('Adressen aus Ihrem Mailprogramm')
      .fill(`${anna.name} <${anna.mail}>; ${sven.name} <${sven.mail}>`);
    await press(page, 'Übernehmen');
    await expect(page.getByRole('list', { name: 'Wird eingeladen' })).toContainText(sven.name);
    await press(page, 'Als Entwurf speichern');
  });

  await test.step('minutes and attendance are added', async () => {
    await page.getByRole('link', { name: 'Protokoll nachtragen' }).click();
    await expect(page.getByText('Dabei geht keine Mail hinaus.')).toBeVisible();
    const line = field(page, 'Neue Zeile');
    await line.fill('/v Wir treffen uns reihum in den Häusern.');
    await line.press('Enter');
    const attendance = page.getByRole('region', { name: 'Anwesenheit' });
    await press(attendance, new RegExp(anna.name));
    await expect(attendance.getByRole('status')).toHaveText(/^1 von/);
    await press(page, 'Nachtrag abschließen');
    await confirm(page, 'Nachtrag abschließen?', 'Abschließen');
    await expect(page).toHaveURL(/\/nachlauf$/);
  });

  await test.step('they are approved and can be read', async () => {
    await press(page, 'Protokoll freigeben');
    await confirm(page, 'Protokoll freigeben?', 'Freigeben');
    await expect(page.getByRole('article')).toContainText('Wir treffen uns reihum in den Häusern.');
  });

  app.clock.pass(5, 'minutes');
  expect(await leave()).toBe(before);
});
