import { anna, county, sven } from '../county';
import { press } from '../fields';
import { signIn } from '../sign-in';
import { expect, test } from '../world';

test('members are typed and pasted by keyboard, new ones made on the spot, all saved at once', async ({
  app,
  world,
  page,
}) => {
  await county(app, world);
  const coordinator = await signIn(page, world, app, 'coordinator');
  const id = await world.networks.network(coordinator, { name: 'Runde Wohnen' });
  await page.goto(`/netzwerke/${id}`);
  await press(page, 'Mitglieder hinzufügen');
  const panel = page.getByRole('dialog', { name: 'Mitglieder hinzufügen' });
  const list = panel.getByRole('list', { name: 'Wird hinzugefügt' }).getByRole('listitem');
  const house = panel.getByRole('combobox', { name: 'Organisation' });
  const typed = async (words: string, option: string) => {
    await page.keyboard.type(words);
    await expect(page.getByRole('option', { name: option }).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listbox')).toHaveCount(0);
  };

  await test.step('one that is there and one that is not, without the mouse', async () => {
    await expect(house).toBeFocused();
    await typed(anna.organisation, anna.organisation);
    await typed('Anna', anna.name);
    await page.keyboard.press('Enter');
    await expect(list).toHaveCount(1);
    await expect(house).toBeFocused();
    await expect(house).toHaveValue('');
    await typed('Mieterverein Fuhnetal (Demo)', 'neu anlegen');
    await typed('Dr. Gesa Lüdeke', 'neu anlegen');
    await page.keyboard.press('Enter');
    await expect(list.nth(1)).toContainText('Mieterverein Fuhnetal (Demo) neu');
    await expect(list.nth(1)).toContainText('Dr. Gesa Lüdeke neu');
  });

  await test.step('a pasted list joins them; nobody stands twice', async () => {
    await press(panel, 'Liste einfügen');
    await panel
      .getByLabel('Liste aus einer Tabelle')
      .fill(
        `${anna.organisation}; ${anna.name}; ${anna.mail}\n${sven.name} <${sven.mail}>\nWohnhilfe Ost (Demo)`,
      );
    await press(panel, 'Liste lesen');
    await expect(list).toHaveCount(4);
    await expect(panel.getByRole('status')).toContainText('2 Zeilen gelesen. 1 doppelt.');
    await expect(list.nth(2)).toContainText(sven.organisation);
  });

  await test.step('all are saved at once, the panel stays, and what is refused says so at its line', async () => {
    await press(panel, '4 Mitglieder hinzufügen');
    await expect(
      page.getByText('4 Mitglieder hinzugefügt, 2 Organisationen und 1 Person neu angelegt.'),
    ).toBeVisible();
    await expect(list).toHaveCount(0);
    await expect(house).toBeFocused();
    await typed(anna.organisation, anna.organisation);
    await typed('Anna', anna.name);
    await page.keyboard.press('Enter');
    await press(panel, '1 Mitglied hinzufügen');
    await expect(list).toContainText('Diese Person hat hier schon einen Platz');
    await press(panel, new RegExp('von der Liste nehmen$'));
    await press(panel, 'Fertig');
    const table = page.getByRole('table', { name: 'Mitglieder' });
    for (const name of [anna.name, sven.name, 'Dr. Gesa Lüdeke', 'Wohnhilfe Ost (Demo)'])
      await expect(table).toContainText(name);
  });
});
