import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiPaperclip } from '@mdi/js';
import {
  type AttachmentListItem,
  type AttachmentPage,
  attachmentVisibilities,
  attachmentVisibilityLabels,
} from '@runder-tisch/domain/attachments';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { pagedList } from '../lists/paged-list';
import { fileWords } from './attachment-words';
import { carrierChoices } from './carrier-choices';

/** Every Unterlage one may see, wherever it hangs; filters stand in the address. */
@Component({
  selector: 'rt-attachment-list-page',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, FilterBar, PageHead, RouterLink],
  template: `
    <rt-page-head heading="Alle Unterlagen">
      <span subline>Was an Terminen, Netzwerken, Gremien und anderem hängt, das Neueste zuerst.</span>
    </rt-page-head>
    <rt-filter-bar [filters]="filters" [result]="result()" />
    @if (list.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Unterlagen"
      [columns]="columns"
      [rows]="list.rows()"
      [loading]="list.loading()"
      [total]="more() ? null : list.total()"
      [hasMore]="list.hasMore()"
      (more)="list.more()"
    >
      <ng-template rtCell="title" [rtCellOf]="list.rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/unterlagen', row.id]">{{ row.title }}</a>
        <span class="rt-cell-note">{{ fileWords(row.current) }}</span>
      </ng-template>
      <ng-template rtCell="owner" [rtCellOf]="list.rows()" let-row>
        <a [routerLink]="row.owner.path">{{ row.owner.title }}</a>
        <span class="rt-cell-note">{{ row.owner.label }}</span>
      </ng-template>
      <ng-template rtCell="level" [rtCellOf]="list.rows()" let-row>
        <span class="rt-badge" [class.rt-badge-accent]="row.visibility === 'PUBLIC'">{{
          levelLabels[row.visibility]
        }}</span>
      </ng-template>
      <ng-template rtCell="at" [rtCellOf]="list.rows()" let-row>
        <span class="rt-number">{{ row.current.at | berlinDate: 'short' }}</span>
        <span class="rt-cell-note">{{ row.current.by }}</span>
      </ng-template>
      <div empty>
        @if (filtered()) {
          <rt-empty-state
            heading="Keine Unterlage passt zu diesen Filtern."
            text="Nehmen Sie einen Filter weg oder suchen Sie nach einem anderen Wort."
            [icon]="icon"
          />
        } @else if (!list.problem()) {
          <rt-empty-state
            heading="Noch keine Unterlagen"
            text="Laden Sie Dateien dort hoch, wo sie hingehören: am Termin, am Netzwerk oder am Gremium."
            [icon]="icon"
          />
        }
      </div>
    </rt-data-list>
  `,
})
export class AttachmentListPage {
  // The filters, as the router reads them from the address.
  readonly search = input<string>();
  readonly kind = input<string>();
  readonly visibility = input<string>();

  protected readonly icon = mdiPaperclip;
  protected readonly levelLabels = attachmentVisibilityLabels;
  protected readonly fileWords = fileWords;
  private readonly query = computed(() => ({
    search: this.search(),
    kind: this.kind(),
    visibility: this.visibility(),
  }));
  protected readonly list = pagedList<AttachmentListItem, AttachmentPage>('/api/attachments', this.query);
  protected readonly more = computed(() => this.list.answer()?.atLeast ?? false);
  protected readonly filtered = computed(() => Object.values(this.query()).some((value) => !!value));
  protected readonly result = computed(() => {
    const total = this.list.total();
    if (total === null) return null;
    return `${this.more() ? 'mehr als ' : ''}${counted(total, 'Unterlage', 'Unterlagen')}`;
  });
  protected readonly columns: readonly Column[] = [
    { key: 'title', label: 'Unterlage' },
    { key: 'owner', label: 'Hängt an', width: '30%' },
    { key: 'level', label: 'Sichtbarkeit', width: '9rem' },
    { key: 'at', label: 'Zuletzt', width: '11rem' },
  ];
  protected readonly filters: readonly Filter[] = [
    { kind: 'search', key: 'search', label: 'Name der Unterlage' },
    { kind: 'choice', key: 'kind', label: 'Hängt an', all: 'An allem', options: carrierChoices },
    {
      kind: 'choice',
      key: 'visibility',
      label: 'Sichtbarkeit',
      all: 'Jede Sichtbarkeit',
      options: attachmentVisibilities.map((value) => ({ value, label: attachmentVisibilityLabels[value] })),
    },
  ];
}
