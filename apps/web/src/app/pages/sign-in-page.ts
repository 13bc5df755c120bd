import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { mdiEmailCheckOutline } from '@mdi/js';
import { inAppPath, sessionEndSays } from '@runder-tisch/domain/accounts';
import { Icon, Mark } from '@runder-tisch/ui/icon';
import { MailWords } from '../session/mail-words';
import { Session } from '../session/session';
import { SignInForm } from '../session/sign-in-form';
import { signInWays } from '../session/sign-in-ways';

/** The door: a mail address is enough; staff who set a password may use that. */
@Component({
  selector: 'rt-sign-in-page',
  imports: [Icon, Mark, SignInForm],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  /** Where somebody wanted to go; only addresses inside this application are followed. */
  readonly ziel = input<string>();
  readonly abgemeldet = input<string>();

  private readonly router = inject(Router);
  protected readonly mails = inject(MailWords);
  protected readonly session = inject(Session);
  protected readonly icon = mdiEmailCheckOutline;
  private readonly target = computed(() => inAppPath(this.ziel()));
  protected readonly ways = signInWays({
    byPassword: false,
    target: () => this.target(),
    signedIn: () => this.session.load(),
  });
  /** Why somebody stands here again. */
  protected readonly reason = computed(() => {
    const { ended } = this.session.current();
    return ended && !this.abgemeldet() ? sessionEndSays[ended] : null;
  });

  constructor() {
    // Here, or through the link of the mail in another window of this browser.
    effect(() => {
      if (this.session.signedIn()) untracked(() => void this.router.navigateByUrl(this.target()));
    });
  }
}
