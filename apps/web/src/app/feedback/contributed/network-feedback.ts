import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FeedbackListItem, feedbackStateLabels } from '@runder-tisch/domain/feedback';
import { pagedList } from '../../lists/paged-list';
import { CurrentNetwork } from '../../networks/network-page/current-network';

/** What was said in the network, as far as the viewer may read it. */
@Component({
  selector: 'rt-network-feedback',
  imports: [RouterLink],
  template: `
    <section class="rt-card">
      <h2>Hinweise</h2>
      <ol class="rt-entries">
        @for (item of feedback.rows(); track item.id) {
          <li>
            <a class="rt-number" [routerLink]="['/hinweise', item.id]">{{ item.number }}</a>
            &ngsp;<span class="rt-badge">{{ states[item.state] }}</span>
            <p>{{ item.excerpt ?? 'Wird noch geprüft' }}</p>
          </li>
        } @empty {
          @if (!feedback.loading()) {
            <li class="rt-quiet">Aus diesem Netzwerk sehen Sie noch keinen Hinweis.</li>
          }
        }
      </ol>
      @if (feedback.hasMore()) {
        <button type="button" class="rt-button rt-small" (click)="feedback.more()">Mehr laden</button>
      }
    </section>
  `,
  styles: `
    h2 {
      margin-bottom: 10px;
    }
    .rt-badge {
      margin-left: 8px;
    }
  `,
})
export class NetworkFeedback {
  private readonly current = inject(CurrentNetwork);
  protected readonly states = feedbackStateLabels;
  private readonly id = computed(() => this.current.view()?.id);
  protected readonly feedback = pagedList<FeedbackListItem>('/api/feedback', () => {
    const networkId = this.id();
    return networkId ? { networkId, view: 'all', limit: 10 } : undefined;
  });
}
