import sql, { type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../../access/viewer';
import { NO_OBJECT } from '../../contribution';
import { personNameOf } from '../../database/person-name';
import { unreachableAddresses } from './unreachable-sql';

/**
 * For Heute: who corrected their own number or address, told to those who coordinate a network they sit in and to
 * administrators; and one line for all addresses that no mail reaches.
 */
export function dueContacts(viewer: Viewer, now: Date): Sql {
  const office = hasRole(viewer, 'admin', 'planner', 'coordinator');
  const mine = hasRole(viewer, 'admin')
    ? sql`true`
    : sql`exists (select 1 from membership where membership.person_id = change.person_id and membership.to_day is null
        and membership.network_id = any(${viewer.coordinatedNetworkIds}::uuid[]))`;
  return sql`
    select 'contact-changed' as kind, change.id, null::date as due,
      json_build_object('name', ${personNameOf('person')}, 'fields', change.fields, 'personId', person.id) as facts
    from contact_change change join person on person.id = change.person_id
    where ${office} and change.seen_at is null and ${mine}
    union all
    select 'addresses-unreachable', ${NO_OBJECT}::uuid, null::date, json_build_object('count', counted.count)
    from (select count(*) as count from (${unreachableAddresses(now)}) unreachable where ${office}) counted where counted.count > 0`;
}
