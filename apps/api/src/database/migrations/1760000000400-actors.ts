import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations and people apart; a representation says for whom somebody speaks. */
export class Actors1760000000400 implements MigrationInterface {
  name = 'Actors1760000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organisation (
        id uuid primary key,
        name text not null,
        short_name text not null default '',
        type text not null check (type in ('PUBLIC_AUTHORITY','FREE_PROVIDER','PRIVATE_PROVIDER','MUNICIPALITY','SCHOOL_KITA','HEALTH','INITIATIVE','SELF_HELP','BUSINESS','RESEARCH')),
        function_mailbox text not null default '',
        phone text not null default '',
        website text not null default '',
        street text not null default '',
        postal_code text not null default '' check (postal_code ~ '^([0-9]{5})?$'),
        city text not null default '',
        municipality_id uuid references municipality,
        note text not null default '',
        recognised_youth_welfare boolean not null default false,
        checked_on date,
        active boolean not null default true,
        version integer not null default 1,
        created_at timestamptz not null
      );
      create unique index organisation_name on organisation (lower(name));
      create index organisation_name_similar on organisation using gin (fold(name) gin_trgm_ops);
      create index organisation_list on organisation (name collate "de-x-icu", id);
      create index organisation_type on organisation (type, name collate "de-x-icu", id);
      -- These two let the total of a filtered list be counted without reading a single row.
      create index organisation_filter on organisation (type, active, id);
      create index organisation_municipality on organisation (municipality_id);

      create table organisation_field (
        organisation_id uuid not null references organisation on delete cascade,
        field_id uuid not null references field_of_action,
        primary key (organisation_id, field_id)
      );
      create index organisation_field_field on organisation_field (field_id, organisation_id);

      create table person (
        id uuid primary key,
        salutation text not null default '' check (salutation in ('', 'Frau', 'Herr')),
        title text not null default '',
        given_name text not null default '',
        family_name text not null,
        mail text not null default '',
        phone text not null default '',
        contact_public boolean not null default false,
        consent_given_on date,
        consent_note text not null default '',
        valid_until date,
        note text not null default '',
        version integer not null default 1,
        created_at timestamptz not null
      );
      create unique index person_mail on person (lower(mail)) where mail <> '';
      create index person_list on person (family_name collate "de-x-icu", given_name collate "de-x-icu", id);
      create index person_name_similar on person using gin (fold(given_name || ' ' || family_name) gin_trgm_ops);
      alter table account add constraint account_person foreign key (person_id) references person;
      alter table mail_link add constraint mail_link_person foreign key (person_id) references person on delete cascade;

      create table representation (
        id uuid primary key,
        person_id uuid not null references person on delete cascade,
        organisation_id uuid not null references organisation,
        function text not null default '',
        from_day date not null,
        to_day date check (to_day >= from_day),
        version integer not null default 1
      );
      create index representation_person on representation (person_id);
      create index representation_organisation on representation (organisation_id);
      create unique index representation_current on representation (person_id, organisation_id) where to_day is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
