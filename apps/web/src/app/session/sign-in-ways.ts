import { inject, signal } from '@angular/core';
import { RequestSignInLink, SignInWithPassword } from '@runder-tisch/domain/accounts/accounts-requests';
import { requestForm } from '../forms';
import { Api } from '../http/api';

export type SignInWays = ReturnType<typeof signInWays>;

/**
 * The two ways to sign in, for the page and for the dialog over another page: a link by mail that leads to
 * `target`, or a password, after which `signedIn` goes on.
 */
export function signInWays(begin: { byPassword: boolean; target: () => string; signedIn: () => unknown }) {
  const api = inject(Api);
  const byPassword = signal(begin.byPassword);
  const sentTo = signal<string | null>(null);
  // Whose words would it be?
  const link = requestForm(RequestSignInLink, {}, { secret: true });
  const password = requestForm(SignInWithPassword, {}, { secret: true });
  return {
    byPassword: byPassword.asReadonly(),
    /** The address a link went to, while that is shown. */
    sentTo,
    link,
    password,
    signIn: async (event: Event): Promise<void> => {
      event.preventDefault();
      // The password as typed: blanks at its ends belong to it, which forms cut off elsewhere.
      const done = await password.submit(({ mail }) =>
        api.knock('/api/session/password', { mail, password: password.model().password }),
      );
      if (!done) return;
      await begin.signedIn();
    },
    askForLink: async (event: Event): Promise<void> => {
      event.preventDefault();
      await link.submit(async (request) => {
        await api.knock('/api/session/link', { ...request, target: begin.target() });
        sentTo.set(request.mail);
      });
    },
    /** Takes the address along that was typed for the other way. */
    change: (toPassword: boolean): void => {
      const mail = toPassword ? link.model().mail : password.model().mail;
      sentTo.set(null);
      if (toPassword) password.reset({ mail });
      else link.reset({ mail });
      byPassword.set(toPassword);
    },
  };
}
