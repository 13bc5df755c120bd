import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiLinkVariantOff } from '@mdi/js';
import {
  type LooseEnd,
  looseEndButtons,
  looseEndKinds,
  looseEndLabels,
  type LooseEndPage,
} from '@runder-tisch/domain/loose-ends';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { BerlinDatePipe, NumberedText } from '@runder-tisch/ui/text';
import { pagedList } from '../../lists/paged-list';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { TraceTabs } from '../trace-tabs';

/** What is still open between a voice and its effect; each row has the button that closes it. */
@Component({
  selector: 'rt-loose-ends-page',
  imports: [
    BerlinDatePipe,
    Cell,
    DataList,
    EmptyState,
    FilterBar,
    NumberedText,
    PageHead,
    RouterLink,
    TraceTabs,
  ],
  template: `
    <rt-page-head heading="Offene Enden">
      <span subline>Wo auf dem Weg vom Hinweis zur Wirkung noch etwas fehlt, das Älteste zuerst.</span>
    </rt-page-head>
    <rt-trace-tabs />
    <rt-filter-bar [filters]="filters()" [result]="result()" />
    @if (list.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Offene Enden"
      [columns]="columns"
      [rows]="rows()"
      [loading]="list.loading()"
      [total]="list.total()"
      [hasMore]="list.hasMore()"
      (more)="list.more()"
    >
      <ng-template rtCell="title" [rtCellOf]="rows()" let-row>
        <rt-numbered-text [text]="row.title" />
      </ng-template>
      <ng-template rtCell="kind" [rtCellOf]="rows()" let-row>
        <span class="rt-badge rt-badge-warning">{{ labels[row.kind] }}</span>
      </ng-template>
      <ng-template rtCell="field" [rtCellOf]="rows()" let-row>
        {{ row.field?.name ?? '' }}
      </ng-template>
      <ng-template rtCell="since" [rtCellOf]="rows()" let-row>
        {{ row.since | berlinDate: 'short' }}
      </ng-template>
      <ng-template rtCell="action" [rtCellOf]="rows()" let-row>
        <a
          class="rt-button rt-small"
          [routerLink]="row.link.path"
          [queryParams]="row.link.query"
          [attr.aria-label]="buttons[row.kind] + ': ' + row.title"
          >{{ buttons[row.kind] }}</a
        >
      </ng-template>
      <div empty>
        @if (kind() || fieldId() || search()) {
          <rt-empty-state heading="Nichts passt zu diesen Filtern." [icon]="icon" />
        } @else if (!list.problem()) {
          <rt-empty-state
            heading="Kein offenes Ende"
            text="Alles, was begonnen wurde, hat seinen Beleg, seine Antwort und seinen Beschluss."
            [icon]="icon"
          />
        }
      </div>
    </rt-data-list>
  `,
})
export class LooseEndsPage {
  readonly search = input<string>();
  readonly kind = input<string>();
  readonly fieldId = input<string>();

  private readonly router = inject(Router);
  private readonly fields = inject(ReferenceLists).fieldChoices();
  protected readonly icon = mdiLinkVariantOff;
  protected readonly labels = looseEndLabels;
  protected readonly buttons = looseEndButtons;

  private readonly query = computed(() => ({
    search: this.search(),
    kind: this.kind(),
    fieldId: this.fieldId(),
  }));
  protected readonly list = pagedList<LooseEnd, LooseEndPage>('/api/loose-ends', this.query);
  /** One object may have several ends; addresses with a question are taken apart for the router. */
  protected readonly rows = computed(() =>
    this.list.rows().map((row) => {
      const { root, queryParams } = this.router.parseUrl(row.path);
      const path = `/${root.children['primary']?.segments.map((it) => it.path).join('/') ?? ''}`;
      return { ...row, id: `${row.kind} ${row.id}`, link: { path, query: queryParams } };
    }),
  );

  protected readonly columns: readonly Column[] = [
    { key: 'title', label: 'Worum es geht', card: 'plain', width: '40%' },
    { key: 'kind', label: 'Was fehlt' },
    { key: 'field', label: 'Handlungsfeld', card: 'hidden' },
    { key: 'since', label: 'Seit', width: '8rem' },
    { key: 'action', label: '', card: 'plain', width: '13rem' },
  ];
  protected readonly filters = computed<readonly Filter[]>(() => [
    { kind: 'search', key: 'search', label: 'Wörter oder Nummer' },
    {
      kind: 'choice',
      key: 'kind',
      label: 'Was fehlt',
      all: 'Alle',
      options: looseEndKinds.map((value) => ({ value, label: this.counted(value) })),
    },
    {
      kind: 'choice',
      key: 'fieldId',
      label: 'Handlungsfeld',
      all: 'Alle Handlungsfelder',
      options: this.fields(),
    },
  ]);
  protected readonly result = computed(() => {
    const total = this.list.total();
    if (total === null) return null;
    return total === 1 ? '1 offenes Ende' : `${total.toLocaleString('de-DE')} offene Enden`;
  });

  private counted(kind: (typeof looseEndKinds)[number]): string {
    const counts = this.list.answer()?.counts;
    return counts
      ? `${looseEndLabels[kind]} (${counts[kind].toLocaleString('de-DE')})`
      : looseEndLabels[kind];
  }
}
