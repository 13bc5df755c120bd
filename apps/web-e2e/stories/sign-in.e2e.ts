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

test('a reader finds the page of the day', async ({ app, world, page }) => {
  await signIn(page, world, app, 'reader');
  await page.goto('/heute');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
