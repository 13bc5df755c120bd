import sql, { type Sql } from 'sql-template-tag';
import type { Viewer } from '../access/viewer';
import type { HistoryOf } from '../contribution';
import { visibleDataRequests } from './data-requests-access';

/** What an organisation of the register delivered. */
export function dataRequestsHistory(viewer: Viewer, { of, id }: HistoryOf): Sql {
  return sql`
    select 'delivery', delivery.id, delivery.delivered_at, 'Daten geliefert: ' || it.what, concat_ws(', ', it.number, nullif(it.period, '')),
           null::date, '/daten/lieferungen/' || it.id
    from data_request_delivery delivery join data_request it on it.id = delivery.request_id
    join interface_agreement agreement on agreement.id = it.agreement_id
    where ${of === 'organisation'} and agreement.organisation_id = ${id}::uuid and ${visibleDataRequests(viewer)}`;
}
