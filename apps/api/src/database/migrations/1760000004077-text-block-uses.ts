import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which text blocks stand in the answer to a Hinweis. */
export class TextBlockUses1760000004077 implements MigrationInterface {
  name = 'TextBlockUses1760000004077';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feedback_text_block (
        feedback_id uuid not null references feedback on delete cascade,
        text_block_id uuid not null references text_block,
        primary key (feedback_id, text_block_id)
      );
      create index feedback_text_block_block on feedback_text_block (text_block_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
