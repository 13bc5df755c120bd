import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { decisionResultLabels, decisionResults } from '@runder-tisch/domain/findings';
import type { ConsultationView } from '@runder-tisch/domain/papers';
import { SaveConsultationResult } from '@runder-tisch/domain/papers/papers-requests';
import {
  DateField,
  ErrorSummary,
  NumberField,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';

/** What a body made of a paper. */
@Component({
  selector: 'rt-result-form',
  imports: [DateField, ErrorSummary, FormField, NumberField, SelectField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel
      [heading]="'Ergebnis: ' + of().committee.name"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-select-field label="Ergebnis" [choices]="results" [formField]="entry.fields.result" />
        @if (!of().session) {
          <rt-date-field label="Beraten am" [formField]="$any(entry.fields.decidedOn)" />
        }
        @if (entry.model().result !== 'DEFERRED') {
          <div class="rt-row">
            <rt-number-field label="Ja" [formField]="$any(entry.fields.votesYes)" />
            <rt-number-field label="Nein" [formField]="$any(entry.fields.votesNo)" />
            <rt-number-field label="Enthaltung" [formField]="$any(entry.fields.votesAbstained)" />
          </div>
          <rt-text-field label="Nummer des Beschlusses" [formField]="entry.fields.resolutionNumber" />
        }
        @if (entry.model().result === 'CHANGED') {
          <rt-text-area label="Beschlossener Wortlaut" [rows]="5" [formField]="entry.fields.wording" />
        }
        <rt-text-area label="Begründung" [rows]="3" [formField]="entry.fields.reason" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Eintragen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class ResultForm {
  readonly of = input.required<ConsultationView>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly results = decisionResults.map((value) => ({
    value,
    label: decisionResultLabels[value],
  }));
  protected readonly entry = requestForm(SaveConsultationResult, {}, { about: () => this.of().id });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.of();
    const done = await this.entry.submit((request) =>
      this.api.act(`/api/consultations/${id}/result`, version, request),
    );
    if (!done) return;
    this.toasts.say('Ergebnis eingetragen.');
    this.saved.emit();
  }
}
