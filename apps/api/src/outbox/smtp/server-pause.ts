const PAUSE_SECONDS = [5, 10, 20, 40, 60] as const;

/**
 * While the mail server is away it is asked again once a minute at most, with one mail, and no mail's tries are
 * counted. Each process finds out for itself, so nothing here needs to be shared.
 */
export class ServerPause {
  private failures = 0;
  private until = 0;

  /** After a failure one connection tries first; the others follow when it got through. */
  get probing(): boolean {
    return this.failures > 0;
  }

  isOver(now: Date): boolean {
    return now.getTime() >= this.until;
  }

  failed(now: Date): void {
    const seconds = PAUSE_SECONDS[Math.min(this.failures, PAUSE_SECONDS.length - 1)] ?? 60;
    this.failures += 1;
    this.until = now.getTime() + seconds * 1000;
  }

  worked(): void {
    this.failures = 0;
    this.until = 0;
  }
}
