import { anna, county, sven } from '../county';
import { press } from '../fields';
import { signIn } from '../sign-in';
import { expect, test } from '../world';

const list = [
  'Träger;PLZ;Ort;Vorname;Nachname;E-Mail;Geburtsdatum',
  `${anna.organisation};06366;Köthen;Anna;Ehlers;${anna.mail};01.02.1980`,
  `Beratungsbruecke Fuhne e.V.;06780;Zörbig;Sven;Gerlach;${sven.mail};`,
  'Taubenhof (Demo);674;Bitterfeld;Ida;Ritter;ida.ritter@taubenhof.test;',
].join('\n');

test('a list from Excel becomes organisations and people, nobody twice, and is undone as a whole', async ({
  app,
  world,
  page,
}) => {
  await county(app, world);
  await signIn(page, world, app, 'coordinator');
  await page.goto('/akteure/organisationen');
  await page.getByRole('main').getByRole('link', { name: 'Liste übernehmen' }).click();
  const file = (name: string, text: string) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text, 'latin1'),
  });
  await page.locator('input[type=file]').setInputFiles(file('foto.csv', '\u0089PNG\r\n\u001a\n'));
  await expect(page.getByRole('alert')).toContainText('keine Tabelle');
  await page.locator('input[type=file]').setInputFiles(file('Verteiler.csv', list));

  await expect(page.getByText('„Geburtsdatum“: wird nicht übernommen.')).toBeVisible();
  await expect(page.getByLabel('Feld für Spalte Träger')).toHaveValue('organisation.name');
  await expect(page.getByLabel('Feld für Spalte E-Mail')).toHaveValue('person.mail');
  await press(page, 'Weiter: Liste prüfen');

  const entries = page.getByRole('list', { name: 'Einträge' }).getByRole('listitem');
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText('Beratungsbrücke Fuhne');
  await expect(entries).toContainText(/\d\d % gleich/);
  await expect(page.getByRole('button', { name: /Einträge übernehmen/ })).toBeDisabled();
  await entries.getByRole('combobox').selectOption({ label: `zusammenführen mit: ${sven.organisation}` });
  await page.getByRole('button', { name: 'Auffällige Zeilen 1' }).click();
  await expect(page.getByRole('list', { name: 'Auffällige Zeilen' })).toContainText('Zeile 4, Spalte „PLZ“');
  await press(page, /Einträge übernehmen/);
  await expect(
    page.getByText(
      'Neu angelegt: 1 Organisation und 1 Person. Mit Vorhandenem zusammengeführt: 2 Organisationen.',
    ),
  ).toBeVisible();

  await page.getByRole('link', { name: 'Zu den Organisationen' }).click();
  const table = page.getByRole('table', { name: 'Organisationen' });
  await expect(table.getByRole('row', { name: 'Taubenhof (Demo)' })).toHaveCount(1);
  await expect(table.getByRole('row', { name: /Fuhne/ })).toHaveCount(1);
  await page.getByRole('main').getByRole('link', { name: 'Liste übernehmen' }).click();
  await page.getByRole('link', { name: 'Verteiler.csv' }).click();
  await press(page, 'Übernahme rückgängig machen');
  await press(page.getByRole('alertdialog'), 'Rückgängig machen');
  await expect(page.getByText('2 Einträge wieder entfernt, 2 Ergänzungen zurückgenommen.')).toBeVisible();
  await page.getByRole('link', { name: 'Zu den Organisationen' }).click();
  await expect(table.getByRole('row', { name: /Fuhne/ })).toHaveCount(1);
  await expect(table.getByRole('row', { name: 'Taubenhof (Demo)' })).toHaveCount(0);
});

test('a list whose umlauts are unsure is read as somebody says, and cut where they say', async ({
  app,
  world,
  page,
}) => {
  await county(app, world);
  await signIn(page, world, app, 'coordinator');
  await page.goto('/akteure/import');
  // UTF-8 in which one letter came in from Windows.
  const broken = Buffer.concat([
    Buffer.from('Organisation;Ort\nHaus Lärche (Demo);K'),
    Buffer.from([0xf6]),
    Buffer.from('then\n'),
  ]);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'Verteiler.csv', mimeType: 'text/csv', buffer: broken });

  const question = page.getByRole('group', { name: 'In welcher Fassung sind die Umlaute richtig?' });
  await expect(page.getByRole('button', { name: 'Weiter: Liste prüfen' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Diese Fassung nehmen' })).toBeDisabled();
  await question
    .getByRole('radio', { name: /Köthen/ })
    .first()
    .check();
  await press(page, 'Diese Fassung nehmen');
  await expect(question).toBeHidden();

  await page.getByLabel('Trennzeichen').selectOption({ label: 'Komma ( , )' });
  await expect(page.getByLabel('Feld für Spalte Organisation;Ort')).toBeVisible();
  await page.getByLabel('Trennzeichen').selectOption({ label: 'Strichpunkt ( ; )' });
  await expect(page.getByLabel('Feld für Spalte Ort')).toBeVisible();
  await press(page, 'Weiter: Liste prüfen');
  await expect(page.getByRole('button', { name: /1 Eintr\S+ übernehmen/ })).toBeVisible();
});
