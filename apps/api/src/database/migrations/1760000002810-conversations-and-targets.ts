import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes of conversations with organisations and people; how many of which kind a network should have. */
export class ConversationsAndTargets1760000002810 implements MigrationInterface {
  name = 'ConversationsAndTargets1760000002810';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table conversation_note (
        id uuid primary key,
        organisation_id uuid references organisation,
        person_id uuid references person,
        held_on date not null,
        way text not null check (way in ('PHONE','MEETING','VISIT','VIDEO','MAIL')),
        with_whom text not null default '',
        note text not null check (trim(note) <> ''),
        task_id uuid references task on delete set null,
        entered_by text not null,
        entered_by_account_id uuid references account on delete set null,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint conversation_note_about check (organisation_id is not null or person_id is not null)
      );
      create index conversation_note_organisation on conversation_note (organisation_id, held_on);
      create index conversation_note_person on conversation_note (person_id, held_on);
      create index conversation_note_task on conversation_note (task_id);
      create index conversation_note_account on conversation_note (entered_by_account_id);

      alter table network add column target_types jsonb not null default '[]';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
