import { Component, inject } from '@angular/core';
import { Block } from '../../object-page/block';
import { contributedBlocks } from '../../object-page/contributed';
import { TaskList } from '../../tasks/task-list';
import { TraceLists } from '../../trace/trace-lists';
import { CurrentNetwork } from './current-network';

/** What the network brings about: what it agreed on, what it was told, what it does, and what came of it. */
@Component({
  selector: 'rt-network-outcome',
  imports: [Block, TaskList, TraceLists],
  template: `
    @if (current.view(); as network) {
      <div class="rt-stack">
        @for (block of blocks; track block) {
          <rt-block [of]="block" />
        }
        <section>
          <h2>Aufgaben</h2>
          <rt-task-list
            [query]="{ networkId: network.id }"
            [network]="network"
            [mayAdd]="network.mayChange"
            (changed)="current.reload()"
          />
        </section>
        <section class="rt-card">
          <h2>Spur</h2>
          <rt-trace-lists kind="network" [objectId]="network.id" />
        </section>
      </div>
    }
  `,
  styles: `
    section > h2 {
      margin-bottom: 10px;
    }
  `,
})
export class NetworkOutcome {
  protected readonly current = inject(CurrentNetwork);
  protected readonly blocks = contributedBlocks('network-outcome');
}
