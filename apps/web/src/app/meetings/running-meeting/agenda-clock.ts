import { DOCUMENT } from '@angular/common';
import { Service, computed, inject, signal } from '@angular/core';
import { ScreenClock } from '@runder-tisch/ui/text';
import { CLOCK_KEY, openItem, readClock, stopClock, stoppedClock, type ItemClock } from './item-clock';
import { RunningMeeting } from './record/running-meeting';

/** Which item is open and since when. Kept on this device, so that a reload does not set the clock back. */
@Service({ autoProvided: false })
export class AgendaClock {
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;
  private readonly screen = inject(ScreenClock);
  private readonly running = inject(RunningMeeting);
  readonly state = signal<ItemClock>(stoppedClock);
  readonly current = computed(() => this.state().current);

  /** Goes on where this device stood, otherwise at the first item. */
  open(): void {
    const kept = readClock(this.read());
    const ids = this.running.meeting()?.agenda.map((item) => item.id) ?? [];
    const isKnown = kept.current !== null && ids.includes(kept.current);
    this.state.set(kept);
    if (!isKnown || !this.runs() || kept.since === null) this.goTo(isKnown ? kept.current : (ids[0] ?? null));
  }

  goTo(item: string | null): void {
    this.keep(openItem(this.state(), item, this.screen.exact().getTime(), this.runs()));
  }

  stop(): void {
    this.keep(stopClock(this.state(), this.screen.exact().getTime()));
  }

  private runs(): boolean {
    return this.running.phase() === 'running';
  }

  private keep(state: ItemClock): void {
    this.state.set(state);
    try {
      this.storage?.setItem(this.key(), JSON.stringify(state));
    } catch {
      // Then a reload starts the clock anew.
    }
  }

  private read(): string | null {
    try {
      return this.storage?.getItem(this.key()) ?? null;
    } catch {
      return null;
    }
  }

  private key(): string {
    return `${CLOCK_KEY}${this.running.meeting()?.id ?? ''}`;
  }
}
