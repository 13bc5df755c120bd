import sql, { raw, type Sql } from 'sql-template-tag';
import { BRIEFING_ROWS } from '@runder-tisch/domain/briefing';
import { stateOn } from '../social-services/service-sql';

/**
 * `BriefingOffers` as JSON: what everybody may read of offers, as it was confirmed. Where a secret one takes people
 * from stays out of it: that would tell where to look for it.
 */
export function offersSql(fieldId: string, today: string): Sql {
  return sql`(with offer as materialized (
      select it.id, version.id as version_id, version.title, ${stateOn(today)} = 'STALE' as stale, version.municipality_id, version.secret_place,
             version.waiting_days, version.waiting_on,
             exists (select 1 from service_version_municipality named where named.version_id = version.id) as limited
      from service_version version join social_service it on it.confirmed_version_id = version.id
      where version.field_id = ${fieldId}::uuid and it.state = 'PUBLISHED'),
    served as (
      select offer.municipality_id from offer where offer.municipality_id is not null
      union
      select named.municipality_id from offer join service_version_municipality named on named.version_id = offer.version_id
      where not offer.secret_place)
    select json_build_object(
      'published', (select count(*)::int from offer where not offer.stale),
      'stale', (select count(*)::int from offer where offer.stale),
      'countyWide', (select count(*)::int from offer where not offer.limited and not offer.secret_place),
      'municipalities', (select count(*)::int from municipality where municipality.active),
      'withoutOffer', coalesce((select json_agg(municipality.name order by municipality.name collate "de-x-icu") from municipality
        where municipality.active and municipality.id not in (select served.municipality_id from served)), '[]'),
      'waiting', coalesce((select json_agg(json_build_object('id', longest.id, 'title', longest.title, 'days', longest.waiting_days, 'on', longest.waiting_on))
        from (select offer.id, offer.title, offer.waiting_days, offer.waiting_on from offer where offer.waiting_days > 0
              order by offer.waiting_days desc, offer.title collate "de-x-icu" limit ${raw(String(BRIEFING_ROWS))}) longest), '[]')))`;
}
