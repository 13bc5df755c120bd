import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiFolderMultipleOutline } from '@mdi/js';
import type { GroupListItem, GroupProposalView } from '@runder-tisch/domain/feedback';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { Api } from '../../http/api';
import { acting } from '../../http/acting';
import { pagedList } from '../../lists/paged-list';
import { FeedbackTabs } from './feedback-tabs';

/** The baskets of the planners, and what could lie together. */
@Component({
  selector: 'rt-group-list-page',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, FeedbackTabs, FilterBar, PageHead, RouterLink],
  templateUrl: './group-list-page.html',
  styleUrl: './condensing.scss',
})
export class GroupListPage {
  readonly search = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly icon = mdiFolderMultipleOutline;
  protected readonly shown = 3;
  private readonly proposed = httpResource<GroupProposalView[]>(() => '/api/feedback-groups/proposals');
  protected readonly proposals = computed(() => (this.proposed.hasValue() ? this.proposed.value() : []));
  protected readonly act = acting();
  protected readonly list = pagedList<GroupListItem>('/api/feedback-groups', () => ({
    search: this.search(),
  }));
  protected readonly result = computed(() => {
    const total = this.list.total();
    return total === null ? null : counted(total, 'Gruppe', 'Gruppen');
  });
  protected readonly columns: readonly Column[] = [
    { key: 'name', label: 'Name' },
    { key: 'count', label: 'Hinweise', width: '7rem', align: 'end' },
    { key: 'open', label: 'davon offen', width: '8rem', align: 'end' },
    { key: 'createdAt', label: 'Angelegt', width: '8rem', card: 'hidden' },
  ];
  protected readonly filters: readonly Filter[] = [{ kind: 'search', key: 'search', label: 'Name' }];

  protected hints(count: number): string {
    return counted(count, 'Hinweis', 'Hinweise');
  }

  /** What the list is cut down to, for the spreadsheet. */
  protected searched(): string {
    const search = this.search();
    return search ? `?search=${encodeURIComponent(search)}` : '';
  }

  protected async dismiss({ name, items }: GroupProposalView): Promise<void> {
    const request = { feedbackIds: items.map((it) => it.id) };
    let id = '';
    const done = await this.act(async () => {
      ({ id } = await this.api.create('/api/feedback-groups/dismissals', request));
    });
    this.proposed.reload();
    if (!done) return;
    this.toasts.say(`„${name}“ wird nicht mehr vorgeschlagen, bis genug Neues dazukommt.`, async () => {
      await this.act(() => this.api.remove(`/api/feedback-groups/dismissals/${id}`), 'Zurückgenommen.');
      this.proposed.reload();
    });
  }

  protected async accept({ name, items }: GroupProposalView): Promise<void> {
    let id = '';
    const request = { name, feedbackIds: items.map((it) => it.id) };
    const done = await this.act(async () => {
      ({ id } = await this.api.create('/api/feedback-groups', request));
    }, 'Gruppe angelegt.');
    if (done) await this.router.navigate(['/hinweise/gruppen', id]);
  }
}
