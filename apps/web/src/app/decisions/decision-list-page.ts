import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiFolderOutline } from '@mdi/js';
import { type DecisionListItem, decisionStateLabels, decisionStates } from '@runder-tisch/domain/decisions';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { pagedList } from '../lists/paged-list';
import { Session } from '../session/session';
import { DecisionForm } from './decision-form';

/** All Entscheidungen; filters stand in the address. */
@Component({
  selector: 'rt-decision-list-page',
  imports: [Cell, DataList, EmptyState, FilterBar, PageHead, RouterLink, DecisionForm],
  template: `
    <rt-page-head heading="Entscheidungen">
      <ng-container actions>
        @if (mayCreate()) {
          <button type="button" class="rt-button rt-primary" (click)="openForm(true)">
            Entscheidung anlegen
          </button>
        }
      </ng-container>
    </rt-page-head>
    <rt-filter-bar [filters]="filters" [result]="result()" />
    @if (list.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Entscheidungen"
      [columns]="columns"
      [rows]="list.rows()"
      [loading]="list.loading()"
      [total]="list.total()"
      [hasMore]="list.hasMore()"
      (more)="list.more()"
    >
      <ng-template rtCell="name" [rtCellOf]="list.rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/planung/entscheidungen', row.id]">{{ row.name }}</a>
      </ng-template>
      <ng-template rtCell="state" [rtCellOf]="list.rows()" let-row>
        <span class="rt-badge">{{ stateLabels[row.state] }}</span>
      </ng-template>
      <div empty>
        @if (filtered()) {
          <rt-empty-state
            heading="Nichts passt zu diesen Filtern."
            text="Nehmen Sie einen Filter weg oder suchen Sie nach einem Teil des Namens."
            [icon]="icon"
          />
        } @else if (!list.problem()) {
          <rt-empty-state heading="Noch keine Entscheidungen" [icon]="icon">
            @if (mayCreate()) {
              <button type="button" class="rt-button" (click)="openForm(true)">Entscheidung anlegen</button>
            }
          </rt-empty-state>
        }
      </div>
    </rt-data-list>
    @if (neu() && mayCreate()) {
      <rt-decision-form (closed)="openForm(false)" (saved)="created($event)" />
    }
  `,
})
export class DecisionListPage {
  // The filters, as the router reads them from the address.
  readonly search = input<string>();
  readonly state = input<string>();
  readonly neu = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly icon = mdiFolderOutline;
  protected readonly stateLabels = decisionStateLabels;
  protected readonly mayCreate = computed(() => this.session.may('decision:change'));

  private readonly query = computed(() => ({ search: this.search(), state: this.state() }));
  protected readonly list = pagedList<DecisionListItem>('/api/decisions', this.query);

  protected readonly columns: readonly Column[] = [
    { key: 'name', label: 'Name' },
    { key: 'state', label: 'Stand', card: 'plain', width: '10rem' },
  ];
  protected readonly filters: readonly Filter[] = [
    { kind: 'search', key: 'search', label: 'Name' },
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Jeder Stand',
      options: decisionStates.map((value) => ({ value, label: decisionStateLabels[value] })),
    },
  ];
  protected readonly filtered = computed(() => Object.values(this.query()).some((value) => !!value));
  protected readonly result = computed(() => {
    const total = this.list.total();
    if (total === null) return null;
    return total === 1 ? '1 Entscheidung' : `${total.toLocaleString('de-DE')} Entscheidungen`;
  });

  protected openForm(open: boolean): void {
    void this.router.navigate([], { queryParams: { neu: open ? 1 : null }, queryParamsHandling: 'merge' });
  }

  protected created(id: string): void {
    void this.router.navigate(['/planung/entscheidungen', id]);
  }
}
