import type { Page } from '@playwright/test';
import type { Role } from '@runder-tisch/domain/accounts';
import type { SignedIn, TestApp } from '@runder-tisch/api/test';
import type { test } from './world';

type Words = Parameters<Parameters<typeof test>[2]>[0]['world'];

/** Puts the session of a fresh person with these roles into the page's browser, without the way through the mail. */
export async function signIn(page: Page, world: Words, app: TestApp, ...roles: Role[]): Promise<SignedIn> {
  const person = await world.signedIn(app, ...roles);
  const [name = '', value = ''] = (person.cookie ?? '').split('=');
  await page.context().addCookies([{ name, value, url: app.url, httpOnly: true, sameSite: 'Lax' }]);
  return person;
}
