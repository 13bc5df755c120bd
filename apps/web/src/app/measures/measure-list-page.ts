import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiFolderOutline } from '@mdi/js';
import { type MeasureListItem, measureStateLabels, measureStates } from '@runder-tisch/domain/measures';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { pagedList } from '../lists/paged-list';
import { Session } from '../session/session';
import { MeasureForm } from './measure-form';

/** All Maßnahmen; filters stand in the address. */
@Component({
  selector: 'rt-measure-list-page',
  imports: [Cell, DataList, EmptyState, FilterBar, PageHead, RouterLink, MeasureForm],
  template: `
    <rt-page-head heading="Maßnahmen">
      <ng-container actions>
        @if (mayCreate()) {
          <button type="button" class="rt-button rt-primary" (click)="openForm(true)">
            Maßnahme anlegen
          </button>
        }
      </ng-container>
    </rt-page-head>
    <rt-filter-bar [filters]="filters" [result]="result()" />
    @if (list.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Maßnahmen"
      [columns]="columns"
      [rows]="list.rows()"
      [loading]="list.loading()"
      [total]="list.total()"
      [hasMore]="list.hasMore()"
      (more)="list.more()"
    >
      <ng-template rtCell="name" [rtCellOf]="list.rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/planung/massnahmen', row.id]">{{ row.name }}</a>
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
          <rt-empty-state heading="Noch keine Maßnahmen" [icon]="icon">
            @if (mayCreate()) {
              <button type="button" class="rt-button" (click)="openForm(true)">Maßnahme anlegen</button>
            }
          </rt-empty-state>
        }
      </div>
    </rt-data-list>
    @if (neu() && mayCreate()) {
      <rt-measure-form (closed)="openForm(false)" (saved)="created($event)" />
    }
  `,
})
export class MeasureListPage {
  // The filters, as the router reads them from the address.
  readonly search = input<string>();
  readonly state = input<string>();
  readonly neu = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly icon = mdiFolderOutline;
  protected readonly stateLabels = measureStateLabels;
  protected readonly mayCreate = computed(() => this.session.may('measure:change'));

  private readonly query = computed(() => ({ search: this.search(), state: this.state() }));
  protected readonly list = pagedList<MeasureListItem>('/api/measures', this.query);

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
      options: measureStates.map((value) => ({ value, label: measureStateLabels[value] })),
    },
  ];
  protected readonly filtered = computed(() => Object.values(this.query()).some((value) => !!value));
  protected readonly result = computed(() => {
    const total = this.list.total();
    if (total === null) return null;
    return total === 1 ? '1 Maßnahme' : `${total.toLocaleString('de-DE')} Maßnahmen`;
  });

  protected openForm(open: boolean): void {
    void this.router.navigate([], { queryParams: { neu: open ? 1 : null }, queryParamsHandling: 'merge' });
  }

  protected created(id: string): void {
    void this.router.navigate(['/planung/massnahmen', id]);
  }
}
