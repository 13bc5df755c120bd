import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MessageListItem } from '@runder-tisch/domain/messages';
import { pagedList } from '../../lists/paged-list';
import { CurrentNetwork } from '../../networks/network-page/current-network';
import { MessageList } from '../message-list';

/** What went out to this network. */
@Component({
  selector: 'rt-network-messages',
  imports: [MessageList, RouterLink],
  template: `
    @if (mayWrite()) {
      <p class="rt-unprinted">
        <a class="rt-button" routerLink="/nachrichten/neu" [queryParams]="{ netzwerk: id() }">
          Nachricht schreiben
        </a>
      </p>
    }
    <rt-message-list [list]="list" />
  `,
  styles: `
    p {
      margin-bottom: 16px;
    }
  `,
})
export class NetworkMessages {
  private readonly current = inject(CurrentNetwork);
  protected readonly id = computed(() => this.current.view()?.id);
  protected readonly mayWrite = computed(() => this.current.view()?.state !== 'DISSOLVED');
  protected readonly list = pagedList<MessageListItem>('/api/messages', () => {
    const networkId = this.id();
    return networkId ? { networkId } : undefined;
  });
}
