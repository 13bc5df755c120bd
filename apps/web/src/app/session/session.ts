import { HttpClient } from '@angular/common/http';
import { Service, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Permission, Role, SessionView } from '@runder-tisch/domain/accounts';
import { ScreenClock } from '@runder-tisch/ui/text';

const stranger: SessionView = {
  signedIn: false,
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
      this.clock.followServer(view.now);
      this.view.set(view);
    } catch {
      this.view.set(stranger);
    }
  }

  may(permission: Permission): boolean {
    return this.view().permissions.includes(permission);
  }

  hasRole(role: Role): boolean {
    return this.view().roles.includes(role);
  }
}
