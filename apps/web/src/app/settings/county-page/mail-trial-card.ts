import { Component, inject, signal } from '@angular/core';
import type { MailTrialView } from '@runder-tisch/domain/outbox';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';

/** Whether the mail server takes mails as it is set up, in its own words. */
@Component({
  selector: 'rt-mail-trial-card',
  template: `
    <section class="rt-card" aria-labelledby="mailversand">
      <h2 id="mailversand">Mailversand prüfen</h2>
      <p>
        Eine Probemail geht sofort an Ihre eigene Adresse. Was der Mailserver dazu sagt, lesen Sie hier Wort
        für Wort.
      </p>
      <p>
        <button type="button" class="rt-button" [disabled]="busy()" (click)="run()">
          {{ busy() ? 'Wird geprüft …' : 'Probemail an mich' }}
        </button>
      </p>
      <div role="status">
        @if (trial(); as it) {
          @switch (it.outcome) {
            @case ('NO_SERVER') {
              <p class="rt-note rt-note-warning">
                Es ist kein Mailserver eingerichtet. Er wird beim Start mit SMTP_URL genannt.
              </p>
            }
            @case ('TAKEN') {
              <div class="rt-note">
                <div>
                  <strong>Der Mailserver {{ it.server }} hat die Probe an {{ it.to }} angenommen.</strong>
                  <p class="says">{{ it.says }}</p>
                </div>
              </div>
            }
            @default {
              <div class="rt-note rt-note-negative">
                <div>
                  <strong>Die Probe über {{ it.server }} kam nicht hinaus.</strong>
                  <p class="says">{{ it.says }}</p>
                </div>
              </div>
            }
          }
        }
      </div>
    </section>
  `,
  styles: `
    .says {
      margin: 4px 0 0;
      overflow-wrap: anywhere;
    }
    p {
      margin-bottom: 12px;
    }
  `,
})
export class MailTrialCard {
  private readonly api = inject(Api);
  private readonly act = acting();
  protected readonly busy = this.act.busy;
  protected readonly trial = signal<MailTrialView | null>(null);

  protected async run(): Promise<void> {
    this.trial.set(null);
    await this.act(async () => this.trial.set(await this.api.act<MailTrialView>('/api/outbox/trial')));
  }
}
