import { Component, computed, inject, input } from '@angular/core';
import { mdiAccountGroupOutline, mdiAlertOutline, mdiCheckCircleOutline } from '@mdi/js';
import { type Quorum, quorumInWords, quorumNeeded, quorumOn } from '@runder-tisch/domain/meetings';
import { Icon } from '@runder-tisch/ui/icon';
import { RunningMeeting } from './record/running-meeting';

/**
 * Whether the body can decide, counted from the attendance on this device and so without network as well. With an item
 * it speaks only where the count for that item is another, because somebody is left out of it.
 */
@Component({
  selector: 'rt-quorum-note',
  imports: [Icon],
  template: `
    @if (quorum(); as it) {
      <p class="quorum" [attr.data-tone]="it.tone">
        <rt-icon [path]="icons[it.tone]" /><span>{{ it.words }}</span>
      </p>
    }
  `,
  styles: `
    .quorum {
      display: flex;
      gap: 6px;
      margin: 0;
      font-size: 0.9375rem;
    }
    rt-icon {
      flex: none;
      margin-top: 0.1em;
      color: var(--rt-text-quiet);
    }
    [data-tone='met'] rt-icon {
      color: var(--rt-positive);
    }
    [data-tone='short'] rt-icon {
      color: var(--rt-warning);
    }
  `,
})
export class QuorumNote {
  /** Undefined for the session as a whole. */
  readonly item = input<string | null>();

  private readonly running = inject(RunningMeeting);
  protected readonly icons = {
    open: mdiAccountGroupOutline,
    met: mdiCheckCircleOutline,
    short: mdiAlertOutline,
  };
  protected readonly quorum = computed((): { tone: 'open' | 'met' | 'short'; words: string } | null => {
    const voters = this.running.meeting()?.voters;
    if (!voters) return null;
    const there = this.running.seats.peopleThere();
    const whole = quorumOn(voters, there, null);
    const item = this.item();
    if (!whole) return null;
    if (item === undefined)
      return this.running.seats.present() > 0
        ? { tone: toneOf(whole), words: quorumInWords(whole) }
        : { tone: 'open', words: `beschlussfähig ${quorumNeeded(whole)}` };
    const here = quorumOn(voters, there, item);
    if (!here || here.present === whole.present) return null;
    const left = whole.present - here.present;
    const who = left === 1 ? 'ist 1 Stimmberechtigte:r' : `sind ${left} Stimmberechtigte`;
    const words = `Zu diesem Punkt ${who} nach § 33 ausgeschlossen: ${quorumInWords(here)}`;
    return { tone: toneOf(here), words };
  });
}

function toneOf({ met }: Quorum): 'met' | 'short' {
  return met ? 'met' : 'short';
}
