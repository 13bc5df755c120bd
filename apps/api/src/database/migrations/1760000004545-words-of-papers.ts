import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words are looked for among thousands of papers and resolutions without spelling each of them anew. */
export class WordsOfPapers1760000004545 implements MigrationInterface {
  name = 'WordsOfPapers1760000004545';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table paper
        add column words text not null generated always as (fold(number || ' ' || title || ' ' || applicant)) stored
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
