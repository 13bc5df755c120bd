import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What comes in over a slow line waits here part by part, outside of any transaction of those who work with it. Each
 * person has two places, so that the third file at once is refused however many processes serve the county.
 */
export class Uploads1760000003700 implements MigrationInterface {
  name = 'Uploads1760000003700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table upload (
        id uuid primary key,
        account_id uuid not null references account on delete cascade,
        place smallint not null constraint upload_two_at_once check (place in (1, 2)),
        -- Later nobody brings its bytes any more: the process that took them in is gone.
        alive_until timestamptz not null,
        constraint upload_one_per_place unique (account_id, place)
      );
      create index upload_alive on upload (alive_until);
      create table upload_part (
        upload_id uuid not null references upload on delete cascade,
        position integer not null,
        bytes bytea not null,
        primary key (upload_id, position)
      );
      alter table upload_part alter column bytes set storage external;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
