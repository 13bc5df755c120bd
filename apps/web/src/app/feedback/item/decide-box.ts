import { Component, computed, effect, inject, input, untracked, viewChild } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  feedbackDecisionLabels,
  feedbackDecisions,
  type FeedbackView,
  needsReason,
  type SimilarFeedbackView,
  type StaffFeedbackView,
} from '@runder-tisch/domain/feedback';
import { DecideFeedback } from '@runder-tisch/domain/feedback/feedback-requests';
import { ErrorSummary, RadioField, TextArea, TextField } from '@runder-tisch/ui/form';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { TextBlockPicker } from '../../settings/text-blocks/text-block-picker';
import { withBlock } from '../../settings/text-blocks/text-blocks';
import { InboxState } from '../inbox/inbox-state';
import { decisionRules } from './decision-rules';

/** What becomes of it, and why; without a reason nothing is turned down. */
@Component({
  selector: 'rt-decide-box',
  imports: [ErrorSummary, FormField, RadioField, TextArea, TextBlockPicker, TextField],
  template: `
    <h3>Entscheidung</h3>
    <form class="rt-form" novalidate (submit)="decide($event)">
      <rt-error-summary [entry]="entry" />
      <rt-radio-field label="Was wird daraus?" [choices]="choices" [formField]="entry.fields.decision" />
      @if (entry.model().decision === 'OUT_OF_SCOPE') {
        <rt-text-field label="Weitergeleitet an" [formField]="entry.fields.forwardedTo" />
      }
      <rt-text-block-picker category="REASON" (picked)="add($event)" />
      <div class="last">
        <rt-text-area
          [label]="reasonNeeded() ? 'Begründung (nötig)' : 'Begründung'"
          hint="Sie steht in der Antwort und im Ergebnisbrief."
          [rows]="2"
          [formField]="entry.fields.reason"
        />
        <div class="rt-form-actions">
          <button class="rt-button" [class.rt-primary]="isNext()" [disabled]="entry.busy()">
            {{ isNext() ? 'Entscheiden' : 'Entscheidung ändern' }}
          </button>
        </div>
      </div>
    </form>
  `,
  host: { '[class.next]': 'isNext()' },
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
    }
    h3 {
      width: 100%;
      padding-top: 16px;
      border-top: 1px solid var(--rt-line);
    }
    .last {
      display: grid;
      gap: 10px;
    }
    // Where there is room, reason and button stay at the lower edge of the panel. They move within the whole item, so
    // that a long text does not take them out of sight.
    @media screen and (min-width: 900px) and (min-height: 640px) {
      :host(.next),
      :host(.next) form {
        display: contents;
      }
      :host(.next) .last {
        position: sticky;
        bottom: 0;
        z-index: 1;
        width: 100%;
        padding-block: 10px 12px;
        border-top: 1px solid var(--rt-line);
        background: var(--rt-surface-raised);
      }
    }
  `,
})
export class DecideBox {
  readonly item = input.required<StaffFeedbackView>();

  private readonly api = inject(Api);
  private readonly inbox = inject(InboxState);
  private readonly radios = viewChild.required(RadioField);
  protected readonly choices = feedbackDecisions.map((value) => ({
    value,
    label: feedbackDecisionLabels[value],
  }));
  protected readonly isNext = computed(() => this.item().state === 'LINKED');
  protected readonly entry = requestForm(
    DecideFeedback,
    {},
    { rules: decisionRules, about: () => this.item().id },
  );
  protected readonly reasonNeeded = computed(() => {
    const decision = feedbackDecisions.find((it) => it === this.entry.model().decision);
    return decision !== undefined && needsReason(decision);
  });

  constructor() {
    effect(() => {
      const { decision, reason, forwardedTo } = this.item();
      untracked(() => this.entry.reset({ decision: decision ?? '', reason, forwardedTo }));
    });
  }

  focus(): void {
    this.radios().focus();
  }

  /** As a similar Hinweis was decided; still to be confirmed. */
  take({ decision, reason, forwardedTo }: SimilarFeedbackView): void {
    this.entry.fields.decision().value.set(decision ?? '');
    this.entry.fields.reason().value.set(reason);
    this.entry.fields.forwardedTo().value.set(forwardedTo);
    this.entry.fields.decision().markAsDirty();
    this.radios().focus();
  }

  protected add(text: string): void {
    const field = this.entry.fields.reason();
    field.value.set(withBlock(field.value(), text));
    field.markAsDirty();
  }

  protected async decide(event: Event): Promise<void> {
    event.preventDefault();
    const item = this.item();
    const done = await this.entry.submit(async (request) => {
      const after = await this.api.act<FeedbackView>(
        `/api/feedback/${item.id}/decide`,
        item.version,
        request,
      );
      this.inbox.remember(after, 'decide');
    });
    if (done) this.inbox.reload();
  }
}
