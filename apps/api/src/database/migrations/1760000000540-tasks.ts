import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who does what until when; most come from minutes. */
export class Tasks1760000000540 implements MigrationInterface {
  name = 'Tasks1760000000540';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table task (
        id uuid primary key,
        title text not null,
        detail text not null default '',
        due_on date,
        person_id uuid references person,
        organisation_id uuid references organisation,
        network_id uuid references network,
        meeting_id uuid,
        object_kind text,
        object_id uuid,
        minutes_entry_id uuid,
        state text not null check (state in ('OPEN','DONE','DROPPED')),
        done_at timestamptz,
        done_by text not null default '',
        origin text not null check (origin in ('MINUTES','MANUAL')),
        version integer not null default 1,
        created_at timestamptz not null,
        constraint task_done check ((state = 'DONE') = (done_at is not null)),
        constraint task_object check ((object_kind is null) = (object_id is null))
      );
      create unique index task_minutes_entry on task (minutes_entry_id);
      create index task_list on task ((coalesce(due_on, 'infinity'::date)), id);
      create index task_open on task (due_on) where state = 'OPEN';
      create index task_person on task (person_id);
      create index task_organisation on task (organisation_id);
      create index task_network on task (network_id);
      create index task_meeting on task (meeting_id);
      create index task_object on task (object_kind, object_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
