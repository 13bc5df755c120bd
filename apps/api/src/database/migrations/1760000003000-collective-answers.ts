import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hinweise that got one answer together; to everybody it is told once. */
export class CollectiveAnswers1760000003000 implements MigrationInterface {
  name = 'CollectiveAnswers1760000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table feedback add column answer_group_id uuid;
      create index feedback_answer_group on feedback (answer_group_id) where answer_group_id is not null;
      create unique index feedback_group_public_once on feedback (answer_group_id)
        where answer_group_id is not null and public_since is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
