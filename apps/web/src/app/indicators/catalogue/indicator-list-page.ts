import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiChartBoxOutline } from '@mdi/js';
import { type IndicatorListItem, nameOfArea, shownPeriod, shownValue } from '@runder-tisch/domain/indicators';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead, TabBar } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, FilterBar } from '@runder-tisch/ui/list';
import { pagedList } from '../../lists/paged-list';
import { Session } from '../../session/session';
import { CompletenessBar } from '../completeness-bar';
import { dataTabs } from '../data-tabs';
import { DefinitionForm } from '../page/definition-form';
import { indicatorFilters } from './indicator-filters';

/** The Datenkatalog: every indicator with its newest value and what is missing. */
@Component({
  selector: 'rt-indicator-list-page',
  imports: [
    Cell,
    CompletenessBar,
    DataList,
    DefinitionForm,
    EmptyState,
    FilterBar,
    PageHead,
    RouterLink,
    TabBar,
  ],
  template: `
    <rt-page-head heading="Indikatoren">
      <span subline>Was der Landkreis beobachtet, mit dem neuesten Wert und seiner Quelle.</span>
      <ng-container actions>
        <a class="rt-button" [href]="'/api/indicators/export.csv' + by.search()" download>Katalog als CSV</a>
        @if (mayCreate()) {
          <button type="button" class="rt-button rt-primary" (click)="openForm(true)">
            Indikator anlegen
          </button>
        }
      </ng-container>
    </rt-page-head>
    <rt-tab-bar [tabs]="tabs" label="Daten" />
    <rt-filter-bar [filters]="by.filters()" [result]="result()" />
    @if (list.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Indikatoren"
      [columns]="columns"
      [rows]="list.rows()"
      [loading]="list.loading()"
      [total]="list.total()"
      [hasMore]="list.hasMore()"
      (more)="list.more()"
    >
      <ng-template rtCell="name" [rtCellOf]="list.rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/daten/indikatoren', row.id]">{{ row.name }}</a>
        @if (!row.published) {
          &ngsp;<span class="rt-badge">nicht veröffentlicht</span>
        }
        @if (row.optional) {
          <span class="rt-badge">freiwillig</span>
        }
        @if (!row.active) {
          <span class="rt-badge">nicht mehr verwendet</span>
        }
        <span class="rt-cell-note"
          ><span class="rt-number">{{ row.code }}</span> · {{ row.field?.name ?? 'ohne Handlungsfeld' }}</span
        >
      </ng-template>
      <ng-template rtCell="last" [rtCellOf]="list.rows()" let-row>
        @if (row.last; as last) {
          <span class="rt-number">{{ shownValue(last.value, last.flag, row.unit) }}</span>
          <span class="rt-cell-note">
            {{ shownPeriod(last.periodKind, last.periodStart, last.periodEnd) }}
            @if (last.areaCode.length < 5) {
              · {{ nameOfArea(last.areaCode) }}
            }
          </span>
        } @else {
          <span class="rt-quiet">noch kein Wert</span>
        }
      </ng-template>
      <ng-template rtCell="source" [rtCellOf]="list.rows()" let-row>
        {{ row.source?.name ?? 'ohne Quelle' }}
        @if (row.overdue) {
          <span class="rt-cell-note"><span class="rt-badge rt-badge-warning">überfällig</span></span>
        }
      </ng-template>
      <ng-template rtCell="completeness" [rtCellOf]="list.rows()" let-row>
        <rt-completeness [of]="row.completeness" />
      </ng-template>
      <div empty>
        @if (by.filtered()) {
          <rt-empty-state
            heading="Kein Indikator passt zu diesen Filtern."
            text="Nehmen Sie einen Filter weg oder suchen Sie nach einem Teil des Namens."
            [icon]="icon"
          />
        } @else if (!list.problem()) {
          <rt-empty-state
            heading="Noch keine Indikatoren"
            text="Ein Indikator sagt, was gezählt wird, woher die Werte kommen und wie oft. Erst mit Definition und Quelle wird er veröffentlicht."
            [icon]="icon"
          >
            @if (mayCreate()) {
              <button type="button" class="rt-button" (click)="openForm(true)">Indikator anlegen</button>
            }
          </rt-empty-state>
        }
      </div>
    </rt-data-list>
    @if (neu() && mayCreate()) {
      <rt-definition-form (closed)="openForm(false)" (saved)="created($event)" />
    }
  `,
})
export class IndicatorListPage {
  readonly neu = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly icon = mdiChartBoxOutline;
  protected readonly tabs = dataTabs;
  protected readonly shownValue = shownValue;
  protected readonly shownPeriod = shownPeriod;
  protected readonly nameOfArea = nameOfArea;
  protected readonly mayCreate = computed(() => this.session.may('indicator:change'));
  protected readonly by = indicatorFilters();
  protected readonly list = pagedList<IndicatorListItem>('/api/indicators', this.by.query);

  protected readonly columns: readonly Column[] = [
    { key: 'name', label: 'Indikator' },
    { key: 'last', label: 'Letzter Wert', width: '11rem' },
    { key: 'source', label: 'Quelle', width: '24%' },
    { key: 'completeness', label: 'Vollständigkeit', width: '12rem' },
  ];
  protected readonly result = computed(() => {
    const total = this.list.total();
    return total === null ? null : counted(total, 'Indikator', 'Indikatoren');
  });

  protected openForm(open: boolean): void {
    void this.router.navigate([], { queryParams: { neu: open ? 1 : null }, queryParamsHandling: 'merge' });
  }

  protected created(id: string): void {
    void this.router.navigate(['/daten/indikatoren', id]);
  }
}
