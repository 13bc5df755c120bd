import { DOCUMENT } from '@angular/common';
import { DestroyRef, Service, inject, signal } from '@angular/core';
import { ScreenClock } from '@runder-tisch/ui/text';
import { Windows } from './windows';

const WARN_MS = 2 * 60_000;
/** Who types or clicks is there: the server hears of it at most this often. */
const QUIET_MS = 5 * 60_000;
/** By then the server knows as well. */
const GRACE_MS = 2_000;

export interface Watching {
  /** Somebody is there, though nothing was asked for a while. */
  active(): void;
  /** Two minutes are left. */
  warn(): void;
  /** Somebody asked something, in whichever window: the end is later than it was. */
  putOff(): void;
  /** The end is past. */
  over(): void;
}

/** When the session of this browser ends, whichever of its windows was used last. */
@Service()
export class SessionWatch {
  private readonly clock = inject(ScreenClock);
  private readonly document = inject(DOCUMENT);
  private readonly windows = inject(Windows);
  private watching: Watching | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private heardAt = 0;

  /** In milliseconds of the server's clock; null as long as nobody is signed in. */
  readonly ends = signal<{ idle: number; whole: number } | null>(null);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  start(watching: Watching): void {
    this.watching = watching;
    const used = () => this.used();
    for (const event of ['keydown', 'pointerdown']) this.document.addEventListener(event, used, true);
    this.document.addEventListener('visibilitychange', () => this.plan());
    this.windows.hear(({ ends }) => ends && this.follow(ends));
  }

  /** `1740 42000`: seconds until it ends if nothing is asked, and in any case. */
  heard(left: string, accountId: string | null): void {
    const [idle = Number.NaN, whole = Number.NaN] = left.split(' ').map(Number);
    if (Number.isNaN(idle + whole)) return;
    const now = this.now();
    const ends = { idle: now + idle * 1000, whole: now + whole * 1000 };
    const before = this.ends();
    this.follow(ends);
    // Each answer moves it a little; others need not hear of seconds.
    if (!before || ends.idle - before.idle > 10_000) this.windows.tell({ accountId, ends });
  }

  /** Nobody is signed in any more. */
  stop(): void {
    this.ends.set(null);
    clearTimeout(this.timer);
  }

  /** Whether a request would put the end off. */
  canExtend(): boolean {
    const ends = this.ends();
    return ends !== null && ends.whole > ends.idle;
  }

  private follow(ends: { idle: number; whole: number }): void {
    this.heardAt = this.now();
    this.ends.set(ends);
    if (Math.min(ends.idle, ends.whole) - this.heardAt > WARN_MS) this.watching?.putOff();
    this.plan();
  }

  private used(): void {
    const now = this.now();
    if (this.ends() && now - this.heardAt > QUIET_MS) {
      this.heardAt = now;
      this.watching?.active();
    }
  }

  private plan(): void {
    clearTimeout(this.timer);
    const ends = this.ends();
    if (!ends) return;
    const end = Math.min(ends.idle, ends.whole);
    const left = end - this.now();
    if (left <= -GRACE_MS) return this.watching?.over();
    if (left > WARN_MS) this.again(left - WARN_MS);
    else {
      this.watching?.warn();
      this.again(left + GRACE_MS);
    }
  }

  private again(after: number): void {
    this.timer = setTimeout(() => this.plan(), after);
  }

  private now(): number {
    return this.clock.exact().getTime();
  }
}
