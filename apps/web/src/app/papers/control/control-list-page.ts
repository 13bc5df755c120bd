import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiGavel } from '@mdi/js';
import type { Page } from '@runder-tisch/domain/lists';
import {
  type ControlListItem,
  controlStateLabels,
  controlStates,
  type ControlUnit,
} from '@runder-tisch/domain/papers/control';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { pagedList } from '../../lists/paged-list';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { ControlPanel } from './control-panel';
import { ControlStateBadge } from './control-state-badge';

/** What became of every adopted resolution; filters and the open panel stand in the address. */
@Component({
  selector: 'rt-control-list-page',
  imports: [
    BerlinDatePipe,
    Cell,
    ControlPanel,
    ControlStateBadge,
    DataList,
    EmptyState,
    FilterBar,
    PageHead,
    RouterLink,
  ],
  templateUrl: './control-list-page.html',
})
export class ControlListPage {
  readonly search = input<string>();
  readonly committeeId = input<string>();
  readonly state = input<string>();
  readonly unit = input<string>();
  readonly overdue = input<string>();
  /** The one whose panel is open. */
  readonly bericht = input<string>();

  private readonly router = inject(Router);
  private readonly committees = inject(ReferenceLists).committeeChoices();
  private readonly units = httpResource<Page<ControlUnit>>(() => '/api/controls/units');
  protected readonly icon = mdiGavel;
  private readonly query = computed(() => ({
    search: this.search(),
    committeeId: this.committeeId(),
    state: this.state(),
    unit: this.unit(),
    overdue: this.overdue(),
  }));
  protected readonly filtered = computed(() => Object.values(this.query()).some((value) => !!value));
  protected readonly list = pagedList<ControlListItem>('/api/controls', this.query);
  protected readonly columns: readonly Column[] = [
    { key: 'topic', label: 'Beschluss' },
    { key: 'state', label: 'Stand', card: 'plain', width: '30%' },
    { key: 'unit', label: 'Zuständig', width: '20%' },
    { key: 'due', label: 'Frist', width: '7.5rem' },
  ];
  protected readonly filters = computed<readonly Filter[]>(() => [
    { kind: 'search', key: 'search', label: 'Nummer, Titel, Antrag' },
    { kind: 'choice', key: 'committeeId', label: 'Gremium', all: 'Alle Gremien', options: this.committees() },
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Jeder Stand',
      options: controlStates.map((value) => ({ value, label: controlStateLabels[value] })),
    },
    {
      kind: 'choice',
      key: 'unit',
      label: 'Zuständig',
      all: 'Jedes Amt',
      options: (this.units.hasValue() ? this.units.value().items : []).map(({ unit, count }) => ({
        value: unit,
        label: `${unit} (${count})`,
      })),
    },
    { kind: 'switch', key: 'overdue', label: 'Nur überfällige' },
  ]);
  protected readonly result = computed(() => {
    const total = this.list.total();
    return total === null ? null : counted(total, 'Beschluss', 'Beschlüsse');
  });
  protected readonly file = computed(() => {
    const given = Object.entries(this.query()).flatMap(([key, value]) => (value ? [[key, value]] : []));
    return `/api/controls/export.xlsx?${new URLSearchParams(given)}`;
  });

  protected show(id: string | null): void {
    void this.router.navigate([], {
      queryParams: { bericht: id },
      queryParamsHandling: 'merge',
      info: { keepFocus: true },
    });
  }
}
