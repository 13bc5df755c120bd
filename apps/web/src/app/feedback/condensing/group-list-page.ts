import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiFolderMultipleOutline } from '@mdi/js';
import type { GroupListItem, GroupProposalView } from '@runder-tisch/domain/feedback';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { Api } from '../../http/api';
import { acting } from '../../http/acting';
import { pagedList } from '../../lists/paged-list';
import { FeedbackTabs } from './feedback-tabs';

/** The baskets of the planners, and what could lie together. */
@Component({
  selector: 'rt-group-list-page',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, FeedbackTabs, FilterBar, PageHead, RouterLink],
  template: `
    <rt-page-head heading="Gruppen">
      <span subline>Ihre Körbe zum Sortieren. Eine Gruppe ändert nichts an den Hinweisen.</span>
      <ng-container actions>
        @if (list.total()) {
          <a class="rt-button" [href]="csv()" download>Als CSV</a>
        }
      </ng-container>
    </rt-page-head>
    <rt-feedback-tabs />
    @if (proposals().length) {
      <section aria-labelledby="proposed">
        <h2 id="proposed">Vorschläge</h2>
        <p class="rt-quiet lead">
          Unbeantwortete Hinweise, die ähnlich klingen und zum selben Handlungsfeld gehören. Sie entscheiden,
          was zusammengehört.
        </p>
        <ul class="proposals">
          @for (it of proposals(); track it.items[0]?.id) {
            <li class="rt-card">
              <h3>{{ it.name }}</h3>
              <p class="rt-quiet rt-small">
                {{ hints(it.items.length) }}{{ it.field ? ' · ' + it.field.name : ''
                }}{{ it.municipality ? ' · ' + it.municipality.name : '' }}
              </p>
              @for (one of it.items.slice(0, shown); track one.id) {
                <p class="rt-small">
                  <a class="rt-number" [routerLink]="['/hinweise', one.id]">{{ one.number }}</a>
                  {{ one.excerpt }}
                </p>
              }
              @if (it.items.length > shown) {
                <p class="rt-quiet rt-small">und {{ it.items.length - shown }} weitere</p>
              }
              <div class="proposal-acts">
                <button
                  type="button"
                  class="rt-button"
                  [disabled]="act.busy()"
                  [attr.aria-label]="'Als Gruppe „' + it.name + '“ übernehmen'"
                  (click)="accept(it)"
                >
                  Als Gruppe übernehmen
                </button>
                <button
                  type="button"
                  class="rt-button rt-plain"
                  [disabled]="act.busy()"
                  [attr.aria-label]="'Vorschlag „' + it.name + '“ verwerfen'"
                  (click)="dismiss(it)"
                >
                  Verwerfen
                </button>
              </div>
            </li>
          }
        </ul>
      </section>
    }
    <h2 class="own-groups">Ihre Gruppen</h2>
    <rt-filter-bar [filters]="filters" [result]="result()" />
    @if (list.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Gruppen"
      [columns]="columns"
      [rows]="list.rows()"
      [loading]="list.loading()"
      [total]="list.total()"
      [hasMore]="list.hasMore()"
      (more)="list.more()"
    >
      <ng-template rtCell="name" [rtCellOf]="list.rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/hinweise/gruppen', row.id]">{{ row.name }}</a>
      </ng-template>
      <ng-template rtCell="count" [rtCellOf]="list.rows()" let-row>
        <span class="rt-number">{{ row.count }}</span>
      </ng-template>
      <ng-template rtCell="open" [rtCellOf]="list.rows()" let-row>
        <span class="rt-number">{{ row.open }}</span>
      </ng-template>
      <ng-template rtCell="createdAt" [rtCellOf]="list.rows()" let-row>
        {{ row.createdAt | berlinDate: 'short' }}
      </ng-template>
      <div empty>
        @if (search()) {
          <rt-empty-state
            heading="Keine Gruppe heißt so."
            text="Suchen Sie nach einem anderen Teil des Namens."
            [icon]="icon"
          />
        } @else if (!list.problem()) {
          <rt-empty-state
            heading="Noch keine Gruppen"
            text="Übernehmen Sie einen Vorschlag, oder wählen Sie im Eingang mehrere Hinweise aus."
            [icon]="icon"
          />
        }
      </div>
    </rt-data-list>
  `,
  styleUrl: './condensing.scss',
})
export class GroupListPage {
  readonly search = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly icon = mdiFolderMultipleOutline;
  protected readonly shown = 3;
  private readonly proposed = httpResource<GroupProposalView[]>(() => '/api/feedback-groups/proposals');
  protected readonly proposals = computed(() => (this.proposed.hasValue() ? this.proposed.value() : []));
  protected readonly act = acting();
  protected readonly list = pagedList<GroupListItem>('/api/feedback-groups', () => ({
    search: this.search(),
  }));
  protected readonly result = computed(() => {
    const total = this.list.total();
    return total === null ? null : counted(total, 'Gruppe', 'Gruppen');
  });
  protected readonly columns: readonly Column[] = [
    { key: 'name', label: 'Name' },
    { key: 'count', label: 'Hinweise', width: '7rem', align: 'end' },
    { key: 'open', label: 'davon offen', width: '8rem', align: 'end' },
    { key: 'createdAt', label: 'Angelegt', width: '8rem', card: 'hidden' },
  ];
  protected readonly filters: readonly Filter[] = [{ kind: 'search', key: 'search', label: 'Name' }];

  protected hints(count: number): string {
    return counted(count, 'Hinweis', 'Hinweise');
  }

  protected csv(): string {
    const search = this.search();
    return `/api/feedback-groups/export.csv${search ? `?search=${encodeURIComponent(search)}` : ''}`;
  }

  protected async dismiss({ name, items }: GroupProposalView): Promise<void> {
    const request = { feedbackIds: items.map((it) => it.id) };
    let id = '';
    const done = await this.act(async () => {
      ({ id } = await this.api.create('/api/feedback-groups/dismissals', request));
    });
    this.proposed.reload();
    if (!done) return;
    this.toasts.say(`„${name}“ wird nicht mehr vorgeschlagen, bis genug Neues dazukommt.`, async () => {
      await this.act(() => this.api.remove(`/api/feedback-groups/dismissals/${id}`), 'Zurückgenommen.');
      this.proposed.reload();
    });
  }

  protected async accept({ name, items }: GroupProposalView): Promise<void> {
    let id = '';
    const request = { name, feedbackIds: items.map((it) => it.id) };
    const done = await this.act(async () => {
      ({ id } = await this.api.create('/api/feedback-groups', request));
    }, 'Gruppe angelegt.');
    if (done) await this.router.navigate(['/hinweise/gruppen', id]);
  }
}
