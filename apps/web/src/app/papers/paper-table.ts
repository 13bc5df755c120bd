import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiFileDocumentOutline } from '@mdi/js';
import { type PaperListItem, paperStateLabels } from '@runder-tisch/domain/papers';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import type { PagedList } from '../lists/paged-list';

/** Papers with the body whose turn it is. */
@Component({
  selector: 'rt-paper-table',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, RouterLink],
  template: `
    <rt-data-list
      label="Vorlagen"
      [columns]="columns"
      [rows]="list().rows()"
      [loading]="list().loading()"
      [total]="list().total()"
      [hasMore]="list().hasMore()"
      (more)="list().more()"
    >
      <ng-template rtCell="title" [rtCellOf]="list().rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/planung/vorlagen', row.id]">{{ row.title }}</a>
        <span class="rt-cell-note"
          ><span class="rt-number">{{ row.number }}</span>
          @if (row.applicant) {
            · {{ row.applicant }}
          }
        </span>
      </ng-template>
      <ng-template rtCell="body" [rtCellOf]="list().rows()" let-row>
        {{ row.body?.name }}
        @if (row.on; as day) {
          <span class="rt-cell-note">{{ day | berlinDate: 'short' }}</span>
        }
      </ng-template>
      <ng-template rtCell="state" [rtCellOf]="list().rows()" let-row>
        <span class="rt-badge">{{ stateLabels[row.state] }}</span>
        @if (row.confidential) {
          <span class="rt-cell-note">nicht öffentlich</span>
        }
      </ng-template>
      <rt-empty-state
        empty
        heading="Keine Vorlagen"
        text="Was Gremien beraten und beschließen, steht hier."
        [icon]="icon"
      />
    </rt-data-list>
  `,
})
export class PaperTable {
  readonly list = input.required<PagedList<PaperListItem>>();
  protected readonly icon = mdiFileDocumentOutline;
  protected readonly stateLabels = paperStateLabels;
  protected readonly columns: readonly Column[] = [
    { key: 'title', label: 'Vorlage' },
    { key: 'body', label: 'Gremium', card: 'plain', width: '28%' },
    { key: 'state', label: 'Stand', card: 'plain', width: '10rem' },
  ];
}
