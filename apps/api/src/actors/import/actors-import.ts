import sql from 'sql-template-tag';
import { foldedName, headingKey, siteOf } from '@runder-tisch/domain/imports';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import { berlinDay } from '@runder-tisch/domain/time';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import type { Existing, ImportPart, ImportTarget, Query, ReadEntry } from '../../imports/import-target';
import { actorsImportFields, actorsImportSample } from './actors-import-fields';
import { readOrganisation, readPerson } from './actors-import-read';

/** Of so many with a similar name the likeliest are looked at. */
const LOOKED_AT = 5;

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
      const role = (values['person.function'] ?? '').replace(/\s+/g, ' ').slice(0, 120);
      return organisation && person ? [{ id: newId(), person, organisation, role }] : [];
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

type Found<Row> = Row & { at: number };

interface OrganisationRow extends Record<string, string | null> {
  id: string;
  name: string;
}

async function existingOrganisations(query: Query, entries: readonly ReadEntry[]): Promise<Existing[][]> {
  const given = JSON.stringify(
    entries.map(({ comparable }, at) => ({
      at,
      name: comparable.name,
      mail: normaliseMail(comparable.mail ?? ''),
      site: siteOf(comparable.website ?? ''),
    })),
  );
  const rows = await query<Found<OrganisationRow>>(sql`
    with given as (select * from jsonb_to_recordset(${given}::jsonb) as it(at int, name text, mail text, site text)),
    hit as (
      select given.at, near.id from given cross join lateral (
        select it.id from organisation it where fold(it.name) % fold(given.name)
        order by similarity(fold(it.name), fold(given.name)) desc limit ${LOOKED_AT}) near
      union select given.at, it.id from given join organisation it on lower(it.function_mailbox) = given.mail where given.mail <> ''
      union select given.at, it.id from given join organisation it
        on regexp_replace(lower(it.website), '^https?://(www\\.)?([^/?#]+).*$', '\\2') = given.site where given.site <> '')
    select hit.at, it.id, it.name, it.short_name, it.type, it.function_mailbox, it.phone, it.website, it.street, it.postal_code,
           it.city, it.municipality_id::text, it.note
    from hit join organisation it on it.id = hit.id order by hit.at, it.name, it.id`);
  return grouped(entries.length, rows, (row) => ({
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

async function existingPeople(query: Query, entries: readonly ReadEntry[]): Promise<Existing[][]> {
  const given = JSON.stringify(
    entries.map(({ comparable }, at) => ({
      at,
      name: comparable.name,
      mail: normaliseMail(comparable.mail ?? ''),
    })),
  );
  const rows = await query<Found<PersonRow>>(sql`
    with given as (select * from jsonb_to_recordset(${given}::jsonb) as it(at int, name text, mail text)),
    hit as (
      select given.at, near.id from given cross join lateral (
        select it.id from person it where fold(it.given_name || ' ' || it.family_name) % fold(given.name)
        order by similarity(fold(it.given_name || ' ' || it.family_name), fold(given.name)) desc limit ${LOOKED_AT}) near
      union select given.at, it.id from given join person it on lower(it.mail) = given.mail and it.mail <> '' where given.mail <> '')
    select hit.at, it.id, jsonb_build_object('salutation', it.salutation, 'title', it.title, 'given_name', it.given_name,
             'family_name', it.family_name, 'mail', it.mail, 'phone', it.phone, 'note', it.note) as values,
           array(select organisation.name from representation join organisation on organisation.id = representation.organisation_id
                 where representation.person_id = it.id and representation.to_day is null order by organisation.name) as houses
    from hit join person it on it.id = hit.id order by hit.at, it.family_name, it.id`);
  return grouped(entries.length, rows, ({ id, values, houses }) => ({
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

function grouped<Row>(
  count: number,
  rows: readonly Found<Row>[],
  asExisting: (row: Row) => Existing,
): Existing[][] {
  const lists: Existing[][] = Array.from({ length: count }, () => []);
  for (const row of rows) lists[row.at]?.push(asExisting(row));
  return lists;
}
