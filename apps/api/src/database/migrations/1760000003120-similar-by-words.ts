import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Similar Hinweise are found by the words the search keeps anyway; this index was read for seconds and written with every text. */
export class SimilarByWords1760000003120 implements MigrationInterface {
  name = 'SimilarByWords1760000003120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index feedback_similar');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
