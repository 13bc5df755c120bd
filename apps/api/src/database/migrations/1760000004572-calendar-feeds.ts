import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses under which calendar programs fetch dates: each belongs to an account and ends with it. */
export class CalendarFeeds1760000004572 implements MigrationInterface {
  name = 'CalendarFeeds1760000004572';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_feed (
        id uuid primary key,
        account_id uuid not null references account on delete cascade,
        -- Null: one's own dates.
        network_id uuid references network on delete cascade,
        token_hash text not null unique,
        last_used_on date,
        created_at timestamptz not null,
        version integer not null default 1
      );
      create index calendar_feed_account on calendar_feed (account_id, created_at, id);
      create index calendar_feed_network on calendar_feed (network_id) where network_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
