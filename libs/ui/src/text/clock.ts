import { DestroyRef, Service, computed, inject, signal } from '@angular/core';

/**
 * The time of the screen: the server's clock, carried on by this device, ticking once a minute. A device
 * with a wrong clock, or a demo that stands on another day, shows the same words as the server's mails.
 */
@Service()
export class ScreenClock {
  private readonly ahead = signal(0);
  private readonly tick = signal(deviceTime());
  readonly now = computed(() => new Date(this.tick() + this.ahead()));

  constructor() {
    const timer = setInterval(() => this.tick.set(deviceTime()), 60_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** To the second, for what is measured or written down; `now` changes once a minute and redraws what shows it. */
  exact(): Date {
    return new Date(deviceTime() + this.ahead());
  }

  followServer(now: string): void {
    const server = Date.parse(now);
    if (Number.isNaN(server)) return;
    this.tick.set(deviceTime());
    this.ahead.set(server - this.tick());
  }
}

function deviceTime(): number {
  return performance.timeOrigin + performance.now();
}
