import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiEmailMultipleOutline } from '@mdi/js';
import { type MessageListItem, messageKindLabels } from '@runder-tisch/domain/messages';
import { type OrganisationType, organisationTypeLabels } from '@runder-tisch/domain/actors';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import type { PagedList } from '../lists/paged-list';
import { countWords } from './count-words';

/** Nachrichten with what became of them; drafts stand first. */
@Component({
  selector: 'rt-message-list',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, RouterLink],
  template: `
    @if (list().problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Nachrichten"
      [columns]="columns"
      [rows]="list().rows()"
      [loading]="list().loading()"
      [total]="list().total()"
      [hasMore]="list().hasMore()"
      (more)="list().more()"
    >
      <ng-template rtCell="subject" [rtCellOf]="list().rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/nachrichten', row.id]">{{ row.subject || 'Ohne Betreff' }}</a>
        <span class="rt-cell-note">
          {{ kinds[row.kind] }}{{ targets(row) ? ' · ' + targets(row) : ''
          }}{{ row.files ? ' · ' + (row.files === 1 ? '1 Unterlage' : row.files + ' Unterlagen') : '' }}
        </span>
      </ng-template>
      <ng-template rtCell="sent" [rtCellOf]="list().rows()" let-row>
        @if (row.sentAt) {
          {{ row.sentAt | berlinDate: 'short' }}
          <span class="rt-cell-note">{{ row.writtenBy }}</span>
        } @else {
          <span class="rt-badge">Entwurf</span>
          <span class="rt-cell-note">{{ row.writtenBy }}</span>
        }
      </ng-template>
      <ng-template rtCell="counts" [rtCellOf]="list().rows()" let-row>
        @if (row.counts; as counts) {
          @if (counts.refused + counts.bounced) {
            <span class="rt-badge rt-badge-negative">
              {{ counts.refused + counts.bounced }} nicht angekommen
            </span>
          }
          <span class="rt-cell-note">{{ words(counts) }}</span>
        }
      </ng-template>
      <rt-empty-state
        empty
        heading="Noch keine Nachricht"
        text="Eine Nachricht geht als einzelne Mail an alle, die Sie wählen, auch mit Unterlagen. Niemand sieht die anderen."
        [icon]="icon"
      />
    </rt-data-list>
  `,
})
export class MessageList {
  readonly list = input.required<PagedList<MessageListItem>>();

  protected readonly icon = mdiEmailMultipleOutline;
  protected readonly kinds = messageKindLabels;
  protected readonly words = countWords;
  protected readonly columns: readonly Column[] = [
    { key: 'subject', label: 'Nachricht' },
    { key: 'sent', label: 'Gesendet', width: '11rem' },
    { key: 'counts', label: 'Stand', width: '16rem' },
  ];

  protected targets(row: MessageListItem): string {
    const names = row.targets.map((name) => organisationTypeLabels[name as OrganisationType] ?? name);
    return names.length > 2
      ? `${names.slice(0, 2).join(', ')} und ${names.length - 2} weitere`
      : names.join(', ');
  }
}
