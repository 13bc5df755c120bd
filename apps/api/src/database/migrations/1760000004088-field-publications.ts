import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when and by whom what came of a Handlungsfeld is shown to everybody, and when it was withdrawn. */
export class FieldPublications1760000004088 implements MigrationInterface {
  name = 'FieldPublications1760000004088';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table field_publication (
        id uuid primary key,
        field_id uuid not null references field_of_action on delete cascade,
        published_at timestamptz not null,
        published_by text not null check (trim(published_by) <> ''),
        withdrawn_at timestamptz,
        withdrawn_by text not null default '',
        constraint field_publication_withdrawn check ((withdrawn_at is null) = (withdrawn_by = ''))
      );
      create index field_publication_field on field_publication (field_id, published_at);
      create unique index field_publication_one on field_publication (field_id) where withdrawn_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
