import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCommentTextMultipleOutline } from '@mdi/js';
import { feedbackStateLabels, type FeedbackListItem } from '@runder-tisch/domain/feedback';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { pagedList } from '../../lists/paged-list';
import { CurrentMeeting } from '../../meetings/meeting-page/current-meeting';

/** What was said in this meeting and how far it is; its words are shown only where the feedback area shows them. */
@Component({
  selector: 'rt-meeting-feedback',
  imports: [Cell, DataList, EmptyState, RouterLink],
  template: `
    <div class="head">
      <h2>Hinweise aus diesem Termin</h2>
      @if (items.rows().length) {
        <a class="rt-button" [routerLink]="['/termine', meetingId(), 'ergebnisbrief']">Ergebnisbrief</a>
      }
    </div>
    <rt-data-list
      label="Hinweise aus diesem Termin"
      [columns]="columns"
      [rows]="items.rows()"
      [loading]="items.loading()"
      [hasMore]="items.hasMore()"
      (more)="items.more()"
    >
      <ng-template rtCell="text" [rtCellOf]="items.rows()" let-item>
        <a class="rt-row-link" [routerLink]="['/hinweise', item.id]">{{
          item.excerpt ?? 'Wird noch geprüft'
        }}</a>
        @if (item.speakerRole) {
          <span class="rt-cell-note">{{ item.speakerRole }}</span>
        }
      </ng-template>
      <ng-template rtCell="field" [rtCellOf]="items.rows()" let-item>
        @if (item.primaryField) {
          {{ item.primaryField.name }}
        } @else {
          <span class="rt-quiet">noch offen</span>
        }
      </ng-template>
      <ng-template rtCell="state" [rtCellOf]="items.rows()" let-item>
        <span class="rt-badge">{{ states[item.state] }}</span>
      </ng-template>
      <ng-template rtCell="number" [rtCellOf]="items.rows()" let-item>
        <span class="rt-number rt-quiet">{{ item.number }}</span>
      </ng-template>
      <rt-empty-state
        empty
        heading="Keine Hinweise"
        text="In dieser Sitzung wurde kein Hinweis festgehalten."
        [icon]="icon"
      />
    </rt-data-list>
  `,
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 8px 16px;
      margin-bottom: 12px;
    }
  `,
})
export class MeetingFeedback {
  private readonly current = inject(CurrentMeeting);
  protected readonly meetingId = computed(() => this.current.view()?.id);
  protected readonly icon = mdiCommentTextMultipleOutline;
  protected readonly states = feedbackStateLabels;
  protected readonly items = pagedList<FeedbackListItem>('/api/feedback', () => {
    const meetingId = this.meetingId();
    return meetingId ? { meetingId, view: 'all' } : undefined;
  });
  protected readonly columns: readonly Column[] = [
    { key: 'text', label: 'Was gesagt wurde', card: 'plain', width: '48%' },
    { key: 'field', label: 'Handlungsfeld' },
    { key: 'state', label: 'Stand' },
    { key: 'number', label: 'Nummer', card: 'hidden', width: '8rem' },
  ];
}
