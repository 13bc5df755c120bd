import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  confidenceLabels,
  confidences,
  type EvaluationGoalView,
  type EvaluationView,
  effectLevelLabels,
  effectLevels,
} from '@runder-tisch/domain/measures/evaluation';
import { SaveEvaluationGoal } from '@runder-tisch/domain/measures/evaluation/evaluation-requests';
import {
  DateField,
  ErrorSummary,
  NumberField,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { Confirm, SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';

const nothing = null as unknown as number;

/** One thing looked at: what is measured, where it began, where it is to get. */
@Component({
  selector: 'rt-goal-form',
  imports: [DateField, ErrorSummary, FormField, NumberField, SelectField, SidePanel, TextArea, TextField],
  templateUrl: './goal-form.html',
})
export class GoalForm {
  readonly evaluation = input.required<EvaluationView>();
  readonly goal = input<EvaluationGoalView | null>(null);
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly act = acting();
  protected readonly removing = this.act.busy;
  protected readonly entry = requestForm(SaveEvaluationGoal, {}, { about: () => this.goal()?.id });
  protected readonly levels = effectLevels.map((value) => ({ value, label: effectLevelLabels[value] }));
  protected readonly confidences = confidences.map((value) => ({ value, label: confidenceLabels[value] }));

  constructor() {
    effect(() => {
      const goal = this.goal();
      if (!goal) {
        // Nothing stands there yet: 0 would be a value.
        untracked(() => this.entry.reset({ baseline: nothing, target: nothing }));
        return;
      }
      const {
        id: _id,
        values: _values,
        verdict: _verdict,
        progress: _p,
        elapsed: _e,
        actual: _a,
        ...declared
      } = goal;
      untracked(() => this.entry.reset(declared));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const goal = this.goal();
    const { measureId, version } = this.evaluation();
    const path = `/api/measures/${measureId}/evaluation/goals`;
    const done = await this.entry.submit((request) =>
      goal ? this.api.change(`${path}/${goal.id}`, version, request) : this.api.act(path, version, request),
    );
    if (!done) return;
    this.toasts.say(goal ? 'Gespeichert.' : 'Messgröße angelegt.');
    this.saved.emit();
  }

  protected async remove(goal: EvaluationGoalView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: `„${goal.title}“ entfernen?`,
      text: 'Ausgangswert, Ziel und alle gemessenen Werte gehen verloren. Das lässt sich nicht rückgängig machen.',
      action: 'Entfernen',
      danger: true,
    });
    if (!sure) return;
    const { measureId, version } = this.evaluation();
    const path = `/api/measures/${measureId}/evaluation/goals/${goal.id}`;
    if (await this.act(() => this.api.remove(path, version), 'Messgröße entfernt.')) this.saved.emit();
  }
}
