import { HttpClient, HttpContext } from '@angular/common/http';
import { Service, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Permission, Role, SessionView } from '@runder-tisch/domain/accounts';
import { ScreenClock } from '@runder-tisch/ui/text';
import { staysOnPage } from '../http/api-interceptor';
import { AskingAccount } from '../http/asking-account';
import { asProblemError } from '../http/problem-error';
import { KeptSession } from './kept-session';
import { LeftOnDevice } from './left-on-device';

export type { Permission };

const stranger: SessionView = {
  signedIn: false,
  accountId: null,
  displayName: '',
  roles: [],
  permissions: [],
  county: { name: '' },
  mail: { leavesTheHouse: true },
  demo: false,
  setUp: true,
  ended: null,
  now: '',
};

/** Who sits in front of the screen. The screen hides by it; the API decides. */
@Service()
export class Session {
  private readonly http = inject(HttpClient);
  private readonly asking = inject(AskingAccount);
  private readonly clock = inject(ScreenClock);
  private readonly kept = inject(KeptSession);
  private readonly left = inject(LeftOnDevice);
  private readonly view = signal<SessionView>(stranger);

  readonly current = this.view.asReadonly();
  readonly signedIn = computed(() => this.view().signedIn);
  /** Providers work on their own house, the others for the county. */
  readonly isStaff = computed(
    () => this.hasRole('admin') || this.hasRole('planner') || this.hasRole('coordinator'),
  );

  /** Asked once before the first page and again after signing in or out. */
  async load(): Promise<void> {
    try {
      const view = await this.ask();
      await this.makeWayFor(view.accountId);
      this.show(view);
    } catch (failed) {
      const { status } = asProblemError(failed);
      await this.makeWayFor(this.kept.accountId());
      // Without the server a running meeting goes on as the one who opened it here.
      const kept = status === 0 || status >= 500 ? this.kept.read() : null;
      this.show(kept ?? stranger);
    }
  }

  /** Who is signed in by now, for a page that stays with the one it was opened for. Puts off the end of the session. */
  ask(): Promise<SessionView> {
    const context = new HttpContext().set(staysOnPage, true);
    return firstValueFrom(this.http.get<SessionView>('/api/session', { context }));
  }

  /** What was read on this device goes, as its session has ended; what is unsent stays. */
  async forgetRead(): Promise<void> {
    const accountId = this.kept.accountId();
    if (!accountId) return;
    this.kept.forget();
    await this.left.forgetRead(accountId);
  }

  private show(view: SessionView): void {
    this.clock.followServer(view.now);
    this.asking.id.set(view.accountId);
    this.view.set(view);
  }

  /** What is kept at this device is for the account that kept it alone, while it is signed in, and for a day at most. */
  private async makeWayFor(accountId: string | null): Promise<void> {
    const before = this.kept.accountId();
    if (before && (before !== accountId || this.kept.isOld())) await this.forgetRead();
  }

  may(permission: Permission): boolean {
    return this.view().permissions.includes(permission);
  }

  hasRole(role: Role): boolean {
    return this.view().roles.includes(role);
  }
}
