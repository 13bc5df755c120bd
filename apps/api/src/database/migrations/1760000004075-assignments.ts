import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sees to a Hinweis and by when, and who does so where nobody was named. */
export class Assignments1760000004075 implements MigrationInterface {
  name = 'Assignments1760000004075';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feedback_assignment (
        id uuid primary key,
        feedback_id uuid not null references feedback on delete cascade,
        account_id uuid references account on delete set null,
        assignee text not null,
        due date not null,
        assigned_by text not null,
        deed_id uuid not null,
        since timestamptz not null,
        ended_at timestamptz,
        ended_by_deed_id uuid,
        constraint feedback_assignment_end check ((ended_at is null) = (ended_by_deed_id is null))
      );
      create unique index feedback_assignment_one on feedback_assignment (feedback_id) where ended_at is null;
      create index feedback_assignment_of_account on feedback_assignment (account_id) where ended_at is null;
      create index feedback_assignment_feedback on feedback_assignment (feedback_id, since);
      create index feedback_assignment_deed on feedback_assignment (deed_id);
      create index feedback_assignment_ended_by on feedback_assignment (ended_by_deed_id);

      create table feedback_responsibility (
        field_id uuid primary key references field_of_action on delete cascade,
        account_id uuid not null references account on delete cascade,
        days integer not null constraint feedback_responsibility_days check (days between 1 and 366)
      );
      create index feedback_responsibility_account on feedback_responsibility (account_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
