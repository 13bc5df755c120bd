import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The kinds of which there are many have indexes of their own; one over all read their words for every kind again. */
export class SearchIndexes1760000003110 implements MigrationInterface {
  name = 'SearchIndexes1760000003110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index search_document_words, search_document_title');
    const many = ['feedback', 'organisation', 'person'];
    for (const kind of many) {
      await runner.query(`
        create index search_document_${kind}_words on search_document using gin (document) where kind = '${kind}';
        create index search_document_${kind}_title on search_document using gin (folded_title gin_trgm_ops) where kind = '${kind}';
      `);
    }
    const others = many.map((kind) => `kind <> '${kind}'`).join(' and ');
    await runner.query(`
      create index search_document_words on search_document using gin (kind, document) where ${others};
      create index search_document_title on search_document using gin (kind, folded_title gin_trgm_ops) where ${others};
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
