import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { ErrorSummary, TextField } from '@runder-tisch/ui/form';
import { signInWays } from '../../session/sign-in-ways';

/** The door once more, in front of the running meeting: password at once, or a link by mail. */
@Component({
  selector: 'rt-sign-in-dialog',
  imports: [ErrorSummary, FormField, TextField],
  template: `
    <div class="box">
      <h2 id="rt-sign-in-heading">Wieder anmelden</h2>
      @if (ways.sentTo(); as mail) {
        <p role="status">
          Wenn zu <strong>{{ mail }}</strong> ein Zugang gehört, haben wir Ihnen einen Link geschickt. Öffnen
          Sie ihn an diesem Gerät: Er führt hierher zurück, und alles Geschriebene wird gesendet.
        </p>
        <div class="rt-form-actions">
          <button type="button" class="rt-button" (click)="opened.close(true)">Weiterschreiben</button>
        </div>
      } @else if (ways.byPassword()) {
        <p class="rt-quiet">Was Sie geschrieben haben, bleibt auf diesem Gerät und wird danach gesendet.</p>
        <form class="rt-form" novalidate (submit)="ways.signIn($event)">
          <rt-error-summary [entry]="ways.password" />
          <rt-text-field
            label="Mailadresse"
            type="email"
            autocomplete="username"
            [formField]="ways.password.fields.mail"
          />
          <rt-text-field
            label="Passwort"
            type="password"
            autocomplete="current-password"
            [formField]="ways.password.fields.password"
          />
          <div class="rt-form-actions">
            <button class="rt-button rt-primary" [disabled]="ways.password.busy()">Anmelden</button>
            <button type="button" class="rt-button" (click)="opened.close(false)">Später</button>
          </div>
        </form>
        <button type="button" class="rt-button rt-plain" (click)="ways.change(false)">
          Mit einem Link per Mail anmelden
        </button>
      } @else {
        <p class="rt-quiet">Was Sie geschrieben haben, bleibt auf diesem Gerät und wird danach gesendet.</p>
        <form class="rt-form" novalidate (submit)="ways.askForLink($event)">
          <rt-error-summary [entry]="ways.link" />
          <rt-text-field
            label="Mailadresse"
            type="email"
            autocomplete="email"
            [formField]="ways.link.fields.mail"
          />
          <div class="rt-form-actions">
            <button class="rt-button rt-primary" [disabled]="ways.link.busy()">Link schicken</button>
            <button type="button" class="rt-button" (click)="opened.close(false)">Später</button>
          </div>
        </form>
        <button type="button" class="rt-button rt-plain" (click)="ways.change(true)">
          Mit Passwort anmelden
        </button>
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
  private readonly address = inject<string>(DIALOG_DATA);
  protected readonly opened = inject<DialogRef<boolean>>(DialogRef);
  protected readonly ways = signInWays({
    byPassword: true,
    target: () => this.address,
    signedIn: () => this.opened.close(true),
  });
}
