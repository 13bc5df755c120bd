import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiStairs } from '@mdi/js';
import { type StepListItem, stepRoleLabels } from '@runder-tisch/domain/cycles';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead, TabBar } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { pagedList } from '../../lists/paged-list';
import { Session } from '../../session/session';
import { cycleTabs } from '../cycle-tabs';
import { StepBadge } from './step-badge';

/** What is one's own to do in the cycle, by when; the office may look at all. */
@Component({
  selector: 'rt-my-steps-page',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, FilterBar, PageHead, RouterLink, StepBadge, TabBar],
  template: `
    <rt-page-head heading="Meine Schritte">
      <span subline>Was im Zyklus bei Ihnen liegt oder wobei Sie mitwirken.</span>
    </rt-page-head>
    <rt-tab-bar [tabs]="tabs" label="Zyklus" />
    <rt-filter-bar [filters]="filters" [result]="result()" />
    @if (list.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-data-list
      label="Schritte"
      [columns]="columns"
      [rows]="list.rows()"
      [loading]="list.loading()"
      [total]="list.total()"
      [hasMore]="list.hasMore()"
      (more)="list.more()"
    >
      <ng-template rtCell="title" [rtCellOf]="list.rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/planung/schritte', row.id]"
          >{{ row.number }} {{ row.title }}</a
        >
        <span class="rt-cell-note">{{ row.phase }} · {{ row.cycle.name }}</span>
      </ng-template>
      <ng-template rtCell="who" [rtCellOf]="list.rows()" let-row>
        {{ row.responsible ?? (row.lead || roles[row.leadRole]) }}
      </ng-template>
      <ng-template rtCell="due" [rtCellOf]="list.rows()" let-row>
        {{ row.dueOn | berlinDate: 'short' }}
      </ng-template>
      <ng-template rtCell="state" [rtCellOf]="list.rows()" let-row>
        <rt-step-badge [state]="row.state" [overdue]="row.overdue" />
      </ng-template>
      <div empty>
        @if (!list.problem()) {
          <rt-empty-state
            heading="Hier liegt nichts"
            text="Sobald ein Zyklus läuft und ein Schritt bei Ihnen liegt, steht er hier."
            [icon]="icon"
          />
        }
      </div>
    </rt-data-list>
  `,
})
export class MyStepsPage {
  readonly of = input<string>();
  readonly standing = input<string>();
  readonly cycleId = input<string>();

  private readonly session = inject(Session);
  protected readonly icon = mdiStairs;
  protected readonly tabs = cycleTabs;
  protected readonly roles = stepRoleLabels;
  private readonly query = computed(() => ({
    of: this.of(),
    standing: this.standing() ?? 'open',
    cycleId: this.cycleId(),
  }));
  protected readonly list = pagedList<StepListItem>('/api/cycle-steps', this.query);
  protected readonly columns: readonly Column[] = [
    { key: 'title', label: 'Schritt' },
    { key: 'who', label: 'Wer', width: '16rem' },
    { key: 'due', label: 'Bis wann', width: '8rem' },
    { key: 'state', label: 'Stand', card: 'plain', width: '11rem' },
  ];
  protected readonly filters: readonly Filter[] = [
    ...(this.session.may('cycle:work')
      ? [
          {
            kind: 'choice' as const,
            key: 'of',
            label: 'Wessen',
            all: 'Meine Schritte',
            options: [{ value: 'all', label: 'Alle Schritte' }],
          },
        ]
      : []),
    {
      kind: 'choice',
      key: 'standing',
      label: 'Stand',
      all: 'Noch zu tun',
      options: [
        { value: 'overdue', label: 'überfällig' },
        { value: 'blocked', label: 'blockiert' },
        { value: 'done', label: 'erledigt oder entfallen' },
      ],
    },
  ];
  protected readonly result = computed(() => {
    const total = this.list.total();
    return total === null ? null : counted(total, 'Schritt', 'Schritte');
  });
}
