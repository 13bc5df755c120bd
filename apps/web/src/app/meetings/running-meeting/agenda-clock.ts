import { DOCUMENT } from '@angular/common';
import { Service, computed, inject, signal } from '@angular/core';
import { meetingLimits } from '@runder-tisch/domain/meetings';
import { ScreenClock } from '@runder-tisch/ui/text';
import {
  CLOCK_KEY,
  openItem,
  readClock,
  stopClock,
  stoppedClock,
  usedTime,
  type ItemClock,
} from './item-clock';
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
    const left = this.current();
    this.keep(openItem(this.state(), item, this.screen.exact().getTime(), this.runs()));
    if (item !== left) this.tell(left);
  }

  stop(): void {
    this.keep(stopClock(this.state(), this.screen.exact().getTime()));
    this.tell(this.current());
  }

  /** How long the point that was left has taken by now; it waits like everything else where there is no network. */
  private tell(item: string | null): void {
    const seconds = Math.round(usedTime(this.state(), item, this.screen.exact().getTime()) / 1000);
    if (item !== null && seconds > 0) this.running.took(item, Math.min(seconds, meetingLimits.usedSeconds));
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
