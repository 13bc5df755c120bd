import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiFlagCheckered } from '@mdi/js';
import { type MeasureListItem, measureStateLabels } from '@runder-tisch/domain/measures';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, FilterBar } from '@runder-tisch/ui/list';
import { BerlinDatePipe, UnbrokenPipe } from '@runder-tisch/ui/text';
import { pagedList } from '../../lists/paged-list';
import { Session } from '../../session/session';
import { MeasureKindBadge, MeasureStatusBadge } from '../measure-badges';
import { MeasureForm } from '../page/measure-form';
import { AskPanel } from './ask-panel';
import { PlaceTabs } from '../../session/place-tabs';
import { measureFilters, measureTabs } from './measure-filters';

/** All Maßnahmen, what is due first; filters stand in the address. */
@Component({
  selector: 'rt-measure-list-page',
  imports: [
    AskPanel,
    BerlinDatePipe,
    Cell,
    DataList,
    EmptyState,
    FilterBar,
    MeasureForm,
    MeasureKindBadge,
    MeasureStatusBadge,
    PageHead,
    PlaceTabs,
    RouterLink,
    UnbrokenPipe,
  ],
  templateUrl: './measure-list-page.html',
})
export class MeasureListPage {
  readonly neu = input<string>();
  /** The recommendation a new one comes from. */
  readonly empfehlung = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly icon = mdiFlagCheckered;
  protected readonly tabs = measureTabs;
  protected readonly stateLabels = measureStateLabels;
  protected readonly asking = signal(false);
  protected readonly mayChange = computed(() => this.session.may('measure:change'));
  protected readonly own = computed(
    () =>
      !['admin', 'planner', 'coordinator', 'reader'].some((role) =>
        this.session.current().roles.includes(role as never),
      ),
  );
  protected readonly by = measureFilters();
  protected readonly list = pagedList<MeasureListItem>('/api/measures', this.by.query);

  protected readonly columns: readonly Column[] = [
    { key: 'title', label: 'Maßnahme' },
    { key: 'status', label: 'Status', card: 'plain', width: '26%' },
    { key: 'lead', label: 'Federführung', width: '18%' },
    { key: 'state', label: 'Stand', width: '8.5rem' },
    { key: 'due', label: 'Bis', width: '7rem' },
  ];
  protected readonly result = computed(() => {
    const total = this.list.total();
    return total === null ? null : counted(total, 'Maßnahme', 'Maßnahmen');
  });

  protected openForm(open: boolean): void {
    void this.router.navigate([], {
      queryParams: { neu: open ? 1 : null, empfehlung: null },
      queryParamsHandling: 'merge',
    });
  }

  protected created(id: string): void {
    void this.router.navigate(['/planung/massnahmen', id]);
  }

  protected asked(): void {
    this.asking.set(false);
    this.list.reload();
  }
}
