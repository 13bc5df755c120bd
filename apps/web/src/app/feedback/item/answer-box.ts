import { Component, effect, inject, input, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { AnsweredView, StaffFeedbackView } from '@runder-tisch/domain/feedback';
import { AnswerFeedback } from '@runder-tisch/domain/feedback/feedback-requests';
import { CheckboxField, ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { TextBlockPicker } from '../../settings/text-blocks/text-block-picker';
import { withBlock } from '../../settings/text-blocks/text-blocks';
import { InboxState } from '../inbox/inbox-state';

/** What the sender reads; text blocks help to begin in a friendly way. */
@Component({
  selector: 'rt-answer-box',
  imports: [CheckboxField, ErrorSummary, FormField, TextArea, TextBlockPicker],
  template: `
    <h3>Antwort</h3>
    @if (item().meeting) {
      <p class="rt-quiet">
        Wer dabei war, erfährt die Entscheidung auch durch den Ergebnisbrief. Er beantwortet alle Hinweise der
        Sitzung auf einmal.
      </p>
    }
    <form class="rt-form" novalidate (submit)="answer($event)">
      <rt-error-summary [entry]="entry" />
      <rt-text-block-picker category="ANSWER" (picked)="add($event)" />
      <rt-text-area label="Antworttext" [rows]="6" [formField]="entry.fields.answer" />
      @if (item().senderReachable) {
        <rt-checkbox-field
          label="Als Mail senden"
          hint="Eine Minute lang lässt sie sich noch zurücknehmen."
          [formField]="entry.fields.notify"
        />
      } @else if (item().voice === 'UNNAMED') {
        <p class="rt-note">
          Wer den Hinweis gab, liest die Antwort mit dem eigenen Code auf der Seite zum Stand. Danach können
          Sie sie auch unter „Was daraus wurde“ veröffentlichen.
        </p>
      } @else {
        <p class="rt-note">
          Ohne Mailadresse erreicht die Antwort niemanden direkt. Sie bleibt hier festgehalten.
        </p>
      }
      <div class="rt-form-actions">
        <button class="rt-button rt-primary" [disabled]="entry.busy()">
          {{ item().senderReachable && entry.model().notify ? 'Antwort senden' : 'Antwort festhalten' }}
        </button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
      padding-top: 16px;
      border-top: 1px solid var(--rt-line);
    }
  `,
})
export class AnswerBox {
  readonly item = input.required<StaffFeedbackView>();

  private readonly api = inject(Api);
  private readonly inbox = inject(InboxState);
  protected readonly entry = requestForm(AnswerFeedback);

  constructor() {
    effect(() => {
      const { answer, senderReachable } = this.item();
      untracked(() => this.entry.reset({ answer, notify: senderReachable }));
    });
  }

  /** A text block, or the answer a similar Hinweis got. */
  add(text: string): void {
    const field = this.entry.fields.answer();
    field.value.set(withBlock(field.value(), text));
    field.markAsDirty();
  }

  protected async answer(event: Event): Promise<void> {
    event.preventDefault();
    const item = this.item();
    const done = await this.entry.submit(async (request) => {
      const after = await this.api.act<AnsweredView>(
        `/api/feedback/${item.id}/answer`,
        item.version,
        request,
      );
      const words = after.mailedTo
        ? `Die Antwort geht in einer Minute an ${after.mailedTo.address}.`
        : `${item.number} ist beantwortet.`;
      this.inbox.remember(after.feedback, 'answer', words);
    });
    if (done) this.inbox.reload();
  }
}
