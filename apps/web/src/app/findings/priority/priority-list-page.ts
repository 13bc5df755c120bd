import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiTarget } from '@mdi/js';
import { type PriorityListItem, priorityStateLabels, priorityStates } from '@runder-tisch/domain/findings';
import { pointsInWords, rankInWords } from '@runder-tisch/domain/findings/prioritisation';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { pagedList } from '../../lists/paged-list';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { Session } from '../../session/session';
import { FindingsTabs } from '../findings-tabs';
import { PriorityForm } from './priority-form';

/** All Handlungsschwerpunkte; filters stand in the address. */
@Component({
  selector: 'rt-priority-list-page',
  imports: [Cell, DataList, EmptyState, FilterBar, FindingsTabs, PageHead, PriorityForm, RouterLink],
  template: `
    <rt-page-head heading="Handlungsschwerpunkte">
      <span subline>Worum es als Nächstes gehen soll, und auf welchen Befunden das beruht.</span>
      <ng-container actions>
        @if (mayCreate()) {
          <button type="button" class="rt-button rt-primary" (click)="openForm()">Schwerpunkt anlegen</button>
        }
      </ng-container>
    </rt-page-head>
    <rt-findings-tabs />
    <rt-filter-bar [filters]="filters()" [result]="result()" />
    @if (list.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Handlungsschwerpunkte"
      [columns]="columns"
      [rows]="list.rows()"
      [loading]="list.loading()"
      [total]="list.total()"
      [hasMore]="list.hasMore()"
      (more)="list.more()"
    >
      <ng-template rtCell="title" [rtCellOf]="list.rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/planung/schwerpunkte', row.id]">{{ row.title }}</a>
        <span class="rt-cell-note rt-number">{{ row.number }}</span>
      </ng-template>
      <ng-template rtCell="field" [rtCellOf]="list.rows()" let-row>{{ row.field.name }}</ng-template>
      <ng-template rtCell="findings" [rtCellOf]="list.rows()" let-row>
        <span class="rt-number">{{ row.findingCount }}</span>
        @if (row.toCheckCount) {
          &ngsp;<span class="rt-badge rt-badge-warning">{{ row.toCheckCount }} zu prüfen</span>
        }
      </ng-template>
      <ng-template rtCell="recommendations" [rtCellOf]="list.rows()" let-row>
        <span class="rt-number">{{ row.recommendationCount }}</span>
      </ng-template>
      <ng-template rtCell="points" [rtCellOf]="list.rows()" let-row>
        @if (row.latestPoints; as it) {
          <a [routerLink]="['/planung/punktabfragen', it.prioritisationId]">{{ points(it.points) }}</a>
          <span class="rt-cell-note">{{ rank(it, it.of) }}</span>
        }
      </ng-template>
      <ng-template rtCell="state" [rtCellOf]="list.rows()" let-row>
        <span class="rt-badge" [class.rt-badge-positive]="row.state === 'SET'">{{
          stateLabels[row.state]
        }}</span>
      </ng-template>
      <div empty>
        @if (filtered()) {
          <rt-empty-state
            heading="Nichts passt zu diesen Filtern."
            text="Nehmen Sie einen Filter weg oder suchen Sie nach anderen Wörtern."
            [icon]="icon"
          />
        } @else if (!list.problem()) {
          <rt-empty-state
            heading="Noch keine Schwerpunkte"
            text="Ein Schwerpunkt entsteht aus Befunden: Öffnen Sie einen bestätigten Befund oder legen Sie ihn hier an."
            [icon]="icon"
          >
            @if (mayCreate()) {
              <button type="button" class="rt-button" (click)="openForm()">Schwerpunkt anlegen</button>
            }
          </rt-empty-state>
        }
      </div>
    </rt-data-list>
    @if (neu() && mayCreate()) {
      <rt-priority-form
        [findingId]="befund()"
        [fieldId]="handlungsfeld()"
        (closed)="closeForm()"
        (saved)="created($event)"
      />
    }
  `,
})
export class PriorityListPage {
  readonly search = input<string>();
  readonly state = input<string>();
  readonly fieldId = input<string>();
  readonly order = input<string>();
  readonly neu = input<string>();
  readonly befund = input<string>();
  readonly handlungsfeld = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly fields = inject(ReferenceLists).fieldChoices();
  protected readonly icon = mdiTarget;
  protected readonly stateLabels = priorityStateLabels;
  protected readonly mayCreate = computed(() => this.session.may('finding:change'));

  private readonly query = computed(() => ({
    search: this.search(),
    state: this.state(),
    fieldId: this.fieldId(),
    order: this.order(),
  }));
  protected readonly list = pagedList<PriorityListItem>('/api/priorities', this.query);

  private readonly seesPoints = this.session.may('finding:read');
  protected readonly points = pointsInWords;
  protected readonly rank = rankInWords;
  protected readonly columns: readonly Column[] = [
    { key: 'title', label: 'Schwerpunkt', card: 'plain', width: '34%' },
    { key: 'field', label: 'Handlungsfeld' },
    { key: 'findings', label: 'Befunde', width: '7rem' },
    { key: 'recommendations', label: 'Empfehlungen', width: '8rem' },
    ...(this.seesPoints ? [{ key: 'points', label: 'Punkte', width: '9rem' }] : []),
    { key: 'state', label: 'Stand', card: 'plain', width: '8rem' },
  ];
  protected readonly filters = computed<readonly Filter[]>(() => [
    { kind: 'search', key: 'search', label: 'Titel oder Nummer' },
    {
      kind: 'choice',
      key: 'fieldId',
      label: 'Handlungsfeld',
      all: 'Alle Handlungsfelder',
      options: this.fields(),
    },
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Jeder Stand',
      options: priorityStates.map((value) => ({ value, label: priorityStateLabels[value] })),
    },
    ...(this.seesPoints
      ? [
          {
            kind: 'choice' as const,
            key: 'order',
            label: 'Reihenfolge',
            all: 'Neueste zuerst',
            options: [{ value: 'points', label: 'Nach Punkten der letzten Punktabfrage' }],
          },
        ]
      : []),
  ]);
  protected readonly filtered = computed(() =>
    [this.search(), this.fieldId(), this.state()].some((value) => !!value),
  );
  protected readonly result = computed(() => {
    const total = this.list.total();
    if (total === null) return null;
    return total === 1 ? '1 Schwerpunkt' : `${total.toLocaleString('de-DE')} Schwerpunkte`;
  });

  protected openForm(): void {
    void this.router.navigate([], { queryParams: { neu: 1 }, queryParamsHandling: 'merge' });
  }

  protected closeForm(): void {
    const queryParams = { neu: null, befund: null, handlungsfeld: null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected created(id: string): void {
    void this.router.navigate(['/planung/schwerpunkte', id]);
  }
}
