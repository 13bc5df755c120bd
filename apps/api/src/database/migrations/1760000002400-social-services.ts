import type { MigrationInterface, QueryRunner } from 'typeorm';
import { defaultServiceCategories, defaultTargetGroups } from '@runder-tisch/domain/social-services';
import { newId } from '../new-id';

/** Offers of organisations, the lists they are ordered by, and the registration of those who enter them. */
export class SocialServices1760000002400 implements MigrationInterface {
  name = 'SocialServices1760000002400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lists);
    await runner.query(services);
    await runner.query(registrations);
    // What a county starts with; from then on the lists belong to its planners.
    for (const [index, it] of defaultServiceCategories.entries()) {
      await runner.query(
        `insert into service_category (id, name, description, protective, position) values ($1, $2, $3, $4, $5)`,
        [newId(), it.name, it.description, it.protective, index + 1],
      );
    }
    for (const [index, it] of defaultTargetGroups.entries()) {
      await runner.query(
        `insert into target_group (id, name, description, position) values ($1, $2, $3, $4)`,
        [newId(), it.name, it.description, index + 1],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const lists = `
  create table service_category (
    id uuid primary key,
    name text not null unique,
    description text not null default '',
    protective boolean not null default false,
    position integer not null,
    active boolean not null default true,
    version integer not null default 1
  );

  create table target_group (
    id uuid primary key,
    name text not null unique,
    description text not null default '',
    position integer not null,
    active boolean not null default true,
    version integer not null default 1
  );
`;

const services = `
  create table social_service (
    id uuid primary key,
    organisation_id uuid not null references organisation,
    state text not null check (state in ('DRAFT','SUBMITTED','CONFIRMED','PUBLISHED','DISCONTINUED')),
    change text check (change in ('DRAFT','SUBMITTED')),
    current_version_id uuid not null,
    confirmed_version_id uuid,
    confirmed_on date,
    submitted_at timestamptz,
    submitted_by text not null default '',
    return_reason text not null default '',
    version integer not null default 1,
    created_at timestamptz not null,
    constraint social_service_confirmed check
      (state not in ('CONFIRMED','PUBLISHED') or (confirmed_version_id is not null and confirmed_on is not null)),
    constraint social_service_change_of_confirmed check (change is null or state in ('CONFIRMED','PUBLISHED'))
  );
  create index social_service_organisation on social_service (organisation_id, state);
  create index social_service_state on social_service (state, id);
  create index social_service_current_version on social_service (current_version_id);
  create index social_service_confirmed_version on social_service (confirmed_version_id);

  create table service_version (
    id uuid primary key,
    service_id uuid not null references social_service on delete cascade,
    number integer not null check (number >= 1),
    title text not null,
    category_id uuid references service_category,
    field_id uuid references field_of_action,
    description text not null check (length(description) <= 600),
    secret_place boolean not null,
    street text not null,
    postal_code text not null check (postal_code ~ '^([0-9]{5})?$'),
    city text not null,
    municipality_id uuid references municipality,
    accessibility text check (accessibility in ('FULL','PARTIAL','NO','UNKNOWN','NOT_APPLICABLE')),
    opening_hours text not null,
    phone text not null,
    mail text not null,
    website text not null,
    languages text[] not null default '{}',
    waiting_days integer check (waiting_days between 0 and 1000),
    waiting_on date,
    internal_note text not null,
    saved_at timestamptz not null,
    saved_by text not null,
    constraint service_version_number unique (service_id, number),
    constraint service_version_waiting_dated check (waiting_days is null or waiting_on is not null),
    -- What is secret stands in confidential_address and nowhere else.
    constraint service_version_secret_place check
      (not secret_place or (street = '' and postal_code = '' and city = '' and municipality_id is null))
  );
  create index service_version_title on service_version (title collate "de-x-icu", id);
  create index service_version_title_similar on service_version using gin (fold(title) gin_trgm_ops);
  create index service_version_category on service_version (category_id);
  create index service_version_field on service_version (field_id);
  create index service_version_municipality_id on service_version (municipality_id);
  alter table social_service add constraint social_service_current_version_id_fkey
    foreign key (current_version_id) references service_version deferrable initially deferred;
  alter table social_service add constraint social_service_confirmed_version_id_fkey
    foreign key (confirmed_version_id) references service_version deferrable initially deferred;

  create table service_version_target_group (
    version_id uuid not null references service_version on delete cascade,
    target_group_id uuid not null references target_group,
    primary key (version_id, target_group_id)
  );
  create index service_version_target_group_group on service_version_target_group (target_group_id);

  create table service_version_municipality (
    version_id uuid not null references service_version on delete cascade,
    municipality_id uuid not null references municipality,
    primary key (version_id, municipality_id)
  );
  create index service_version_municipality_municipality on service_version_municipality (municipality_id);

  -- A version is what was said once. The only change it may suffer: its place is taken out, because it became secret.
  create function service_version_stays() returns trigger language plpgsql as $$
  declare
    place text[] := '{street,postal_code,city,municipality_id,secret_place}';
  begin
    if (to_jsonb(new) - place) <> (to_jsonb(old) - place) or not new.secret_place then
      raise exception 'a version of an offer cannot be changed' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger stays before update on service_version for each row execute function service_version_stays();

  create table service_confirmation (
    id uuid primary key,
    service_id uuid not null references social_service on delete cascade,
    version_id uuid not null references service_version on delete cascade,
    confirmed_at timestamptz not null,
    confirmed_by text not null
  );
  create index service_confirmation_service on service_confirmation (service_id, confirmed_at);
  create index service_confirmation_version on service_confirmation (version_id);

  create table confidential_address (
    service_id uuid primary key references social_service on delete cascade,
    street text not null,
    postal_code text not null check (postal_code ~ '^([0-9]{5})?$'),
    city text not null,
    municipality_id uuid references municipality
  );
  create index confidential_address_municipality on confidential_address (municipality_id);
`;

const registrations = `
  alter table county_settings add column registration_open boolean not null default true;

  create table registration (
    id uuid primary key,
    organisation_id uuid references organisation,
    organisation_name text not null,
    organisation_city text not null default '',
    given_name text not null,
    family_name text not null,
    function text not null,
    mail text not null,
    phone text not null default '',
    message text not null default '',
    state text not null check (state in ('UNCONFIRMED','PENDING','APPROVED','REFUSED')),
    reason text not null default '',
    person_id uuid references person on delete set null,
    decided_by text not null default '',
    decided_at timestamptz,
    confirmed_at timestamptz,
    created_at timestamptz not null,
    version integer not null default 1,
    constraint registration_decided check (state not in ('APPROVED','REFUSED') or decided_at is not null),
    constraint registration_refused_with_reason check (state <> 'REFUSED' or reason <> '')
  );
  create index registration_state on registration (state, confirmed_at);
  create index registration_organisation on registration (organisation_id);
  create index registration_person on registration (person_id);
`;
