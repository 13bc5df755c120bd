import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Standing cooperation and its seats: a seat belongs to an organisation and is filled by a person. */
export class Networks1760000000520 implements MigrationInterface {
  name = 'Networks1760000000520';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table network (
        id uuid primary key,
        name text not null,
        short_name text not null default '',
        kind text not null check (kind in ('NETWORK','WORKING_GROUP','WORKING_GROUP_78','STEERING_GROUP','CIRCLE')),
        purpose text not null default '',
        legal_basis text not null default '',
        reports_to_committee_id uuid references committee,
        meeting_interval_months integer check (meeting_interval_months between 1 and 24),
        meeting_habit text not null default '',
        cooperation_agreement_on date,
        state text not null check (state in ('INITIATED','ACTIVE','CONSOLIDATED','DORMANT','DISSOLVED')),
        target_size integer check (target_size between 1 and 1000),
        version integer not null default 1,
        created_at timestamptz not null
      );
      create unique index network_name on network (lower(name));
      create index network_list on network (name collate "de-x-icu", id);
      create index network_committee on network (reports_to_committee_id);

      create table network_field (
        network_id uuid not null references network on delete cascade,
        field_id uuid not null references field_of_action,
        primary key (network_id, field_id)
      );
      create index network_field_field on network_field (field_id);

      create table network_planning_area (
        network_id uuid not null references network on delete cascade,
        planning_area_id uuid not null references planning_area,
        primary key (network_id, planning_area_id)
      );
      create index network_planning_area_area on network_planning_area (planning_area_id);

      create table membership (
        id uuid primary key,
        network_id uuid not null references network on delete cascade,
        organisation_id uuid references organisation,
        person_id uuid references person,
        deputy_person_id uuid references person,
        role text not null check (role in ('COORDINATOR','SPEAKER','MEMBER','GUEST')),
        from_day date not null,
        to_day date,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint membership_somebody check (organisation_id is not null or person_id is not null),
        constraint membership_days check (to_day >= from_day),
        constraint membership_deputy check (deputy_person_id <> person_id)
      );
      create index membership_network on membership (network_id, from_day);
      create index membership_organisation on membership (organisation_id);
      create index membership_person on membership (person_id);
      create index membership_deputy_person on membership (deputy_person_id);
      create unique index membership_current on membership (network_id, person_id, organisation_id) nulls not distinct
        where to_day is null and person_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
