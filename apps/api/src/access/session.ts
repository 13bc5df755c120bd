import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { SessionEnd } from '@runder-tisch/domain/accounts';
import { Clock } from '../clock';
import { contributions } from '../contributions';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { rowsIn } from '../database/rows';
import { publicViewer, type Viewer } from './viewer';
import { type OpenedSession, SessionCookie } from './session-cookie';

export const IDLE_MINUTES = 30;
const ABSOLUTE_HOURS = 12;

/** Seconds until a session ends if nothing is asked any more, and until it ends whatever is asked. */
export interface SessionLeft {
  idle: number;
  whole: number;
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** 256 random bits for sessions and mail links; only the hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

type ViewerArray = 'networkIds' | 'coordinatedNetworkIds' | 'organisationIds' | 'committeeIds';

/** Asked on every request, so put together once. */
const contributedArrays = new Map<ViewerArray, Sql>();

/** The arrays of the viewer that areas add; without an area for it the array is empty. */
function contributed(name: ViewerArray): Sql {
  const known = contributedArrays.get(name);
  if (known) return known;
  const parts = contributions.flatMap((contribution) => contribution.viewer?.[name] ?? []);
  const made = raw(parts.length ? parts.join(' || ') : `'{}'::uuid[]`);
  contributedArrays.set(name, made);
  return made;
}

/** What a viewer is made of, over `account` and the day `clock.today`. */
function viewerColumns(): Sql {
  return sql`account.id as "accountId", account.person_id as "personId", account.display_name as "displayName", account.roles as roles,
    ${contributed('networkIds')} as "networkIds", ${contributed('coordinatedNetworkIds')} as "coordinatedNetworkIds",
    ${contributed('organisationIds')} as "organisationIds", ${contributed('committeeIds')} as "committeeIds"`;
}

@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cookie: SessionCookie,
  ) {}

  /** Opens a session for an account and answers with the secret of the cookie. */
  async open(
    accountId: string,
    options: { tx?: EntityManager; device?: string } = {},
  ): Promise<OpenedSession> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000);
    await this.run(
      options.tx,
      sql`
      insert into session (id, token_hash, account_id, device, created_at, seen_at, expires_at)
      values (${newId()}, ${hashToken(token)}, ${accountId}, ${options.device ?? ''}, ${now}, ${now}, ${expiresAt})`,
    );
    return { token, accountId, expiresAt };
  }

  async close(token: string): Promise<void> {
    await this.database.rows(sql`delete from session where token_hash = ${hashToken(token)}`);
  }

  /** Ends every session of an account at once, or all but the one with this secret. */
  async closeAllOf(
    accountId: string,
    options: { tx?: EntityManager; except?: string | undefined } = {},
  ): Promise<void> {
    const kept = options.except ? hashToken(options.except) : '';
    await this.run(
      options.tx,
      sql`delete from session where account_id = ${accountId} and token_hash <> ${kept}`,
    );
  }

  private run(tx: EntityManager | undefined, statement: Sql): Promise<object[]> {
    return tx ? rowsIn(tx, statement) : this.database.rows(statement);
  }

  /** One statement: session, account, roles and everything row access asks for; `left` for whoever is signed in. */
  async viewerOf(request: Request, requestId: string): Promise<{ viewer: Viewer; left?: SessionLeft }> {
    const token = this.cookie.read(request);
    if (!token || token.length > 100) return { viewer: publicViewer(requestId) };
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - IDLE_MINUTES * 60_000);
    const found = await this.database.one<
      Omit<Viewer, 'kind' | 'requestId'> & { seenAt: Date; expiresAt: Date }
    >(sql`
      select ${viewerColumns()}, session.seen_at as "seenAt", session.expires_at as "expiresAt"
      from session join account on account.id = session.account_id
        cross join (select (${now}::timestamptz at time zone 'Europe/Berlin')::date as today) as clock
      where session.token_hash = ${hashToken(token)} and session.expires_at > ${now}
        and session.seen_at > ${idleSince} and account.disabled_at is null ${empty}`);
    if (!found) return { viewer: publicViewer(requestId) };
    const { seenAt, expiresAt, ...viewer } = found;
    const stale = seenAt.getTime() < now.getTime() - 60_000;
    if (stale) {
      await this.database.rows(
        sql`update session set seen_at = ${now} where token_hash = ${hashToken(token)}`,
      );
    }
    const whole = secondsBetween(now, expiresAt);
    const idle = Math.min(whole, IDLE_MINUTES * 60 - (stale ? 0 : secondsBetween(seenAt, now)));
    return { viewer: { ...viewer, kind: 'account', requestId }, left: { idle, whole } };
  }

  /**
   * An account without a session, with what it may see today: for what it had made ready before, such as the address of
   * a calendar. Null where it is closed.
   */
  async viewerOfAccount(accountId: string, requestId: string): Promise<Viewer | null> {
    const now = this.clock.now();
    const found = await this.database.one<Omit<Viewer, 'kind' | 'requestId'>>(sql`
      select ${viewerColumns()} from account
        cross join (select (${now}::timestamptz at time zone 'Europe/Berlin')::date as today) as clock
      where account.id = ${accountId} and account.disabled_at is null`);
    return found ? { ...found, kind: 'account', requestId } : null;
  }

  /** Somebody without an account, with what they sit in today: for what is written to them. They open nothing by it. */
  async viewerOfPerson(personId: string, requestId: string): Promise<Viewer | null> {
    const now = this.clock.now();
    const found = await this.database.one<Omit<Viewer, 'kind' | 'requestId'>>(sql`
      select ${viewerColumns()} from person
        cross join lateral (select null::uuid as id, person.id as person_id, person.family_name as display_name, '{}'::text[] as roles) as account
        cross join (select (${now}::timestamptz at time zone 'Europe/Berlin')::date as today) as clock
      where person.id = ${personId}`);
    return found ? { ...found, kind: 'link', requestId } : null;
  }

  /** Why the session of this cookie is none any more; null where there never was one. */
  async endOf(request: Request): Promise<SessionEnd | null> {
    const token = this.cookie.read(request);
    if (!token || token.length > 100) return null;
    const found = await this.database.one<{ seenAt: Date; expiresAt: Date }>(sql`
      select seen_at as "seenAt", expires_at as "expiresAt" from session where token_hash = ${hashToken(token)}`);
    if (!found) return 'elsewhere';
    const idle = found.seenAt.getTime() + IDLE_MINUTES * 60_000;
    const whole = found.expiresAt.getTime();
    if (Math.min(idle, whole) > this.clock.now().getTime()) return 'elsewhere';
    return idle < whole ? 'idle' : 'whole';
  }
}

function secondsBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / 1000);
}
