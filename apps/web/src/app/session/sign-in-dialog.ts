import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { DOCUMENT } from '@angular/common';
import { Component, DestroyRef, inject } from '@angular/core';
import { MailWords } from './mail-words';
import { Session } from './session';
import { SessionWatch } from './session-watch';
import { SignInForm } from './sign-in-form';
import { signInWays } from './sign-in-ways';

/** What the dialog over the page is told. */
export interface SignInAgainRequest {
  /** Where a link from a mail leads to. */
  address: string;
  byPassword: boolean;
  /** Why it is asked; null where somebody does it beforehand. */
  reason: string | null;
  /** When the session ends that is still there; null where it has ended. */
  until: number | null;
}

/** Who signed in: the account this page is of, or another one; null for nobody. */
export type SignedInAgain = 'same' | 'other' | null;

const LOOK_AGAIN_MS = 3_000;

/** The door once more, in front of the page: a link by mail, which may be opened in another window, or a password. */
@Component({
  selector: 'rt-sign-in-dialog',
  imports: [SignInForm],
  template: `
    <div class="rt-dialog">
      <h2 id="rt-sign-in-heading">Wieder anmelden</h2>
      <div id="rt-sign-in-reason">
        @if (request.reason; as reason) {
          <p>{{ reason }}</p>
        }
        <p class="rt-quiet">
          Was Sie eingegeben haben, bleibt stehen, und nach dem Anmelden geht es hier weiter. Bisher
          angemeldet: {{ name }}.
        </p>
      </div>
      @if (ways.sentTo(); as mail) {
        <p role="status">
          @if (mails.leave(mail)) {
            Wenn zu <strong>{{ mail }}</strong> ein Zugang gehört, haben wir Ihnen einen Link geschickt.
          } @else {
            {{ mails.why() }} Wenn zu <strong>{{ mail }}</strong> ein Zugang gehört, fragen Sie bitte nach
            Ihrem Link.
          }
          Öffnen Sie ihn in diesem Browser: Sobald Sie angemeldet sind, geht es hier weiter.
        </p>
        <div class="rt-form-actions">
          <button type="button" class="rt-button" (click)="ways.sentTo.set(null)">
            Andere Adresse verwenden
          </button>
          <button type="button" class="rt-button" (click)="opened.close(null)">Später</button>
        </div>
      } @else {
        <rt-sign-in-form [ways]="ways">
          <button type="button" class="rt-button" (click)="opened.close(null)">Später</button>
        </rt-sign-in-form>
      }
    </div>
  `,
  styles: `
    #rt-sign-in-reason {
      display: grid;
      gap: 8px;
    }
  `,
})
export class SignInDialog {
  private readonly document = inject(DOCUMENT);
  protected readonly mails = inject(MailWords);
  private readonly session = inject(Session);
  private readonly watch = inject(SessionWatch);
  protected readonly request = inject<SignInAgainRequest>(DIALOG_DATA);
  protected readonly opened = inject<DialogRef<SignedInAgain>>(DialogRef);
  protected readonly name = this.session.current().displayName;
  protected readonly ways = signInWays({
    byPassword: this.request.byPassword,
    target: () => this.request.address,
    signedIn: () => this.look(),
  });

  constructor() {
    const look = () => void this.look();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    this.document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      this.document.removeEventListener('visibilitychange', look);
    });
  }

  /** Whether somebody is signed in by now, here or through a link in another window. */
  private async look(): Promise<void> {
    if (this.document.visibilityState === 'hidden') return;
    const by = await this.session.ask().catch(() => null);
    if (!by?.signedIn) return;
    const isSame = by.accountId === this.session.current().accountId;
    if (
      isSame &&
      this.request.until !== null &&
      (this.watch.ends()?.whole ?? 0) <= this.request.until + 60_000
    )
      return;
    this.opened.close(isSame ? 'same' : 'other');
  }
}
