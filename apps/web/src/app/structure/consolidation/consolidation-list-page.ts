import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiSproutOutline } from '@mdi/js';
import {
  type ConsolidationListItem,
  consolidationPath,
  consolidationSubjectLabels,
  consolidationSubjects,
} from '@runder-tisch/domain/structure';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { pagedList } from '../../lists/paged-list';
import { NetworkTabs } from '../../networks/network-tabs';
import { Session } from '../../session/session';
import { ConsolidationMark } from './consolidation-mark';

/** Which networks, formats and the planning itself last, each with what is still open. */
@Component({
  selector: 'rt-consolidation-list-page',
  imports: [
    BerlinDatePipe,
    Cell,
    ConsolidationMark,
    DataList,
    EmptyState,
    FilterBar,
    NetworkTabs,
    PageHead,
    RouterLink,
  ],
  template: `
    <rt-page-head heading="Netzwerke">
      <span subline>Verstetigung: Was trägt auf Dauer, und was fehlt noch?</span>
      <ng-container actions>
        @if (mayKeep()) {
          <a class="rt-button" routerLink="/einstellungen/verstetigung">Kriterien</a>
        }
      </ng-container>
    </rt-page-head>
    <rt-network-tabs />
    <rt-filter-bar [filters]="filters" [result]="result()" />
    @if (list.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Verstetigung"
      [columns]="columns"
      [rows]="list.rows()"
      [loading]="list.loading()"
      [total]="list.total()"
      [hasMore]="list.hasMore()"
      (more)="list.more()"
    >
      <ng-template rtCell="title" [rtCellOf]="list.rows()" let-row>
        <a class="rt-row-link" [routerLink]="path(row)">{{ row.title }}</a>
        @if (row.subject !== 'PLANNING') {
          <span class="rt-cell-note">{{ row.subject === 'NETWORK' ? 'Netzwerk' : 'Format' }}</span>
        }
      </ng-template>
      <ng-template rtCell="light" [rtCellOf]="list.rows()" let-row>
        @if (row.checkedOn) {
          <rt-consolidation-mark [met]="row.met" [of]="row.of" />
        } @else {
          <span class="rt-quiet">noch nicht geprüft</span>
        }
      </ng-template>
      <ng-template rtCell="open" [rtCellOf]="list.rows()" let-row>
        {{ row.open.join(' · ') }}
      </ng-template>
      <ng-template rtCell="checkedOn" [rtCellOf]="list.rows()" let-row>
        @if (row.checkedOn) {
          {{ row.checkedOn | berlinDate: 'short' }}
          @if (row.metBefore !== null) {
            <span class="rt-cell-note">davor {{ row.metBefore }} von {{ row.ofBefore }}</span>
          }
        }
      </ng-template>
      <rt-empty-state empty heading="Nichts passt zu diesen Filtern." [icon]="icon" />
    </rt-data-list>
  `,
})
export class ConsolidationListPage {
  readonly search = input<string>();
  readonly subject = input<string>();

  private readonly session = inject(Session);
  protected readonly icon = mdiSproutOutline;
  protected readonly mayKeep = computed(() => this.session.may('lists:change'));
  protected readonly list = pagedList<ConsolidationListItem>('/api/consolidation', () => ({
    search: this.search(),
    subject: this.subject(),
  }));
  protected readonly columns: readonly Column[] = [
    { key: 'title', label: 'Was', width: '32%' },
    { key: 'light', label: 'Stand', width: '22%' },
    { key: 'open', label: 'Noch offen' },
    { key: 'checkedOn', label: 'Geprüft', card: 'plain', width: '9rem' },
  ];
  protected readonly filters: readonly Filter[] = [
    { kind: 'search', key: 'search', label: 'Name' },
    {
      kind: 'choice',
      key: 'subject',
      label: 'Art',
      all: 'Alles',
      options: consolidationSubjects.map((value) => ({ value, label: consolidationSubjectLabels[value] })),
    },
  ];
  protected readonly result = computed(() => {
    const total = this.list.total();
    return total === null ? null : counted(total, 'Eintrag', 'Einträge');
  });

  protected path({ subject, id }: ConsolidationListItem): string {
    return consolidationPath(subject, id);
  }
}
