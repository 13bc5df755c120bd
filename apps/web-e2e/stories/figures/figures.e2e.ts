import { press } from '../../fields';
import { signIn } from '../../sign-in';
import { expect, test } from '../../world';

const MINUTE = 60_000;
const asFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('from a table of the statistical office to a value in the catalogue', async ({ app, world, page }) => {
  test.setTimeout(3 * MINUTE);
  const planner = await world.signedIn(app, 'planner');
  // By its municipalities the catalogue knows which county is ours.
  await world.lists.municipality(planner, { ags: '15082180', name: 'Köthen (Anhalt)' });
  await signIn(page, world, app, 'planner');
  await page.goto('/daten/importe');
  const chooser = page.getByLabel('Datei', { exact: true });

  await test.step('a list of humans is refused in one sentence', async () => {
    await chooser.setInputFiles(asFile('liste.csv', 'Gemeinde;Geburtsdatum;Anzahl\n15082180;01.02.1980;3\n'));
    await expect(page.getByText(/„Geburtsdatum“.*Datenschutzes/)).toBeVisible({ timeout: MINUTE });
    await page.goBack();
  });

  await test.step('the newest table shows what would change before anything is written', async () => {
    await chooser.setInputFiles(asFile('bevoelkerung.csv', world.figureImports.populationTable));
    await expect(page.getByText('36 neu · 0 geändert · 0 entfallen')).toBeVisible({ timeout: MINUTE });
    await expect(page.getByText('12 × Gebiet gab es nicht')).toBeVisible();
  });

  await test.step('what is to be cleared is cleared, then the values are taken over', async () => {
    for (const box of await page.getByRole('checkbox', { name: 'Gesehen' }).all()) await box.check();
    for (const radio of await page.getByRole('radio').all())
      if (!(await radio.isChecked())) await radio.check();
    await press(page, 'Werte übernehmen');
    await expect(page.getByText(/36 Werte geschrieben/)).toBeVisible({ timeout: MINUTE });
  });

  await test.step('the same file says at once that it is known', async () => {
    await page.getByRole('link', { name: 'Nächste Datei einlesen' }).click();
    await chooser.setInputFiles(asFile('noch-einmal.csv', world.figureImports.populationTable));
    await expect(page.getByText('Genau diese Datei ist schon übernommen.')).toBeVisible();
  });

  await test.step('from the import the way leads to the indicator, which shows the value', async () => {
    await page.getByRole('link', { name: 'bevoelkerung.csv' }).click();
    await page.getByRole('link', { name: 'Zum Indikator DEM-04 Altenquotient' }).click();
    const newest = page.getByRole('region', { name: 'Neueste Werte nach Gebiet' });
    await expect(newest.getByRole('row', { name: /31\.12\.2015 44,1/ }).first()).toBeVisible();
    const compared = page.getByRole('region', { name: 'Gemeinden im Vergleich', exact: true });
    await expect(compared.getByRole('row', { name: /Köthen \(Anhalt\).* 45,6/ })).toBeVisible();
  });
});
