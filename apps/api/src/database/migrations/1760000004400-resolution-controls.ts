import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adopted resolutions under control, with every report on them: the newest counts, the paper of a past session reads the one of then. */
export class ResolutionControls1760000004400 implements MigrationInterface {
  name = 'ResolutionControls1760000004400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table resolution_control (
        id uuid primary key,
        consultation_id uuid not null references paper_consultation,
        current_report_id uuid not null,
        -- The planner who follows it up.
        responsible_person_id uuid references person,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint resolution_control_once unique (consultation_id)
      );
      create index resolution_control_responsible on resolution_control (responsible_person_id);

      -- Never changed.
      create table control_report (
        id uuid primary key,
        control_id uuid not null references resolution_control on delete cascade,
        reported_at timestamptz not null,
        reported_by text not null,
        state text not null check (state in ('OPEN', 'IN_PROGRESS', 'DELAYED', 'STANDING', 'DONE')),
        words text not null default '',
        -- Its measures say how it stands.
        follows boolean not null,
        unit text not null default '',
        due_on date,
        next_on date,
        every_months integer check (every_months between 1 and 120),
        constraint control_report_delay_reason check (state <> 'DELAYED' or trim(words) <> ''),
        constraint control_report_standing check ((state = 'STANDING') = (next_on is not null)),
        constraint control_report_rhythm check (every_months is null or state = 'STANDING'),
        constraint control_report_standing_follows_nothing check (state <> 'STANDING' or not follows),
        constraint control_report_of_control unique (control_id, id)
      );
      create index control_report_course on control_report (control_id, reported_at desc, id desc);
      alter table resolution_control add constraint resolution_control_current_report
        foreign key (id, current_report_id) references control_report (control_id, id) deferrable initially deferred;

      -- Linked by hand, beside those of its recommendations.
      create table control_measure (
        control_id uuid not null references resolution_control on delete cascade,
        measure_id uuid not null references measure,
        since timestamptz not null,
        primary key (control_id, measure_id)
      );
      create index control_measure_measure on control_measure (measure_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
