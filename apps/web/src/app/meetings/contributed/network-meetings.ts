import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCalendarMonthOutline, mdiRss } from '@mdi/js';
import { answerBar } from '@runder-tisch/drawing/answer-bar';
import type { Scene } from '@runder-tisch/domain/documents';
import { meetingStandingLabel, type MeetingListItem } from '@runder-tisch/domain/meetings';
import { formatShortPeriod } from '@runder-tisch/domain/time';
import { SceneView } from '@runder-tisch/ui/drawing/scene-view';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { pagedList, type PagedList } from '../../lists/paged-list';
import { CurrentNetwork } from '../../networks/network-page/current-network';
import { AgendaTemplateCard } from './agenda-template-card';

/** When the network meets and met, with answers before and the protocol after. */
@Component({
  selector: 'rt-network-meetings',
  imports: [AgendaTemplateCard, Cell, DataList, EmptyState, Icon, RouterLink, SceneView],
  template: `
    <div class="rt-stack">
      <p class="rt-row">
        <a class="rt-button rt-small" routerLink="/termine/jahr" [queryParams]="{ networkId: networkId() }"
          ><rt-icon [path]="icon" />Im Jahreskalender</a
        >
        <a
          class="rt-button rt-small"
          routerLink="/termine/abonnieren"
          [queryParams]="{ netzwerk: networkId() }"
          ><rt-icon [path]="feed" />Kalender abonnieren</a
        >
      </p>
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
              @if (row.answers?.invited && row.answers; as answers) {
                <rt-scene class="rt-below-list" [scene]="bar(answers)" [twin]="false" />
              }
            </ng-template>
            <rt-empty-state empty [heading]="part.empty" [icon]="icon" />
          </rt-data-list>
        </section>
      }
      @if (networkId(); as id) {
        <rt-agenda-template-card [networkId]="id" />
      }
    </div>
  `,
  styles: `
    h2 {
      margin-bottom: 10px;
    }
    rt-scene {
      display: block;
      max-width: 140px;
    }
  `,
})
export class NetworkMeetings {
  private readonly current = inject(CurrentNetwork);
  protected readonly icon = mdiCalendarMonthOutline;
  protected readonly standing = meetingStandingLabel;
  protected readonly columns: readonly Column[] = [
    { key: 'title', label: 'Termin' },
    { key: 'place', label: 'Ort', card: 'plain', width: '28%' },
    { key: 'state', label: 'Stand', width: '12rem' },
  ];
  protected readonly feed = mdiRss;
  protected readonly networkId = computed(() => this.current.view()?.id);
  protected readonly parts = [
    { heading: 'Kommende Treffen', empty: 'Kein Treffen geplant', list: this.meetings('upcoming') },
    { heading: 'Frühere Treffen', empty: 'Noch kein Treffen verzeichnet', list: this.meetings('past') },
  ];

  protected when(meeting: MeetingListItem): string {
    return meeting.startsAt ? formatShortPeriod(meeting.startsAt, meeting.endsAt) : 'noch ohne Tag';
  }

  protected bar({ accepted, tentative, declined, open }: NonNullable<MeetingListItem['answers']>): Scene {
    return answerBar({ yes: accepted, maybe: tentative, no: declined, open }, { compact: true, width: 140 });
  }

  private meetings(when: 'upcoming' | 'past'): PagedList<MeetingListItem> {
    return pagedList<MeetingListItem>('/api/meetings', () => {
      const networkId = this.networkId();
      return networkId ? { networkId, when, limit: 12 } : undefined;
    });
  }
}
