import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The Akteursanalyse of a cycle with its gaps, and how the coordination of a step with each actor went. */
export class ActorAnalysis1760000004490 implements MigrationInterface {
  name = 'ActorAnalysis1760000004490';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table actor_entry (
        id uuid primary key,
        cycle_id uuid not null references cycle on delete cascade,
        organisation_id uuid references organisation,
        -- Of whom is not in the register, such as a group of people.
        name text not null default '',
        influence integer check (influence between 1 and 3),
        affectedness integer check (affectedness between 1 and 3),
        part text check (part in ('DECIDES', 'CONTRIBUTES', 'HEARD', 'INFORMED')),
        field_id uuid references field_of_action,
        municipality_id uuid references municipality,
        note text not null default '',
        version integer not null default 1,
        constraint actor_entry_who check ((organisation_id is null) = (trim(name) <> '')),
        constraint actor_entry_judged check (num_nulls(influence, affectedness, part) in (0, 3))
      );
      create unique index actor_entry_organisation on actor_entry (cycle_id, organisation_id);
      create unique index actor_entry_name on actor_entry (cycle_id, lower(name)) where organisation_id is null;
      create index actor_entry_of_organisation on actor_entry (organisation_id);
      create index actor_entry_field on actor_entry (field_id);
      create index actor_entry_municipality on actor_entry (municipality_id);

      -- What the rows do not show of themselves.
      create table actor_gap (
        id uuid primary key,
        cycle_id uuid not null references cycle on delete cascade,
        gap text not null check (trim(gap) <> ''),
        remedy text not null default '',
        settled boolean not null default false,
        version integer not null default 1
      );
      create index actor_gap_cycle on actor_gap (cycle_id);

      create table cycle_step_standing (
        actor_id uuid not null references cycle_step_actor on delete cascade,
        standing_on date not null,
        standing text not null check (standing in ('ASKED', 'AGREED', 'COMMENTED', 'SILENT')),
        words text not null default '',
        recorded_at timestamptz not null,
        primary key (actor_id, standing_on, standing)
      );
    `);
    await runner.query(`
      insert into cycle_step_standing (actor_id, standing_on, standing, words, recorded_at)
      select id, standing_on, standing, words, standing_on::timestamp at time zone 'Europe/Berlin'
      from cycle_step_actor where standing <> 'NOT_ASKED'
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
