import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiCommentQuoteOutline } from '@mdi/js';
import type { ArgumentListItem } from '@runder-tisch/domain/feedback';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { pagedList } from '../../lists/paged-list';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { Session } from '../../session/session';
import { ArgumentForm } from './argument-form';
import { FeedbackTabs } from './feedback-tabs';

/** The catalogue of arguments; filters stand in the address. */
@Component({
  selector: 'rt-argument-list-page',
  imports: [ArgumentForm, Cell, DataList, EmptyState, FeedbackTabs, FilterBar, PageHead, RouterLink],
  template: `
    <rt-page-head heading="Argumente">
      <span subline>Was viele sagen, einmal zusammengefasst. Jeder Hinweis bleibt, wie er ist.</span>
      <ng-container actions>
        @if (mayChange()) {
          <button type="button" class="rt-button rt-primary" (click)="openForm(true)">
            Argument anlegen
          </button>
        }
      </ng-container>
    </rt-page-head>
    <rt-feedback-tabs />
    <rt-filter-bar [filters]="filters()" [result]="result()" />
    @if (list.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Argumente"
      [columns]="columns"
      [rows]="list.rows()"
      [loading]="list.loading()"
      [total]="list.total()"
      [hasMore]="list.hasMore()"
      (more)="list.more()"
    >
      <ng-template rtCell="title" [rtCellOf]="list.rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/hinweise/argumente', row.id]">{{ row.title }}</a>
        <span class="rt-cell-note rt-number">{{ row.number }}</span>
      </ng-template>
      <ng-template rtCell="field" [rtCellOf]="list.rows()" let-row>{{ row.field.name }}</ng-template>
      <ng-template rtCell="carried" [rtCellOf]="list.rows()" let-row>
        <span class="rt-number">{{ row.carried }}</span>
      </ng-template>
      <div empty>
        @if (filtered()) {
          <rt-empty-state
            heading="Kein Argument passt zu diesen Filtern."
            text="Nehmen Sie einen Filter weg oder suchen Sie nach einem anderen Wort."
            [icon]="icon"
          />
        } @else if (!list.problem()) {
          <rt-empty-state
            heading="Noch keine Argumente"
            text="Wählen Sie im Eingang mehrere Hinweise aus, die dasselbe sagen, und fassen Sie sie hier zusammen."
            [icon]="icon"
          />
        }
      </div>
    </rt-data-list>
    @if (neu() && mayChange()) {
      <rt-argument-form (closed)="openForm(false)" (saved)="created($event)" />
    }
  `,
})
export class ArgumentListPage {
  // The filters, as the router reads them from the address.
  readonly search = input<string>();
  readonly fieldId = input<string>();
  readonly neu = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly fieldChoices = inject(ReferenceLists).fieldChoices();
  protected readonly icon = mdiCommentQuoteOutline;
  protected readonly mayChange = computed(() => this.session.may('argument:change'));

  private readonly query = computed(() => ({ search: this.search(), fieldId: this.fieldId() }));
  protected readonly list = pagedList<ArgumentListItem>('/api/arguments', this.query);
  protected readonly filtered = computed(() => Object.values(this.query()).some((value) => !!value));
  protected readonly result = computed(() => {
    const total = this.list.total();
    return total === null ? null : counted(total, 'Argument', 'Argumente');
  });
  protected readonly columns: readonly Column[] = [
    { key: 'title', label: 'Argument' },
    { key: 'field', label: 'Handlungsfeld', width: '14rem' },
    { key: 'carried', label: 'Hinweise', width: '7rem', align: 'end' },
  ];
  protected readonly filters = computed<readonly Filter[]>(() => [
    { kind: 'search', key: 'search', label: 'Nummer oder Wort' },
    {
      kind: 'choice',
      key: 'fieldId',
      label: 'Handlungsfeld',
      all: 'Alle Handlungsfelder',
      options: this.fieldChoices(),
    },
  ]);

  protected openForm(open: boolean): void {
    void this.router.navigate([], { queryParams: { neu: open ? 1 : null }, queryParamsHandling: 'merge' });
  }

  protected created(id: string): void {
    void this.router.navigate(['/hinweise/argumente', id]);
  }
}
