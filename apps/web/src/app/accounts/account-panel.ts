import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { AccountView } from '@runder-tisch/domain/accounts';
import { ChangeRoles } from '@runder-tisch/domain/accounts/accounts-requests';
import { ChipSelect, ErrorSummary } from '@runder-tisch/ui/form';
import { Confirm, SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { requestForm } from '../forms';
import { acting } from '../http/acting';
import { Api } from '../http/api';
import { MailWords } from '../session/mail-words';
import { roleChoices } from './role-choices';

/** One account: its roles, and what helps somebody who cannot get in. */
@Component({
  selector: 'rt-account-panel',
  imports: [BerlinDatePipe, ChipSelect, ErrorSummary, FormField, RouterLink, SidePanel],
  template: `
    <rt-side-panel [heading]="account().displayName" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <dl class="rt-facts rt-facts-stacked facts">
        <dt>Mailadresse</dt>
        <dd>{{ account().mail }}</dd>
        @if (account().person; as person) {
          <dt>Person</dt>
          <dd>
            <a [routerLink]="['/akteure/personen', person.id]">{{ person.name }}</a>
          </dd>
        }
        <dt>Angelegt</dt>
        <dd>{{ account().createdAt | berlinDate: 'day' }}</dd>
      </dl>
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-chip-select
          label="Rollen"
          hint="Änderungen gelten sofort. Wer eine Rolle verliert, meldet sich neu an."
          column
          [choices]="roles"
          [formField]="entry.fields.roles"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy() || account().disabled">
            Rollen speichern
          </button>
        </div>
      </form>
      <hr />
      <div class="rt-form-actions more">
        @if (account().disabled) {
          <button
            type="button"
            class="rt-button"
            [disabled]="busy()"
            (click)="act('enable', 'Das Konto ist wieder offen.')"
          >
            Entsperren
          </button>
        } @else {
          <button type="button" class="rt-button" [disabled]="busy()" (click)="invite()">
            Einladung noch einmal senden
          </button>
          <button type="button" class="rt-button" [disabled]="busy()" (click)="reset()">
            Zugang zurücksetzen
          </button>
          <button type="button" class="rt-button rt-danger" [disabled]="busy()" (click)="disable()">
            Sperren
          </button>
        }
      </div>
    </rt-side-panel>
  `,
  styles: `
    .facts {
      margin-bottom: calc(var(--rt-space) * 3);
    }
    .more {
      justify-content: flex-start;
    }
  `,
})
export class AccountPanel {
  readonly account = input.required<AccountView>();
  readonly closed = output<void>();
  readonly changed = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);
  private readonly mails = inject(MailWords);
  protected readonly roles = roleChoices;
  private readonly sending = acting(() => this.changed.emit());
  protected readonly busy = this.sending.busy;
  protected readonly entry = requestForm(ChangeRoles, {}, { about: () => this.account().id });

  constructor() {
    effect(() => {
      const { roles } = this.account();
      untracked(() => this.entry.reset({ roles }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.account();
    const done = await this.entry.submit((request) =>
      this.api.act(`/api/accounts/${id}/roles`, version, request),
    );
    if (!done) return;
    this.toasts.say('Die Rollen sind geändert.');
    this.changed.emit();
  }

  protected async invite(): Promise<void> {
    await this.act('invite', this.mails.goes('Die Einladung', this.account().mail));
  }

  protected async reset(): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Zugang zurücksetzen?',
      text: `Das Passwort wird gelöscht, und alle Sitzungen enden. ${this.mails.goes('Ein Link zum Anmelden', this.account().mail)}`,
      action: 'Zurücksetzen',
    });
    if (sure) await this.act('reset', this.mails.goes('Der Link', this.account().mail));
  }

  protected async disable(): Promise<void> {
    const sure = await this.confirm.ask({
      heading: `${this.account().displayName} sperren?`,
      text: 'Alle Sitzungen enden sofort. Was die Person getan hat, bleibt stehen. Sie können das Konto wieder öffnen.',
      action: 'Sperren',
      danger: true,
    });
    if (sure) await this.act('disable', 'Das Konto ist gesperrt.');
  }

  protected async act(verb: 'enable' | 'disable' | 'invite' | 'reset', says: string): Promise<void> {
    const { id, version } = this.account();
    const path = `/api/accounts/${id}/${verb}`;
    await this.sending(() => this.api.act(path, verb === 'invite' ? null : version), says);
  }
}
