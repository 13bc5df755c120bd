import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cycles made from the Bauplan, their goals, phases and steps, and with whom each step is coordinated. */
export class Cycles1760000004331 implements MigrationInterface {
  name = 'Cycles1760000004331';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table county_settings add column cycle_years integer not null default 5 check (cycle_years between 1 and 10);

      create table cycle (
        id uuid primary key,
        number integer not null unique check (number >= 1),
        name text not null check (trim(name) <> ''),
        state text not null check (state in ('PREPARATION', 'DATA_COLLECTION', 'ANALYSIS', 'DISCOURSE', 'PRIORITISATION', 'DRAFTING',
          'DECISION', 'SUBMITTED', 'IMPLEMENTATION', 'EVALUATION', 'CLOSED')),
        state_reason text not null default '',
        begins_on date not null,
        ends_on date not null,
        closed_on date,
        template_id uuid not null references process_template,
        previous_id uuid unique references cycle,
        data_concept_id uuid references data_concept,
        term_name text not null default '',
        term_begins_on date,
        term_ends_on date,
        election_on date,
        plan_title text not null default '',
        plan_adopted_on date,
        -- What the counters said on the day it was closed; until then they are counted anew.
        counted jsonb,
        version integer not null default 1,
        created_at timestamptz not null,
        -- Preparing takes one half of the county's attention, putting into practice the other, all else both.
        attention int4range generated always as (case
          when state = 'CLOSED' then 'empty'::int4range
          when state = 'PREPARATION' then int4range(1, 2)
          when state in ('IMPLEMENTATION', 'EVALUATION') then int4range(2, 3)
          else int4range(1, 3) end) stored,
        constraint cycle_one_at_a_time exclude using gist (attention with &&) deferrable initially deferred,
        constraint cycle_days check (begins_on < ends_on),
        constraint cycle_length check (ends_on < begins_on + interval '10 years'),
        constraint cycle_closed check ((state = 'CLOSED') = (closed_on is not null) and (state = 'CLOSED') = (counted is not null)),
        constraint cycle_plan check ((trim(plan_title) = '') = (plan_adopted_on is null)),
        constraint cycle_term check (term_begins_on is null or term_ends_on is null or term_begins_on <= term_ends_on)
      );
      create index cycle_template on cycle (template_id);
      create index cycle_data_concept on cycle (data_concept_id);

      create table cycle_milestone (
        cycle_id uuid not null references cycle on delete cascade,
        position integer not null check (position >= 0),
        year integer not null check (year between 1990 and 2200),
        goal text not null check (trim(goal) <> ''),
        counter text check (counter in ('STEPS', 'CATALOGUE', 'NETWORKS', 'FORMATS', 'RECOMMENDATIONS')),
        done_on date,
        primary key (cycle_id, position)
      );

      create table cycle_phase (
        cycle_id uuid not null references cycle on delete cascade,
        key uuid not null,
        position integer not null check (position >= 0),
        name text not null check (trim(name) <> ''),
        summary text not null default '',
        primary key (cycle_id, key),
        constraint cycle_phase_position unique (cycle_id, position)
      );

      -- The words are those of the Bauplan on the day the cycle was made.
      create table cycle_step (
        id uuid primary key,
        cycle_id uuid not null references cycle on delete cascade,
        phase_key uuid not null,
        key uuid not null,
        position integer not null check (position >= 0),
        number text not null,
        title text not null check (trim(title) <> ''),
        summary text not null default '',
        lead_role text not null check (lead_role in ('planner', 'coordinator', 'provider', 'reader')),
        lead text not null default '',
        involved_roles text[] not null default '{}' check (involved_roles <@ array['planner', 'coordinator', 'provider', 'reader']),
        task text not null default '',
        input text not null default '',
        result text not null default '',
        done_when text not null default '',
        due_on date not null,
        responsible_person_id uuid references person,
        state text not null check (state in ('OPEN', 'IN_PROGRESS', 'BLOCKED', 'DONE', 'DROPPED')),
        state_reason text not null default '',
        done_on date,
        carried_from_id uuid references cycle_step,
        version integer not null default 1,
        constraint cycle_step_key unique (cycle_id, key),
        constraint cycle_step_phase foreign key (cycle_id, phase_key) references cycle_phase,
        constraint cycle_step_position unique (cycle_id, phase_key, position),
        constraint cycle_step_done check ((state = 'DONE') = (done_on is not null)),
        constraint cycle_step_reason check (state not in ('BLOCKED', 'DROPPED') or trim(state_reason) <> '')
      );
      create index cycle_step_due on cycle_step (due_on, id) where state in ('OPEN', 'IN_PROGRESS', 'BLOCKED');
      create index cycle_step_responsible on cycle_step (responsible_person_id);
      create index cycle_step_carried_from on cycle_step (carried_from_id);

      create table cycle_step_method (
        step_id uuid not null references cycle_step on delete cascade,
        method_id uuid not null references method_note_version,
        primary key (step_id, method_id)
      );
      create index cycle_step_method_method on cycle_step_method (method_id);

      create table cycle_step_actor (
        id uuid primary key,
        step_id uuid not null references cycle_step on delete cascade,
        side text not null check (side in ('INTERNAL', 'EXTERNAL')),
        position integer not null check (position >= 0),
        name text not null check (trim(name) <> ''),
        organisation_id uuid references organisation,
        standing text not null check (standing in ('NOT_ASKED', 'ASKED', 'AGREED', 'COMMENTED', 'SILENT')),
        standing_on date,
        words text not null default '',
        constraint cycle_step_actor_dated check ((standing = 'NOT_ASKED') = (standing_on is null)),
        constraint cycle_step_actor_comment check (standing <> 'COMMENTED' or trim(words) <> '')
      );
      create unique index cycle_step_actor_name on cycle_step_actor (step_id, side, lower(name));
      create index cycle_step_actor_organisation on cycle_step_actor (organisation_id);

      -- What a cycle took over from the one before.
      create table cycle_network (
        cycle_id uuid not null references cycle on delete cascade,
        network_id uuid not null references network on delete cascade,
        primary key (cycle_id, network_id)
      );
      create index cycle_network_network on cycle_network (network_id);
      create table cycle_measure (
        cycle_id uuid not null references cycle on delete cascade,
        measure_id uuid not null references measure on delete cascade,
        since timestamptz not null,
        primary key (cycle_id, measure_id)
      );
      create index cycle_measure_measure on cycle_measure (measure_id);

      -- What the counters of a cycle count.
      create index participation_format_evaluated on participation_format (created_at) where state in ('EVALUATED', 'FED_BACK');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
