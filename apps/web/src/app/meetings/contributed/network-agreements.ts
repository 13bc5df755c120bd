import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { agreementOutcomeLabels, type AgreementView } from '@runder-tisch/domain/meetings';
import { Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { pagedList } from '../../lists/paged-list';
import { CurrentNetwork } from '../../networks/network-page/current-network';
import { SettleAgreementForm } from './settle-agreement-form';

/** What the network agreed on, by its approved minutes, and what became of it. */
@Component({
  selector: 'rt-network-agreements',
  imports: [BerlinDatePipe, RouterLink, SettleAgreementForm],
  template: `
    <section class="rt-card">
      <h2>Vereinbarungen</h2>
      <ol class="rt-entries">
        @for (agreement of agreements.rows(); track agreement.id) {
          <li>
            <p class="rt-lines">{{ agreement.text }}</p>
            @if (agreement.outcome !== 'OPEN') {
              <p class="rt-small">
                <span class="rt-badge" [class.rt-badge-positive]="agreement.outcome === 'DONE'">{{
                  labels[agreement.outcome]
                }}</span>
                am {{ agreement.settledOn | berlinDate: 'short' }}
                @if (agreement.note) {
                  · {{ agreement.note }}
                }
              </p>
            }
            <div class="rt-row below">
              <a class="rt-small" [routerLink]="['/termine', agreement.meeting.id]">
                {{ agreement.meeting.name }}
                @if (agreement.startsAt) {
                  · {{ agreement.startsAt | berlinDate: 'short' }}
                }
              </a>
              @if (agreement.mayChange) {
                @if (agreement.outcome === 'OPEN') {
                  <button
                    type="button"
                    class="rt-button rt-small rt-unprinted"
                    [attr.aria-label]="'Was wurde daraus? ' + agreement.text"
                    (click)="settling.set(agreement)"
                  >
                    Was wurde daraus?
                  </button>
                } @else {
                  <button
                    type="button"
                    class="rt-button rt-plain rt-small rt-unprinted"
                    [attr.aria-label]="'Wieder offen: ' + agreement.text"
                    (click)="reopen(agreement)"
                  >
                    Wieder offen
                  </button>
                }
              }
            </div>
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
    @if (settling(); as agreement) {
      <rt-settle-agreement-form
        [agreement]="agreement"
        (closed)="settling.set(null)"
        (saved)="settled(agreement)"
      />
    }
  `,
  styles: `
    h2 {
      margin-bottom: 10px;
    }
    .below {
      justify-content: space-between;
      gap: 4px 12px;
    }
  `,
})
export class NetworkAgreements {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly current = inject(CurrentNetwork);
  private readonly id = computed(() => this.current.view()?.id);
  private readonly act = acting(() => this.agreements.reload());
  protected readonly labels = agreementOutcomeLabels;
  protected readonly settling = signal<AgreementView | null>(null);
  protected readonly agreements = pagedList<AgreementView>('/api/agreements', () => {
    const networkId = this.id();
    return networkId ? { networkId, limit: 10 } : undefined;
  });

  protected settled(agreement: AgreementView): void {
    this.settling.set(null);
    this.agreements.reload();
    this.toasts.say('Festgehalten.', async () => void (await this.reopen(agreement)));
  }

  protected reopen({ id }: AgreementView): Promise<boolean> {
    return this.act(() => this.api.act(`/api/agreements/${id}/reopen`), 'Die Vereinbarung ist wieder offen.');
  }
}
