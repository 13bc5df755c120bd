import { Dialog } from '@angular/cdk/dialog';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { SignInDialog } from './sign-in-dialog';

/** Signing in where one stands: what is on the screen stays there. */
@Service()
export class SignInAgain {
  private readonly dialog = inject(Dialog);

  /** True once somebody signed in here; with a mail link it happens in another window. */
  async ask(address: string): Promise<boolean> {
    const opened = this.dialog.open<boolean, string>(SignInDialog, {
      data: address,
      ariaLabelledBy: 'rt-sign-in-heading',
      ariaModal: true,
      autoFocus: 'input',
      backdropClass: ['cdk-overlay-dark-backdrop', 'rt-backdrop'],
      width: '460px',
      maxWidth: 'calc(100vw - 32px)',
    });
    return (await firstValueFrom(opened.closed)) ?? false;
  }
}
