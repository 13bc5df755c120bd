import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Baskets of the planner, and Hinweise in the same words that go the way of one. */
export class Condensing1760000004058 implements MigrationInterface {
  name = 'Condensing1760000004058';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feedback_group (
        id uuid primary key,
        name text not null check (trim(name) <> ''),
        entered_by_account_id uuid references account on delete set null,
        version integer not null default 1,
        created_at timestamptz not null
      );
      create index feedback_group_list on feedback_group (created_at, id);
      create index feedback_group_entered_by on feedback_group (entered_by_account_id);

      create table feedback_group_member (
        group_id uuid not null references feedback_group on delete cascade,
        feedback_id uuid not null references feedback on delete cascade,
        since timestamptz not null,
        primary key (group_id, feedback_id)
      );
      create index feedback_group_member_feedback on feedback_group_member (feedback_id);

      alter table feedback add column counted_with_id uuid references feedback on delete set null,
        add constraint feedback_counted_with_another check (counted_with_id <> id);
      create index feedback_counted_with on feedback (counted_with_id) where counted_with_id is not null;

      -- What is counted with another does not wait by itself, and that is still counted without reading a row.
      drop index feedback_inbox;
      create index feedback_inbox on feedback (state, received_at, id) include (flagged, primary_field_id, counted_with_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
