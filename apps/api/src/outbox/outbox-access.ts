import sql, { type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../access/viewer';

/** Mails (alias `it`) a viewer may know of: the administration all, others those of their networks and their own. */
export function visibleMails(viewer: Viewer): Sql {
  if (hasRole(viewer, 'admin')) {
    return sql`true`;
  }
  return sql`(it.account_id = ${viewer.accountId} or it.network_id = any(${viewer.coordinatedNetworkIds}::uuid[]))`;
}

/** Mails with a sign-in link would let one account take over another one. */
export function readableMails(viewer: Viewer): Sql {
  return hasRole(viewer, 'admin')
    ? sql`it.preview is not null`
    : sql`(it.preview is not null and not it.confidential)`;
}
