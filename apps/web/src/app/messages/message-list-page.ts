import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MessageListItem } from '@runder-tisch/domain/messages';
import { counted } from '@runder-tisch/domain/text';
import { PageHead } from '@runder-tisch/ui/layout';
import { FilterBar, type Filter } from '@runder-tisch/ui/list';
import { pagedList } from '../lists/paged-list';
import { NetworkTabs } from '../networks/network-tabs';
import { MessageList } from './message-list';

/** All Nachrichten one may read: what was sent to whom, and what still lies as a draft. */
@Component({
  selector: 'rt-message-list-page',
  imports: [FilterBar, MessageList, NetworkTabs, PageHead, RouterLink],
  template: `
    <rt-page-head heading="Nachrichten">
      <span subline>Was an Netzwerke, Organisationen und Menschen hinausging</span>
      <ng-container actions>
        <a class="rt-button rt-primary" routerLink="/nachrichten/neu">Nachricht schreiben</a>
      </ng-container>
    </rt-page-head>
    <rt-network-tabs />
    <rt-filter-bar [filters]="filters" [result]="result()" />
    <rt-message-list [list]="list" />
  `,
})
export class MessageListPage {
  readonly search = input<string>();
  readonly state = input<string>();

  protected readonly list = pagedList<MessageListItem>('/api/messages', () => ({
    search: this.search(),
    state: this.state(),
  }));
  protected readonly filters: readonly Filter[] = [
    { kind: 'search', key: 'search', label: 'Betreff oder Name' },
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Entwürfe und Gesendetes',
      options: [
        { value: 'DRAFT', label: 'Entwürfe' },
        { value: 'SENT', label: 'Gesendet' },
      ],
    },
  ];
  protected readonly result = computed(() => {
    const total = this.list.total();
    return total === null ? null : counted(total, 'Nachricht', 'Nachrichten');
  });
}
