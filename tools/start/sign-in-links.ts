import { type RunningApp, SetUpLink, SignInLinks } from '@runder-tisch/api/create-app';
import type { SignInLink } from './greeting';

/** One fresh single-use sign-in link for each role of the demo, made by the accounts service of the API. */
export async function demoSignInLinks(app: RunningApp): Promise<SignInLink[]> {
  const links = await app.get(SignInLinks).perRole();
  return links.map(({ label, displayName, url }) => ({ role: label, name: displayName, url }));
}

/** The one-time link of the set-up page while the instance has no administrator; otherwise nothing. */
export async function setUpLink(app: RunningApp): Promise<string | null> {
  return app.get(SetUpLink).create();
}
