import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Maßnahmen, Projekte and vorläufige Handlungsschritte with milestones, progress, cost, and what they changed. */
export class Measures1760000004071 implements MigrationInterface {
  name = 'Measures1760000004071';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table measure (
        id uuid primary key,
        number text not null unique,
        kind text not null check (kind in ('MEASURE', 'PROJECT', 'PROVISIONAL_STEP')),
        field_id uuid not null references field_of_action,
        title text not null check (trim(title) <> ''),
        description text not null default '',
        target text not null default '',
        lead_organisation_id uuid references organisation,
        lead_person_id uuid references person,
        starts_on date,
        due_on date,
        completed_on date,
        cost_neutral boolean not null default false,
        funding_source text not null default '',
        funder text not null default '',
        funding_until date,
        state text not null check (state in ('PROPOSED', 'APPROVED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'EVALUATED', 'REJECTED', 'DISCONTINUED', 'SUPERSEDED')),
        state_reason text not null default '',
        -- Another one goes on with what this one was.
        followed_by_id uuid references measure,
        override_status text check (override_status in ('ON_TRACK', 'AT_RISK', 'LATE')),
        override_reason text not null default '',
        override_by text not null default '',
        override_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint measure_days check (starts_on is null or due_on is null or starts_on <= due_on),
        constraint measure_completed check (state not in ('COMPLETED', 'EVALUATED') or completed_on is not null),
        constraint measure_reason check (state not in ('REJECTED', 'DISCONTINUED') or trim(state_reason) <> ''),
        constraint measure_superseded check ((state = 'SUPERSEDED') = (followed_by_id is not null)),
        constraint measure_not_itself check (followed_by_id <> id),
        constraint measure_override check (override_status is null or (trim(override_reason) <> '' and trim(override_by) <> '' and override_at is not null)),
        constraint measure_funder check (kind = 'PROJECT' or (funder = '' and funding_until is null))
      );
      create index measure_list on measure (created_at desc, id desc);
      create index measure_field on measure (field_id, created_at);
      create index measure_lead on measure (lead_organisation_id);
      create index measure_lead_person on measure (lead_person_id);
      create index measure_state on measure (state, due_on);
      create index measure_followed_by on measure (followed_by_id);

      create table measure_partner (
        measure_id uuid not null references measure on delete cascade,
        organisation_id uuid not null references organisation,
        primary key (measure_id, organisation_id)
      );
      create index measure_partner_organisation on measure_partner (organisation_id);

      create table measure_cost (
        measure_id uuid not null references measure on delete cascade,
        budget_year integer not null check (budget_year between 1990 and 2200),
        one_off numeric(12,2) not null default 0 check (one_off >= 0),
        yearly numeric(12,2) not null default 0 check (yearly >= 0),
        primary key (measure_id, budget_year)
      );

      create table measure_recommendation (
        measure_id uuid not null references measure on delete cascade,
        recommendation_id uuid not null references recommendation,
        fingerprint text not null,
        accepted_by text not null default '',
        accepted_at timestamptz,
        since timestamptz not null,
        primary key (measure_id, recommendation_id)
      );
      create index measure_recommendation_recommendation on measure_recommendation (recommendation_id);

      create table measure_milestone (
        id uuid primary key,
        measure_id uuid not null references measure on delete cascade,
        title text not null check (trim(title) <> ''),
        due_on date not null,
        done_on date
      );
      create index measure_milestone_measure on measure_milestone (measure_id, due_on);

      -- What the one in charge said on how it goes; never changed, the newest counts.
      create table measure_progress (
        id uuid primary key,
        measure_id uuid not null references measure on delete cascade,
        standing text not null check (standing in ('ON_TRACK', 'AT_RISK', 'LATE', 'DONE')),
        words text not null default '',
        expected_end date,
        reported_by text not null,
        person_id uuid references person,
        reported_at timestamptz not null
      );
      create index measure_progress_measure on measure_progress (measure_id, reported_at desc);
      create index measure_progress_person on measure_progress (person_id);

      create table evaluation (
        measure_id uuid primary key references measure on delete cascade,
        conclusion text not null default '',
        consequence text not null default '',
        other_influences text not null default '',
        evaluated_on date,
        version integer not null default 1,
        created_at timestamptz not null
      );

      -- One thing looked at to know what changed. Baseline and target are declared with day and source.
      create table evaluation_goal (
        id uuid primary key,
        measure_id uuid not null references evaluation on delete cascade,
        position integer not null check (position >= 1),
        level text not null check (level in ('INPUT', 'OUTPUT', 'OUTCOME', 'IMPACT')),
        title text not null check (trim(title) <> ''),
        unit text not null default '',
        baseline numeric not null,
        baseline_on date not null,
        baseline_source text not null check (trim(baseline_source) <> ''),
        target numeric not null,
        target_on date not null,
        confidence text not null check (confidence in ('HIGH', 'MEDIUM', 'LOW')),
        other_influences text not null default '',
        constraint evaluation_goal_days check (baseline_on < target_on)
      );
      create index evaluation_goal_measure on evaluation_goal (measure_id, position);

      -- Values seen since, one a day.
      create table evaluation_value (
        goal_id uuid not null references evaluation_goal on delete cascade,
        seen_on date not null,
        value numeric not null,
        source text not null check (trim(source) <> ''),
        primary key (goal_id, seen_on)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
