import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { decisionSentence, type FeedbackView, type StaffFeedbackView } from '@runder-tisch/domain/feedback';
import { PublishFeedback } from '@runder-tisch/domain/feedback/voice-requests';
import { ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { InboxState } from '../inbox/inbox-state';

/** Puts an answered Hinweis on the public page "Was daraus wurde", or takes it away again. */
@Component({
  selector: 'rt-publish-box',
  imports: [BerlinDatePipe, ErrorSummary, FormField, RouterLink, TextArea],
  template: `
    @if (item().published; as published) {
      <p class="rt-note">
        <span>
          Seit {{ published.since | berlinDate: 'short' }} öffentlich unter
          <a href="/ergebnisse" target="_blank" rel="noopener">Was daraus wurde</a>
          @if (published.on.id !== item().id) {
            , einmal für alle bei
            <a [routerLink]="['/hinweise', published.on.id]" queryParamsHandling="merge">{{
              published.on.name
            }}</a>
          }
        </span>
        @if (published.on.id === item().id) {
          <button type="button" class="rt-button rt-plain rt-small" [disabled]="busy()" (click)="unpublish()">
            Nicht mehr zeigen
          </button>
        }
      </p>
    } @else {
      <details>
        <summary>Unter „Was daraus wurde“ veröffentlichen</summary>
        <form class="rt-form" novalidate (submit)="publish($event)">
          <rt-error-summary [entry]="entry" />
          <p class="rt-quiet rt-small">
            Alle lesen dann den geprüften Text, das Handlungsfeld und dies hier. Wer den Hinweis gegeben hat,
            steht nie dabei.
            @if (item().answeredWith.length) {
              Die gemeinsame Antwort steht dort einmal, mit diesem Text.
            }
          </p>
          <p>
            <strong>{{ decision() }}</strong>
          </p>
          <rt-text-area
            label="Unsere Antwort für alle"
            hint="Ohne Anrede und ohne Namen."
            [rows]="5"
            [formField]="entry.fields.answer"
          />
          <div class="rt-form-actions">
            <button class="rt-button" [disabled]="entry.busy()">Veröffentlichen</button>
          </div>
        </form>
      </details>
    }
  `,
})
export class PublishBox {
  readonly item = input.required<StaffFeedbackView>();

  private readonly api = inject(Api);
  private readonly inbox = inject(InboxState);
  private readonly toasts = inject(Toasts);
  private readonly act = acting(() => this.inbox.reload());
  protected readonly busy = this.act.busy;
  // The words of a voice, perhaps of one without a name: they lie with the house and nowhere else.
  protected readonly entry = requestForm(PublishFeedback, {}, { secret: true });
  protected readonly decision = computed(() => {
    const { decision, forwardedTo } = this.item();
    return decision ? decisionSentence(decision, forwardedTo) : '';
  });

  constructor() {
    effect(() => {
      const { answer } = this.item();
      untracked(() => this.entry.reset({ answer }));
    });
  }

  protected async publish(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version, number } = this.item();
    const done = await this.entry.submit((request) =>
      this.api.act<FeedbackView>(`/api/feedback/${id}/publish`, version, request),
    );
    if (!done) return;
    this.toasts.say(`${number} steht jetzt unter „Was daraus wurde“.`);
    this.inbox.reload();
  }

  protected async unpublish(): Promise<void> {
    const { id, version, number } = this.item();
    await this.act(
      () => this.api.act<FeedbackView>(`/api/feedback/${id}/unpublish`, version),
      `${number} ist nicht mehr öffentlich.`,
    );
  }
}
