import { Dialog } from '@angular/cdk/dialog';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type Answer, ConfirmDialog, type Question } from './confirm-dialog';

export type { Answer, Question };

/** `const answer = await confirm.ask({ heading: 'Termin absagen?', action: 'Absagen', danger: true });` */
@Service()
export class Confirm {
  private readonly dialog = inject(Dialog);

  /** The answer with its reason, or null where somebody turned back or the question had no point any more. */
  async ask(question: Question, pointless?: AbortSignal): Promise<Answer | null> {
    const opened = this.dialog.open<Answer, Question>(ConfirmDialog, {
      data: question,
      role: question.danger || question.urgent ? 'alertdialog' : 'dialog',
      ariaDescribedBy: question.text ? 'rt-confirm-text' : null,
      ariaLabelledBy: 'rt-confirm-heading',
      ariaModal: true,
      autoFocus: question.reason ? 'textarea' : question.danger ? '[data-cancel]' : '[data-action]',
      backdropClass: ['cdk-overlay-dark-backdrop', 'rt-backdrop'],
      width: '460px',
      maxWidth: 'calc(100vw - 32px)',
    });
    pointless?.addEventListener('abort', () => opened.close(), { once: true });
    return (await firstValueFrom(opened.closed)) ?? null;
  }
}
