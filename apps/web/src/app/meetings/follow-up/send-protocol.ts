import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import type { ProtocolRecipientsView, ProtocolSendView } from '@runder-tisch/domain/meetings';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { actingInPlace } from '../../http/acting';
import { Api } from '../../http/api';
import { asProblemError } from '../../http/problem-error';

/** Who gets the protocol, and with how many tasks of their own, before it leaves the house. */
@Component({
  selector: 'rt-send-protocol',
  imports: [ProgressLine, SidePanel],
  template: `
    <rt-side-panel heading="Protokoll versenden" (closed)="closed.emit()">
      <rt-progress-line [busy]="answer.isLoading() || busy()" />
      @if (view(); as it) {
        <p class="intro">
          Jede Person bekommt eine eigene Mail mit dem Protokoll als PDF. Obenan stehen ihre Aufgaben, die sie
          mit einem Klick als erledigt melden kann, auch ohne Zugang zu dieser Anwendung.
        </p>
        @if (it.recipients.length) {
          <ul class="people" [attr.aria-label]="'Empfängerinnen und Empfänger'">
            @for (person of it.recipients; track person.mail) {
              <li>
                <span>
                  <strong>{{ person.name }}</strong>
                  <span class="rt-quiet rt-small">{{ person.mail }}</span>
                </span>
                @if (person.tasks) {
                  <span class="rt-badge rt-badge-accent">
                    {{ person.tasks === 1 ? '1 Aufgabe' : person.tasks + ' Aufgaben' }}
                  </span>
                } @else if (!person.present) {
                  <span class="rt-badge">war nicht da</span>
                }
              </li>
            }
          </ul>
        } @else {
          <p class="rt-note rt-note-warning">Es gibt niemanden mit Mailadresse.</p>
        }
        @if (it.withoutAddress.length) {
          <div class="rt-note rt-note-warning">
            <span>Ohne Mailadresse, bekommen es nicht: {{ it.withoutAddress.join(', ') }}.</span>
          </div>
        }
        @if (refusal(); as says) {
          <p class="rt-error" role="alert">{{ says }}</p>
        }
        <div class="rt-form-actions">
          <button
            type="button"
            class="rt-button rt-primary"
            [disabled]="busy() || !it.recipients.length"
            (click)="send()"
          >
            An {{ it.recipients.length }} {{ it.recipients.length === 1 ? 'Person' : 'Personen' }} senden
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      } @else if (problem(); as says) {
        <p class="rt-note rt-note-warning">{{ says }}</p>
      }
    </rt-side-panel>
  `,
  styles: `
    .intro {
      margin-bottom: 16px;
    }
    .people {
      display: grid;
      margin-bottom: 16px;
      border: 1px solid var(--rt-line);
      border-radius: var(--rt-radius);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 4px 12px;
      padding: 9px 14px;
    }
    li + li {
      border-top: 1px solid var(--rt-line);
    }
    li > span:first-child {
      display: grid;
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class SendProtocol {
  readonly meetingId = input.required<string>();
  readonly closed = output<void>();
  /** How many mails go out. */
  readonly sent = output<number>();

  private readonly api = inject(Api);
  private readonly act = actingInPlace();
  protected readonly busy = this.act.busy;
  protected readonly refusal = this.act.refusal;
  protected readonly answer = httpResource<ProtocolRecipientsView>(
    () => `/api/meetings/${this.meetingId()}/protocol/recipients`,
  );
  protected readonly view = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly problem = computed(() => {
    const failed = this.answer.error();
    return failed ? asProblemError(failed).says : null;
  });

  protected async send(): Promise<void> {
    if (this.busy()) return;
    const path = `/api/meetings/${this.meetingId()}/protocol/send`;
    await this.act(async () => this.sent.emit((await this.api.act<ProtocolSendView>(path)).sent));
  }
}
