import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgreementView } from '@runder-tisch/domain/meetings';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { pagedList } from '../../lists/paged-list';
import { CurrentNetwork } from '../../networks/network-page/current-network';

/** What the network agreed on, by its approved minutes. */
@Component({
  selector: 'rt-network-agreements',
  imports: [BerlinDatePipe, RouterLink],
  template: `
    <section class="rt-card">
      <h2>Vereinbarungen</h2>
      <ol class="rt-entries">
        @for (agreement of agreements.rows(); track agreement.id) {
          <li>
            <p class="rt-lines">{{ agreement.text }}</p>
            <a class="rt-small" [routerLink]="['/termine', agreement.meeting.id]">
              {{ agreement.meeting.name }}
              @if (agreement.startsAt) {
                · {{ agreement.startsAt | berlinDate: 'short' }}
              }
            </a>
          </li>
        } @empty {
          @if (!agreements.loading()) {
            <li class="rt-quiet">
              Noch keine. Was im Protokoll als Vereinbarung steht, erscheint hier nach der Freigabe.
            </li>
          }
        }
      </ol>
      @if (agreements.hasMore()) {
        <button type="button" class="rt-button rt-small" (click)="agreements.more()">Mehr laden</button>
      }
    </section>
  `,
  styles: `
    h2 {
      margin-bottom: 10px;
    }
    .rt-small {
      display: block;
    }
  `,
})
export class NetworkAgreements {
  private readonly current = inject(CurrentNetwork);
  private readonly id = computed(() => this.current.view()?.id);
  protected readonly agreements = pagedList<AgreementView>('/api/agreements', () => {
    const networkId = this.id();
    return networkId ? { networkId, limit: 10 } : undefined;
  });
}
