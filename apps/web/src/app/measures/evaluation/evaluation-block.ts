import { Component, computed, input, output, signal } from '@angular/core';
import {
  confidenceLabels,
  type EvaluationGoalView,
  type EvaluationView,
  type Verdict,
  effectLevelLabels,
  verdictLabels,
} from '@runder-tisch/domain/measures/evaluation';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { keptObject } from '../../object-page/kept-object';
import { amount } from './amount';
import { ConclusionForm } from './conclusion-form';
import { GoalForm } from './goal-form';
import { ValueForm } from './value-form';

const tones: Record<Verdict, string> = {
  WORSENED: 'rt-badge-negative',
  UNCHANGED: 'rt-badge-warning',
  BEHIND: 'rt-badge-warning',
  ON_COURSE: 'rt-badge-accent',
  REACHED: 'rt-badge-positive',
  NO_VERDICT: '',
  SUPERSEDED: '',
};

type Open = { of: 'goal' | 'value'; goal: EvaluationGoalView | null } | { of: 'conclusion' };

/** What a measure changed: each thing looked at with its verdict, the worst leading, and what was concluded. */
@Component({
  selector: 'rt-measure-evaluation',
  imports: [BerlinDatePipe, ConclusionForm, GoalForm, ProgressLine, ValueForm],
  templateUrl: './evaluation-block.html',
  styleUrl: './evaluation-block.scss',
})
export class EvaluationBlock {
  readonly measureId = input.required<string>();
  /** The measure may stand otherwise now. */
  readonly changed = output<void>();

  protected readonly kept = keptObject<EvaluationView>(() => `/api/measures/${this.measureId()}/evaluation`);
  protected readonly evaluation = this.kept.view;
  protected readonly open = signal<Open | null>(null);
  protected readonly verdictLabels = verdictLabels;
  protected readonly levelLabels = effectLevelLabels;
  protected readonly confidenceLabels = confidenceLabels;
  protected readonly tones = tones;
  protected readonly amount = amount;
  protected readonly leading = computed(() => {
    const it = this.evaluation();
    return it?.goals.find(({ id }) => id === it.leadingGoalId) ?? null;
  });

  protected saved(): void {
    this.open.set(null);
    this.kept.reload();
    this.changed.emit();
  }

  /** How far the bar of the way goes, in percent: worse than the beginning shows as none. */
  protected width(goal: EvaluationGoalView): number {
    return Math.round(Math.min(1, Math.max(0, goal.progress ?? 0)) * 100);
  }

  protected days(goal: EvaluationGoalView): number {
    return Math.round(goal.elapsed * 100);
  }
}
