import { Inject, Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type AppOptions, APP_OPTIONS } from '../app-options';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { hashToken, newToken } from './session';

export interface NewMailLink {
  /** What it opens, e.g. `sign-in`, `answer`, `task`; a link for one purpose opens nothing else. */
  purpose: string;
  personId?: string | null;
  accountId?: string | null;
  objectKind?: string;
  objectId?: string;
  expiresAt: Date;
}

export interface MailLink {
  id: string;
  purpose: string;
  personId: string | null;
  accountId: string | null;
  objectKind: string | null;
  objectId: string | null;
  expiresAt: Date;
  state: 'VALID' | 'EXPIRED' | 'USED';
}

const TOKEN = /^[\w-]{43}$/;

/** Whether this could be the secret of a link at all: anything else is not worth a question. */
export function isLinkToken(token: string): boolean {
  return TOKEN.test(token);
}

/**
 * Links in mails: 256 random bits, stored as hash, bound to one person, object and purpose. GET shows a
 * button and POST acts, because mail gateways open every link they see.
 */
@Injectable()
export class MailLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  /** The secret of a new link; it stands in the mail and nowhere else. */
  async create(tx: EntityManager, link: NewMailLink): Promise<string> {
    const [token] = await this.createAll(tx, [link]);
    return token as string;
  }

  /** The secrets of new links in their order, stored by one statement. */
  async createAll(tx: EntityManager, links: readonly NewMailLink[]): Promise<string[]> {
    if (links.length === 0) return [];
    const made = links.map((link) => ({ link, token: newToken() }));
    const rows = made.map(
      ({ link, token }) =>
        sql`(${newId()}::uuid, ${hashToken(token)}::text, ${link.purpose}, ${link.personId ?? null}::uuid, ${link.accountId ?? null}::uuid,
             ${link.objectKind ?? null}::text, ${link.objectId ?? null}::uuid, ${link.expiresAt}::timestamptz, ${this.clock.now()}::timestamptz)`,
    );
    await rowsIn(
      tx,
      sql`insert into mail_link (id, token_hash, purpose, person_id, account_id, object_kind, object_id, expires_at, created_at)
          values ${join(rows)}`,
    );
    return made.map(({ token }) => token);
  }

  /** The address of a page of this application, for mails and the terminal. */
  url(path: string): string {
    return new URL(path, this.options.publicUrl).href;
  }

  /** The link of this secret, also an expired or used one: its page says how to go on. */
  async find(token: string, purpose: string): Promise<MailLink | undefined> {
    if (!isLinkToken(token)) return undefined;
    return this.database.one<MailLink>(this.statement(token, purpose));
  }

  /** What `find` asks, for who asks for the object behind the link in the same breath. */
  statement(token: string, purpose: string): Sql {
    return sql`
      select id, purpose, person_id as "personId", account_id as "accountId", object_kind as "objectKind", object_id as "objectId",
             expires_at as "expiresAt",
             case when used_at is not null then 'USED' when expires_at <= ${this.clock.now()} then 'EXPIRED' else 'VALID' end as state
      from mail_link where token_hash = ${hashToken(token)} and purpose = ${purpose}`;
  }

  /** Uses up a valid link: of any number of attempts at once exactly one gets it. */
  async use(tx: EntityManager, token: string, purpose: string): Promise<MailLink | undefined> {
    if (!isLinkToken(token)) return undefined;
    const now = this.clock.now();
    return oneIn<MailLink>(
      tx,
      sql`update mail_link set used_at = ${now}
          where token_hash = ${hashToken(token)} and purpose = ${purpose} and used_at is null and expires_at > ${now}
          returning id, purpose, person_id as "personId", account_id as "accountId", object_kind as "objectKind",
                    object_id as "objectId", expires_at as "expiresAt", 'USED' as state`,
    );
  }

  /** Takes back the links of one purpose to these objects. */
  async revokeAll(
    tx: EntityManager,
    purpose: string,
    of: { objectKind: string; objectIds: readonly string[] },
  ): Promise<void> {
    await rowsIn(
      tx,
      sql`delete from mail_link where purpose = ${purpose} and object_kind = ${of.objectKind} and object_id = any(${[...of.objectIds]}::uuid[])`,
    );
  }

  /** Takes back every unused link of this purpose to an account or an object. */
  async revoke(
    tx: EntityManager,
    purpose: string,
    of: { accountId: string } | { objectKind: string; objectId: string },
  ): Promise<void> {
    const which =
      'accountId' in of
        ? sql`account_id = ${of.accountId}`
        : sql`object_kind = ${of.objectKind} and object_id = ${of.objectId}`;
    await rowsIn(tx, sql`delete from mail_link where purpose = ${purpose} and used_at is null and ${which}`);
  }
}
