import sql from 'sql-template-tag';
import { foldedName, headingKey } from '@runder-tisch/domain/imports';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import { berlinDay } from '@runder-tisch/domain/time';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import type { Existing, ImportPart, ImportTarget, Query, ReadEntry } from '../../imports/import-target';
import { actorsImportFields, actorsImportSample } from './actors-import-fields';
import { readFunction, readOrganisation, readPerson } from './actors-import-read';

const organisations: ImportPart = {
  part: 'organisation',
  label: 'Organisation',
  table: 'organisation',
  path: '/akteure/organisationen/:id',
  columns: {
    name: 'Name',
    short_name: 'Kurzname',
    type: 'Art',
    function_mailbox: 'Funktionspostfach',
    phone: 'Telefon',
    website: 'Webseite',
    street: 'Straße',
    postal_code: 'PLZ',
    city: 'Ort',
    municipality_id: 'Gemeinde',
    note: 'Notiz',
  },
  defaults: (now) => ({
    type: 'FREE_PROVIDER',
    recognised_youth_welfare: false,
    active: true,
    checked_on: berlinDay(now),
  }),
  read: readOrganisation,
  keys: (entry) => ({ own: foldedName(entry.name), beside: [] }),
  repeats: true,
  known: (query) =>
    query(sql`select id, name, function_mailbox as mail, website from organisation order by name, id`),
  existing: existingOrganisations,
  isSame: (entry, other) => foldedName(entry.name) === foldedName(other.name),
};

const people: ImportPart = {
  part: 'person',
  label: 'Person',
  table: 'person',
  path: '/akteure/personen/:id',
  columns: {
    salutation: 'Anrede',
    title: 'Titel',
    given_name: 'Vorname',
    family_name: 'Nachname',
    mail: 'Mailadresse',
    phone: 'Telefon',
    note: 'Notiz',
  },
  defaults: () => ({ contact_public: false, consent_note: '' }),
  unique: 'mail',
  read: readPerson,
  keys: ({ comparable }) => {
    const name = foldedName(comparable.name);
    const house = `${name}|${foldedName(comparable.organisations?.[0] ?? '')}`;
    return comparable.mail
      ? { own: `${name}|${normaliseMail(comparable.mail)}`, beside: [house] }
      : { own: house, beside: [] };
  },
  known: (query) =>
    query(
      sql`select id, given_name || ' ' || family_name as name, mail from person order by family_name, id`,
    ),
  existing: existingPeople,
  isSame: isSamePerson,
};

/** The first list that can be taken over: who works with the county, and for whom. */
export const actorsImport: ImportTarget = {
  target: 'actors',
  label: 'Organisationen und Personen',
  permission: 'person:change',
  fields: actorsImportFields,
  parts: [organisations, people],
  oneOf: ['organisation.name', 'person.familyName', 'person.fullName'],
  constraints: ['organisation_name', 'person_mail'],
  sample: actorsImportSample,
  lookups: async (query) => {
    const rows = await query<{ id: string; name: string }>(sql`select id, name from municipality`);
    return { municipality: new Map(rows.map((row) => [headingKey(row.name), row.id])) };
  },
  join: async (tx, rows, now) => {
    const pairs = rows.flatMap(({ objects, values }) => {
      const { organisation, person } = objects;
      return organisation && person
        ? [{ id: newId(), person, organisation, role: readFunction(values) }]
        : [];
    });
    const made = await rowsIn<{ id: string }>(
      tx,
      sql`insert into representation (id, person_id, organisation_id, function, from_day)
          select id, person, organisation, role, ${berlinDay(now)}::date
          from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair(id uuid, person uuid, organisation uuid, role text)
          on conflict do nothing returning id`,
    );
    return made.map(({ id }) => ({ table: 'representation', id, version: 1 }));
  },
};

function isSamePerson(entry: ReadEntry, other: Existing): boolean {
  const one = entry.comparable;
  const its = other.comparable;
  const sameName = foldedName(one.name) === foldedName(its.name);
  if (!sameName) return false;
  if (one.mail && its.mail) return normaliseMail(one.mail) === normaliseMail(its.mail);
  const shared = one.organisations?.some((it) =>
    its.organisations?.some((own) => foldedName(own) === foldedName(it)),
  );
  if (shared) return true;
  return Object.entries(entry.record ?? {}).every(
    ([column, value]) => (other.values[column] ?? '').toLowerCase() === value.toLowerCase(),
  );
}

interface OrganisationRow extends Record<string, string | null> {
  id: string;
  name: string;
}

async function existingOrganisations(query: Query, ids: readonly string[]): Promise<Existing[]> {
  const rows = await query<OrganisationRow>(sql`
    select id, name, short_name, type, function_mailbox, phone, website, street, postal_code, city, municipality_id::text, note
    from organisation where id = any(${ids}::uuid[]) order by name, id`);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    detail: [row['city'], row['function_mailbox']].filter(Boolean).join(' · '),
    values: row,
    comparable: {
      name: row.name,
      mail: row['function_mailbox'] ?? '',
      website: row['website'] ?? '',
      address: [row['street'], row['postal_code'], row['city']].filter(Boolean).join(' '),
    },
  }));
}

interface PersonRow {
  id: string;
  values: Record<string, string>;
  houses: string[];
}

async function existingPeople(query: Query, ids: readonly string[]): Promise<Existing[]> {
  const rows = await query<PersonRow>(sql`
    select it.id, jsonb_build_object('salutation', it.salutation, 'title', it.title, 'given_name', it.given_name,
             'family_name', it.family_name, 'mail', it.mail, 'phone', it.phone, 'note', it.note) as values,
           array(select organisation.name from representation join organisation on organisation.id = representation.organisation_id
                 where representation.person_id = it.id and representation.to_day is null order by organisation.name) as houses
    from person it where it.id = any(${ids}::uuid[]) order by it.family_name, it.id`);
  return rows.map(({ id, values, houses }) => ({
    id,
    name: [values['title'], values['given_name'], values['family_name']].filter(Boolean).join(' '),
    detail: [values['mail'], ...houses].filter(Boolean).join(' · '),
    values,
    comparable: {
      name: [values['given_name'], values['family_name']].filter(Boolean).join(' '),
      mail: values['mail'] ?? '',
      organisations: houses,
    },
  }));
}
