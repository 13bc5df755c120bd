import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiClipboardTextOutline } from '@mdi/js';
import {
  decisionSentence,
  type PriorityLink,
  recommendationStateLabels,
  type RecommendationVerb,
  recommendationVerbLabels,
  type RecommendationView,
} from '@runder-tisch/domain/findings';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { Block } from '../../object-page/block';
import { contributedBlocks } from '../../object-page/contributed';
import { TraceLists } from '../../trace/trace-lists';
import { LinkCheck } from '../link-check';
import { CurrentRecommendation } from './current-recommendation';
import { DecisionForm } from './decision-form';
import { DecisionList } from './decision-list';
import { RecommendationForm } from './recommendation-form';

/** "Was wurde aus …": one sentence on top, then the wording, what bodies made of it and where it comes from. */
@Component({
  selector: 'rt-recommendation-page',
  imports: [
    BerlinDatePipe,
    Block,
    DecisionForm,
    DecisionList,
    EmptyState,
    LinkCheck,
    PageHead,
    ProgressLine,
    RecommendationForm,
    RouterLink,
    TraceLists,
  ],
  templateUrl: './recommendation-page.html',
  providers: [CurrentRecommendation],
})
export class RecommendationPage {
  /** "?beschluss=1": the loose end leads to where it is tied. */
  readonly beschluss = input<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  protected readonly icon = mdiClipboardTextOutline;
  protected readonly blocks = contributedBlocks('recommendation-outcome');
  protected readonly stateLabels = recommendationStateLabels;
  protected readonly verbLabels = recommendationVerbLabels;
  protected readonly back = { label: 'Empfehlungen', link: '/planung/empfehlungen' };
  protected readonly editing = signal(false);
  protected readonly deciding = linkedSignal(() => !!this.beschluss());
  protected readonly kept = inject(CurrentRecommendation);
  protected readonly act = acting(() => this.kept.reload());
  protected readonly sentence = computed(() => {
    const it = this.kept.view();
    return it ? decisionSentence(it, it.decisions) : '';
  });

  protected euro(amount: number): string {
    return amount.toLocaleString('de-DE', { style: 'currency', currency: 'EUR', maximumFractionDigits: 2 });
  }

  protected changed(): void {
    this.editing.set(false);
    this.kept.reload();
  }

  protected decided(view: RecommendationView): void {
    this.deciding.set(false);
    this.kept.view.set(view);
  }

  protected accept(it: RecommendationView, priority: PriorityLink): void {
    const path = `/api/recommendations/${it.id}/priorities/${priority.id}/accept`;
    void this.act(() => this.api.act(path), 'Geprüft.');
  }

  protected async make(it: RecommendationView, move: RecommendationVerb): Promise<void> {
    const reason = move === 'withdraw' ? await this.whyWithdrawn() : '';
    if (reason === null) return;
    await this.act(
      () => this.api.act(`/api/recommendations/${it.id}/${move}`, it.version, { reason }),
      'Gespeichert.',
    );
  }

  private async whyWithdrawn(): Promise<string | null> {
    const answer = await this.confirm.ask({
      heading: 'Empfehlung zurückziehen?',
      text: 'Sie bleibt lesbar, kann aber nicht wieder eingebracht werden.',
      action: 'Zurückziehen',
      danger: true,
      reason: { label: 'Warum?', required: true },
    });
    return answer?.reason ?? null;
  }
}
