import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  feedbackDecisionLabels,
  type FeedbackState,
  feedbackStateLabels,
  type SimilarFeedbackView,
  type StaffFeedbackView,
} from '@runder-tisch/domain/feedback';
import { Toasts } from '@runder-tisch/ui/overlay';
import { Api } from '../../http/api';
import { acting } from '../../http/acting';

/** Hinweise in nearly the same words, so that they get the same answer; nothing shows where there are none. */
@Component({
  selector: 'rt-similar-list',
  imports: [RouterLink],
  template: `
    @if (similar().length) {
      <h3>Ähnliche Hinweise</h3>
      <ul>
        @for (other of similar(); track other.id) {
          <li>
            <p class="rt-quiet rt-small">
              <a class="rt-number" [routerLink]="['/hinweise', other.id]" queryParamsHandling="merge">{{
                other.number
              }}</a>
              · {{ percent(other) }} gleich · {{ standing(other) }}
            </p>
            <p>{{ other.excerpt }}</p>
            @if (other.answer) {
              <p class="rt-quiet rt-lines">Antwort: {{ other.answer }}</p>
            }
            <div class="offers">
              @if (offer(other); as words) {
                <button type="button" class="rt-button rt-small" (click)="taken.emit(other)">
                  {{ words }}
                </button>
              }
              @if (mayCount(other)) {
                <button
                  type="button"
                  class="rt-button rt-small"
                  [disabled]="act.busy()"
                  [attr.aria-label]="other.number + ': gleichlautend, zusammenzählen'"
                  (click)="count(other)"
                >
                  Gleichlautend: zusammenzählen
                </button>
              }
            </div>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host:has(h3) {
      display: grid;
      gap: 10px;
      padding-top: 16px;
      border-top: 1px solid var(--rt-line);
    }
    ul {
      display: grid;
      gap: 14px;
    }
    .offers {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    li {
      display: grid;
      justify-items: start;
      gap: 4px;
      overflow-wrap: anywhere;
    }
  `,
})
export class SimilarList {
  readonly item = input.required<StaffFeedbackView>();
  readonly taken = output<SimilarFeedbackView>();
  /** One of them counts with this Hinweis now, or stands for itself again. */
  readonly counted = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly act = acting(() => {
    this.answer.reload();
    this.counted.emit();
  });

  private readonly id = computed(() => this.item().id);
  private readonly answer = httpResource<SimilarFeedbackView[]>(() => `/api/feedback/${this.id()}/similar`);
  protected readonly similar = computed(() => (this.answer.hasValue() ? this.answer.value() : []));

  protected percent(other: SimilarFeedbackView): string {
    return `${Math.round(other.score * 100)} %`;
  }

  protected standing(other: SimilarFeedbackView): string {
    const decided = other.decision
      ? feedbackDecisionLabels[other.decision]
      : feedbackStateLabels[other.state];
    return other.primaryField ? `${other.primaryField.name} · ${decided}` : decided;
  }

  /** What can be taken over at the step this Hinweis has reached. */
  protected offer(other: SimilarFeedbackView): string | null {
    const { state } = this.item();
    if (state === 'LINKED' && other.decision) return 'Gleich entscheiden';
    return state === 'DECIDED' && other.answer ? 'Gleiche Antwort geben' : null;
  }

  /** Both wait for an answer, their words are checked, and neither counts with another yet. */
  protected mayCount(other: SimilarFeedbackView): boolean {
    const { state, countedWith, counted } = this.item();
    const waits = (it: FeedbackState): boolean => it === 'TRIAGED' || it === 'LINKED' || it === 'DECIDED';
    return waits(state) && waits(other.state) && !countedWith && !counted.some(({ id }) => id === other.id);
  }

  protected async count(other: SimilarFeedbackView): Promise<void> {
    const path = `/api/feedback/${this.item().id}`;
    const request = { feedbackIds: [other.id] };
    const done = await this.act(() => this.api.act(`${path}/count`, null, request));
    if (!done) return;
    this.toasts.say(`${other.number} ist hier mitgezählt.`, async () => {
      await this.act(() => this.api.act(`${path}/uncount`, null, request), 'Zurückgenommen.');
    });
  }
}
