import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { OrganisationView } from '@runder-tisch/domain/actors';
import { SaveOwnContact } from '@runder-tisch/domain/actors/actors-requests';
import { ErrorSummary, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** How one's own organisation is reached; its name is changed by the county. */
@Component({
  selector: 'rt-own-contact-form',
  imports: [ErrorSummary, FormField, SidePanel, TextField],
  template: `
    <rt-side-panel heading="Kontakt bearbeiten" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field
          label="Funktionspostfach"
          type="email"
          hint="Eine Adresse der Organisation, nicht die einer Person. Einladungen an das ganze Haus gehen dorthin."
          [formField]="entry.fields.functionMailbox"
        />
        <rt-text-field label="Telefon" type="tel" [formField]="entry.fields.phone" />
        <rt-text-field
          label="Webseite"
          type="url"
          placeholder="https://"
          [formField]="entry.fields.website"
        />
        <rt-text-field label="Straße und Hausnummer" [formField]="entry.fields.street" />
        <div class="rt-form-pair">
          <rt-text-field label="Postleitzahl" inputmode="numeric" [formField]="entry.fields.postalCode" />
          <rt-text-field label="Ort" [formField]="entry.fields.city" />
        </div>
        <p class="rt-note">
          Stimmt der Name „{{ organisation().name }}“ nicht mehr? Sagen Sie es bitte der Sozialplanung: Er
          steht in Protokollen und Vereinbarungen.
        </p>
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class OwnContactForm {
  readonly organisation = input.required<OrganisationView>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveOwnContact, {}, { about: () => this.organisation().id });

  constructor() {
    effect(() => {
      const { functionMailbox, phone, website, street, postalCode, city } = this.organisation();
      untracked(() => this.entry.reset({ functionMailbox, phone, website, street, postalCode, city }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.organisation();
    const done = await this.entry.submit((request) =>
      this.api.change(`/api/organisations/${id}/contact`, version, request),
    );
    if (!done) return;
    this.toasts.say('Gespeichert.');
    this.saved.emit();
  }
}
