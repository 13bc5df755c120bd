import { Component, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { ErrorSummary, TextField } from '@runder-tisch/ui/form';
import type { SignInWays } from './sign-in-ways';

/** The fields of the way to sign in that is chosen, and the other way; what stands inside goes beside its button. */
@Component({
  selector: 'rt-sign-in-form',
  imports: [ErrorSummary, FormField, TextField],
  template: `
    <form
      class="rt-form"
      novalidate
      (submit)="ways().byPassword() ? ways().signIn($event) : ways().askForLink($event)"
    >
      @if (ways().byPassword()) {
        <rt-error-summary [entry]="ways().password" />
        <rt-text-field
          label="Mailadresse"
          type="email"
          autocomplete="username"
          [formField]="ways().password.fields.mail"
        />
        <rt-text-field
          label="Passwort"
          type="password"
          autocomplete="current-password"
          [formField]="ways().password.fields.password"
        />
      } @else {
        <rt-error-summary [entry]="ways().link" />
        <rt-text-field
          label="Mailadresse"
          type="email"
          autocomplete="email"
          [formField]="ways().link.fields.mail"
        />
      }
      <div class="rt-form-actions">
        <button class="rt-button rt-primary" [disabled]="ways().password.busy() || ways().link.busy()">
          {{ ways().byPassword() ? 'Anmelden' : 'Link schicken' }}
        </button>
        <ng-content />
      </div>
    </form>
    <button type="button" class="rt-button rt-plain other" (click)="ways().change(!ways().byPassword())">
      {{ ways().byPassword() ? 'Mit einem Link per Mail anmelden' : 'Mit Passwort anmelden' }}
    </button>
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
      width: 100%;
    }
    .other {
      justify-self: start;
      margin-left: -14px;
    }
    @media (max-width: 599px) {
      .rt-primary {
        flex: 1;
      }
      .other {
        justify-self: center;
        margin-left: 0;
      }
    }
  `,
})
export class SignInForm {
  readonly ways = input.required<SignInWays>();
}
