import { DOCUMENT } from '@angular/common';
import { Service, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Confirm } from '@runder-tisch/ui/overlay';
import { KeptSession } from './kept-session';
import { Session } from './session';

/** What an account leaves in this browser: nothing after signing out, and nothing unsent without a word. */
@Service()
export class SigningOut {
  private readonly confirm = inject(Confirm);
  private readonly kept = inject(KeptSession);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;
  private accountId = '';

  /** False where somebody would rather send first what still waits on this device. */
  async mayLeave(): Promise<boolean> {
    this.accountId = this.session.current().accountId ?? '';
    const store = await this.store();
    const [first, ...others] = await store.unsent(this.accountId).catch(() => []);
    if (!first) return true;
    const count = [first, ...others].reduce((sum, meeting) => sum + meeting.count, 0);
    const things = count === 1 ? '1 Änderung' : `${count} Änderungen`;
    const lost = await this.confirm.ask({
      heading: 'Noch nicht alles ist gesendet',
      text: `An diesem Gerät warten ${things} aus einer Sitzung. Mit dem Abmelden gehen sie verloren.`,
      action: 'Trotzdem abmelden',
      cancel: 'Zur Sitzung',
      danger: true,
    });
    if (lost) return true;
    await this.router.navigate(['/termine', first.meetingId, 'sitzung']);
    return false;
  }

  async clear(): Promise<void> {
    this.kept.forget();
    await (await this.store()).clear(this.accountId).catch(() => undefined);
    for (const key of Object.keys(this.storage ?? {})) {
      if (key.startsWith('rt-agenda-clock-')) this.storage?.removeItem(key);
    }
  }

  /** Loaded only where it is needed: most of those who sign out never took minutes here. */
  private async store() {
    const { deviceStore } = await import('../meetings/running-meeting/record/device-store');
    return deviceStore;
  }
}
