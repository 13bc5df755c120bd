import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  consolidationMeasureLabels,
  consolidationSubjectLabels,
  consolidationSubjects,
  type ConsolidationMeasure,
  type ConsolidationSubject,
  type ConsolidationThreshold,
  type CriterionView,
  measuresOf,
  thresholdsOf,
} from '@runder-tisch/domain/structure';
import { SaveCriterion } from '@runder-tisch/domain/structure/consolidation/consolidation-requests';
import { ErrorSummary, NumberField, SelectField, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { KeptEntryActions } from '../../settings/kept-list/kept-entry-actions';
import type { KeptListData } from '../../settings/kept-list/kept-list-data';

const leastLabels: Partial<Record<ConsolidationMeasure, string>> = {
  COORDINATION: 'Mindestens wie viele Stunden je Woche?',
  MEETINGS: 'Mindestens wie viele Treffen?',
  RESULTS: 'Mindestens wie viele Ergebnisse?',
};

/** What a criterion asks, by what it is measured, and from which numbers on it is met. */
@Component({
  selector: 'rt-criterion-form',
  imports: [
    ErrorSummary,
    FormField,
    KeptEntryActions,
    NumberField,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  template: `
    <rt-side-panel
      [heading]="of() ? 'Kriterium bearbeiten' : 'Kriterium hinzufügen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-select-field label="Gilt für" [choices]="subjects" [formField]="entry.fields.subject" />
        <rt-text-field label="Name" [formField]="entry.fields.name" />
        <rt-text-area label="Frage" [rows]="3" [formField]="entry.fields.question" />
        <rt-select-field label="Woran gemessen" [choices]="measures()" [formField]="entry.fields.measure" />
        @if (needs('least')) {
          <rt-number-field [label]="leastLabel()" [formField]="entry.fields.least" />
        }
        @if (needs('share')) {
          <rt-number-field
            label="Mindestens welcher Anteil der Eingeladenen war da?"
            unit="%"
            [formField]="entry.fields.share"
          />
        }
        @if (needs('months')) {
          <rt-number-field label="In wie vielen Monaten?" unit="Monate" [formField]="entry.fields.months" />
        }
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ of() ? 'Speichern' : 'Hinzufügen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
      @if (of(); as it) {
        <rt-kept-entry-actions [entry]="it" [list]="list()" (done)="closed.emit()" />
      }
    </rt-side-panel>
  `,
})
export class CriterionForm {
  readonly of = input<CriterionView | null>(null);
  readonly list = input.required<KeptListData<CriterionView>>();
  readonly closed = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveCriterion, {}, { about: () => this.of()?.id });
  protected readonly subjects = consolidationSubjects.map((value) => ({
    value,
    label: consolidationSubjectLabels[value],
  }));
  private readonly measure = computed(() => this.entry.model().measure as ConsolidationMeasure);
  protected readonly measures = computed(() =>
    measuresOf[this.entry.model().subject as ConsolidationSubject].map((value) => ({
      value,
      label: consolidationMeasureLabels[value],
    })),
  );
  protected readonly leastLabel = computed(() => leastLabels[this.measure()] ?? '');

  constructor() {
    effect(() => {
      const it = this.of();
      if (!it) return;
      const { name, subject, question, measure, least, share, months } = it;
      untracked(() => this.entry.reset({ name, subject, question, measure, least, share, months }));
    });
  }

  protected needs(threshold: ConsolidationThreshold): boolean {
    return thresholdsOf[this.measure()].includes(threshold);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    const done = await this.entry.submit((given) => {
      // Numbers that belong to another choice are not sent.
      const kept = (threshold: ConsolidationThreshold): number | null =>
        this.needs(threshold) ? given[threshold] : null;
      const request = { ...given, least: kept('least'), share: kept('share'), months: kept('months') };
      return it
        ? this.api.change(`/api/consolidation-criteria/${it.id}`, it.version, request)
        : this.api.create('/api/consolidation-criteria', request, this.entry.intent());
    });
    if (!done) return;
    this.toasts.say(it ? 'Gespeichert.' : 'Kriterium hinzugefügt.');
    this.list().reload();
    this.closed.emit();
  }
}
