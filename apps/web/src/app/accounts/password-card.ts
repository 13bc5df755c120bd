import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { accountProblems, type OwnAccountView, passwordProblem } from '@runder-tisch/domain/accounts';
import { ChangePassword } from '@runder-tisch/domain/accounts/accounts-requests';
import { ErrorSummary, TextField } from '@runder-tisch/ui/form';
import { Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';
import { Session } from '../session/session';

/** Staff may set a password; everybody else signs in by mail link alone. */
@Component({
  selector: 'rt-password-card',
  imports: [ErrorSummary, FormField, TextField],
  template: `
    <section class="rt-card" aria-labelledby="rt-password-heading">
      <h2 id="rt-password-heading">Anmeldung</h2>
      @if (!account().mayHavePassword) {
        <p>Sie melden sich mit dem Link aus der Mail an. Ein Passwort brauchen Sie nicht.</p>
      } @else if (!open()) {
        <p class="state">
          {{
            account().hasPassword
              ? 'Sie haben ein Passwort. Der Link per Mail geht weiterhin.'
              : 'Sie melden sich mit dem Link aus der Mail an. Mit einem Passwort geht es schneller.'
          }}
        </p>
        <button type="button" class="rt-button" (click)="open.set(true)">
          {{ account().hasPassword ? 'Passwort ändern' : 'Passwort einrichten' }}
        </button>
      } @else {
        <form class="rt-form" novalidate (submit)="save($event)">
          <rt-error-summary [entry]="entry" />
          @if (account().hasPassword) {
            <rt-text-field
              label="Bisheriges Passwort"
              type="password"
              autocomplete="current-password"
              [formField]="entry.fields.current"
            />
          }
          <rt-text-field
            label="Neues Passwort"
            type="password"
            autocomplete="new-password"
            hint="Mindestens 12 Zeichen, zum Beispiel vier Wörter, die nichts miteinander zu tun haben."
            [formField]="entry.fields.password"
          />
          @if (advice(); as words) {
            <p class="rt-quiet rt-small" role="status">{{ words }}</p>
          }
          <div class="rt-form-actions">
            <button class="rt-button rt-primary" [disabled]="entry.busy()">Passwort speichern</button>
            <button type="button" class="rt-button" (click)="close()">Abbrechen</button>
          </div>
        </form>
      }
    </section>
  `,
  styles: `
    .state {
      margin-bottom: 14px;
    }
    form {
      max-width: 30rem;
    }
  `,
})
export class PasswordCard {
  readonly account = input.required<OwnAccountView>();
  readonly changed = output<OwnAccountView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  protected readonly open = signal(false);
  protected readonly entry = requestForm(ChangePassword, {}, { secret: true });
  /** The API's own rule while typing, once there is something to judge. */
  protected readonly advice = computed(() => {
    const { password } = this.entry.model();
    if (password.length < 6) return null;
    const { displayName, mail } = this.account();
    const code = passwordProblem(password, [displayName, mail, this.session.current().county.name]);
    return code ? accountProblems[code].says : 'Dieses Passwort ist gut.';
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    // As typed: blanks at the ends belong to a password, which other forms would cut off.
    const { current, password } = this.entry.model();
    let view: OwnAccountView | null = null;
    const done = await this.entry.submit(async () => {
      view = await this.api.act<OwnAccountView>('/api/account/password', null, { current, password });
    });
    if (!done || !view) return;
    this.toasts.say('Das Passwort ist gespeichert. Andere Sitzungen sind beendet.');
    this.close();
    this.changed.emit(view);
  }

  protected close(): void {
    this.entry.reset();
    this.open.set(false);
  }
}
