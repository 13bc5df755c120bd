import type { Page } from '@playwright/test';
import { field, head, pick, press } from '../fields';
import { linkInText, Post } from '../mails';
import { expect, test } from '../world';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const katrin = { givenName: 'Katrin', familyName: 'Ahlers', mail: 'katrin.ahlers@musterland.test' };
const jens = { givenName: 'Jens', familyName: 'Maurer', mail: 'jens.maurer@musterland.test' };
const list = [
  'Träger;Funktionspostfach;Vorname;Nachname;E-Mail',
  'Ahornhaus Sozialdienste;post@ahornhaus.test;Anna;Ehlers;anna.ehlers@ahornhaus.test',
  'Beratungsbrücke Fuhne;;Sven;Gerlach;sven.gerlach@beratungsbruecke.test',
].join('\n');

test('the first hour of an empty county: set up, colleagues invited, a network founded, its first meeting answered', async ({
  app,
  world,
  page: ada,
  newPage,
}) => {
  const post = new Post(world, app);
  const link = (await app.get(world.SetUpLink).create()) ?? '';
  const office = await newPage();

  await test.step('one page behind the link in the terminal, without a script', async () => {
    await ada.goto(link);
    await ada.getByLabel('Name des Landkreises').fill('Landkreis Musterland');
    await ada.getByLabel('Vorname').fill('Ada');
    await ada.getByLabel('Nachname').fill('Anfang');
    await ada.getByLabel('Ihre Mailadresse').fill('ada.anfang@musterland.test');
    await ada.getByLabel('Passwort').fill('Landkreis2026!');
    await ada.getByLabel('Ich arbeite auch selbst in der Sozialplanung').check();
    await ada.getByLabel('Absender, wie Empfänger:innen ihn lesen').fill('Sozialplanung Musterland');
    await ada.getByLabel('Adresse des Absenders').fill('runder-tisch@musterland.test');
    await ada.getByLabel('Antworten gehen an').fill('sozialplanung@musterland.test');
    await press(ada, 'Einrichten und anmelden');
  });

  await test.step('a weak password is named at its field, and nothing typed is lost but the password', async () => {
    await expect(ada.getByLabel('Passwort')).toHaveAttribute('aria-invalid', 'true');
    await expect(ada.getByLabel('Name des Landkreises')).toHaveValue('Landkreis Musterland');
    await ada.getByLabel('Passwort').fill('Rübe Zaun Möwe Kiesel');
    await press(ada, 'Einrichten und anmelden');
    await expect(ada).toHaveURL(/\/einstellungen$/);
    await expect(ada.getByRole('region', { name: 'Noch einzurichten' })).toContainText('Logo hochladen');
  });

  await test.step('the lists stand, and a planner adds to them', async () => {
    await ada.getByRole('main').getByRole('link', { name: 'Handlungsfelder' }).click();
    const fields = ada.getByRole('list', { name: 'Handlungsfelder' }).getByRole('listitem');
    await expect(fields).toHaveCount(5);
    await field(ada, 'Neues Handlungsfeld').fill('Mobilität');
    await field(ada, 'Neues Handlungsfeld').press('Enter');
    await expect(fields).toHaveCount(6);
    await ada.goto('/einstellungen/gemeinden');
    await expect(ada.getByRole('list', { name: 'Planungsräume' }).getByRole('listitem')).toHaveCount(3);
    await expect(head(ada)).toContainText('Gemeinden und Planungsräume');
    await expect(ada.getByText('Zerbst/Anhalt').first()).toBeVisible();
  });

  await test.step('a planner and a coordinator are invited; she comes in by the link in her mail', async () => {
    await ada.goto('/einstellungen/konten');
    await invite(ada, jens, 'Sozialplanung');
    await invite(ada, katrin, 'Netzwerkkoordination');
    expect(linkInText((await post.to(jens.mail, 'Ihr Zugang')).text, '/anmeldung/')).toContain(app.url);
    await office.goto(linkInText((await post.to(katrin.mail, 'Ihr Zugang')).text, '/anmeldung/'));
    await press(office, 'Jetzt anmelden');
    await expect(office).toHaveURL(/\/heute/);
  });

  await test.step('her list from Excel and a line from her mail program become organisations and people', async () => {
    await office.goto('/akteure/import');
    const file = { name: 'Verteiler.csv', mimeType: 'text/csv', buffer: Buffer.from(list, 'latin1') };
    await office.locator('input[type=file]').setInputFiles(file);
    await press(office, 'Weiter: Liste prüfen');
    await press(office, /Einträge übernehmen/);
    await expect(office.getByText('Neu angelegt: 2 Organisationen und 2 Personen.')).toBeVisible();
    await office.goto('/akteure/personen/verteiler');
    await field(office, 'Adressen').fill('Tobias Falk <tobias.falk@ahornhaus.test>');
    await press(office, 'Adressen prüfen');
    await expect(office.getByText('spricht für Ahornhaus Sozialdienste')).toBeVisible();
    await press(office, '1 Adresse übernehmen');
    await expect(office.getByRole('table', { name: 'Personen' })).toContainText('Tobias Falk');
  });

  await test.step('she adds the house they meet in, with its way in', async () => {
    await office.goto('/termine/orte');
    await press(head(office), 'Ort hinzufügen');
    const panel = office.getByRole('dialog', { name: 'Ort hinzufügen' });
    await field(panel, 'Name').fill('Kreishaus Musterstadt');
    await field(panel, 'Straße und Hausnummer').fill('Am Markt 1');
    await panel.getByLabel('stufenlos').first().check();
    await press(panel, 'Hinzufügen');
    await expect(office.getByRole('list', { name: 'Orte' })).toContainText('Kreishaus Musterstadt');
  });

  await test.step('she founds a network and gives both organisations a seat', async () => {
    await office.goto('/netzwerke?neu=1');
    await field(office, 'Name').fill('Netzwerk Sozialberatung');
    await press(office, 'Anlegen');
    await expect(office.getByRole('heading', { level: 1 })).toHaveText('Netzwerk Sozialberatung');
    await press(office, 'Mitglieder hinzufügen');
    const panel = office.getByRole('dialog', { name: 'Mitglieder hinzufügen' });
    for (const [organisation, person] of [
      ['Ahornhaus Sozialdienste', 'Anna Ehlers'],
      ['Beratungsbrücke Fuhne', 'Sven Gerlach'],
    ] as const) {
      await pick(office, panel, 'Organisation', organisation);
      await pick(office, panel, 'Person', person);
      await press(panel, 'Auf die Liste');
    }
    await press(panel, '2 Mitglieder hinzufügen');
    await press(panel, 'Fertig');
    for (const person of ['Anna Ehlers', 'Sven Gerlach'])
      await expect(office.getByRole('table', { name: 'Mitglieder' })).toContainText(person);
  });

  await test.step('she invites to the first meeting; the place brings its address and way in', async () => {
    await office.getByRole('link', { name: 'Nächstes Treffen' }).click();
    await field(office, 'Tag').fill('8.12.26');
    await office.getByLabel('Aus der Liste der Orte').selectOption({ index: 1 });
    await expect(field(office, 'Ort')).toHaveValue(/Kreishaus Musterstadt, Am Markt 1/);
    await expect(field(office, 'Barrierefreiheit')).toHaveValue(/stufenlos/i);
    await press(office, /Einladungen senden$/);
    await expect(office.getByText('Mails gehen gleich hinaus')).toBeVisible();
    app.clock.pass(61, 'seconds');
  });

  await test.step('who is invited answers on her phone, and the coordinator sees it', async () => {
    const { text, calendar } = await post.to('anna.ehlers@ahornhaus.test', 'Einladung');
    expect(text).toContain('Am Markt 1');
    expect(calendar?.method).toBe('REQUEST');
    const handheld = await newPage(phone);
    await handheld.goto(linkInText(text, '/antwort/'));
    await press(handheld, 'Ich komme');
    await expect(handheld.getByText('Danke, wir freuen uns auf Sie.')).toBeVisible();
    await office.reload();
    const invited = office.getByRole('table', { name: 'Eingeladene' });
    await expect(invited.getByRole('row', { name: 'Anna Ehlers' })).toContainText('Antwortseite');
  });

  await test.step('the first link opens nothing a second time; everybody reads whose application this is', async () => {
    const stranger = await newPage();
    await stranger.goto(link);
    await expect(stranger.getByRole('heading', { level: 1 })).not.toHaveText('Runder Tisch einrichten');
    await expect(stranger.getByLabel('Passwort')).toHaveCount(0);
    await stranger.goto('/impressum');
    await expect(stranger.getByRole('main')).toContainText('Landkreis Musterland');
  });
});

async function invite(page: Page, who: typeof katrin, role: string): Promise<void> {
  await press(head(page), 'Konto anlegen');
  const panel = page.getByRole('dialog', { name: 'Konto anlegen' });
  await field(panel, 'Vorname').fill(who.givenName);
  await field(panel, 'Nachname').fill(who.familyName);
  await field(panel, 'Mailadresse').fill(who.mail);
  await panel.getByRole('checkbox', { name: role }).check();
  await press(panel, 'Anlegen und einladen');
  await expect(page.getByRole('table', { name: 'Konten' })).toContainText(who.mail);
}
