import { readFile } from 'node:fs/promises';
import { anna, county } from '../../county';
import { pick, press } from '../../fields';
import { signIn, signInAgain } from '../../sign-in';
import { expect, test } from '../../world';

test.use({ appOptions: { now: '2026-05-11T08:00:00Z' }, viewport: { width: 1280, height: 900 } });

test('an empty seat is seen in the structure and filled, and what it costs is seen and taken along', async ({
  app,
  world,
  page,
}) => {
  await county(app, world);
  const coordinator = await signIn(page, world, app, 'coordinator');
  const { networks, meetings, session } = world;
  const networkId = await networks.network(coordinator, { name: 'Netzwerk Wohnen (Demo)' });
  const seats = page.getByRole('table', { name: 'Wer sitzt wo' }).getByRole('row');
  const load = page.getByRole('table', { name: 'Gremienlast' });

  await test.step('the organisation has a seat, and nobody sits on it', async () => {
    await page.goto(`/netzwerke/${networkId}`);
    await press(page, 'Mitglieder hinzufügen');
    const panel = page.getByRole('dialog', { name: 'Mitglieder hinzufügen' });
    await pick(page, panel, 'Organisation', anna.organisation);
    await press(panel, 'Auf die Liste');
    await press(panel, '1 Mitglied hinzufügen');
    await expect(page.getByText('1 Mitglied hinzugefügt.')).toBeVisible();
    await press(panel, 'Fertig');
  });

  await test.step('the vacancy stands in the structure and leads to the network', async () => {
    await page.getByRole('link', { name: 'Netzwerke', exact: true }).first().click();
    await page.getByRole('link', { name: 'Struktur', exact: true }).click();
    const body = page.getByRole('table', { name: 'Struktur' }).getByRole('row', { name: /Netzwerk Wohnen/ });
    await expect(body).toContainText('1 frei');
    await page.getByLabel('Nur unbesetzte Plätze').check();
    await expect(seats.nth(1)).toContainText(anna.organisation);
    await expect(seats.nth(1)).toContainText('unbesetzt');
    await expect(load).not.toContainText(anna.name);
    await seats.nth(1).getByRole('link', { name: 'Netzwerk Wohnen (Demo)' }).click();
  });

  await test.step('a person takes the seat', async () => {
    await press(page, /^Besetzen/);
    const panel = page.getByRole('dialog', { name: `Platz von ${anna.organisation} besetzen` });
    await pick(page, panel, 'Wer übernimmt?', anna.name);
    await panel.locator('form').getByRole('button', { name: 'Besetzen' }).click();
    await expect(page.getByText('Der Platz ist besetzt.')).toBeVisible();
  });

  await test.step('after a meeting the load is told in sessions and hours', async () => {
    const meeting = { type: 'NETWORK', networkId, day: '2026-05-20' } as const;
    const { id } = await meetings.invitedMeeting(coordinator, { ...meeting, invitees: [anna.mail] });
    app.clock.set('2026-05-20T15:00:00Z');
    await signInAgain(page, world, app, coordinator.accountId);
    const again = await world.signedInAgain(app, coordinator);
    await session.startSession(again, id);
    await session.endSession(again, id);
    await page.goto('/netzwerke/struktur');
    const row = load.getByRole('row', { name: new RegExp(anna.name) });
    await expect(row).toContainText('2 Stunden');
    await expect(
      page.getByRole('table', { name: 'Struktur' }).getByRole('row', { name: /Netzwerk Wohnen/ }),
    ).not.toContainText('frei');
  });

  await test.step('both leave as a workbook', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Sitze und Gremienlast (Excel)' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('Sitze und Gremienlast.xlsx');
    expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');
  });
});
