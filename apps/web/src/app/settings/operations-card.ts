import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OperationsView } from '@runder-tisch/domain/operations';
import { BerlinDatePipe, RelativeTime } from '@runder-tisch/ui/text';

/** For the administration: whether mail leaves, when it was backed up, what failed. */
@Component({
  selector: 'rt-operations-card',
  imports: [BerlinDatePipe, RelativeTime, RouterLink],
  template: `
    @if (view(); as it) {
      <section class="rt-card" aria-labelledby="betrieb">
        <h2 id="betrieb">Betrieb</h2>
        <dl class="rt-facts rt-facts-stacked">
          <dt>Mail</dt>
          <dd>
            @if (!it.mails.server) {
              <span class="rt-badge rt-badge-warning">kein Mailserver</span>
              Es verlässt keine Mail das Haus.
            }
            @if (it.mails.waiting) {
              <div>
                {{ it.mails.waiting }} {{ it.mails.waiting === 1 ? 'wartet' : 'warten'
                }}{{ it.mails.oldest ? ', die älteste ' : '' }}
                @if (it.mails.oldest) {
                  <rt-relative-time [at]="it.mails.oldest" />
                }
              </div>
            }
            @if (it.mails.refused) {
              <div>
                <a routerLink="/postausgang">{{ it.mails.refused }} abgelehnt in den letzten 30 Tagen</a>
              </div>
            }
            @if (it.mails.server && !it.mails.waiting && !it.mails.refused) {
              Alles verschickt.
            }
          </dd>
          <dt>Sicherung</dt>
          <dd>
            @if (it.backupLate) {
              <span class="rt-badge rt-badge-warning">fällig</span>
            }
            @if (it.backupAt) {
              zuletzt am {{ it.backupAt | berlinDate }}
            } @else {
              noch keine
            }
            @if (it.backupLate) {
              <div class="rt-quiet">Auf dem Server: <code>npm run rt -- backup DATEI</code></div>
            }
          </dd>
          @if (it.failedJobs.length) {
            <dt>Was nicht gelang</dt>
            <dd>
              @for (job of it.failedJobs; track job.name) {
                <div>
                  <span class="rt-badge rt-badge-negative">{{ job.name }}</span>
                  {{ job.failedAt | berlinDate }}: {{ job.error }}
                </div>
              }
            </dd>
          }
          @if (it.worker?.silent) {
            <dt>Listen und PDFs</dt>
            <dd>
              <span class="rt-badge rt-badge-negative">steht still</span>
              @if (it.worker.seenAt; as seenAt) {
                Der Prozess dafür meldete sich zuletzt <rt-relative-time [at]="seenAt" />.
              } @else {
                Der Prozess dafür hat sich noch nie gemeldet.
              }
            </dd>
          }
          @if (it.pdfsSetAside) {
            <dt>PDFs</dt>
            <dd>
              <span class="rt-badge rt-badge-warning">{{ it.pdfsSetAside }}</span>
              {{ it.pdfsSetAside === 1 ? 'ließ' : 'ließen' }} sich dreimal nicht erstellen. Das nächste
              Versenden versucht es noch einmal.
            </dd>
          }
          @if (it.quietAccounts) {
            <dt>Konten</dt>
            <dd>
              <a routerLink="/einstellungen/konten">
                {{ it.quietAccounts }} seit einem halben Jahr nicht angemeldet
              </a>
            </dd>
          }
        </dl>
        <p class="rt-quiet rt-small">Runder Tisch {{ it.version }}, läuft seit {{ running() }}.</p>
      </section>
    }
  `,
  styles: `
    p {
      margin-top: 10px;
    }
  `,
})
export class OperationsCard {
  private readonly answer = httpResource<OperationsView>(() => '/api/operations');
  protected readonly view = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly running = computed(() => {
    const hours = Math.floor((this.view()?.runningFor ?? 0) / 3600);
    if (hours < 1) return 'weniger als einer Stunde';
    if (hours < 48) return hours === 1 ? 'einer Stunde' : `${hours} Stunden`;
    return `${Math.floor(hours / 24)} Tagen`;
  });
}
