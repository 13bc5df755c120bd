import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiDatabaseOutline } from '@mdi/js';
import type { DataSourceListItem, TestedIndicator } from '@runder-tisch/domain/indicators';
import type { Page } from '@runder-tisch/domain/lists';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead, TabBar } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';
import { CompletenessBar } from '../completeness-bar';
import { dataTabs } from '../data-tabs';
import { SourceForm } from './source-form';

/** Where values come from, what is missing of each source and when the next are to be expected. */
@Component({
  selector: 'rt-data-sources-page',
  imports: [
    BerlinDatePipe,
    Cell,
    CompletenessBar,
    DataList,
    EmptyState,
    PageHead,
    RouterLink,
    SourceForm,
    TabBar,
  ],
  template: `
    <rt-page-head heading="Quellen">
      <span subline>Woher die Werte kommen, was davon da ist und wann die nächsten zu erwarten sind.</span>
      <ng-container actions>
        @if (mayChange()) {
          <button type="button" class="rt-button rt-primary" (click)="open('neu')">Quelle anlegen</button>
        }
      </ng-container>
    </rt-page-head>
    <rt-tab-bar [tabs]="tabs" label="Daten" />
    @if (answer.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    @if (summary(); as words) {
      <p class="rt-note">{{ words }}</p>
    }
    <rt-data-list
      label="Quellen"
      [columns]="columns()"
      [rows]="rows()"
      [loading]="answer.loading()"
      [total]="rows().length"
    >
      <ng-template rtCell="name" [rtCellOf]="rows()" let-row>
        @if (mayChange()) {
          <a class="rt-row-link" [routerLink]="[]" [queryParams]="{ quelle: row.id }">{{ row.name }}</a>
        } @else {
          {{ row.name }}
        }
        @if (!row.active) {
          <span class="rt-badge">nicht mehr verwendet</span>
        }
        <span class="rt-cell-note">{{ row.publisher }}</span>
      </ng-template>
      <ng-template rtCell="indicators" [rtCellOf]="rows()" let-row>
        <a
          class="rt-above-row-link rt-number"
          routerLink="/daten/indikatoren"
          [queryParams]="{ sourceId: row.id }"
          >{{ counted(row.indicators, 'Indikator', 'Indikatoren') }}</a
        >
      </ng-template>
      <ng-template rtCell="completeness" [rtCellOf]="rows()" let-row>
        <rt-completeness [of]="row.completeness" />
      </ng-template>
      <ng-template rtCell="tested" [rtCellOf]="rows()" let-row>
        @for (indicator of row.tested; track indicator.id) {
          <a class="rt-above-row-link tested" [routerLink]="['/daten/indikatoren', indicator.id]">
            {{ indicator.code }} <span class="rt-unseen">{{ indicator.name }}:</span> &ngsp;<span
              class="rt-badge"
              [class.rt-badge-negative]="indicator.errors > 0"
              [class.rt-badge-warning]="indicator.errors === 0"
              >{{ found(indicator) }}</span
            >
          </a>
        } @empty {
          <span class="rt-quiet">nichts auffällig</span>
        }
      </ng-template>
      <ng-template rtCell="newest" [rtCellOf]="rows()" let-row>
        @if (row.newestPeriodEnd; as day) {
          <span class="rt-number">{{ day | berlinDate: 'short' }}</span>
        } @else {
          <span class="rt-quiet">noch kein Wert</span>
        }
      </ng-template>
      <ng-template rtCell="next" [rtCellOf]="rows()" let-row>
        @if (row.release.expectedOn; as day) {
          <span class="rt-number">{{ day | berlinDate: 'short' }}</span>
          @if (row.release.overdue) {
            <span class="rt-cell-note"><span class="rt-badge rt-badge-warning">überfällig</span></span>
          }
        } @else {
          <span class="rt-quiet">nicht bekannt</span>
        }
      </ng-template>
      <div empty>
        @if (!answer.problem() && !answer.loading()) {
          <rt-empty-state
            heading="Noch keine Quellen"
            text="Eine Quelle sagt, wer die Werte veröffentlicht oder liefert, wie oft sie kommen und wie sie zu nennen ist."
            [icon]="icon"
          />
        }
      </div>
    </rt-data-list>
    @if (mayChange() && quelle(); as id) {
      <rt-source-form [sourceId]="id === 'neu' ? null : id" (closed)="open(null)" (saved)="changed()" />
    }
  `,
  styles: `
    .tested {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 8px;
      align-items: center;
      padding: 2px 0;
    }
  `,
})
export class DataSourcesPage {
  /** The source that is being changed, or `neu`. */
  readonly quelle = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly icon = mdiDatabaseOutline;
  protected readonly tabs = dataTabs;
  protected readonly counted = counted;
  protected readonly mayChange = computed(() => this.session.may('indicator:change'));
  protected readonly answer = keptObject<Page<DataSourceListItem>>(() => '/api/data-sources');
  protected readonly rows = computed(() => this.answer.view()?.items ?? []);
  protected readonly summary = computed(() => {
    const overdue = this.rows().filter((row) => row.release.overdue).length;
    const tested = this.rows().flatMap((row) => row.tested);
    const sum = (of: 'errors' | 'warnings') => tested.reduce((total, it) => total + it[of], 0);
    return [
      overdue && `${counted(overdue, 'Quelle ist', 'Quellen sind')} überfällig.`,
      tested.length > 0 &&
        `Die Prüfungen der Werte finden ${counted(sum('errors'), 'Fehler', 'Fehler')} und ${counted(sum('warnings'), 'Hinweis', 'Hinweise')}.`,
    ]
      .filter(Boolean)
      .join(' ');
  });

  protected readonly columns = computed((): readonly Column[] => [
    { key: 'name', label: 'Quelle' },
    { key: 'indicators', label: 'Indikatoren', width: '9rem' },
    { key: 'completeness', label: 'Vollständigkeit', width: '12rem' },
    ...(this.mayChange() ? [{ key: 'tested', label: 'Prüfungen', width: '13rem' }] : []),
    { key: 'newest', label: 'Neuester Stand', width: '9rem' },
    { key: 'next', label: 'Nächste Werte', width: '9rem' },
  ]);

  protected found({ errors, warnings }: TestedIndicator): string {
    return [
      errors && counted(errors, 'Fehler', 'Fehler'),
      warnings && counted(warnings, 'Hinweis', 'Hinweise'),
    ]
      .filter(Boolean)
      .join(', ');
  }

  protected open(quelle: string | null): void {
    void this.router.navigate([], { queryParams: { quelle }, queryParamsHandling: 'merge' });
  }

  protected changed(): void {
    this.open(null);
    this.answer.reload();
  }
}
