import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { UnreachableAddress } from '@runder-tisch/domain/actors/contact';
import { CorrectAddress } from '@runder-tisch/domain/actors/contact/contact-requests';
import { phoneLink } from '@runder-tisch/domain/text';
import { ErrorSummary, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** The right address in place of the one that no mail reaches. */
@Component({
  selector: 'rt-correct-address-form',
  imports: [ErrorSummary, FormField, SidePanel, TextField],
  template: `
    <rt-side-panel heading="Adresse berichtigen" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <p>
          {{ name() }}
          @if (address().phone; as phone) {
            · <a [href]="phoneLink(phone)">{{ phone }}</a>
          }
        </p>
        <p class="rt-quiet">{{ address().reason }}</p>
        <rt-text-field
          label="Richtige Mailadresse"
          type="email"
          hint="Einladungen, die schon verschickt sind, senden Sie im Termin unter „Weitere einladen“ noch einmal."
          [formField]="entry.fields.mail"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class CorrectAddressForm {
  readonly address = input.required<UnreachableAddress>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly phoneLink = phoneLink;
  protected readonly name = computed(
    () => (this.address().person ?? this.address().organisation)?.name ?? '',
  );
  protected readonly entry = requestForm(CorrectAddress, {}, { about: () => this.address().mail });

  constructor() {
    effect(() => {
      const { person, organisation, mail } = this.address();
      const of = person ?? organisation;
      untracked(() =>
        this.entry.reset({ kind: person ? 'person' : 'organisation', id: of?.id ?? '', oldMail: mail, mail }),
      );
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const done = await this.entry.submit((request) =>
      this.api.act('/api/unreachable-addresses/correct', null, request),
    );
    if (!done) return;
    this.toasts.say('Die Adresse ist berichtigt.');
    this.saved.emit();
  }
}
