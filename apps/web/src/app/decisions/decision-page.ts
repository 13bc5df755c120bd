import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiScaleBalance } from '@mdi/js';
import {
  decisionConsequences,
  type DecisionMove,
  decisionStateLabels,
  type OpenDecisionView,
} from '@runder-tisch/domain/decisions';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../http/acting';
import { Api } from '../http/api';
import { keptObject } from '../object-page/kept-object';
import { TraceLists } from '../trace/trace-lists';
import { DecisionForm } from './decision-form';
import { OutcomeForm } from './outcome-form';
import { ProposalForm } from './proposal-form';
import { TopicBoard } from './topics/topic-board';

type Panel = 'change' | 'propose' | 'decide';

/** One decision: the question, the ways, what follows, who decided. The order of topics is moved here. */
@Component({
  selector: 'rt-decision-page',
  imports: [
    BerlinDatePipe,
    DecisionForm,
    EmptyState,
    OutcomeForm,
    PageHead,
    ProgressLine,
    ProposalForm,
    RouterLink,
    TopicBoard,
    TraceLists,
  ],
  templateUrl: './decision-page.html',
  styles: `
    .options {
      display: grid;
      gap: 12px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .options li {
      padding: 12px 16px;
      border: 1px solid var(--rt-line);
      border-radius: 8px;
    }
    .options li.chosen {
      border-width: 2px;
      border-color: var(--rt-primary);
    }
    .title {
      font-weight: 600;
    }
    .steps {
      display: grid;
      gap: 10px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class DecisionPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  protected readonly icon = mdiScaleBalance;
  protected readonly stateLabels = decisionStateLabels;
  protected readonly back = { label: 'Offene Entscheidungen', link: '/planung/entscheidungen' };
  protected readonly panel = signal<Panel | null>(null);
  protected readonly kept = keptObject<OpenDecisionView>(
    () => `/api/decisions/${this.id()}`,
    ({ title }) => title,
  );
  protected readonly decision = this.kept.view;
  protected readonly act = acting(() => this.kept.reload());
  protected readonly consequences = computed(() => {
    const it = this.decision();
    return it ? decisionConsequences(it) : [];
  });

  protected may(move: DecisionMove): boolean {
    return this.decision()?.moves.includes(move) ?? false;
  }

  /** Which option the body chose or, before that, which is proposed. */
  protected markOf({ outcome, proposal }: OpenDecisionView, optionId: string): string {
    if (outcome) return outcome.optionId === optionId ? 'beschlossen' : '';
    return proposal?.optionId === optionId ? 'vorgeschlagen' : '';
  }

  protected saved(view: OpenDecisionView): void {
    this.panel.set(null);
    this.kept.view.set(view);
  }

  protected changed(): void {
    this.panel.set(null);
    this.kept.reload();
  }

  protected async withdraw({ id, version }: OpenDecisionView): Promise<void> {
    await this.act(() => this.api.act(`/api/decisions/${id}/withdraw`, version), 'Vorschlag zurückgenommen.');
  }

  protected async reopen({ id, version }: OpenDecisionView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Entscheidung wieder öffnen?',
      text: 'Was aus ihr folgte, gilt dann nicht mehr. Die Entscheidung selbst bleibt im Verlauf stehen.',
      action: 'Wieder öffnen',
      reason: { label: 'Warum?', required: true },
    });
    if (!answer) return;
    await this.act(
      () => this.api.act(`/api/decisions/${id}/reopen`, version, answer),
      'Die Entscheidung ist wieder offen.',
    );
  }

  protected async remove({ id, title }: OpenDecisionView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: `„${title}“ löschen?`,
      action: 'Löschen',
      danger: true,
    });
    if (!answer) return;
    if (await this.act(() => this.api.remove(`/api/decisions/${id}`), 'Gelöscht.'))
      void this.router.navigate(['/planung/entscheidungen']);
  }
}
