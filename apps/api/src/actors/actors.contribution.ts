import sql from 'sql-template-tag';
import { contactToday } from '@runder-tisch/domain/actors/contact';
import type { Contribution } from '../contribution';
import { personNameOf } from '../database/person-name';
import { actorsImport } from './import/actors-import';
import { dueContacts } from './contact/contact-due';
import { actorsHistory } from './actors-history';
import { visibleConversations, visibleOrganisations, visiblePeople } from './actors-access';

export const actorsContribution: Contribution = {
  area: 'actors',
  tables: [
    { table: 'organisation', audit: 'values' },
    {
      table: 'organisation_field',
      audit: 'values',
      references: { organisation: ['organisation_id'] },
      merge: { label: 'Handlungsfelder' },
    },
    {
      table: 'person',
      audit: 'values',
      personal: {
        columns: [
          'salutation',
          'title',
          'given_name',
          'family_name',
          'mail',
          'phone',
          'consent_note',
          'note',
        ],
        purpose: 'Zusammenarbeit in Netzwerken der Sozialplanung',
        retention: 'bis zwei Jahre nach der letzten Mitwirkung',
      },
    },
    {
      table: 'representation',
      audit: 'values',
      personal: {
        columns: ['function'],
        purpose: 'Wer für welche Organisation spricht',
        retention: 'bis zwei Jahre nach dem Ende der Vertretung',
      },
      references: { person: ['person_id'], organisation: ['organisation_id'] },
      merge: {
        label: 'Vertretungen',
        joins: 'eine bleibt, der frühere Beginn gilt',
        keeps: 'from_day',
        combines: { function: `case when kept.function = '' then other.function else kept.function end` },
      },
    },
    {
      table: 'conversation_note',
      audit: 'values',
      personal: {
        columns: ['with_whom', 'note', 'entered_by'],
        purpose: 'Was das Büro mit Organisationen und Menschen besprochen hat',
        retention: 'bis zwei Jahre nach dem Gespräch',
      },
      references: { person: ['person_id'], organisation: ['organisation_id'] },
      merge: { label: 'Gesprächsvermerke' },
    },
    {
      table: 'checked_address',
      audit: 'values',
      personal: {
        columns: ['mail', 'checked_by'],
        purpose: 'Adressen, die nicht erreichbar waren und die sich jemand angesehen hat',
        retention: 'bis die Adresse berichtigt ist, höchstens 24 Monate',
      },
    },
    {
      table: 'contact_change',
      audit: 'values',
      personal: {
        columns: ['seen_by'],
        purpose: 'Wann jemand die eigenen Angaben berichtigt hat',
        retention: 'mit der Person',
      },
      references: { person: ['person_id'] },
      merge: { label: 'Berichtigungen der eigenen Angaben' },
    },
  ],
  today: { statement: dueContacts, kinds: contactToday },
  history: actorsHistory,
  kinds: [
    {
      kind: 'organisation',
      label: 'Organisation',
      table: 'organisation',
      title: 'it.name',
      path: '/akteure/organisationen/:id',
      visible: visibleOrganisations,
      attachments: {
        levels: {
          INTERNAL: 'die Koordinationen, die Sozialplanung und die Verwaltung der Anwendung',
          MEMBERS: 'alle, die für diese Organisation sprechen, und die Geschäftsstelle',
          PUBLIC: 'alle, die hier ein Konto haben',
        },
        change: visibleConversations,
        // As what was said in confidence with it.
        internal: visibleConversations,
        members: (viewer) => sql`it.id = any(${viewer.organisationIds}::uuid[])`,
      },
      endsWalk: true,
      list: {
        label: 'Organisationen',
        of: {
          'field-of-action': {
            path: '/akteure/organisationen?fieldId=:id',
            where: (id) => sql`exists (select 1 from organisation_field
              where organisation_field.organisation_id = it.id and organisation_field.field_id = ${id})`,
            rows: (
              id,
            ) => sql`select organisation.* from organisation_field left join organisation on organisation.id = organisation_field.organisation_id
              where organisation_field.field_id = ${id}`,
          },
        },
      },
      search: {
        subtitle: `coalesce((select municipality.name from municipality where municipality.id = it.municipality_id), it.city)`,
        text: `concat_ws(' ', it.short_name, it.city, it.function_mailbox, (select string_agg(field_of_action.name, ' ')
          from organisation_field join field_of_action on field_of_action.id = organisation_field.field_id
          where organisation_field.organisation_id = it.id))`,
      },
    },
    {
      kind: 'person',
      label: 'Person',
      table: 'person',
      title: personNameOf('it').sql,
      path: '/akteure/personen/:id',
      visible: visiblePeople,
      search: {
        subtitle: `coalesce((select string_agg(organisation.name, ', ' order by organisation.name)
          from representation join organisation on organisation.id = representation.organisation_id
          where representation.person_id = it.id and representation.to_day is null), '')`,
        text: `it.mail`,
      },
    },
  ],
  importTargets: [actorsImport],
  viewer: {
    organisationIds: `coalesce((select array_agg(representation.organisation_id) from representation
      where representation.person_id = account.person_id and (representation.to_day is null or representation.to_day >= clock.today)), '{}'::uuid[])`,
  },
};
