import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiScaleBalance } from '@mdi/js';
import {
  decisionStateLabels,
  decisionStates,
  type OpenDecisionListItem,
} from '@runder-tisch/domain/decisions';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { BerlinDatePipe, UnbrokenPipe } from '@runder-tisch/ui/text';
import { pagedList } from '../lists/paged-list';
import { Session } from '../session/session';
import { DecisionForm } from './decision-form';

/** What bodies still have to decide, on top; below it who decided what. */
@Component({
  selector: 'rt-decision-list-page',
  imports: [
    BerlinDatePipe,
    Cell,
    DataList,
    DecisionForm,
    EmptyState,
    FilterBar,
    PageHead,
    RouterLink,
    UnbrokenPipe,
  ],
  template: `
    <rt-page-head heading="Offene Entscheidungen">
      <span subline>Was zu entscheiden ist, wer es entscheidet und was daraus folgt.</span>
      <ng-container actions>
        @if (mayChange()) {
          <button type="button" class="rt-button rt-primary" (click)="openForm(true)">
            Entscheidung hinzufügen
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
      <ng-template rtCell="title" [rtCellOf]="list.rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/planung/entscheidungen', row.id]">{{ row.title }}</a>
        @if (row.chosen) {
          <span class="rt-cell-note">{{ row.chosen }}</span>
        }
      </ng-template>
      <ng-template rtCell="state" [rtCellOf]="list.rows()" let-row>
        <span class="rt-badge" [class.rt-badge-positive]="row.state === 'DECIDED'">{{
          stateLabels[row.state]
        }}</span>
      </ng-template>
      <ng-template rtCell="when" [rtCellOf]="list.rows()" let-row>
        @if (row.decidedOn; as day) {
          <span class="rt-number">{{ day | berlinDate: 'short' }}</span>
        } @else if (row.dueOn; as day) {
          <span class="rt-number">bis {{ day | berlinDate: 'short' }}</span>
          @if (row.overdue) {
            <span class="rt-cell-note">überfällig</span>
          }
        }
      </ng-template>
      <ng-template rtCell="who" [rtCellOf]="list.rows()" let-row>
        {{ row.decidedBy || row.committee?.name || 'noch offen' | unbroken }}
      </ng-template>
      <div empty>
        @if (filtered()) {
          <rt-empty-state
            heading="Keine Entscheidung passt zu diesen Filtern."
            text="Nehmen Sie einen Filter weg oder suchen Sie nach einem Wort der Frage."
            [icon]="icon"
          />
        }
      </div>
    </rt-data-list>
    @if (neu() && mayChange()) {
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
  protected readonly icon = mdiScaleBalance;
  protected readonly stateLabels = decisionStateLabels;
  protected readonly mayChange = computed(() => this.session.may('decision:change'));

  private readonly query = computed(() => ({ search: this.search(), state: this.state() }));
  protected readonly list = pagedList<OpenDecisionListItem>('/api/decisions', this.query);

  protected readonly columns: readonly Column[] = [
    { key: 'title', label: 'Entscheidung' },
    { key: 'state', label: 'Stand', card: 'plain', width: '10rem' },
    { key: 'when', label: 'Wann', width: '11rem' },
    { key: 'who', label: 'Wer', width: '16rem' },
  ];
  protected readonly filters: readonly Filter[] = [
    { kind: 'search', key: 'search', label: 'Frage' },
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
