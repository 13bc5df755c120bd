import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type {
  AnsweredView,
  FeedbackInboxView,
  FeedbackListItem,
  InboxView,
  StaffFeedbackView,
} from '@runder-tisch/domain/feedback';
import { AnswerFeedback } from '@runder-tisch/domain/feedback/feedback-requests';
import { isOnlyTextBlocks } from '@runder-tisch/domain/settings';
import { CheckboxField, ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { TextBlockPicker } from '../../settings/text-blocks/text-block-picker';
import { TextBlocks, withBlock } from '../../settings/text-blocks/text-blocks';
import { InboxState } from '../inbox/inbox-state';

const OTHERS = 25;

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
      @if (onlyBlocks()) {
        <p class="rt-note rt-note-warning" role="status">
          Dieser Hinweis ist kritisch, und die Antwort besteht nur aus Textbausteinen. Gehen Sie bitte auf das
          Gesagte ein, bevor Sie sie senden.
        </p>
      }
      @if (item().senderReachable) {
        <rt-checkbox-field
          label="Als Mail senden"
          [hint]="
            (item().fourEyes ? 'Sobald sie freigegeben ist. ' : '') +
            'Eine Minute lang lässt sie sich noch zurücknehmen.'
          "
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
      @if (others().length) {
        <fieldset class="others">
          <legend class="rt-label">Dieselbe Antwort auch für</legend>
          <p class="rt-quiet rt-small">
            {{ item().primaryField?.name }}, noch ohne Antwort; was ähnlich klingt, zuerst. Wo noch nichts
            entschieden ist, gilt dieselbe Entscheidung. Alle lesen die Antwort an ihrem eigenen Hinweis;
            veröffentlicht steht sie nur einmal da.
          </p>
          @for (other of others(); track other.id) {
            <label>
              <input type="checkbox" [checked]="isChosen(other)" (change)="toggle(other)" />
              <span>
                <span class="rt-small rt-quiet rt-number">{{ other.number }}</span>
                {{ other.excerpt }}
                @if (!other.decision) {
                  <span class="rt-badge rt-badge-warning">noch nicht entschieden</span>
                }
              </span>
            </label>
          }
        </fieldset>
      }
      <div class="rt-form-actions">
        <button class="rt-button rt-primary" [disabled]="entry.busy()">
          {{ item().fourEyes ? 'Antwort vorlegen' : verb() }}
        </button>
        @if (item().fourEyes) {
          <button type="button" class="rt-button rt-plain" [disabled]="entry.busy()" (click)="answerAlone()">
            Allein freigeben
          </button>
        }
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
    .others {
      display: grid;
      gap: 10px;
    }
    .others label {
      display: flex;
      gap: 10px;
      align-items: flex-start;
      overflow-wrap: anywhere;
    }
    .others input {
      accent-color: var(--rt-accent);
      flex: none;
      margin-top: 5px;
    }
  `,
})
export class AnswerBox {
  readonly item = input.required<StaffFeedbackView>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly inbox = inject(InboxState);
  protected readonly entry = requestForm(AnswerFeedback, {}, { about: () => this.item().id });
  private readonly decided = httpResource<FeedbackInboxView>(() => this.waiting('to-answer'));
  private readonly undecided = httpResource<FeedbackInboxView>(() => this.waiting('to-decide'));
  /** What else waits in this field: decided alike, or not decided yet; each with the most similar first. */
  protected readonly others = computed(() => {
    const { id, decision } = this.item();
    return [this.decided, this.undecided]
      .flatMap((answer) => (answer.hasValue() ? answer.value().items : []))
      .filter((other) => other.id !== id && (!other.decision || other.decision === decision));
  });
  protected readonly verb = computed(() => {
    const { notify, also } = this.entry.model();
    if (also.length > 0) return `${also.length + 1} Hinweise beantworten`;
    return this.item().senderReachable && notify ? 'Antwort senden' : 'Antwort festhalten';
  });

  private readonly blocks = inject(TextBlocks);
  /** Whoever is upset shall not be fobbed off; it stays a word of advice. */
  protected readonly onlyBlocks = computed(
    () =>
      this.item().sentiment === 'NEGATIVE' &&
      isOnlyTextBlocks(
        this.entry.model().answer,
        this.blocks.of('ANSWER').map(({ text }) => text),
      ),
  );

  constructor() {
    effect(() => {
      const { id, answer, draft, senderReachable } = this.item();
      const withdrawn = this.inbox.withdrawn();
      const kept = withdrawn?.id === id ? withdrawn.answer : answer;
      const notify = draft?.notify ?? senderReachable;
      untracked(() => this.entry.reset({ answer: draft?.answer ?? kept, notify, also: [] }));
    });
  }

  /** A text block, or the answer a similar Hinweis got. */
  add(text: string): void {
    const field = this.entry.fields.answer();
    field.value.set(withBlock(field.value(), text));
    field.markAsDirty();
  }

  private waiting(view: InboxView): { url: string; params: Record<string, string | number> } {
    const { id, primaryField } = this.item();
    return {
      url: '/api/feedback',
      params: { view, fieldId: primaryField?.id ?? '', likeId: id, limit: OTHERS },
    };
  }

  protected isChosen(other: FeedbackListItem): boolean {
    return this.entry.model().also.some((it) => it.id === other.id);
  }

  protected toggle({ id, version }: FeedbackListItem): void {
    this.entry.model.update((model) => {
      const also = model.also.filter((it) => it.id !== id);
      const chosen = also.length === model.also.length ? [...also, { id, version }] : also;
      // Where this sender left no address, others may have, and nobody was asked whether to write to them.
      const notify = this.item().senderReachable ? model.notify : chosen.length > 0;
      return { ...model, also: chosen, notify };
    });
  }

  /** Sent at once, or laid before somebody else where two are to read it. */
  protected async answer(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.item().fourEyes) return this.send(false);
    const { id, version, number } = this.item();
    const done = await this.entry.submit((request) =>
      this.api.act(`/api/feedback/${id}/draft`, version, request),
    );
    if (!done) return;
    this.inbox.withdrawn.set(null);
    this.toasts.say(`Die Antwort zu ${number} liegt zur Freigabe vor.`);
    this.inbox.reload();
  }

  protected async answerAlone(): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Allein freigeben?',
      text: 'Niemand sonst hat diese Antwort gelesen. Im Büro steht an ihr, dass Sie sie allein freigegeben haben; wer den Hinweis gab, erfährt davon nichts.',
      action: 'Allein freigeben',
    });
    if (answer) await this.send(true);
  }

  private async send(alone: boolean): Promise<void> {
    const item = this.item();
    const done = await this.entry.submit(async (request) => {
      const after = await this.api.act<AnsweredView>(`/api/feedback/${item.id}/answer`, item.version, {
        ...request,
        alone,
      });
      const words =
        request.also.length > 0
          ? `${request.also.length + 1} Hinweise sind gemeinsam beantwortet.`
          : after.mailedTo
            ? `Die Antwort geht in einer Minute an ${after.mailedTo.address}.`
            : `${item.number} ist beantwortet.`;
      this.inbox.remember(after.feedback, 'answer', words);
    });
    if (done) this.inbox.reload();
  }
}
