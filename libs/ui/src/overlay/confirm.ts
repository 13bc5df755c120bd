import { Dialog } from '@angular/cdk/dialog';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ConfirmDialog } from './confirm-dialog';

export interface Question {
  heading: string;
  text?: string;
  /** The verb on the button: "Löschen", "Absagen". Never only "OK". */
  action: string;
  /** null where there is nothing to turn back from. */
  cancel?: string | null;
  danger?: boolean;
  /** Asks for words that are kept with the change. */
  reason?: { label: string; required: boolean; hint?: string };
}

export interface Answer {
  reason: string;
}

/** `const answer = await confirm.ask({ heading: 'Termin absagen?', action: 'Absagen', danger: true });` */
@Service()
export class Confirm {
  private readonly dialog = inject(Dialog);

  /** The answer with its reason, or null where somebody turned back. */
  async ask(question: Question): Promise<Answer | null> {
    const opened = this.dialog.open<Answer, Question>(ConfirmDialog, {
      data: question,
      role: question.danger ? 'alertdialog' : 'dialog',
      ariaLabelledBy: 'rt-confirm-heading',
      ariaModal: true,
      autoFocus: question.reason ? 'textarea' : question.danger ? '[data-cancel]' : '[data-action]',
      backdropClass: ['cdk-overlay-dark-backdrop', 'rt-backdrop'],
      width: '460px',
      maxWidth: 'calc(100vw - 32px)',
    });
    return (await firstValueFrom(opened.closed)) ?? null;
  }
}
