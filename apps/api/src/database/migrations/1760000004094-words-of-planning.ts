import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of planning find typed words by an index; each holds exactly what its list searches. */
export class WordsOfPlanning1760000004094 implements MigrationInterface {
  name = 'WordsOfPlanning1760000004094';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index argument_words on argument using gin (fold(number || ' ' || title || ' ' || summary) gin_trgm_ops);
      create index finding_words on finding using gin (fold(number || ' ' || statement || ' ' || caveat) gin_trgm_ops);
      create index recommendation_words on recommendation
        using gin (fold(number || ' ' || wording || ' ' || addressee || ' ' || earlier_plan) gin_trgm_ops);
      create index measure_words on measure using gin (fold(number || ' ' || title || ' ' || target) gin_trgm_ops);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
