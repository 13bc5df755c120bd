import { press } from '../../fields';
import { signIn, signInAgain } from '../../sign-in';
import { expect, test } from '../../world';

test.use({ appOptions: { now: '2025-05-12T08:00:00Z' }, viewport: { width: 1280, height: 900 } });

test('a network is checked with reasons, by criteria one can change, and the years stand beside each other', async ({
  app,
  world,
  page,
}) => {
  const planner = await signIn(page, world, app, 'planner', 'coordinator');
  const networkId = await world.networks.network(planner, { name: 'Netzwerk Wohnen (Demo)' });
  const check = page.getByRole('dialog', { name: /^Verstetigung prüfen/ });
  const answered = (criterion: string) => check.getByRole('group', { name: criterion });
  const results = page.getByRole('region', { name: 'Verstetigungscheck' });
  const open = async () => {
    await page.goto(`/netzwerke/${networkId}/verstetigung`);
    await press(page, 'Jetzt prüfen');
  };

  await test.step('the data answers what it knows; what it does not know needs a reason', async () => {
    await open();
    await expect(answered('Regelmäßige Treffen')).toContainText('Daten:');
    await press(check, 'Check speichern');
    await expect(check.getByText('Bitte begründen Sie').first()).toBeVisible();
    const hours = answered('Benannte Koordination mit gesicherten Stunden');
    await hours.getByRole('textbox').fill('Die Stunden hängen an einem Projekt.');
    await press(check, 'Check speichern');
    await expect(results).toContainText('0 von 5 erfüllt');
    await expect(results).toContainText('Die Stunden hängen an einem Projekt.');
  });

  await test.step('the county asks for less than before', async () => {
    await page.goto('/einstellungen/verstetigung');
    await press(page, 'Regelmäßige Treffen bearbeiten');
    const panel = page.getByRole('dialog', { name: 'Kriterium bearbeiten' });
    await panel.getByLabel('Mindestens wie viele Treffen?').fill('1');
    await press(panel, 'Speichern');
    await expect(page.getByText('Gespeichert.')).toBeVisible();
  });

  await test.step('a year later one is met, with a reason, because the data says otherwise', async () => {
    app.clock.set('2026-05-11T08:00:00Z');
    await signInAgain(page, world, app, planner.accountId);
    await open();
    const agreement = answered('Schriftliche Vereinbarung');
    await agreement.getByLabel('erfüllt').check();
    await press(check, 'Check speichern');
    await expect(agreement).toContainText('Bitte begründen Sie');
    await agreement
      .getByLabel('Warum anders als die Daten?')
      .fill('Unterschrieben am 4. Mai, liegt in Papier vor.');
    await press(check, 'Check speichern');
    await expect(results).toContainText('1 von 5 erfüllt');
    await expect(results).toContainText('mindestens 1 Treffen in 12 Monaten');
  });

  await test.step('the trend tells both years, and the earlier check stays as it was', async () => {
    const years = page.getByRole('region', { name: 'Jahr für Jahr' });
    await expect(years.getByRole('row', { name: /2026/ })).toContainText('1 mehr');
    await expect(years.getByRole('row', { name: /2025/ })).toContainText('0 von 5');
    const earlier = page.getByRole('region', { name: 'Frühere Checks' });
    await earlier.getByText('12.05.2025: 0 von 5 erfüllt').click();
    await expect(earlier).toContainText('mindestens 2 Treffen in 12 Monaten');
  });
});
