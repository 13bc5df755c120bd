import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiClipboardTextOutline } from '@mdi/js';
import {
  decisionResultLabels,
  type RecommendationListItem,
  recommendationStateLabels,
  recommendationStates,
} from '@runder-tisch/domain/findings';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { BerlinDatePipe, ScreenClock } from '@runder-tisch/ui/text';
import { berlinDay, dayParts } from '@runder-tisch/domain/time';
import { asParams } from '../../http/query';
import { pagedList } from '../../lists/paged-list';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { Session } from '../../session/session';
import { FindingsTabs } from '../findings-tabs';
import { RecommendationForm } from './recommendation-form';

const YEARS_BACK = 15;

/** All Handlungsempfehlungen with what became of each; filters stand in the address. */
@Component({
  selector: 'rt-recommendation-list-page',
  imports: [
    BerlinDatePipe,
    Cell,
    DataList,
    EmptyState,
    FilterBar,
    FindingsTabs,
    PageHead,
    RecommendationForm,
    RouterLink,
  ],
  template: `
    <rt-page-head heading="Handlungsempfehlungen">
      <span subline>Was den Gremien vorgeschlagen wurde, und was daraus wurde.</span>
      <ng-container actions>
        <a class="rt-button" [href]="csv()" download>Als CSV</a>
        @if (mayCreate()) {
          <a class="rt-button" routerLink="/akteure/import" [queryParams]="{ ziel: 'recommendations' }"
            >Frühere übernehmen</a
          >
          <button type="button" class="rt-button rt-primary" (click)="openForm()">Empfehlung anlegen</button>
        }
      </ng-container>
    </rt-page-head>
    <rt-findings-tabs />
    <rt-filter-bar [filters]="filters()" [result]="result()" />
    @if (list.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Handlungsempfehlungen"
      [columns]="columns"
      [rows]="list.rows()"
      [loading]="list.loading()"
      [total]="list.total()"
      [hasMore]="list.hasMore()"
      (more)="list.more()"
    >
      <ng-template rtCell="wording" [rtCellOf]="list.rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/planung/empfehlungen', row.id]">{{ row.excerpt }}</a>
        <span class="rt-cell-note">
          <span class="rt-number">{{ row.number }}</span>
          @if (row.earlierPlan) {
            · {{ row.earlierPlan }}
          }
        </span>
      </ng-template>
      <ng-template rtCell="field" [rtCellOf]="list.rows()" let-row>{{ row.field.name }}</ng-template>
      <ng-template rtCell="decision" [rtCellOf]="list.rows()" let-row>
        @if (row.decision; as decision) {
          {{ decision.bodyName }}, {{ decision.decidedOn | berlinDate: 'short' }}
          @if (!decision.final) {
            <span class="rt-cell-note">vorberatend: {{ resultLabels[decision.result] }}</span>
          }
        } @else {
          <span class="rt-quiet">ohne Beschluss</span>
        }
      </ng-template>
      <ng-template rtCell="state" [rtCellOf]="list.rows()" let-row>
        <span
          class="rt-badge"
          [class.rt-badge-positive]="row.state === 'ACCEPTED' || row.state === 'CHANGED'"
          [class.rt-badge-negative]="row.state === 'REJECTED'"
          >{{ stateLabels[row.state] }}</span
        >
        @if (row.toCheckCount) {
          <span class="rt-badge rt-badge-warning">{{ row.toCheckCount }} zu prüfen</span>
        }
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
            heading="Noch keine Empfehlungen"
            text="Eine Empfehlung folgt aus einem Schwerpunkt, hinter dem mindestens ein Befund steht."
            [icon]="icon"
          >
            @if (mayCreate()) {
              <button type="button" class="rt-button" (click)="openForm()">Empfehlung anlegen</button>
            }
          </rt-empty-state>
        }
      </div>
    </rt-data-list>
    @if (neu() && mayCreate()) {
      <rt-recommendation-form [priorityId]="schwerpunkt()" (closed)="closeForm()" (saved)="created($event)" />
    }
  `,
})
export class RecommendationListPage {
  readonly search = input<string>();
  readonly year = input<string>();
  readonly committeeId = input<string>();
  readonly fieldId = input<string>();
  readonly state = input<string>();
  readonly neu = input<string>();
  readonly schwerpunkt = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly lists = inject(ReferenceLists);
  private readonly fields = this.lists.fieldChoices();
  private readonly committees = this.lists.committeeChoices();
  private readonly thisYear = dayParts(berlinDay(inject(ScreenClock).now())).year;
  protected readonly icon = mdiClipboardTextOutline;
  protected readonly stateLabels = recommendationStateLabels;
  protected readonly resultLabels = decisionResultLabels;
  protected readonly mayCreate = computed(() => this.session.may('finding:change'));

  private readonly query = computed(() => ({
    search: this.search(),
    year: this.year(),
    committeeId: this.committeeId(),
    fieldId: this.fieldId(),
    state: this.state(),
  }));
  protected readonly list = pagedList<RecommendationListItem>('/api/recommendations', this.query);
  protected readonly csv = computed(() => {
    const params = new URLSearchParams(asParams(this.query())).toString();
    return `/api/recommendations/export.csv${params ? `?${params}` : ''}`;
  });

  protected readonly columns: readonly Column[] = [
    { key: 'wording', label: 'Empfehlung', card: 'plain', width: '42%' },
    { key: 'field', label: 'Handlungsfeld' },
    { key: 'decision', label: 'Beschluss' },
    { key: 'state', label: 'Stand', card: 'plain', width: '11rem' },
  ];
  protected readonly filters = computed<readonly Filter[]>(() => [
    { kind: 'search', key: 'search', label: 'Was wurde aus …' },
    {
      kind: 'choice',
      key: 'year',
      label: 'Jahr',
      all: 'Alle Jahre',
      options: Array.from({ length: YEARS_BACK }, (_, back) => String(this.thisYear - back)).map((year) => ({
        value: year,
        label: year,
      })),
    },
    {
      kind: 'choice',
      key: 'committeeId',
      label: 'Gremium',
      all: 'Alle Gremien',
      options: this.committees(),
    },
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
      options: recommendationStates.map((value) => ({ value, label: recommendationStateLabels[value] })),
    },
  ]);
  protected readonly filtered = computed(() => Object.values(this.query()).some((value) => !!value));
  protected readonly result = computed(() => {
    const total = this.list.total();
    if (total === null) return null;
    return total === 1 ? '1 Empfehlung' : `${total.toLocaleString('de-DE')} Empfehlungen`;
  });

  protected openForm(): void {
    void this.router.navigate([], { queryParams: { neu: 1 }, queryParamsHandling: 'merge' });
  }

  protected closeForm(): void {
    const queryParams = { neu: null, schwerpunkt: null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected created(id: string): void {
    void this.router.navigate(['/planung/empfehlungen', id]);
  }
}
