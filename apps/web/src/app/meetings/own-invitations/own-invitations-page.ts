import { Component, computed, input } from '@angular/core';
import { mdiEmailOpenOutline } from '@mdi/js';
import type { OwnInvitationItem } from '@runder-tisch/domain/meetings';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { FilterBar, type Filter } from '@runder-tisch/ui/list';
import { pagedList } from '../../lists/paged-list';
import { InvitationCard } from './invitation-card';

/** Everything one's house is invited to: who goes? */
@Component({
  selector: 'rt-own-invitations-page',
  imports: [EmptyState, FilterBar, InvitationCard, PageHead, ProgressLine],
  template: `
    <rt-progress-line [busy]="invitations.loading()" />
    <rt-page-head heading="Einladungen">
      <span subline>Alles, wozu Sie und Ihre Organisation eingeladen sind. Wer geht hin?</span>
    </rt-page-head>
    <rt-filter-bar [filters]="filters" [result]="result()" />
    @if (invitations.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    @if (invitations.rows().length) {
      <h2 class="rt-unseen">Wozu Sie eingeladen sind</h2>
      <ul class="rt-card rows">
        @for (item of invitations.rows(); track item.meeting.id) {
          <li><rt-invitation-card [item]="item" (answered)="invitations.reload()" /></li>
        }
      </ul>
      @if (invitations.hasMore()) {
        <button
          type="button"
          class="rt-button more"
          [disabled]="invitations.loading()"
          (click)="invitations.more()"
        >
          Mehr laden
        </button>
      }
    } @else if (invitations.total() !== null && !invitations.loading()) {
      <div class="rt-card">
        <rt-empty-state [heading]="none().heading" [text]="none().text" [icon]="icon" />
      </div>
    }
  `,
  styles: `
    .rows li {
      padding: 18px 0;
      border-top: 1px solid var(--rt-line);
    }
    .rows li:first-child {
      border-top: 0;
      padding-top: 4px;
    }
    .rows li:last-child {
      padding-bottom: 4px;
    }
    .more {
      margin-top: 14px;
    }
  `,
})
export class OwnInvitationsPage {
  readonly wann = input<string>();

  protected readonly icon = mdiEmailOpenOutline;
  protected readonly past = computed(() => this.wann() === 'past');
  protected readonly invitations = pagedList<OwnInvitationItem>('/api/invitations/mine', () => ({
    when: this.past() ? 'past' : 'coming',
  }));
  protected readonly filters: readonly Filter[] = [
    {
      kind: 'choice',
      key: 'wann',
      label: 'Zeitraum',
      all: 'Kommende',
      options: [{ value: 'past', label: 'Vergangene' }],
    },
  ];
  protected readonly result = computed(() => {
    const total = this.invitations.total();
    return total === null ? null : counted(total, 'Einladung', 'Einladungen');
  });
  protected readonly none = computed(() =>
    this.past()
      ? {
          heading: 'Keine vergangenen Einladungen',
          text: 'Hier stehen später Termine, zu denen Sie eingeladen waren.',
        }
      : {
          heading: 'Zurzeit keine Einladung',
          text: 'Lädt der Landkreis Sie oder Ihre Organisation ein, antworten Sie hier oder über den Link in der Mail.',
        },
  );
}
