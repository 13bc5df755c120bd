import { Service, inject } from '@angular/core';
import { Router } from '@angular/router';
import { counted } from '@runder-tisch/domain/text';
import { Confirm } from '@runder-tisch/ui/overlay';
import { KeptSession } from './kept-session';
import { LeftOnDevice } from './left-on-device';
import { Session } from './session';

/** What an account leaves in this browser: nothing after signing out, and nothing unsent without a word. */
@Service()
export class SigningOut {
  private readonly confirm = inject(Confirm);
  private readonly kept = inject(KeptSession);
  private readonly left = inject(LeftOnDevice);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private accountId = '';

  /** False where somebody would rather send first what still waits on this device. */
  async mayLeave(): Promise<boolean> {
    this.accountId = this.session.current().accountId ?? '';
    const unsent = await this.left.unsent(this.accountId);
    if (!unsent) return true;
    const things = counted(unsent.count, 'Änderung', 'Änderungen');
    const lost = await this.confirm.ask({
      heading: 'Noch nicht alles ist gesendet',
      text: `An diesem Gerät warten ${things} aus einer Sitzung. Mit dem Abmelden gehen sie verloren.`,
      action: 'Trotzdem abmelden',
      cancel: 'Zur Sitzung',
      danger: true,
    });
    if (lost) return true;
    await this.router.navigate([...unsent.page]);
    return false;
  }

  async clear(): Promise<void> {
    this.kept.forget();
    await this.left.clear(this.accountId);
  }
}
