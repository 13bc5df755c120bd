import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiVoteOutline } from '@mdi/js';
import {
  type PrioritisationListItem,
  prioritisationStateLabels,
  prioritisationStates,
  votersInWords,
} from '@runder-tisch/domain/findings/prioritisation';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { pagedList } from '../../lists/paged-list';
import { Session } from '../../session/session';
import { FindingsTabs } from '../findings-tabs';
import { PrioritisationForm } from './prioritisation-form';
import { prioritisationTone } from './prioritisation-tone';

/** All Punktabfragen, the newest first; filters stand in the address. */
@Component({
  selector: 'rt-prioritisation-list-page',
  imports: [
    BerlinDatePipe,
    Cell,
    DataList,
    EmptyState,
    FilterBar,
    FindingsTabs,
    PageHead,
    PrioritisationForm,
    RouterLink,
  ],
  template: `
    <rt-page-head heading="Punktabfragen">
      <span subline
        >Was ist am dringendsten? Alle haben gleich viele Punkte, und niemand sieht die der anderen.</span
      >
      <ng-container actions>
        @if (mayCreate()) {
          <button type="button" class="rt-button rt-primary" (click)="openForm(true)">
            Punktabfrage anlegen
          </button>
        }
      </ng-container>
    </rt-page-head>
    <rt-findings-tabs />
    <rt-filter-bar [filters]="filters" [result]="result()" />
    @if (list.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Punktabfragen"
      [columns]="columns"
      [rows]="list.rows()"
      [loading]="list.loading()"
      [total]="list.total()"
      [hasMore]="list.hasMore()"
      (more)="list.more()"
    >
      <ng-template rtCell="question" [rtCellOf]="list.rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/planung/punktabfragen', row.id]">{{ row.question }}</a>
        @if (row.meeting ?? row.network; as where) {
          <span class="rt-cell-note">{{ where.name }}</span>
        }
      </ng-template>
      <ng-template rtCell="state" [rtCellOf]="list.rows()" let-row>
        <span class="rt-badge" [class]="tone(row.state)">{{ stateLabels[row.state] }}</span>
      </ng-template>
      <ng-template rtCell="result" [rtCellOf]="list.rows()" let-row>
        @if (row.voters !== null) {
          {{ row.first.join(' · ') || 'keine Punkte' }}
          <span class="rt-cell-note">{{ voters(row.voters) }}</span>
        } @else if (row.closesAt && row.state === 'OPEN') {
          <span class="rt-quiet">bis {{ row.closesAt | berlinDate: 'short' }}</span>
        }
      </ng-template>
      <ng-template rtCell="day" [rtCellOf]="list.rows()" let-row>
        {{ row.closedAt ?? row.createdAt | berlinDate: 'short' }}
      </ng-template>
      <div empty>
        @if (filtered()) {
          <rt-empty-state
            heading="Nichts passt zu diesen Filtern."
            text="Nehmen Sie einen Filter weg oder suchen Sie nach einem Teil der Frage."
            [icon]="icon"
          />
        } @else if (!list.problem()) {
          <rt-empty-state
            heading="Noch keine Punktabfragen"
            text="Im Termin vergeben alle ihre Punkte mit dem Handy, online mit einem persönlichen Link."
            [icon]="icon"
          >
            @if (mayCreate()) {
              <button type="button" class="rt-button" (click)="openForm(true)">Punktabfrage anlegen</button>
            }
          </rt-empty-state>
        }
      </div>
    </rt-data-list>
    @if (neu() && mayCreate()) {
      <rt-prioritisation-form
        [meetingId]="meetingId() ?? null"
        [networkId]="networkId() ?? null"
        (closed)="openForm(false)"
        (saved)="created($event)"
      />
    }
  `,
})
export class PrioritisationListPage {
  // The filters, as the router reads them from the address.
  readonly search = input<string>();
  readonly state = input<string>();
  readonly meetingId = input<string>();
  readonly networkId = input<string>();
  readonly neu = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly icon = mdiVoteOutline;
  protected readonly stateLabels = prioritisationStateLabels;
  protected readonly tone = prioritisationTone;
  protected readonly voters = votersInWords;
  protected readonly mayCreate = computed(() => this.session.may('prioritisation:run'));

  private readonly query = computed(() => ({
    search: this.search(),
    state: this.state(),
    meetingId: this.meetingId(),
    networkId: this.networkId(),
  }));
  protected readonly list = pagedList<PrioritisationListItem>('/api/prioritisations', this.query);

  protected readonly columns: readonly Column[] = [
    { key: 'question', label: 'Frage', width: '42%' },
    { key: 'state', label: 'Stand', card: 'plain', width: '9rem' },
    { key: 'result', label: 'Ergebnis', card: 'plain' },
    { key: 'day', label: 'Datum', width: '8rem' },
  ];
  protected readonly filters: readonly Filter[] = [
    { kind: 'search', key: 'search', label: 'Frage' },
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Jeder Stand',
      options: prioritisationStates.map((value) => ({ value, label: prioritisationStateLabels[value] })),
    },
  ];
  protected readonly filtered = computed(() => Object.values(this.query()).some((value) => !!value));
  protected readonly result = computed(() => {
    const total = this.list.total();
    return total === null ? null : counted(total, 'Punktabfrage', 'Punktabfragen');
  });

  protected openForm(open: boolean): void {
    void this.router.navigate([], { queryParams: { neu: open ? 1 : null }, queryParamsHandling: 'merge' });
  }

  protected created(id: string): void {
    void this.router.navigate(['/planung/punktabfragen', id]);
  }
}
