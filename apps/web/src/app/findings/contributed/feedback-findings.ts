import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { type FindingListItem, findingStateLabels } from '@runder-tisch/domain/findings';
import type { Page } from '@runder-tisch/domain/lists';
import { Session } from '../../session/session';

/** The Befunde that rest on this Hinweis, and the button that begins another one. */
@Component({
  selector: 'rt-feedback-findings',
  imports: [RouterLink],
  template: `
    <section class="rt-stack">
      <h3>Befunde</h3>
      @for (finding of findings(); track finding.id) {
        <p>
          <a class="rt-number" [routerLink]="['/planung/befunde', finding.id]">{{ finding.number }}</a>
          {{ finding.statement }}
          <span class="rt-quiet rt-small">{{ stateLabels[finding.state] }}</span>
        </p>
      } @empty {
        <p class="rt-quiet rt-small">Dieser Hinweis steht noch in keinem Befund.</p>
      }
      @if (session.may('finding:change')) {
        <p>
          <a
            class="rt-button rt-small"
            routerLink="/planung/befunde"
            [queryParams]="{ neu: 1, hinweis: feedbackId() }"
            >Befund anlegen</a
          >
        </p>
      }
    </section>
  `,
  styles: `
    .rt-stack {
      gap: 8px;
    }
  `,
})
export class FeedbackFindings {
  protected readonly session = inject(Session);
  protected readonly stateLabels = findingStateLabels;
  private readonly params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  protected readonly feedbackId = computed(() => this.params().get('id'));
  private readonly answer = httpResource<Page<FindingListItem>>(() => {
    const feedbackId = this.feedbackId();
    return feedbackId ? { url: '/api/findings', params: { feedbackId } } : undefined;
  });
  protected readonly findings = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
}
