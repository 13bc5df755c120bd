import { Clock } from '../src/clock';

const UNITS = { seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** A clock that stands still until a test moves it. */
export class HeldClock extends Clock {
  private at: number;

  constructor(start = '2026-11-23T09:00:00+01:00') {
    super();
    this.at = new Date(start).getTime();
  }

  override now(): Date {
    return new Date(this.at);
  }

  /** Sets it to an instant such as `2026-10-25T02:30:00+01:00`. */
  set(instant: string | Date): void {
    this.at = new Date(instant).getTime();
  }

  /** `clock.pass(61, 'minutes')` */
  pass(amount: number, unit: keyof typeof UNITS): void {
    this.at += amount * UNITS[unit];
  }
}
