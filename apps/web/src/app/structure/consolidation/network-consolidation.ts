import { Component, inject } from '@angular/core';
import { CurrentNetwork } from '../../networks/network-page/current-network';
import { ConsolidationPanel } from './consolidation-panel';

/** Whether the network lasts: the tab of its page. A check changes its light. */
@Component({
  selector: 'rt-network-consolidation',
  imports: [ConsolidationPanel],
  template: `
    @if (current.view(); as network) {
      <rt-consolidation-panel [objectId]="network.id" (changed)="current.reload()" />
    }
  `,
})
export class NetworkConsolidation {
  protected readonly current = inject(CurrentNetwork);
}
