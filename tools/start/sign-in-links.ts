import type { RunningApp } from '@runder-tisch/api/create-app';
import type { SignInLink } from './greeting';

/** One fresh single-use sign-in link for each role of the demo, made by the accounts service of the API. */
export async function demoSignInLinks(app: RunningApp): Promise<SignInLink[]> {
  return [];
}

/** The one-time link of the set-up page while the instance has no administrator; otherwise nothing. */
export async function setUpLink(app: RunningApp): Promise<string | null> {
  return null;
}
