import { anna, county, sven } from '../county';
import { field, press } from '../fields';
import { signIn } from '../sign-in';
import { expect, test } from '../world';

test('a distribution list from the mail program becomes people, and nobody twice', async ({
  app,
  world,
  page,
}) => {
  await county(app, world);
  await signIn(page, world, app, 'coordinator');
  await page.goto('/akteure/personen');
  await page.getByRole('link', { name: 'Verteilerliste einfügen' }).click();
  const list = [
    `${anna.name} <${anna.mail}>`,
    `${anna.name} <${anna.mail.toUpperCase()}>`,
    `${sven.name} <s.gerlach@neue-adresse.test>`,
    '"Falk, Tobias" <tobias.falk@ahornhaus.test>',
    'kontakt@neues-haus.test',
    'Frau Sommer aus Zerbst',
  ];
  await field(page, 'Adressen').fill(list.join('; '));
  await press(page, 'Adressen prüfen');

  const found = page.getByRole('list', { name: 'Gefundene Adressen' }).getByRole('listitem');
  const row = (mail: string) => found.filter({ hasText: mail });
  await expect(found).toHaveCount(4);
  await expect(row('kontakt@neues-haus.test')).toContainText('Postfach eines Hauses, keine Person');
  await expect(row('kontakt@neues-haus.test').getByRole('checkbox')).toBeDisabled();
  await expect(page.getByRole('status').filter({ hasText: 'Ohne Mailadresse' })).toContainText(
    'Frau Sommer aus Zerbst',
  );
  await expect(row(anna.mail)).toContainText('schon da: Anna Ehlers');
  await expect(row('s.gerlach@neue-adresse.test')).toContainText('ähnlicher Name');
  await row('s.gerlach@neue-adresse.test')
    .getByLabel('Wer ist das?')
    .selectOption(`${sven.name} (${sven.mail})`);
  await expect(row('tobias.falk@ahornhaus.test')).toContainText(`spricht für ${anna.organisation}`);
  await expect(row('tobias.falk@ahornhaus.test').getByLabel('Vorname')).toHaveValue('Tobias');
  await page.getByRole('checkbox', { name: 'Neue Adresse 1 Adresse' }).uncheck();
  await press(page, '3 Adressen und 1 Organisation übernehmen');

  await expect(page).toHaveURL(/\/akteure\/personen$/);
  await expect(
    page.getByText('1 Person angelegt, 1 Organisation angelegt, 2 kannten wir schon'),
  ).toBeVisible();
  const people = page.getByRole('table', { name: 'Personen' });
  await expect(people.getByRole('row', { name: 'Tobias Falk' })).toContainText(anna.organisation);
  for (const { name } of [anna, sven]) await expect(people.getByRole('row', { name })).toHaveCount(1);
});
