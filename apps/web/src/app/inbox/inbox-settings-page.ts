import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { mdiEmailAlertOutline } from '@mdi/js';
import type { InboxStateView, InboxTestView, SetAsideMail } from '@runder-tisch/domain/inbox';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { BerlinDatePipe, RelativeTime } from '@runder-tisch/ui/text';
import { acting } from '../http/acting';
import { Api } from '../http/api';

/** For the administration: whether answers come in, and what could not be read. */
@Component({
  selector: 'rt-inbox-settings-page',
  imports: [BerlinDatePipe, EmptyState, PageHead, ProgressLine, RelativeTime],
  template: `
    <rt-progress-line [busy]="answer.isLoading() || act.busy()" />
    <rt-page-head heading="Posteingang" [back]="{ label: 'Einstellungen', link: '/einstellungen' }">
      <span subline>Wohin Eingeladene aus ihrem Kalender antworten und ob diese Antworten ankommen.</span>
    </rt-page-head>
    @if (state(); as it) {
      @if (!it.configured) {
        <div class="rt-card">
          <rt-empty-state
            heading="Kein Posteingang eingerichtet"
            text="Antworten gehen an das Postfach aus „Landkreis und Absender“. Dort lesen Menschen sie und ziehen sie auf die Seite des Termins. Soll die Anwendung sie selbst lesen, nennt der Betrieb ihr ein eigenes Postfach in der Umgebungsvariable IMAP_URL:"
            [icon]="icon"
          >
            <code class="address"
              >imaps://name:kennwort@mail.landkreis.example?address=termine&#64;landkreis.example</code
            >
          </rt-empty-state>
        </div>
      } @else {
        <div class="rt-stack">
          <section class="rt-card" aria-labelledby="rt-inbox-state">
            <h2 id="rt-inbox-state">Stand</h2>
            <dl class="rt-facts rt-facts-stacked">
              <dt>Adresse</dt>
              <dd class="address">{{ it.address }}</dd>
              <dt>Postfach</dt>
              <dd class="address">{{ it.mailbox }}</dd>
              <dt>Zuletzt gelesen</dt>
              <dd>
                @if (it.lookedAt) {
                  <rt-relative-time [at]="it.lookedAt" />
                } @else {
                  noch nie
                }
              </dd>
              @if (it.error) {
                <dt>Fehler</dt>
                <dd>
                  <span class="rt-badge rt-badge-negative">nicht lesbar</span>
                  <span class="rt-lines">{{ it.error }}</span>
                  @if (it.failedAt) {
                    <div class="rt-quiet"><rt-relative-time [at]="it.failedAt" /></div>
                  }
                </dd>
              }
            </dl>
            <p>
              <button type="button" class="rt-button" [disabled]="act.busy()" (click)="test()">
                Verbindung prüfen
              </button>
            </p>
            <p role="status">
              @if (tested(); as result) {
                <span [class]="'rt-badge ' + (result.works ? 'rt-badge-positive' : 'rt-badge-negative')">{{
                  result.works ? 'erreichbar' : 'nicht erreichbar'
                }}</span>
                {{ result.says }}
              }
            </p>
            <p class="rt-quiet">
              Neue Termine nennen diese Adresse als Absender:in der Einladung. Schon eingeladene behalten
              ihre, damit Kalender Änderungen und Absagen annehmen.
            </p>
          </section>
          <section class="rt-card" aria-labelledby="rt-inbox-aside">
            <h2 id="rt-inbox-aside">Beiseitegelegt</h2>
            @if (it.setAside.length) {
              <p class="rt-quiet">
                Diese Mails ließen sich dreimal nicht verarbeiten. Im Postfach liegen sie im Ordner „Runder
                Tisch beiseite“.
              </p>
              <ul>
                @for (mail of it.setAside; track mail.id) {
                  <li>
                    <strong>{{ mail.subject || 'ohne Betreff' }}</strong>
                    <div class="rt-quiet address">
                      {{ mail.fromMail || 'unbekannt' }}, {{ mail.takenAt | berlinDate: 'short' }}
                    </div>
                    <div class="rt-lines">{{ mail.error }}</div>
                    <div class="rt-row">
                      @if (mail.kept) {
                        <button
                          type="button"
                          class="rt-button rt-small"
                          [disabled]="act.busy()"
                          [attr.aria-label]="'Noch einmal versuchen: ' + (mail.subject || mail.fromMail)"
                          (click)="retry(mail)"
                        >
                          Noch einmal versuchen
                        </button>
                      }
                      <button
                        type="button"
                        class="rt-button rt-plain rt-small"
                        [disabled]="act.busy()"
                        [attr.aria-label]="'Erledigt: ' + (mail.subject || mail.fromMail)"
                        (click)="discard(mail)"
                      >
                        Erledigt
                      </button>
                    </div>
                  </li>
                }
              </ul>
            } @else {
              <p class="rt-quiet">Jede Mail ließ sich lesen.</p>
            }
          </section>
        </div>
      }
    }
  `,
  styles: `
    .address {
      overflow-wrap: anywhere;
    }
    ul {
      display: grid;
      gap: 16px;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      gap: 4px;
    }
  `,
})
export class InboxSettingsPage {
  private readonly api = inject(Api);
  protected readonly icon = mdiEmailAlertOutline;
  protected readonly answer = httpResource<InboxStateView>(() => '/api/inbox/state');
  protected readonly state = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly act = acting(() => this.answer.reload());
  protected readonly tested = signal<InboxTestView | null>(null);

  protected async test(): Promise<void> {
    this.tested.set(null);
    await this.act(async () => this.tested.set(await this.api.act<InboxTestView>('/api/inbox/test')));
  }

  protected async retry({ id }: SetAsideMail): Promise<void> {
    await this.act(
      () => this.api.act<InboxStateView>(`/api/inbox/${id}/retry`),
      ({ setAside }) =>
        setAside.some((it) => it.id === id) ? 'Es ging noch immer nicht.' : 'Die Mail ist verarbeitet.',
    );
  }

  protected async discard({ id }: SetAsideMail): Promise<void> {
    await this.act(() => this.api.act(`/api/inbox/${id}/discard`), 'Erledigt.');
  }
}
