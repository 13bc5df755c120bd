import sql, { raw, type Sql } from 'sql-template-tag';
import { servicesToday } from '@runder-tisch/domain/social-services';
import { berlinDay } from '@runder-tisch/domain/time';
import { hasRole, type Viewer } from '../access/viewer';
import { type Contribution, NO_OBJECT } from '../contribution';
import { stateOn } from './service-sql';
import { actsForOffice, visibleServices } from './social-services-access';

/** What may be named everywhere is the confirmed version; only what was never confirmed shows its draft. */
const known = 'coalesce(it.confirmed_version_id, it.current_version_id)';
const ofKnown = (expression: string, joined = ''): string =>
  `(select ${expression} from service_version known ${joined} where known.id = ${known})`;

export const socialServicesContribution: Contribution = {
  area: 'social-services',
  tables: [
    { table: 'service_category', audit: 'values' },
    { table: 'target_group', audit: 'values' },
    { table: 'search_topic', audit: 'values' },
    { table: 'emergency_number', audit: 'values' },
    {
      table: 'social_service',
      audit: 'values',
      personal: {
        columns: ['submitted_by'],
        purpose: 'Wer ein Angebot eingereicht hat',
        retention: 'bis zur nächsten Einreichung',
      },
      references: { organisation: ['organisation_id'] },
      merge: { label: 'Angebote' },
    },
    // Its rows are the history themselves; and a place that becomes secret must not live on in the audit.
    {
      table: 'service_version',
      audit: 'names',
      personal: {
        columns: ['saved_by'],
        purpose: 'Wer einen Stand des Angebots gespeichert hat',
        retention: 'mit dem Angebot',
      },
    },
    { table: 'service_version_target_group', audit: 'none' },
    { table: 'service_version_municipality', audit: 'none' },
    {
      table: 'service_confirmation',
      audit: 'values',
      personal: {
        columns: ['confirmed_by'],
        purpose: 'Wer ein Angebot bestätigt hat',
        retention: 'mit dem Angebot',
      },
    },
    { table: 'confidential_address', audit: 'names' },
  ],
  kinds: [
    {
      kind: 'social-service',
      label: 'Angebot',
      table: 'social_service',
      title: ofKnown('known.title'),
      path: '/akteure/angebote/:id',
      visible: visibleServices,
      list: {
        label: 'Angebote',
        of: {
          organisation: {
            path: '/akteure/organisationen/:id/angebote',
            where: (id) => sql`it.organisation_id = ${id}`,
          },
          'field-of-action': {
            path: '/akteure/angebote?fieldId=:id',
            where: (id) => sql`${raw(ofKnown('known.field_id'))} = ${id}`,
            rows: (
              id,
            ) => sql`select it.* from service_version known join social_service it on it.id = known.service_id and ${raw(known)} = known.id
              where known.field_id = ${id}`,
          },
        },
      },
      search: {
        subtitle: `(select organisation.name from organisation where organisation.id = it.organisation_id)`,
        text: ofKnown(
          `concat_ws(' ', known.description, category.name, field.name, municipality.name)`,
          `left join service_category category on category.id = known.category_id left join field_of_action field on field.id = known.field_id
           left join municipality on municipality.id = known.municipality_id`,
        ),
      },
    },
  ],
  traceEdges: [
    {
      from: { kind: 'organisation', id: 'organisation_id' },
      to: { kind: 'social-service', id: 'id' },
      relation: { forwards: 'bietet an', backwards: 'angeboten von' },
      source: 'social_service',
      since: 'created_at',
    },
    {
      from: { kind: 'social-service', id: 'it.id' },
      to: { kind: 'field-of-action', id: 'known.field_id' },
      relation: { forwards: 'gehört zu', backwards: 'Angebot dazu' },
      source: `social_service it join service_version known on known.id = ${known}`,
      where: 'known.field_id is not null',
      since: 'it.created_at',
    },
  ],
  today: { statement: dueServices, kinds: servicesToday },
};

/** For the office what waits for it, counted; for an organisation each entry that waits for her. */
function dueServices(viewer: Viewer, now: Date): Sql {
  const office = sql`
    select 'services-to-confirm' as kind, ${NO_OBJECT}::uuid as id, null::date as due,
           json_build_object('fresh', waiting.fresh, 'changed', waiting.changed) as facts
    from (select count(*) filter (where it.state = 'SUBMITTED') as fresh, count(*) filter (where it.change = 'SUBMITTED') as changed
          from social_service it where it.state = 'SUBMITTED' or it.change = 'SUBMITTED') waiting
    where fresh + changed > 0 and ${actsForOffice(viewer)}`;
  if (!hasRole(viewer, 'provider')) return office;
  const own = sql`it.organisation_id = any(${viewer.organisationIds}::uuid[])`;
  return sql`${office} union all
    select 'service-returned', it.id, null, json_build_object('title', version.title)
    from social_service it join service_version version on version.id = it.current_version_id
    where it.return_reason <> '' and (it.state = 'DRAFT' or it.change = 'DRAFT') and ${own}
    union all
    select 'service-stale', it.id, null, json_build_object('title', version.title)
    from social_service it join service_version version on version.id = it.confirmed_version_id
    where ${stateOn(berlinDay(now))} = 'STALE' and ${own}`;
}
