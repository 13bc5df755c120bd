import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hinweise of which somebody found that they do not belong together. */
export class DismissedProposals1760000004078 implements MigrationInterface {
  name = 'DismissedProposals1760000004078';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feedback_group_dismissal (
        id uuid primary key,
        feedback_ids uuid[] not null constraint feedback_group_dismissal_some check (cardinality(feedback_ids) > 0),
        account_id uuid references account on delete set null,
        dismissed_at timestamptz not null
      );
      create index feedback_group_dismissal_account on feedback_group_dismissal (account_id);
      create index feedback_group_dismissal_of on feedback_group_dismissal using gin (feedback_ids);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
