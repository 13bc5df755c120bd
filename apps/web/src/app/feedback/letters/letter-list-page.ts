import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiEmailOpenOutline } from '@mdi/js';
import {
  feedbackSourceLabels,
  type LetterListItem,
  letterStateLabels,
  letterStates,
} from '@runder-tisch/domain/feedback';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { pagedList } from '../../lists/paged-list';
import { Session } from '../../session/session';
import { FeedbackTabs } from '../condensing/feedback-tabs';
import { LetterForm } from './letter-form';

/** Letters that become Hinweise; filters stand in the address. */
@Component({
  selector: 'rt-letter-list-page',
  imports: [
    BerlinDatePipe,
    Cell,
    DataList,
    EmptyState,
    FeedbackTabs,
    FilterBar,
    LetterForm,
    PageHead,
    RouterLink,
  ],
  template: `
    <rt-page-head heading="Briefe">
      <span subline>Aus einem langen Brief werden Hinweise: Stelle um Stelle, bis nichts offen ist.</span>
      <ng-container actions>
        @if (mayEnter()) {
          <button type="button" class="rt-button rt-primary" (click)="openForm(true)">Brief aufnehmen</button>
        }
      </ng-container>
    </rt-page-head>
    <rt-feedback-tabs />
    <rt-filter-bar [filters]="filters" [result]="result()" />
    @if (list.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Briefe"
      [columns]="columns"
      [rows]="list.rows()"
      [loading]="list.loading()"
      [total]="list.total()"
      [hasMore]="list.hasMore()"
      (more)="list.more()"
    >
      <ng-template rtCell="subject" [rtCellOf]="list.rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/hinweise/briefe', row.id]">{{ row.subject }}</a>
        <span class="rt-cell-note">{{ row.organisation?.name ?? sources[row.source] }}</span>
      </ng-template>
      <ng-template rtCell="receivedAt" [rtCellOf]="list.rows()" let-row>
        {{ row.receivedAt | berlinDate: 'short' }}
      </ng-template>
      <ng-template rtCell="passages" [rtCellOf]="list.rows()" let-row>
        <span class="rt-number">{{ row.passages }}</span>
      </ng-template>
      <ng-template rtCell="state" [rtCellOf]="list.rows()" let-row>
        <span class="rt-badge" [class.rt-badge-warning]="row.state === 'OPEN'">{{ states[row.state] }}</span>
      </ng-template>
      <div empty>
        @if (filtered()) {
          <rt-empty-state
            heading="Kein Brief passt zu diesen Filtern."
            text="Nehmen Sie einen Filter weg oder suchen Sie nach einem anderen Wort."
            [icon]="icon"
          />
        } @else if (!list.problem()) {
          <rt-empty-state
            heading="Noch kein Brief"
            text="Fügen Sie eine Stellungnahme oder eine lange Mail ein und markieren Sie darin die Hinweise."
            [icon]="icon"
          />
        }
      </div>
    </rt-data-list>
    @if (neu() && mayEnter()) {
      <rt-letter-form (closed)="openForm(false)" (saved)="entered($event)" />
    }
  `,
})
export class LetterListPage {
  // The filters, as the router reads them from the address.
  readonly search = input<string>();
  readonly state = input<string>();
  readonly neu = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly icon = mdiEmailOpenOutline;
  protected readonly states = letterStateLabels;
  protected readonly sources = feedbackSourceLabels;
  protected readonly mayEnter = computed(() => this.session.may('feedback:enter'));

  private readonly query = computed(() => ({ search: this.search(), state: this.state() }));
  protected readonly list = pagedList<LetterListItem>('/api/incoming-letters', this.query);
  protected readonly filtered = computed(() => Object.values(this.query()).some((value) => !!value));
  protected readonly result = computed(() => {
    const total = this.list.total();
    return total === null ? null : counted(total, 'Brief', 'Briefe');
  });
  protected readonly columns: readonly Column[] = [
    { key: 'subject', label: 'Brief' },
    { key: 'receivedAt', label: 'Eingegangen', width: '9rem' },
    { key: 'passages', label: 'Hinweise', width: '7rem', align: 'end' },
    { key: 'state', label: 'Stand', width: '9rem' },
  ];
  protected readonly filters: readonly Filter[] = [
    { kind: 'search', key: 'search', label: 'Wort im Betreff' },
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Offene und abgeschlossene',
      options: letterStates.map((value) => ({ value, label: letterStateLabels[value] })),
    },
  ];

  protected openForm(open: boolean): void {
    void this.router.navigate([], { queryParams: { neu: open ? 1 : null }, queryParamsHandling: 'merge' });
  }

  protected entered(id: string): void {
    void this.router.navigate(['/hinweise/briefe', id]);
  }
}
