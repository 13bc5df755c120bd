import { HttpClient } from '@angular/common/http';
import { Service, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Permission, Role, SessionView } from '@runder-tisch/domain/accounts';
import { ScreenClock } from '@runder-tisch/ui/text';
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
  now: '',
};

/** Who sits in front of the screen. The screen hides by it; the API decides. */
@Service()
export class Session {
  private readonly http = inject(HttpClient);
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
      const view = await firstValueFrom(this.http.get<SessionView>('/api/session'));
      await this.makeWayFor(view);
      this.show(view);
    } catch (failed) {
      const { status } = asProblemError(failed);
      // Without the server a running meeting goes on as the one who opened it here.
      const kept = status === 0 || status >= 500 ? this.kept.read() : null;
      this.show(kept ?? stranger);
    }
  }

  private show(view: SessionView): void {
    this.clock.followServer(view.now);
    this.view.set(view);
  }

  /** What somebody else kept at this device is not for this account; what they have not sent yet stays theirs. */
  private async makeWayFor({ accountId }: SessionView): Promise<void> {
    const before = this.kept.read()?.accountId;
    if (!accountId || !before || before === accountId) return;
    this.kept.forget();
    await this.left.forgetRead(before);
  }

  may(permission: Permission): boolean {
    return this.view().permissions.includes(permission);
  }

  hasRole(role: Role): boolean {
    return this.view().roles.includes(role);
  }
}
