import sql, { type Sql } from 'sql-template-tag';
import { CONFIRMED_FOR_MONTHS } from '@runder-tisch/domain/social-services';

/** The state of the alias `it` on a day: a published entry nobody confirmed for a year is out of date. */
export function stateOn(today: string): Sql {
  return sql`case when it.state = 'PUBLISHED' and it.confirmed_on + make_interval(months => ${CONFIRMED_FOR_MONTHS}::int) <= ${today}::date
    then 'STALE' else it.state end`;
}

/** One version as `ServiceContent`; the note for the office only where `inner` holds. */
export function contentOf(versionId: Sql, inner: Sql): Sql {
  return sql`(select json_build_object(
    'versionId', v.id, 'title', v.title, 'description', v.description,
    'category', (select json_build_object('id', c.id, 'name', c.name) from service_category c where c.id = v.category_id),
    'field', (select json_build_object('id', f.id, 'name', f.name) from field_of_action f where f.id = v.field_id),
    'targetGroups', coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.position)
       from service_version_target_group link join target_group g on g.id = link.target_group_id where link.version_id = v.id), '[]'),
    'secretPlace', v.secret_place, 'street', v.street, 'postalCode', v.postal_code, 'city', v.city,
    'municipality', (select json_build_object('id', m.id, 'name', m.name) from municipality m where m.id = v.municipality_id),
    -- A shelter's catchment would tell where to look for it.
    'catchment', case when v.secret_place and not ${inner} then '[]'::json else
       coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name)
         from service_version_municipality link join municipality m on m.id = link.municipality_id where link.version_id = v.id), '[]') end,
    'accessibility', v.accessibility, 'openingHours', v.opening_hours, 'phone', v.phone, 'mail', v.mail, 'website', v.website,
    'languages', v.languages, 'waitingDays', v.waiting_days, 'waitingOn', v.waiting_on,
    'internalNote', case when ${inner} then v.internal_note end)
    from service_version v where v.id = ${versionId})`;
}
