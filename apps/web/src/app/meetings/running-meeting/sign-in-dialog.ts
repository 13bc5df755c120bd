import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RequestSignInLink, SignInWithPassword } from '@runder-tisch/domain/accounts/accounts-requests';
import { ErrorSummary, TextField } from '@runder-tisch/ui/form';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { Session } from '../../session/session';

/** The door once more, in front of the running meeting: password at once, or a link by mail. */
@Component({
  selector: 'rt-sign-in-dialog',
  imports: [ErrorSummary, FormField, TextField],
  template: `
    <div class="box">
      <h2 id="rt-sign-in-heading">Wieder anmelden</h2>
      @if (sentTo(); as mail) {
        <p role="status">
          Wenn zu <strong>{{ mail }}</strong> ein Zugang gehört, haben wir Ihnen einen Link geschickt. Öffnen
          Sie ihn an diesem Gerät: Er führt hierher zurück, und alles Geschriebene wird gesendet.
        </p>
        <div class="rt-form-actions">
          <button type="button" class="rt-button" (click)="opened.close(true)">Weiterschreiben</button>
        </div>
      } @else if (byPassword()) {
        <p class="rt-quiet">Was Sie geschrieben haben, bleibt auf diesem Gerät und wird danach gesendet.</p>
        <form class="rt-form" novalidate (submit)="signIn($event)">
          <rt-error-summary [entry]="password" />
          <rt-text-field
            label="Mailadresse"
            type="email"
            autocomplete="username"
            [formField]="password.fields.mail"
          />
          <rt-text-field
            label="Passwort"
            type="password"
            autocomplete="current-password"
            [formField]="password.fields.password"
          />
          <div class="rt-form-actions">
            <button class="rt-button rt-primary" [disabled]="password.busy()">Anmelden</button>
            <button type="button" class="rt-button" (click)="opened.close(false)">Später</button>
          </div>
        </form>
        <button type="button" class="rt-button rt-plain" (click)="change(false)">
          Mit einem Link per Mail anmelden
        </button>
      } @else {
        <p class="rt-quiet">Was Sie geschrieben haben, bleibt auf diesem Gerät und wird danach gesendet.</p>
        <form class="rt-form" novalidate (submit)="askForLink($event)">
          <rt-error-summary [entry]="link" />
          <rt-text-field
            label="Mailadresse"
            type="email"
            autocomplete="email"
            [formField]="link.fields.mail"
          />
          <div class="rt-form-actions">
            <button class="rt-button rt-primary" [disabled]="link.busy()">Link schicken</button>
            <button type="button" class="rt-button" (click)="opened.close(false)">Später</button>
          </div>
        </form>
        <button type="button" class="rt-button rt-plain" (click)="change(true)">Mit Passwort anmelden</button>
      }
    </div>
  `,
  styles: `
    .box {
      display: grid;
      gap: 14px;
      justify-items: start;
      padding: 24px;
      border: 1px solid var(--rt-line);
      border-radius: var(--rt-radius);
      background: var(--rt-surface-raised);
      box-shadow: var(--rt-shadow-floating);
    }
    form {
      width: 100%;
    }
  `,
})
export class SignInDialog {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly address = inject<string>(DIALOG_DATA);
  protected readonly opened = inject<DialogRef<boolean>>(DialogRef);
  protected readonly byPassword = signal(true);
  protected readonly sentTo = signal<string | null>(null);
  protected readonly link = requestForm(RequestSignInLink);
  protected readonly password = requestForm(SignInWithPassword);

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    // The password as typed: blanks at its ends belong to it, which forms cut off elsewhere.
    const done = await this.password.submit(({ mail }) =>
      this.api.knock('/api/session/password', { mail, password: this.password.model().password }),
    );
    if (!done) return;
    await this.session.load();
    this.opened.close(true);
  }

  protected async askForLink(event: Event): Promise<void> {
    event.preventDefault();
    await this.link.submit(async (request) => {
      await this.api.knock('/api/session/link', { ...request, target: this.address });
      this.sentTo.set(request.mail);
    });
  }

  protected change(byPassword: boolean): void {
    const mail = byPassword ? this.link.model().mail : this.password.model().mail;
    if (byPassword) this.password.reset({ mail });
    else this.link.reset({ mail });
    this.byPassword.set(byPassword);
  }
}
