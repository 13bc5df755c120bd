import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiMagnifyScan } from '@mdi/js';
import { type FindingListItem, findingStateLabels, findingStates } from '@runder-tisch/domain/findings';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { pagedList } from '../../lists/paged-list';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { Session } from '../../session/session';
import { FindingsTabs } from '../findings-tabs';
import { FindingForm } from './finding-form';

/** All Befunde; filters stand in the address, and so does what a new one begins with. */
@Component({
  selector: 'rt-finding-list-page',
  imports: [Cell, DataList, EmptyState, FilterBar, FindingForm, FindingsTabs, PageHead, RouterLink],
  template: `
    <rt-page-head heading="Befunde">
      <span subline>Was Hinweise, Ergebnisse und Zahlen zusammen sagen, je mit seinen Belegen.</span>
      <ng-container actions>
        @if (mayCreate()) {
          <button type="button" class="rt-button rt-primary" (click)="openForm()">Befund anlegen</button>
        }
      </ng-container>
    </rt-page-head>
    <rt-findings-tabs />
    <rt-filter-bar [filters]="filters()" [result]="result()" />
    @if (list.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Befunde"
      [columns]="columns"
      [rows]="list.rows()"
      [loading]="list.loading()"
      [total]="list.total()"
      [hasMore]="list.hasMore()"
      (more)="list.more()"
    >
      <ng-template rtCell="statement" [rtCellOf]="list.rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/planung/befunde', row.id]">{{ row.statement }}</a>
        <span class="rt-cell-note rt-number">{{ row.number }}</span>
      </ng-template>
      <ng-template rtCell="field" [rtCellOf]="list.rows()" let-row>
        {{ row.field.name }}
        @if (row.municipality ?? row.planningArea; as place) {
          <span class="rt-cell-note">{{ place.name }}</span>
        }
      </ng-template>
      <ng-template rtCell="evidence" [rtCellOf]="list.rows()" let-row>
        @if (row.evidenceCount) {
          <span class="rt-number">{{ row.evidenceCount }}</span>
        } @else {
          <span class="rt-badge rt-badge-warning">ohne Beleg</span>
        }
        @if (row.toCheckCount) {
          <span class="rt-badge rt-badge-warning">{{ row.toCheckCount }} zu prüfen</span>
        }
      </ng-template>
      <ng-template rtCell="state" [rtCellOf]="list.rows()" let-row>
        <span class="rt-badge" [class.rt-badge-positive]="row.state === 'CONFIRMED'">{{
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
            heading="Noch keine Befunde"
            text="Ein Befund fasst zusammen, was mehrere Hinweise oder Ergebnisse sagen. Sie beginnen ihn hier oder an einem Hinweis."
            [icon]="icon"
          >
            @if (mayCreate()) {
              <button type="button" class="rt-button" (click)="openForm()">Befund anlegen</button>
            }
          </rt-empty-state>
        }
      </div>
    </rt-data-list>
    @if (neu() && mayCreate()) {
      <rt-finding-form
        [feedbackId]="hinweis()"
        [argumentId]="argument()"
        [groupId]="gruppe()"
        [feedbackIds]="chosenFeedback()"
        [fieldId]="handlungsfeld()"
        [silence]="schweigen()"
        (closed)="closeForm()"
        (saved)="created($event)"
      />
    }
  `,
})
export class FindingListPage {
  // The filters and what a new one begins with, as the router reads them from the address.
  readonly search = input<string>();
  readonly state = input<string>();
  readonly fieldId = input<string>();
  readonly planningAreaId = input<string>();
  readonly neu = input<string>();
  readonly hinweis = input<string>();
  readonly argument = input<string>();
  readonly gruppe = input<string>();
  readonly hinweise = input<string>();
  readonly handlungsfeld = input<string>();
  readonly schweigen = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly lists = inject(ReferenceLists);
  private readonly fields = this.lists.fieldChoices();
  private readonly areas = this.lists.planningAreaChoices();
  protected readonly icon = mdiMagnifyScan;
  protected readonly stateLabels = findingStateLabels;
  protected readonly mayCreate = computed(() => this.session.may('finding:change'));

  protected readonly chosenFeedback = computed(() => this.hinweise()?.split(',') ?? []);

  private readonly query = computed(() => ({
    search: this.search(),
    state: this.state(),
    fieldId: this.fieldId(),
    planningAreaId: this.planningAreaId(),
  }));
  protected readonly list = pagedList<FindingListItem>('/api/findings', this.query);

  protected readonly columns: readonly Column[] = [
    { key: 'statement', label: 'Feststellung', card: 'plain', width: '46%' },
    { key: 'field', label: 'Handlungsfeld' },
    { key: 'evidence', label: 'Belege', width: '9rem' },
    { key: 'state', label: 'Stand', card: 'plain', width: '8rem' },
  ];
  protected readonly filters = computed<readonly Filter[]>(() => [
    { kind: 'search', key: 'search', label: 'Feststellung oder Nummer' },
    {
      kind: 'choice',
      key: 'fieldId',
      label: 'Handlungsfeld',
      all: 'Alle Handlungsfelder',
      options: this.fields(),
    },
    {
      kind: 'choice',
      key: 'planningAreaId',
      label: 'Planungsraum',
      all: 'Alle Planungsräume',
      options: this.areas(),
    },
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Jeder Stand',
      options: findingStates.map((value) => ({ value, label: findingStateLabels[value] })),
    },
  ]);
  protected readonly filtered = computed(() => Object.values(this.query()).some((value) => !!value));
  protected readonly result = computed(() => {
    const total = this.list.total();
    if (total === null) return null;
    return total === 1 ? '1 Befund' : `${total.toLocaleString('de-DE')} Befunde`;
  });

  protected openForm(): void {
    void this.router.navigate([], { queryParams: { neu: 1 }, queryParamsHandling: 'merge' });
  }

  protected closeForm(): void {
    const begin = ['neu', 'hinweis', 'hinweise', 'argument', 'gruppe', 'handlungsfeld', 'schweigen'];
    const queryParams = Object.fromEntries(begin.map((key) => [key, null]));
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected created(id: string): void {
    void this.router.navigate(['/planung/befunde', id]);
  }
}
