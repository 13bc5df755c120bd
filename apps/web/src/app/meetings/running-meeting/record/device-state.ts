import { Component, computed, inject } from '@angular/core';
import {
  mdiCheckCircleOutline,
  mdiCloudOffOutline,
  mdiCloudUploadOutline,
  mdiLockAlertOutline,
} from '@mdi/js';
import { formatTime } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';
import { PageDoor } from '../../../session/session-door';
import { RunningMeeting } from './running-meeting';

/** Where the words are: with the server, or so far on this device alone, and what there is to do about it. */
@Component({
  selector: 'rt-device-state',
  imports: [Icon],
  template: `
    <div class="state" role="status" [class.waits]="trouble()">
      <rt-icon [path]="icon()" />
      <span>
        {{ words() }}
        @if (!running.durable()) {
          <span class="memory">
            Dieser Browser bewahrt nichts auf (Speicher voll oder privater Modus). Bitte lassen Sie die Seite
            offen, bis alles gesendet ist.
          </span>
        }
      </span>
    </div>
    @switch (trouble()) {
      @case ('signed-out') {
        <button type="button" class="rt-button rt-small" (click)="signIn()">Wieder anmelden</button>
      }
      @case ('unreachable') {
        @if (unsent()) {
          <button type="button" class="rt-button rt-small" (click)="running.refresh()">Jetzt senden</button>
        }
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: 1 1 260px;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 12px;
    }
    .state {
      display: flex;
      flex: 0 1 auto;
      align-items: center;
      gap: 8px;
      min-width: 0;
      color: var(--rt-text-quiet);
      font-size: 0.9375rem;
    }
    rt-icon {
      flex: none;
      color: var(--rt-positive);
    }
    .waits rt-icon {
      color: var(--rt-warning);
    }
    .memory {
      display: block;
      color: var(--rt-warning);
    }
    @media (max-width: 699px) {
      :host {
        flex-wrap: nowrap;
      }
      .state {
        flex: 1;
        line-height: 1.3;
      }
    }
  `,
})
export class DeviceState {
  private readonly door = inject(PageDoor);
  protected readonly running = inject(RunningMeeting);
  protected readonly trouble = this.running.trouble;
  protected readonly unsent = this.running.queue.unsent;
  protected readonly icon = computed(() => {
    switch (this.trouble()) {
      case 'unreachable':
        return mdiCloudOffOutline;
      case null:
        return this.unsent() ? mdiCloudUploadOutline : mdiCheckCircleOutline;
      default:
        return mdiLockAlertOutline;
    }
  });
  protected readonly words = computed(() => {
    const count = this.unsent();
    const things = count === 1 ? '1 Änderung' : `${count} Änderungen`;
    const here = `auf diesem Gerät${timeOf(this.running.writtenAt(), ', zuletzt ')}`;
    switch (this.trouble()) {
      case 'signed-out':
        return count
          ? `Ihre Anmeldung ist abgelaufen. Schreiben Sie weiter: ${things} ${here}, noch nicht gesendet`
          : 'Ihre Anmeldung ist abgelaufen. Schreiben Sie weiter: Alles bleibt auf diesem Gerät.';
      case 'unreachable':
        return count
          ? `Ohne Verbindung: ${things} ${here}, noch nicht gesendet`
          : 'Ohne Verbindung. Schreiben Sie weiter: Alles bleibt auf diesem Gerät.';
      default:
        if (count) return this.running.queue.sends() ? 'wird gesendet …' : `${here}, wird gesendet …`;
        return this.running.savedAt() ? `gespeichert${timeOf(this.running.savedAt())}` : 'alles gespeichert';
    }
  });

  protected async signIn(): Promise<void> {
    if (await this.door.ask(this.running.address(), true)) await this.running.refresh();
  }
}

function timeOf(at: Date | null, before = ' '): string {
  return at ? before + formatTime(at) : '';
}
