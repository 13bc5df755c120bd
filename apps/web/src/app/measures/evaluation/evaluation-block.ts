import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type FindingListItem, findingLimits } from '@runder-tisch/domain/findings';
import { CreateFinding } from '@runder-tisch/domain/findings/findings-requests';
import type { Page } from '@runder-tisch/domain/lists';
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
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';
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
  imports: [BerlinDatePipe, ConclusionForm, GoalForm, ProgressLine, RouterLink, ValueForm],
  templateUrl: './evaluation-block.html',
  styleUrl: './evaluation-block.scss',
})
export class EvaluationBlock {
  readonly measureId = input.required<string>();
  /** Where a Befund that begins with the evaluation stands. */
  readonly fieldId = input.required<string>();
  /** The measure may stand otherwise now. */
  readonly changed = output<void>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly act = acting();
  protected readonly kept = keptObject<EvaluationView>(() => `/api/measures/${this.measureId()}/evaluation`);
  protected readonly evaluation = this.kept.view;
  private readonly answer = httpResource<Page<FindingListItem>>(() =>
    this.evaluation()?.evaluatedOn && this.session.may('finding:read')
      ? { url: '/api/findings', params: { measureId: this.measureId() } }
      : undefined,
  );
  /** Befunde of the next round that rest on it. */
  protected readonly findings = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
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

  /** A draft of the next round with the conclusion as its words and the evaluation as its evidence. */
  protected async takeOver({ conclusion, measureId }: EvaluationView): Promise<void> {
    const request = Object.assign(new CreateFinding(), {
      statement: shortened(conclusion, findingLimits.statement),
      fieldId: this.fieldId(),
      measureIds: [measureId],
    });
    let id = '';
    const done = await this.act(async () => {
      ({ id } = await this.api.create('/api/findings', request));
    }, 'Als Entwurf eines Befunds übernommen.');
    if (done) await this.router.navigate(['/planung/befunde', id]);
  }

  /** How far the bar of the way goes, in percent: worse than the beginning shows as none. */
  protected width(goal: EvaluationGoalView): number {
    return Math.round(Math.min(1, Math.max(0, goal.progress ?? 0)) * 100);
  }

  protected days(goal: EvaluationGoalView): number {
    return Math.round(goal.elapsed * 100);
  }
}

function shortened(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most - 2)} …` : words;
}
