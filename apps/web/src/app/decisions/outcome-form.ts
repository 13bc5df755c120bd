import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { OpenDecisionView } from '@runder-tisch/domain/decisions';
import { RecordDecision } from '@runder-tisch/domain/decisions/decisions-requests';
import {
  DateField,
  EntityPicker,
  ErrorSummary,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';
import { Lookups } from '../lists/lookups';
import { ReferenceLists } from '../reference-lists/reference-lists';

/** Who decided what and when, as it stands in the minutes. */
@Component({
  selector: 'rt-outcome-form',
  imports: [
    DateField,
    EntityPicker,
    ErrorSummary,
    FormField,
    RadioField,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  template: `
    <rt-side-panel heading="Entscheidung eintragen" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        @if (choices().length) {
          <rt-radio-field
            label="Was wurde entschieden?"
            column
            [choices]="choices()"
            [formField]="entry.fields.optionId"
          />
        } @else {
          <p>
            Entschieden ist die Reihenfolge, wie sie jetzt dasteht. Danach bleibt sie, bis jemand die
            Entscheidung wieder öffnet.
          </p>
        }
        <rt-select-field
          label="Gremium"
          placeholder="ein anderes"
          [choices]="committees()"
          [formField]="entry.fields.committeeId"
        />
        @if (!entry.model().committeeId) {
          <rt-text-field label="Wer hat entschieden?" [formField]="entry.fields.bodyName" />
        }
        <rt-date-field label="Entschieden am" [formField]="entry.fields.decidedOn" />
        <rt-entity-picker
          label="Sitzung"
          hint="Wo sie unter den Terminen steht. Darf leer bleiben."
          [lookup]="lookups.meetings"
          [formField]="entry.fields.meetingId"
        />
        <rt-text-field label="Nummer des Beschlusses" [formField]="entry.fields.reference" />
        <rt-text-area label="Wortlaut" [rows]="3" [formField]="entry.fields.wording" />
        <rt-text-area label="Begründung" [rows]="3" [formField]="entry.fields.reason" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Eintragen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class OutcomeForm {
  readonly of = input.required<OpenDecisionView>();
  readonly closed = output<void>();
  readonly saved = output<OpenDecisionView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly lookups = inject(Lookups);
  protected readonly committees = inject(ReferenceLists).committeeChoices();
  protected readonly entry = requestForm(RecordDecision, {}, { about: () => this.of().id });
  protected readonly choices = computed(() =>
    this.of().options.map(({ id, title, consequences }) => ({ value: id, label: title, hint: consequences })),
  );

  constructor() {
    effect(() => {
      const { proposal, committee } = this.of();
      untracked(() =>
        this.entry.reset({ optionId: proposal?.optionId ?? null, committeeId: committee?.id ?? null }),
      );
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let view = this.of();
    const done = await this.entry.submit(async (request) => {
      view = await this.api.act<OpenDecisionView>(`/api/decisions/${view.id}/decide`, view.version, request);
    });
    if (!done) return;
    this.toasts.say('Entscheidung eingetragen.');
    this.saved.emit(view);
  }
}
