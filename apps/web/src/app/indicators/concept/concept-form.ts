import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { DataConceptView } from '@runder-tisch/domain/indicators';
import { SaveDataConcept } from '@runder-tisch/domain/indicators/indicators-requests';
import { DateField, ErrorSummary, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** A version of the Datenkonzept; a new one begins with the words of the one before. */
@Component({
  selector: 'rt-concept-form',
  imports: [DateField, ErrorSummary, FormField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel
      [heading]="of() ? 'Entwurf bearbeiten' : 'Neue Fassung schreiben'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Titel" [formField]="entry.fields.title" />
        <rt-text-area label="Was wird beobachtet?" [rows]="5" [formField]="entry.fields.observed" />
        <rt-text-area label="Warum?" [rows]="5" [formField]="entry.fields.purpose" />
        <rt-text-area label="Woher kommen die Werte?" [rows]="4" [formField]="entry.fields.origin" />
        <rt-text-area label="Wie oft?" [rows]="3" [formField]="entry.fields.rhythm" />
        <rt-date-field label="Gilt ab" [formField]="entry.fields.validFrom" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Entwurf speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class ConceptForm {
  /** The draft that is changed; null for a new one. */
  readonly of = input.required<DataConceptView | null>();
  /** The version a new one begins with. */
  readonly after = input<DataConceptView | null>(null);
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(
    SaveDataConcept,
    { title: 'Datenkonzept' },
    { about: () => this.of()?.id },
  );

  constructor() {
    effect(() => {
      const [own, before] = [this.of(), this.after()];
      const from = own ?? before;
      if (!from) return;
      const { title, observed, purpose, origin, rhythm } = from;
      untracked(() =>
        this.entry.reset({ title, observed, purpose, origin, rhythm, validFrom: own ? own.validFrom : null }),
      );
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const own = this.of();
    const done = await this.entry.submit(async (request) => {
      if (own) await this.api.change(`/api/data-concepts/${own.id}`, own.version, request);
      else await this.api.create('/api/data-concepts', request, this.entry.intent());
    });
    if (!done) return;
    this.toasts.say('Entwurf gespeichert.');
    this.saved.emit();
  }
}
