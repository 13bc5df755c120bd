import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { AccountView, OwnAccountView, OwnSessionView } from '@runder-tisch/domain/accounts';
import type { AccountQuery } from '@runder-tisch/domain/accounts/accounts-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { hashToken } from '../access/session';
import { Database } from '../database/database';
import { byId, byWords, listPage } from '../database/list-page';
import { contains } from '../database/words';

const view = sql`it.id, it.version, it.display_name as "displayName", it.mail, it.roles,
  case when it.person_id is null then null else json_build_object('id', it.person_id, 'name', it.display_name) end as person,
  exists (select 1 from account_password where account_password.id = it.id) as "hasPassword", it.disabled_at is not null as disabled, it.created_at as "createdAt",
  (select max(session.seen_at) from session where session.account_id = it.id) as "lastSeenAt"`;

@Injectable()
export class AccountsRepository {
  constructor(private readonly database: Database) {}

  list(query: AccountQuery): Promise<Page<AccountView>> {
    return listPage(this.database, query, {
      from: raw('account'),
      where: filters(query),
      order: [byWords('display_name'), byId],
      columns: view,
    });
  }

  find(id: string): Promise<AccountView> {
    return this.database.found<AccountView>(sql`select ${view} from account it where it.id = ${id}`);
  }

  own(accountId: string): Promise<Omit<OwnAccountView, 'mayHavePassword'>> {
    return this.database.found(sql`
      select display_name as "displayName", mail, roles, exists (select 1 from account_password where account_password.id = account.id) as "hasPassword"
      from account where id = ${accountId}`);
  }

  /** Where somebody is signed in at the moment, this place first. */
  sessions(accountId: string, currentToken: string, now: Date): Promise<OwnSessionView[]> {
    return this.database.rows<OwnSessionView>(sql`
      select id, device, created_at as "createdAt", seen_at as "seenAt", token_hash = ${hashToken(currentToken)} as current
      from session where account_id = ${accountId} and expires_at > ${now}
      order by current desc, seen_at desc, id`);
  }
}

function filters(query: AccountQuery): Sql[] {
  const parts: Sql[] = [];
  if (query.search) parts.push(contains(sql`it.display_name || ' ' || it.mail`, query.search));
  if (query.role) parts.push(sql`${query.role} = any(it.roles)`);
  if (query.state)
    parts.push(query.state === 'disabled' ? sql`it.disabled_at is not null` : sql`it.disabled_at is null`);
  return parts;
}
