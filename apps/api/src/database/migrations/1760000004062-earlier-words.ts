import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words a Befund, Schwerpunkt or Empfehlung had before, so that whoever checks a link sees what was changed. */
export class EarlierWords1760000004062 implements MigrationInterface {
  name = 'EarlierWords1760000004062';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table earlier_words (
        source_id uuid not null,
        fingerprint text not null,
        words text not null,
        primary key (source_id, fingerprint)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
