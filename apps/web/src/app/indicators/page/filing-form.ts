import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { IndicatorView } from '@runder-tisch/domain/indicators';
import { FileIndicator } from '@runder-tisch/domain/indicators/indicators-requests';
import { CheckboxField, ErrorSummary, SelectField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { ReferenceLists } from '../../reference-lists/reference-lists';

/** Where an indicator belongs and whether it is still used; its definition stays as it is. */
@Component({
  selector: 'rt-filing-form',
  imports: [CheckboxField, ErrorSummary, FormField, SelectField, SidePanel],
  template: `
    <rt-side-panel heading="Einordnung ändern" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-select-field
          label="Handlungsfeld"
          placeholder="noch keines"
          [choices]="fields()"
          [formField]="entry.fields.fieldId"
        />
        <rt-checkbox-field
          label="Beschreibt soziale Infrastruktur"
          hint="Bleibt nötig, wenn der Umfang b) beschlossen ist."
          [formField]="entry.fields.infrastructure"
        />
        <rt-checkbox-field
          label="Wird verwendet"
          hint="Ohne Haken bleibt alles stehen, zählt aber bei den Quellen nicht mehr mit."
          [formField]="entry.fields.active"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class FilingForm {
  readonly of = input.required<IndicatorView>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly fields = inject(ReferenceLists).fieldChoices();
  protected readonly entry = requestForm(FileIndicator, {}, { about: () => this.of().id });

  constructor() {
    effect(() => {
      const { field, infrastructure, active } = this.of();
      untracked(() => this.entry.reset({ fieldId: field?.id ?? null, infrastructure, active }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.of();
    const done = await this.entry.submit((request) =>
      this.api.change(`/api/indicators/${id}`, version, request),
    );
    if (!done) return;
    this.toasts.say('Gespeichert.');
    this.saved.emit();
  }
}
