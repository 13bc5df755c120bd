import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCalendarMonthOutline } from '@mdi/js';
import { meetingStandingLabel, type MeetingListItem } from '@runder-tisch/domain/meetings';
import { formatShortPeriod } from '@runder-tisch/domain/time';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { CurrentCommittee } from '../../committees/current-committee';
import { Session } from '../../session/session';
import { pagedList, type PagedList } from '../../lists/paged-list';
import { AgendaTemplateCard } from './agenda-template-card';

/** When the committee meets and met. */
@Component({
  selector: 'rt-committee-sessions',
  imports: [AgendaTemplateCard, Cell, DataList, EmptyState, RouterLink],
  template: `
    <div class="rt-stack">
      @if (mayPlan && id()) {
        <p class="rt-unprinted">
          <a class="rt-button" routerLink="/termine/neu" [queryParams]="{ gremium: id() }">Sitzung planen</a>
        </p>
      }
      @for (part of parts; track part.heading) {
        <section>
          <h2>{{ part.heading }}</h2>
          <rt-data-list
            [label]="part.heading"
            [columns]="columns"
            [rows]="part.list.rows()"
            [loading]="part.list.loading()"
            [total]="part.list.total()"
            [hasMore]="part.list.hasMore()"
            (more)="part.list.more()"
          >
            <ng-template rtCell="title" [rtCellOf]="part.list.rows()" let-row>
              <a class="rt-row-link" [routerLink]="['/termine', row.id]">{{ row.title }}</a>
              <span class="rt-cell-note">{{ when(row) }}</span>
            </ng-template>
            <ng-template rtCell="place" [rtCellOf]="part.list.rows()" let-row>
              {{ row.place || (row.online ? 'online' : '') }}
            </ng-template>
            <ng-template rtCell="state" [rtCellOf]="part.list.rows()" let-row>
              <span class="rt-badge">{{ standing(row) }}</span>
            </ng-template>
            <rt-empty-state empty [heading]="part.empty" [icon]="icon" />
          </rt-data-list>
        </section>
      }
      @if (id(); as committeeId) {
        <rt-agenda-template-card [committeeId]="committeeId" />
      }
    </div>
  `,
  styles: `
    h2 {
      margin-bottom: 10px;
    }
  `,
})
export class CommitteeSessions {
  private readonly current = inject(CurrentCommittee);
  protected readonly icon = mdiCalendarMonthOutline;
  protected readonly standing = meetingStandingLabel;
  protected readonly columns: readonly Column[] = [
    { key: 'title', label: 'Sitzung' },
    { key: 'place', label: 'Ort', card: 'plain', width: '28%' },
    { key: 'state', label: 'Stand', width: '12rem' },
  ];
  protected readonly mayPlan = inject(Session).may('meeting:plan');
  protected readonly id = computed(() => this.current.view()?.id);
  protected readonly parts = [
    { heading: 'Kommende Sitzungen', empty: 'Keine Sitzung geplant', list: this.sessions('upcoming') },
    { heading: 'Frühere Sitzungen', empty: 'Noch keine Sitzung verzeichnet', list: this.sessions('past') },
  ];

  protected when(meeting: MeetingListItem): string {
    return meeting.startsAt ? formatShortPeriod(meeting.startsAt, meeting.endsAt) : 'noch ohne Tag';
  }

  private sessions(when: 'upcoming' | 'past'): PagedList<MeetingListItem> {
    return pagedList<MeetingListItem>('/api/meetings', () => {
      const committeeId = this.id();
      return committeeId ? { committeeId, when, limit: 12 } : undefined;
    });
  }
}
