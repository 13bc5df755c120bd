import { DOCUMENT } from '@angular/common';
import { Service, inject } from '@angular/core';
import type { SessionView } from '@runder-tisch/domain/accounts';

const KEY = 'rt-kept-session';

interface Kept {
  view: SessionView;
  /** What this device's clock said then: the server's time goes on from there. */
  deviceTime: number;
}

/**
 * Who last took minutes at this device, so that a running meeting opens again without network. One account at
 * a time; gone with signing out, with another account, and with the approval of the minutes.
 */
@Service()
export class KeptSession {
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;

  keep(view: SessionView): void {
    const kept: Kept = { view, deviceTime: deviceTime() };
    try {
      this.storage?.setItem(KEY, JSON.stringify(kept));
    } catch {
      // Then this device opens no meeting without network.
    }
  }

  /** The view as of then with the server's time carried on; null where nobody took minutes here. */
  read(): SessionView | null {
    try {
      const kept = JSON.parse(this.storage?.getItem(KEY) ?? 'null') as Kept | null;
      if (!kept) return null;
      const now = new Date(Date.parse(kept.view.now) + deviceTime() - kept.deviceTime);
      return { ...kept.view, now: now.toISOString() };
    } catch {
      return null;
    }
  }

  forget(): void {
    try {
      this.storage?.removeItem(KEY);
    } catch {
      // Nothing was kept either.
    }
  }
}

function deviceTime(): number {
  return performance.timeOrigin + performance.now();
}
