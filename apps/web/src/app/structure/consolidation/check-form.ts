import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type ConsolidationView, owesReason, type ProposedAnswer } from '@runder-tisch/domain/structure';
import {
  type ConsolidationAnswer,
  SaveConsolidationCheck,
} from '@runder-tisch/domain/structure/consolidation/consolidation-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import { DateField, ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** The criteria one after the other, answered by the data where it knows, by a human with a reason where it does not. */
@Component({
  selector: 'rt-check-form',
  imports: [DateField, ErrorSummary, FormField, SidePanel, TextArea],
  templateUrl: './check-form.html',
  styles: `
    fieldset {
      display: grid;
      gap: 6px;
      margin: 0;
      padding: 14px 0 0;
      border: 0;
      border-top: 1px solid var(--rt-line);
    }
    legend {
      float: left;
      padding: 0;
      font-weight: 650;
    }
    .choice {
      display: flex;
      gap: 20px;
    }
    .choice label {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 32px;
    }
    .wrong {
      color: var(--rt-negative);
      font-weight: 600;
    }
  `,
})
export class CheckForm {
  readonly of = input.required<ConsolidationView>();
  readonly objectId = input<string | null>(null);
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly clock = inject(ScreenClock);
  protected readonly entry = requestForm(
    SaveConsolidationCheck,
    {},
    { about: () => this.objectId() ?? 'planning' },
  );

  constructor() {
    effect(() => {
      const { proposals } = this.of();
      untracked(() =>
        this.entry.reset({ checkedOn: berlinDay(this.clock.now()), answers: proposals.map(answerOf) }),
      );
    });
  }

  protected answer(at: number): ConsolidationAnswer {
    return this.entry.model().answers[at] ?? { criterionId: '', met: false, reason: '' };
  }

  protected set(at: number, changes: Partial<ConsolidationAnswer>): void {
    this.entry.fields.answers().markAsDirty();
    this.entry.model.update((model) => ({
      ...model,
      answers: model.answers.map((answer, index) => (index === at ? { ...answer, ...changes } : answer)),
    }));
  }

  /** Said once somebody tried to save. */
  protected lacks(proposal: ProposedAnswer, at: number): boolean {
    return this.entry.failedAttempts() > 0 && owesReason(this.answer(at), proposal.proposed);
  }

  protected reasonLabel(proposal: ProposedAnswer, at: number): string {
    if (proposal.proposed === null) return 'Begründung';
    return proposal.proposed === this.answer(at).met
      ? 'Bemerkung (freiwillig)'
      : 'Warum anders als die Daten?';
  }

  private send(request: SaveConsolidationCheck): Promise<unknown> {
    const isFormat = this.of().subject === 'FORMAT';
    const id = this.objectId();
    const intent = this.entry.intent();
    return id
      ? this.api.create(`/api/consolidation/${isFormat ? 'formats' : 'networks'}/${id}`, request, intent)
      : this.api.create('/api/consolidation/planning', request, intent);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const done = await this.entry.submit((request) => this.send(request));
    if (!done) return;
    this.toasts.say('Check gespeichert.');
    this.saved.emit();
  }
}

/** What the data says; where it says nothing, what the last check said with its reason. */
function answerOf({ criterionId, proposed, before }: ProposedAnswer): ConsolidationAnswer {
  if (before && (proposed === null || before.met !== proposed)) return { criterionId, ...before };
  return { criterionId, met: proposed ?? false, reason: '' };
}
