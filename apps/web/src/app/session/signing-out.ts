import { Service, inject } from '@angular/core';
import { Router } from '@angular/router';
import { counted } from '@runder-tisch/domain/text';
import { Confirm } from '@runder-tisch/ui/overlay';
import { KeptSession } from './kept-session';
import { LeftOnDevice } from './left-on-device';
import { Session } from './session';
import { Windows } from './windows';

/** What an account leaves in this browser: nothing after signing out, and nothing unsent without a word. */
@Service()
export class SigningOut {
  private readonly confirm = inject(Confirm);
  private readonly kept = inject(KeptSession);
  private readonly left = inject(LeftOnDevice);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly windows = inject(Windows);
  private accountId = '';

  /** False where somebody would rather send first what still waits on this device. */
  async mayLeave(): Promise<boolean> {
    this.accountId = this.session.current().accountId ?? '';
    const unsent = await this.left.unsent(this.accountId);
    if (!unsent) return true;
    const things = counted(unsent.count, 'Änderung', 'Änderungen');
    const waiting = unsent.count === 1 ? 'wartet' : 'warten';
    const lost = await this.confirm.ask({
      heading: 'Noch nicht alles ist gespeichert',
      text: `An diesem Gerät ${waiting} noch ${things}, die nicht gespeichert sind. Mit dem Abmelden gehen sie verloren.`,
      action: 'Trotzdem abmelden',
      cancel: 'Dorthin',
      danger: true,
    });
    if (lost) return true;
    await this.router.navigate([...unsent.page]);
    return false;
  }

  async clear(): Promise<void> {
    this.kept.forget();
    await this.left.clear(this.accountId);
    // Their windows show what was this account's.
    this.windows.tell({ accountId: this.accountId, signedOut: true });
  }
}
