import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of thousands of Hinweise with a link those are known at once that would be a gap without one. */
export class HinweiseThatLeadOn1760000004111 implements MigrationInterface {
  name = 'HinweiseThatLeadOn1760000004111';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The condition of the matrix in the same words: otherwise the index would not be used.
      create index feedback_leading_on on feedback (id) where (counted_with_id is not null) is not true
        and (decision in ('NOTED', 'NOT_INCORPORATED', 'OUT_OF_SCOPE')) is not true;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
