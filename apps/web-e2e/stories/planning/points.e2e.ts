import { confirm, field, press } from '../../fields';
import { signIn } from '../../sign-in';
import { expect, test } from '../../world';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test('priorities are set by points: question, wall, two phones, result', async ({
  app,
  world,
  page: planner,
  newPage,
}) => {
  await signIn(planner, world, app, 'planner');
  let joinUrl = '';

  await test.step('a planner asks and puts two lines to the vote', async () => {
    await planner.goto('/planung/punktabfragen?neu=1');
    const panel = planner.getByRole('dialog', { name: 'Punktabfrage anlegen' });
    await field(panel, 'Frage').fill('Was ist am dringendsten?');
    await field(panel, 'Zeile 1').fill('Bus nach 18 Uhr');
    await field(panel, 'Zeile 2').fill('Sprechstunde in der Kita');
    await field(panel, 'Plätze').fill('2');
    await press(panel, 'Anlegen');
    await press(planner, 'Starten');
    await expect(planner.getByText('0 von 2 haben Punkte vergeben.')).toBeVisible();
  });

  await test.step('the wall shows where to take part, and no points', async () => {
    await planner.getByRole('link', { name: 'Für die Leinwand' }).click();
    await expect(planner.getByRole('img', { name: /^QR-Code/ })).toBeVisible();
    const code = await planner.locator('.code').innerText();
    joinUrl = `/punkte/${code.replace('-', '')}`;
    await expect(planner.getByText('0 von 2 haben Punkte vergeben')).toBeVisible();
  });

  const [anna, sven] = [await newPage(phone), await newPage(phone)];
  await test.step('two phones give points: by tapping and by typing', async () => {
    await anna.goto(joinUrl);
    expect(await anna.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await press(anna, 'Ein Punkt mehr für Bus nach 18 Uhr');
    await press(anna, 'Ein Punkt mehr für Bus nach 18 Uhr');
    await expect(anna.getByText('Noch 1 Punkt', { exact: true })).toBeVisible();
    await sven.goto(joinUrl);
    await field(sven, 'Sprechstunde in der Kita').fill('4');
    await press(sven, 'Punkte speichern');
    await expect(sven.getByRole('alert')).toContainText('So viele Punkte dürfen nicht auf eine Zeile.');
    await field(sven, 'Sprechstunde in der Kita').fill('2');
    await field(sven, 'Bus nach 18 Uhr').press('Enter');
    await expect(sven.getByText('Danke, Ihre Punkte sind gespeichert.')).toBeVisible();
    await expect(planner.getByText('2 von 2 haben Punkte vergeben')).toBeVisible();
  });

  await test.step('a third phone hears that all places are taken', async () => {
    const late = await newPage(phone);
    await late.goto(joinUrl);
    await expect(late.getByText('Alle Plätze sind vergeben', { exact: true })).toBeVisible();
  });

  await test.step('closed, the shared rank shows everywhere', async () => {
    await planner.getByRole('link', { name: 'Zurück zur Punktabfrage' }).click();
    await press(planner, 'Beenden');
    await confirm(planner, 'Punktabfrage beenden?', 'Beenden');
    await expect(planner.getByText('2 Stimmen, 4 Punkte')).toBeVisible();
    await expect(planner.getByRole('img', { name: /Den ersten Rang teilen sich/ })).toBeVisible();
    await anna.reload();
    await expect(anna.getByText('Den ersten Rang teilen sich').first()).toBeVisible();
    await planner.getByRole('link', { name: 'Für die Leinwand' }).click();
    await expect(planner.getByText('2 Stimmen, 4 Punkte')).toBeVisible();
  });
});
