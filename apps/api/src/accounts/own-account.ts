import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import {
  accountProblems,
  type OwnAccountView,
  type OwnSessionView,
  staffRoles,
} from '@runder-tisch/domain/accounts';
import type { ChangePassword } from '@runder-tisch/domain/accounts/accounts-requests';
import { type Limit, RateLimit } from '../access/rate-limit';
import { Sessions } from '../access/session';
import { hasRole, type Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { oneIn, rowsIn } from '../database/rows';
import { problem } from '../problem/problem';
import { Settings } from '../settings/settings';
import { AccountsRepository } from './accounts.repository';
import { assertGoodPassword, hashPassword, passwordFits, storePassword } from './passwords';

const currentPassword: Limit = { name: 'current-password', hits: 10, minutes: 15 };

/** What everybody keeps for themselves: password and places where they are signed in. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly database: Database,
    private readonly repository: AccountsRepository,
    private readonly sessions: Sessions,
    private readonly settings: Settings,
    private readonly limits: RateLimit,
    private readonly clock: Clock,
  ) {}

  async view(viewer: Viewer): Promise<OwnAccountView> {
    const own = await this.repository.own(accountOf(viewer));
    return { ...own, mayHavePassword: hasRole(viewer, ...staffRoles) };
  }

  /** Needs the present one if there is one; every other session ends. */
  async changePassword(viewer: Viewer, request: ChangePassword, currentToken: string): Promise<void> {
    const accountId = accountOf(viewer);
    if (!hasRole(viewer, ...staffRoles)) throw problem(accountProblems, 'password-for-staff');
    const [own, county] = await Promise.all([this.repository.own(accountId), this.settings.current()]);
    assertGoodPassword(request.password, [own.displayName, own.mail, county.countyName]);
    await this.limits.demand(currentPassword, accountId);
    const fresh = await hashPassword(request.password);
    // The key of a repeated request is not kept: its stored hash would be made of the password.
    const { idempotency: _unused, ...actor } = viewer;
    await this.database.write(actor, 'account.password', async (tx) => {
      await rowsIn(tx, sql`select id from account where id = ${accountId} for update`);
      const stored = await oneIn<{ hash: string }>(
        tx,
        sql`select hash from account_password where id = ${accountId}`,
      );
      if (stored && !(await passwordFits(stored.hash, request.current))) {
        throw problem(accountProblems, 'wrong-password', 'current');
      }
      await storePassword(tx, accountId, fresh);
      await this.sessions.closeAllOf(accountId, { tx, except: currentToken });
    });
  }

  listSessions(viewer: Viewer, currentToken: string): Promise<OwnSessionView[]> {
    return this.repository.sessions(accountOf(viewer), currentToken, this.clock.now());
  }

  /** Somebody else's session is out of sight. */
  async endSession(viewer: Viewer, id: string): Promise<void> {
    await this.database.found(
      sql`delete from session where id = ${id} and account_id = ${accountOf(viewer)} returning id`,
    );
  }

  async endOtherSessions(viewer: Viewer, currentToken: string): Promise<void> {
    await this.sessions.closeAllOf(accountOf(viewer), { except: currentToken });
  }
}

function accountOf(viewer: Viewer): string {
  if (!viewer.accountId) throw new Error('a route for accounts was open to others');
  return viewer.accountId;
}
