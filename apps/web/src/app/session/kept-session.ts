import { DOCUMENT } from '@angular/common';
import { Service, inject } from '@angular/core';
import type { SessionView } from '@runder-tisch/domain/accounts';

const KEY = 'rt-kept-session';
const DAY_MS = 86_400_000;

interface Kept {
  view: SessionView;
  /** What this device's clock said then: the server's time goes on from there. */
  deviceTime: number;
}

/**
 * Who last took minutes at this device, so that a running meeting opens again without network. One account at
 * a time; gone with signing out, when the server has ended the session, with another account, with the approval of
 * the minutes, and after a day.
 */
@Service()
export class KeptSession {
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;

  /** `view` with the server's time as of now. */
  keep(view: SessionView): void {
    const kept: Kept = { view, deviceTime: deviceTime() };
    try {
      this.storage?.setItem(KEY, JSON.stringify(kept));
    } catch {
      // Then this device opens no meeting without network.
    }
  }

  /** The view as of then with the server's time carried on; null where nobody took minutes here since yesterday. */
  read(): SessionView | null {
    const kept = this.kept();
    if (!kept || this.isOld()) return null;
    const now = new Date(Date.parse(kept.view.now) + deviceTime() - kept.deviceTime);
    return { ...kept.view, now: now.toISOString() };
  }

  /** Whose it is, however old. */
  accountId(): string | null {
    return this.kept()?.view.accountId ?? null;
  }

  /** The server was last heard more than a day ago. */
  isOld(): boolean {
    const kept = this.kept();
    return kept !== null && Math.abs(deviceTime() - kept.deviceTime) > DAY_MS;
  }

  forget(): void {
    try {
      this.storage?.removeItem(KEY);
    } catch {
      // Nothing was kept either.
    }
  }

  private kept(): Kept | null {
    try {
      return JSON.parse(this.storage?.getItem(KEY) ?? 'null') as Kept | null;
    } catch {
      return null;
    }
  }
}

function deviceTime(): number {
  return performance.timeOrigin + performance.now();
}
