import { Dialog } from '@angular/cdk/dialog';
import { DOCUMENT } from '@angular/common';
import {
  type DestroyRef,
  Injector,
  Service,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { NavigationStart, Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { sessionEndSays } from '@runder-tisch/domain/accounts';
import { formatTime } from '@runder-tisch/domain/time';
import { Confirm } from '@runder-tisch/ui/overlay';
import type { ProblemError } from '../http/problem-error';
import type { SessionDoor } from '../http/session-door';
import { Session } from './session';
import { SessionWatch } from './session-watch';
import type { SignInAgainRequest, SignedInAgain } from './sign-in-dialog';
import { type WindowWord, Windows } from './windows';

/**
 * The end of a session, before and after: two minutes ahead it is announced and put off with one key; afterwards
 * signing in lies over the page, which stays as it is. Whoever signs in with another account begins anew.
 */
@Service()
export class PageDoor implements SessionDoor {
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(Dialog);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly watch = inject(SessionWatch);
  private readonly windows = inject(Windows);
  private readonly over = signal(false);
  private readonly aside = signal(0);
  private readonly asking = signal<Promise<boolean> | null>(null);
  private warning: AbortController | null = null;
  /** "Später": what the page asks by itself does not ask again until somebody goes on. */
  private later = false;

  readonly isOver = computed(() => this.over() && this.session.signedIn());
  /** The page says so itself where nobody is just being asked to sign in. */
  readonly says = computed(() => this.isOver() && !this.asking() && !this.aside());

  /** Once, for as long as the application lives. */
  start(): void {
    this.watch.start({
      active: () => void this.session.ask().catch(() => undefined),
      warn: () => void this.warn(),
      putOff: () => this.warning?.abort(),
      over: () => void this.check(),
    });
    this.windows.hear((word) => void this.hear(word));
    effect(
      () => {
        const { accountId } = this.session.current();
        untracked(() => {
          this.over.set(false);
          if (!accountId) this.watch.stop();
          this.windows.tell({ accountId });
        });
      },
      { injector: this.injector },
    );
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationStart) this.later = false;
    });
  }

  heard(left: string): void {
    this.over.set(false);
    this.watch.heard(left, this.session.current().accountId);
  }

  ended({ code }: ProblemError): void {
    if (!this.session.signedIn()) return;
    this.over.set(true);
    this.watch.stop();
    void this.session.forgetRead();
    if (code === 'account-changed' && !this.aside()) this.startOver();
  }

  async signInAgain({ code }: ProblemError, isChange: boolean): Promise<boolean> {
    if (!this.session.signedIn()) {
      if (!this.router.url.startsWith('/anmelden'))
        void this.router.navigate(['/anmelden'], { queryParams: { ziel: this.router.url } });
      return false;
    }
    if (code === 'account-changed' || (this.later && !isChange)) return false;
    return this.ask();
  }

  /** True once the same account is signed in again; `address`: where a link from the mail leads to. */
  ask(address = this.router.url, byPassword = false): Promise<boolean> {
    const asking =
      this.asking() ??
      this.lead({ address, byPassword, reason: null, until: null }).finally(() => this.asking.set(null));
    this.asking.set(asking);
    return asking;
  }

  /** The running meeting goes on without a session and has words of its own for it. */
  standAside(until: DestroyRef): void {
    this.aside.update((count) => count + 1);
    until.onDestroy(() => this.aside.update((count) => count - 1));
  }

  private async lead(request: SignInAgainRequest): Promise<boolean> {
    this.warning?.abort();
    if (request.until === null) {
      const by = await this.session.ask().catch(() => null);
      // Somebody has signed in again in another window.
      if (by?.signedIn)
        return this.goOn(by.accountId === this.session.current().accountId ? 'same' : 'other');
      request = { ...request, reason: sessionEndSays[by?.ended ?? 'whole'] };
    }
    const { SignInDialog } = await import('./sign-in-dialog');
    const opened = this.dialog.open<SignedInAgain, SignInAgainRequest>(SignInDialog, {
      data: request,
      ariaLabelledBy: 'rt-sign-in-heading',
      ariaDescribedBy: 'rt-sign-in-reason',
      ariaModal: true,
      autoFocus: 'input',
      backdropClass: ['cdk-overlay-dark-backdrop', 'rt-backdrop'],
      width: '460px',
      maxWidth: 'calc(100vw - 32px)',
    });
    return this.goOn((await firstValueFrom(opened.closed)) ?? null);
  }

  private async goOn(by: SignedInAgain): Promise<boolean> {
    this.later = by === null;
    if (by === 'other') this.startOver();
    if (by === 'same') {
      this.over.set(false);
      this.windows.tell({ accountId: this.session.current().accountId });
    }
    return by === 'same';
  }

  private async warn(): Promise<void> {
    const ends = this.watch.ends();
    if (!ends || this.warning || this.asking() || this.aside()) return;
    const canExtend = this.watch.canExtend();
    const at = formatTime(new Date(Math.min(ends.idle, ends.whole)));
    this.warning = new AbortController();
    const { signal: putOff } = this.warning;
    const answer = await this.confirm.ask(
      canExtend
        ? {
            heading: 'Sind Sie noch da?',
            text: `Hier ist länger nichts geschehen. Um ${at} endet Ihre Sitzung; was Sie eingegeben haben, bleibt stehen.`,
            action: 'Angemeldet bleiben',
            cancel: null,
            urgent: true,
          }
        : {
            heading: 'Ihre Sitzung endet gleich',
            text: `Nach zwölf Stunden melden Sie sich zur Sicherheit neu an, hier um ${at}. Was Sie eingegeben haben, bleibt stehen.`,
            action: 'Jetzt neu anmelden',
            cancel: 'Später',
            urgent: true,
          },
      putOff,
    );
    this.warning = null;
    if (putOff.aborted) return;
    // However it was closed: somebody is there.
    if (canExtend) await this.session.ask().catch(() => undefined);
    else if (answer) await this.renew(ends.whole);
  }

  /** Signs in once more while the old session still lasts. */
  private async renew(until: number): Promise<void> {
    const request = { address: this.router.url, byPassword: false, reason: null, until };
    this.asking.set(this.lead(request).finally(() => this.asking.set(null)));
    await this.asking();
  }

  /** The server is asked, since another window may have gone on. */
  private async check(): Promise<void> {
    if (!this.session.signedIn() || this.asking()) return;
    const by = await this.session.ask().catch(() => null);
    if (!by || by.accountId === this.session.current().accountId) return;
    if (by.signedIn) return this.aside() ? undefined : this.startOver();
    this.over.set(true);
    await this.session.forgetRead();
    if (!this.aside()) await this.ask();
  }

  private async hear({ accountId, signedOut }: WindowWord): Promise<void> {
    const own = this.session.current().accountId;
    if (signedOut && accountId === own) return this.leaveFor('/anmelden?abgemeldet=1');
    if (own === null && accountId !== null && !signedOut) return this.session.load();
    if (own === null || accountId === own) return;
    await this.check();
  }

  /** Nothing of this page is for whoever is signed in now; what was typed waits here for the one who typed it. */
  private startOver(): void {
    this.leaveFor('/');
  }

  private leaveFor(address: string): void {
    this.document.location.assign(address);
  }
}
