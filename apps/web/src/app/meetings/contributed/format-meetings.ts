import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCalendarMonthOutline } from '@mdi/js';
import { answerBar } from '@runder-tisch/drawing/answer-bar';
import { meetingStandingLabel, type MeetingListItem } from '@runder-tisch/domain/meetings';
import { formatShortPeriod } from '@runder-tisch/domain/time';
import { SceneView } from '@runder-tisch/ui/drawing/scene-view';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { CurrentFormat } from '../../formats/format-page/current-format';
import { pagedList } from '../../lists/paged-list';
import { Session } from '../../session/session';

/** The meetings of the format; a new one takes over its agenda and invitation. */
@Component({
  selector: 'rt-format-meetings',
  imports: [Cell, DataList, EmptyState, RouterLink, SceneView],
  template: `
    <rt-data-list
      label="Termine des Formats"
      [columns]="columns"
      [rows]="meetings.rows()"
      [loading]="meetings.loading()"
      [total]="meetings.total()"
      [hasMore]="meetings.hasMore()"
      (more)="meetings.more()"
    >
      <ng-template rtCell="title" [rtCellOf]="meetings.rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/termine', row.id]">{{ row.title }}</a>
        <span class="rt-cell-note">{{ when(row) }}</span>
      </ng-template>
      <ng-template rtCell="place" [rtCellOf]="meetings.rows()" let-row>
        {{ row.place || (row.online ? 'online' : '') }}
      </ng-template>
      <ng-template rtCell="state" [rtCellOf]="meetings.rows()" let-row>
        <span class="rt-badge">{{ standing(row) }}</span>
        @if (row.answers; as answers) {
          <rt-scene class="bar" [scene]="bar(answers)" [twin]="false" />
        }
      </ng-template>
      <rt-empty-state
        empty
        heading="Noch kein Termin"
        text="Ein Termin übernimmt Tagesordnung und Einladungstext dieses Formats."
        [icon]="icon"
      >
        @if (mayPlan()) {
          <a class="rt-button" routerLink="/termine/neu" [queryParams]="{ format: id() }">Termin anlegen</a>
        }
      </rt-empty-state>
    </rt-data-list>
    @if (mayPlan() && meetings.rows().length) {
      <p class="rt-below-list rt-unprinted">
        <a class="rt-button" routerLink="/termine/neu" [queryParams]="{ format: id() }">Termin anlegen</a>
      </p>
    }
    @if (meetings.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
  `,
  styles: `
    .bar {
      display: block;
      max-width: 140px;
      margin-top: 6px;
    }
  `,
})
export class FormatMeetings {
  private readonly current = inject(CurrentFormat);
  private readonly session = inject(Session);
  protected readonly icon = mdiCalendarMonthOutline;
  protected readonly standing = meetingStandingLabel;
  protected readonly id = computed(() => this.current.view()?.id);
  protected readonly mayPlan = computed(() => {
    const format = this.current.view();
    return format !== null && format.mayChange && !this.current.ended() && this.session.may('meeting:plan');
  });
  protected readonly meetings = pagedList<MeetingListItem>('/api/meetings', () => {
    const formatId = this.id();
    return formatId ? { formatId } : undefined;
  });
  protected readonly columns: readonly Column[] = [
    { key: 'title', label: 'Termin' },
    { key: 'place', label: 'Ort', card: 'plain', width: '28%' },
    { key: 'state', label: 'Stand', width: '12rem' },
  ];

  protected when(meeting: MeetingListItem): string {
    return meeting.startsAt ? formatShortPeriod(meeting.startsAt, meeting.endsAt) : 'noch ohne Tag';
  }

  protected bar({ accepted, tentative, declined, open }: NonNullable<MeetingListItem['answers']>) {
    return answerBar({ yes: accepted, maybe: tentative, no: declined, open }, { compact: true, width: 140 });
  }
}
