import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  type EmergencyNumberView,
  numberDangerLabels,
  numberDangers,
} from '@runder-tisch/domain/social-services';
import { SaveEmergencyNumber } from '@runder-tisch/domain/social-services/social-services-requests';
import { ErrorSummary, SelectField, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { KeptEntryActions } from '../../settings/kept-list/kept-entry-actions';
import type { KeptListData } from '../../settings/kept-list/kept-list-data';

/** A number to call at once, for the start page and the public search. */
@Component({
  selector: 'rt-emergency-number-form',
  imports: [ErrorSummary, FormField, KeptEntryActions, SelectField, SidePanel, TextField],
  template: `
    <rt-side-panel
      [heading]="number() ? 'Notrufnummer bearbeiten' : 'Notrufnummer hinzufügen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Name" [formField]="entry.fields.name" />
        <rt-text-field label="Telefonnummer" type="tel" [formField]="entry.fields.number" />
        <rt-text-field
          label="Hinweis"
          hint="Wann sie hilft und wann dort jemand da ist."
          [formField]="entry.fields.note"
        />
        <rt-select-field
          label="Hilft bei"
          hint="Deuten die Wörter einer Suche auf diese Gefahr, steht die Nummer vor den Treffern."
          [choices]="dangers"
          [formField]="entry.fields.danger"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ number() ? 'Speichern' : 'Hinzufügen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
      @if (number(); as it) {
        <rt-kept-entry-actions [entry]="it" [list]="list()" (done)="closed.emit()" />
      }
    </rt-side-panel>
  `,
})
export class EmergencyNumberForm {
  readonly number = input<EmergencyNumberView | null>(null);
  readonly list = input.required<KeptListData<EmergencyNumberView>>();
  readonly closed = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveEmergencyNumber);
  protected readonly dangers = numberDangers.map((value) => ({ value, label: numberDangerLabels[value] }));

  constructor() {
    effect(() => {
      const it = this.number();
      const start = it ? { name: it.name, number: it.number, note: it.note, danger: it.danger } : {};
      untracked(() => this.entry.reset(start));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.number();
    const done = await this.entry.submit((request) =>
      it
        ? this.api.change(`/api/emergency-numbers/${it.id}`, it.version, request)
        : this.api.create('/api/emergency-numbers', request, this.entry.intent()),
    );
    if (!done) return;
    this.toasts.say(it ? 'Gespeichert.' : 'Notrufnummer hinzugefügt.');
    this.list().reload();
    this.closed.emit();
  }
}
