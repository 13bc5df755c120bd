import { press } from '../fields';
import { lastMailTo, linkIn } from '../mails';
import { signIn } from '../sign-in';
import { expect, test } from '../world';

test('somebody asks for a link, opens it from the mail and is at work', async ({
  app,
  world,
  page,
  newPage,
}) => {
  const person = await world.signedIn(app, 'planner');
  const mail = `${person.accountId}@rolle.test`;

  await page.goto('/');
  await page.getByRole('link', { name: 'Anmelden', exact: true }).click();
  await page.getByLabel('Mailadresse').fill(mail);
  await page.getByRole('button', { name: 'Link schicken' }).click();
  await expect(page.getByText(mail)).toBeVisible();

  const link = await linkIn(await lastMailTo(app, mail), '/anmeldung/');
  const elsewhere = await newPage();
  await elsewhere.goto(link);
  await elsewhere.getByRole('button', { name: 'Anmelden' }).click();
  await expect(elsewhere.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(elsewhere).toHaveURL(/\/heute/);

  await elsewhere.goto(link);
  await expect(elsewhere.getByRole('button', { name: 'Neuen Link senden' })).toBeVisible();
});

test.describe('on a machine without a mail server', () => {
  test.use({ appOptions: { smtp: false } });

  test('a reader comes to what there is to read, and the office is told that no mail leaves the house', async ({
    app,
    world,
    page,
    newPage,
  }) => {
    const planner = await newPage();
    const office = await signIn(planner, world, app, 'planner');
    const reader = await signIn(page, world, app, 'reader');
    const invited = { personId: reader.personId, mail: 'mitglied@kreistag.test', name: 'Mitglied' };
    const committeeId = await world.lists.committee(office, { name: 'Sozialausschuss' });
    await world.meetings.invitedMeeting(office, {
      title: 'Sitzung des Sozialausschusses',
      committeeId,
      day: '2026-12-08',
      invitees: [invited],
      agenda: ['Bericht zur Schuldnerberatung'],
    });
    await page.goto('/');
    await expect(page).toHaveURL(/\/uebersicht$/);
    const next = page.getByRole('region', { name: 'Nächste Sitzung' });
    await expect(next).toContainText('Bericht zur Schuldnerberatung');
    const lines = page.getByRole('region', { name: 'Bitte erledigen' });
    await lines.getByRole('link', { name: /^Antworten/ }).click();
    await press(page, 'Ich komme');
    await expect(page.getByText('Ihre Antwort ist gespeichert')).toBeVisible();
    await page.getByRole('link', { name: 'Übersicht' }).first().click();
    await expect(next).toContainText('Sie: kommt');
    await expect(lines).toHaveCount(0);

    await planner.goto('/heute');
    await expect(planner.getByRole('complementary', { name: 'Mailversand' })).toContainText(
      'Es verlässt keine Mail das Haus.',
    );
  });
});
