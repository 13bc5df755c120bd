import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the office notes for itself on a Hinweis. */
export class FeedbackNotes1760000004059 implements MigrationInterface {
  name = 'FeedbackNotes1760000004059';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feedback_note (
        id uuid primary key,
        feedback_id uuid not null references feedback on delete cascade,
        text text not null check (trim(text) <> ''),
        account_id uuid references account on delete set null,
        written_by text not null,
        created_at timestamptz not null
      );
      create index feedback_note_feedback on feedback_note (feedback_id, created_at);
      create index feedback_note_account on feedback_note (account_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
