import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FeedbackListItem, feedbackStateLabels } from '@runder-tisch/domain/feedback';
import type { AgreementView } from '@runder-tisch/domain/meetings';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { pagedList } from '../../lists/paged-list';
import { Session } from '../../session/session';
import { TaskList } from '../../tasks/task-list';
import { TraceLists } from '../../trace/trace-lists';
import { CurrentNetwork } from './current-network';

const SHOWN = 10;

/** What the network brings about: what it agreed on, what it does, what it was told, and what came of it. */
@Component({
  selector: 'rt-network-outcome',
  imports: [BerlinDatePipe, RouterLink, TaskList, TraceLists],
  templateUrl: './network-outcome.html',
  styles: `
    section > h2 {
      margin-bottom: 10px;
    }
    li {
      padding: 10px 0;
    }
    li + li {
      border-top: 1px solid var(--rt-line);
    }
    .rt-small {
      display: block;
    }
  `,
})
export class NetworkOutcome {
  private readonly session = inject(Session);
  protected readonly current = inject(CurrentNetwork);
  protected readonly states = feedbackStateLabels;
  private readonly id = computed(() => this.current.view()?.id);
  protected readonly mayReadFeedback = computed(() => this.session.may('feedback:read'));
  protected readonly agreements = pagedList<AgreementView>('/api/agreements', () => {
    const networkId = this.id();
    return networkId ? { networkId, limit: SHOWN } : undefined;
  });
  protected readonly feedback = pagedList<FeedbackListItem>('/api/feedback', () => {
    const networkId = this.id();
    return networkId && this.mayReadFeedback() ? { networkId, view: 'all', limit: SHOWN } : undefined;
  });
}
