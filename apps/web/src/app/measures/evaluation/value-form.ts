import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type {
  EvaluationGoalView,
  EvaluationValueView,
  EvaluationView,
} from '@runder-tisch/domain/measures/evaluation';
import { SeeEvaluationValue } from '@runder-tisch/domain/measures/evaluation/evaluation-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import { DateField, ErrorSummary, NumberField, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { amount } from './amount';

/** A value seen, and those seen before. */
@Component({
  selector: 'rt-value-form',
  imports: [BerlinDatePipe, DateField, ErrorSummary, FormField, NumberField, SidePanel, TextField],
  template: `
    <rt-side-panel
      [heading]="'Wert eintragen: ' + goal().title"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <div class="rt-form-pair">
          <rt-number-field
            label="Wert"
            [decimals]="4"
            [unit]="goal().unit"
            [formField]="entry.fields.value"
          />
          <rt-date-field label="Gemessen am" [formField]="entry.fields.seenOn" />
        </div>
        <rt-text-field label="Quelle" [formField]="entry.fields.source" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Eintragen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
      @if (goal().values.length > 0) {
        <h3>Bisher eingetragen</h3>
        <ul class="rt-plain-list">
          @for (it of goal().values; track it.seenOn) {
            <li class="rt-row">
              <span class="rt-number">{{ amount(it.value, goal().unit) }}</span>
              <span class="rt-quiet">{{ it.seenOn | berlinDate: 'short' }} · {{ it.source }}</span>
              <button
                type="button"
                class="rt-button rt-plain"
                [disabled]="removing()"
                [attr.aria-label]="'Wert vom ' + it.seenOn + ' entfernen'"
                (click)="remove(it)"
              >
                Entfernen
              </button>
            </li>
          }
        </ul>
      }
    </rt-side-panel>
  `,
})
export class ValueForm {
  readonly evaluation = input.required<EvaluationView>();
  readonly goal = input.required<EvaluationGoalView>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly clock = inject(ScreenClock);
  private readonly act = acting();
  protected readonly removing = this.act.busy;
  protected readonly amount = amount;
  protected readonly entry = requestForm(SeeEvaluationValue, {}, { about: () => this.goal().id });

  constructor() {
    effect(() => {
      this.goal();
      untracked(() =>
        this.entry.reset({ seenOn: berlinDay(this.clock.now()), value: null as unknown as number }),
      );
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { measureId, version } = this.evaluation();
    const path = `/api/measures/${measureId}/evaluation/goals/${this.goal().id}/values`;
    const done = await this.entry.submit((request) => this.api.change(path, version, request));
    if (!done) return;
    this.toasts.say('Wert eingetragen.');
    this.saved.emit();
  }

  protected async remove(value: EvaluationValueView): Promise<void> {
    const { measureId, version } = this.evaluation();
    const path = `/api/measures/${measureId}/evaluation/goals/${this.goal().id}/values/${value.seenOn}`;
    if (await this.act(() => this.api.remove(path, version), 'Wert entfernt.')) this.saved.emit();
  }
}
