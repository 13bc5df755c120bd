import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The search asks each kind apart, so its indexes are by kind: the words of 200,000 Hinweise cost the others nothing. */
export class SearchByKind1760000002900 implements MigrationInterface {
  name = 'SearchByKind1760000002900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gin;
      drop index search_document_words, search_document_title;
      create index search_document_words on search_document using gin (kind, document);
      create index search_document_title on search_document using gin (kind, folded_title gin_trgm_ops);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
