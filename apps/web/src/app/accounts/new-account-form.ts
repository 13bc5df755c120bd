import { Component, inject, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { CreateAccount } from '@runder-tisch/domain/accounts/accounts-requests';
import type { PersonListItem } from '@runder-tisch/domain/actors';
import type { Page } from '@runder-tisch/domain/lists';
import {
  ChipSelect,
  EntityPicker,
  ErrorSummary,
  SelectField,
  TextField,
  type PickItem,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';
import { MailWords } from '../session/mail-words';
import { roleChoices } from './role-choices';

/** Invites somebody: a person who is there already, or a new one. */
@Component({
  selector: 'rt-new-account-form',
  imports: [ChipSelect, EntityPicker, ErrorSummary, FormField, SelectField, SidePanel, TextField],
  template: `
    <rt-side-panel heading="Konto anlegen" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-entity-picker
          label="Person"
          hint="Suchen Sie unter den bekannten Personen, oder geben Sie unten einen neuen Namen ein."
          [lookup]="findPeople"
          [formField]="entry.fields.personId"
          (picked)="take($event)"
        />
        @if (!entry.model().personId) {
          <rt-select-field
            label="Anrede"
            placeholder="Keine"
            [choices]="salutations"
            [formField]="entry.fields.salutation"
          />
          <div class="rt-form-pair">
            <rt-text-field label="Vorname" [formField]="entry.fields.givenName" />
            <rt-text-field label="Nachname" [formField]="entry.fields.familyName" />
          </div>
        }
        <rt-text-field
          label="Mailadresse"
          type="email"
          hint="Dorthin geht der Link, mit dem sich die Person anmeldet."
          [formField]="entry.fields.mail"
        />
        <rt-chip-select label="Rollen" column [choices]="roles" [formField]="entry.fields.roles" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Anlegen und einladen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class NewAccountForm {
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly mails = inject(MailWords);
  private readonly toasts = inject(Toasts);
  private readonly found = signal<readonly PersonListItem[]>([]);
  protected readonly roles = roleChoices;
  protected readonly salutations = [
    { value: 'Frau', label: 'Frau' },
    { value: 'Herr', label: 'Herr' },
  ];
  protected readonly entry = requestForm(CreateAccount);

  protected readonly findPeople = async (words: string): Promise<readonly PickItem[]> => {
    const page = await this.api.get<Page<PersonListItem>>('/api/people', { search: words, limit: 12 });
    this.found.set(page.items);
    return page.items.map((person) => ({
      id: person.id,
      title: person.name,
      subtitle: person.organisations.join(', ') || person.mail,
    }));
  };

  /** The address of the person is nearly always the one to invite. */
  protected take(item: PickItem): void {
    const mail = this.found().find((person) => person.id === item.id)?.mail;
    if (mail) this.entry.model.update((model) => ({ ...model, mail }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { mail } = this.entry.model();
    const done = await this.entry.submit((request) =>
      this.api.create('/api/accounts', request, this.entry.intent()),
    );
    if (!done) return;
    this.toasts.say(`Das Konto ist angelegt. ${this.mails.goes('Die Einladung', mail)}`);
    this.saved.emit();
  }
}
