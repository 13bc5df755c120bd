import { signIn } from '../sign-in';
import { expect, test } from '../world';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

test('Monday: a call for funding goes with its PDF to two networks, and who did not get it stands there', async ({
  app,
  world,
  page,
}) => {
  const coordinator = await signIn(page, world, app, 'coordinator');
  const member = async (networkIds: string[], familyName: string, mail: string): Promise<void> => {
    const personId = await world.actors.person(coordinator, { salutation: 'Frau', familyName, mail });
    for (const networkId of networkIds)
      await world.networks.membership(coordinator, networkId, { personId, fromDay: '2026-01-01' });
  };
  const early = await world.networks.network(coordinator, { name: 'Frühe Hilfen (Demo)' });
  const debts = await world.networks.network(coordinator, { name: 'Schuldnerberatung (Demo)' });
  await member([early, debts], 'Berg', 'berg@ahornhaus.test');
  await member([early], 'Lutz', 'lutz@kiebitz.test');
  await member([debts], 'Ohnemail', '');

  await test.step('it begins on the page of the network and finds the second one by typing', async () => {
    await page.goto(`/netzwerke/${early}`);
    await page.getByRole('link', { name: 'Nachricht', exact: true }).click();
    await expect(page.getByText(/3 Personen bekommen sie/)).toBeVisible();
    await page.getByRole('combobox', { name: 'Empfangende' }).fill('Schuldner');
    await page.getByRole('option', { name: /Schuldnerberatung \(Demo\)/ }).click();
    await expect(page.getByText('Nicht dabei (1)')).toBeVisible();
    await expect(page.getByText(/Ohnemail.*keine Mailadresse hinterlegt/)).toBeVisible();
  });

  await test.step('the PDF is dropped, and a test comes to the one who writes', async () => {
    await page.getByRole('combobox', { name: 'Worum es geht' }).selectOption('FUNDING');
    await page.getByRole('textbox', { name: 'Betreff' }).fill('Förderaufruf Familien');
    await page
      .getByRole('textbox', { name: 'Text' })
      .fill('anbei ein Förderaufruf: https://foerderung.test/familien');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'Förderaufruf.pdf', mimeType: 'application/pdf', buffer: PDF });
    await expect(page.getByRole('link', { name: 'Förderaufruf', exact: true })).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'Vorschau der Mail' })).toContainText(
      'Förderaufruf.pdf',
    );
    await page.getByRole('button', { name: 'Probe an mich' }).click();
    await expect(page.getByText(/Eine Probe geht an/)).toBeVisible();
  });

  await test.step('it is sent, taken back within the minute, and sent again', async () => {
    await page.getByRole('button', { name: /An 3 Personen senden/ }).click();
    await page.getByRole('button', { name: 'Zurückholen' }).click();
    await page.getByRole('button', { name: /An 3 Personen senden/ }).click();
    await expect(page.getByRole('button', { name: 'Zurückholen' })).toBeVisible();
  });

  await test.step('a minute later each has a mail of their own, and the archive says who has none', async () => {
    const mails = await world.deliveredMails(app);
    expect(mails.map(({ to, subject }) => `${to} ${subject}`)).toContain(
      'berg@ahornhaus.test Förderaufruf Familien',
    );
    const berg = mails.filter(({ to }) => to === 'berg@ahornhaus.test');
    expect(berg).toHaveLength(1);
    expect(berg[0]?.files.map(({ name }) => name)).toEqual(['Förderaufruf.pdf']);
    expect(berg[0]?.text).not.toContain('Lutz');
    await page.goto(`/netzwerke/${debts}/nachrichten`);
    await expect(page.getByText('3 gesendet, 1 nicht angeschrieben')).toBeVisible();
    await page.getByRole('link', { name: 'Förderaufruf Familien' }).click();
    await page.getByRole('button', { name: '1 nicht angeschrieben' }).click();
    await expect(page.getByRole('link', { name: 'Ohnemail' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Lutz' })).toHaveCount(0);
  });
});
