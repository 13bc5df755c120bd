import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  decisionResultLabels,
  decisionResults,
  type RecommendationView,
} from '@runder-tisch/domain/findings';
import { SaveDecision } from '@runder-tisch/domain/findings/recommendation-requests';
import {
  CheckboxField,
  DateField,
  ErrorSummary,
  NumberField,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { ReferenceLists } from '../../reference-lists/reference-lists';

/** What a body made of a recommendation, as it stands in its minutes. */
@Component({
  selector: 'rt-decision-form',
  imports: [
    CheckboxField,
    DateField,
    ErrorSummary,
    FormField,
    NumberField,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  template: `
    <rt-side-panel heading="Beschluss eintragen" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-select-field
          label="Gremium"
          placeholder="ein anderes"
          [choices]="committees()"
          [formField]="entry.fields.committeeId"
        />
        @if (!entry.model().committeeId) {
          <rt-text-field label="Name des Gremiums" [formField]="entry.fields.bodyName" />
        }
        <rt-date-field label="Beschlossen am" [formField]="entry.fields.decidedOn" />
        <rt-text-field label="Nummer der Vorlage oder des Beschlusses" [formField]="entry.fields.reference" />
        <rt-select-field label="Ergebnis" [choices]="results" [formField]="entry.fields.result" />
        @if (entry.model().result !== 'DEFERRED') {
          <rt-checkbox-field
            label="Das ist die abschließende Entscheidung"
            hint="Berät ein Ausschuss nur vor, lassen Sie das Häkchen weg."
            [formField]="entry.fields.final"
          />
        }
        @if (entry.model().result === 'CHANGED') {
          <rt-text-area
            label="Beschlossener Wortlaut"
            hint="Er steht danach neben dem vorgeschlagenen, die Unterschiede sind gekennzeichnet."
            [rows]="5"
            [formField]="entry.fields.wording"
          />
          <button type="button" class="rt-button rt-small" (click)="takeProposed()">
            Vorgeschlagenen Wortlaut als Anfang nehmen
          </button>
        }
        <rt-text-area label="Begründung" [rows]="3" [formField]="entry.fields.reason" />
        <div class="votes">
          <rt-number-field label="Ja" [formField]="$any(entry.fields.votesYes)" />
          <rt-number-field label="Nein" [formField]="$any(entry.fields.votesNo)" />
          <rt-number-field label="Enthaltung" [formField]="$any(entry.fields.votesAbstained)" />
        </div>
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Eintragen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
  styles: `
    .votes {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
    }
  `,
})
export class DecisionForm {
  readonly of = input.required<RecommendationView>();
  readonly closed = output<void>();
  readonly saved = output<RecommendationView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly committees = inject(ReferenceLists).committeeChoices();
  protected readonly results = decisionResults.map((value) => ({
    value,
    label: decisionResultLabels[value],
  }));
  protected readonly entry = requestForm(SaveDecision, {}, { about: () => this.of().id });
  private readonly deferred = computed(() => this.entry.model().result === 'DEFERRED');

  protected takeProposed(): void {
    this.entry.fields.wording().value.set(this.of().wording);
    this.entry.fields.wording().markAsDirty();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let view = this.of();
    const done = await this.entry.submit(async (request) => {
      const final = request.final && !this.deferred();
      view = await this.api.act<RecommendationView>(
        `/api/recommendations/${view.id}/decisions`,
        view.version,
        {
          ...request,
          final,
        },
      );
    });
    if (!done) return;
    this.toasts.say('Beschluss eingetragen.');
    this.saved.emit(view);
  }
}
