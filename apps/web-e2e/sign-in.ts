import type { Page } from '@playwright/test';
import type { Role } from '@runder-tisch/domain/accounts';
import type { SignedIn, TestApp } from '@runder-tisch/api/test';
import type { World } from './world';

/** Puts the session of a fresh person with these roles into the page's browser, without the way through the mail. */
export async function signIn(page: Page, world: World, app: TestApp, ...roles: Role[]): Promise<SignedIn> {
  const person = await world.signedIn(app, ...roles);
  const [, value = ''] = (person.cookie ?? '').split('=');
  await keepSession(page, app, value);
  return person;
}

/** A new session for an account that is there: the last one ended while the clock moved on. */
export async function signInAgain(page: Page, world: World, app: TestApp, accountId: string): Promise<void> {
  const { token } = await app.get(world.Sessions).open(accountId);
  await keepSession(page, app, token);
}

async function keepSession(page: Page, app: TestApp, value: string): Promise<void> {
  await page
    .context()
    .addCookies([{ name: 'rt_session', value, url: app.url, httpOnly: true, sameSite: 'Lax' }]);
}
