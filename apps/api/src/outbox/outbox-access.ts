import sql, { raw, type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../access/viewer';

/** Mails (by default `it`) a viewer may know of: the administration all, others those of their networks and their own. */
export function visibleMails(viewer: Viewer, alias = 'it'): Sql {
  if (hasRole(viewer, 'admin')) {
    return sql`true`;
  }
  const mail = raw(alias);
  return sql`(${mail}.account_id = ${viewer.accountId} or ${mail}.network_id = any(${viewer.coordinatedNetworkIds}::uuid[]))`;
}

/** Mails with a sign-in link would let one account take over another one. */
export function readableMails(viewer: Viewer, alias = 'it'): Sql {
  const mail = raw(alias);
  return hasRole(viewer, 'admin')
    ? sql`${mail}.preview is not null`
    : sql`(${mail}.preview is not null and not ${mail}.confidential)`;
}
