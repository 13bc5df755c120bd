import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { mdiEmailCheckOutline } from '@mdi/js';
import { inAppPath } from '@runder-tisch/domain/accounts';
import { RequestSignInLink, SignInWithPassword } from '@runder-tisch/domain/accounts/accounts-requests';
import { ErrorSummary, TextField } from '@runder-tisch/ui/form';
import { Icon, Mark } from '@runder-tisch/ui/icon';
import { requestForm } from '../forms';
import { Api } from '../http/api';
import { Session } from '../session/session';

/** The door: a mail address is enough; staff who set a password may use that. */
@Component({
  selector: 'rt-sign-in-page',
  imports: [ErrorSummary, FormField, Icon, Mark, TextField],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  /** Where somebody wanted to go; only addresses inside this application are followed. */
  readonly ziel = input<string>();
  readonly abgemeldet = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly byPassword = signal(false);
  protected readonly sentTo = signal<string | null>(null);
  protected readonly link = requestForm(RequestSignInLink);
  protected readonly password = requestForm(SignInWithPassword);
  protected readonly icon = mdiEmailCheckOutline;
  private readonly target = computed(() => inAppPath(this.ziel()));

  protected async askForLink(event: Event): Promise<void> {
    event.preventDefault();
    await this.link.submit(async (request) => {
      await this.api.knock('/api/session/link', { ...request, target: this.target() });
      this.sentTo.set(request.mail);
    });
  }

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    // The password as typed: blanks at its ends belong to it, which forms cut off elsewhere.
    const done = await this.password.submit(({ mail }) =>
      this.api.knock('/api/session/password', { mail, password: this.password.model().password }),
    );
    if (!done) return;
    await this.session.load();
    await this.router.navigateByUrl(this.target());
  }

  protected change(byPassword: boolean): void {
    const mail = byPassword ? this.link.model().mail : this.password.model().mail;
    this.sentTo.set(null);
    if (byPassword) this.password.reset({ mail });
    else this.link.reset({ mail });
    this.byPassword.set(byPassword);
  }
}
