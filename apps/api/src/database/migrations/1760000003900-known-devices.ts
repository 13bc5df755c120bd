import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Devices on which somebody signed in before, so that strangers' attempts are not counted against them. */
export class KnownDevices1760000003900 implements MigrationInterface {
  name = 'KnownDevices1760000003900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_device (
        device_hash text not null,
        account_id uuid not null references account on delete cascade,
        created_at timestamptz not null,
        seen_at timestamptz not null,
        primary key (device_hash, account_id)
      );
      create index known_device_account on known_device (account_id);
      create index known_device_seen on known_device (seen_at);

      -- Without it a hashed address could be found by trying all there are.
      create table rate_limit_salt (
        only_one boolean primary key default true check (only_one),
        salt text not null
      );
      insert into rate_limit_salt (salt) values (gen_random_uuid()::text || gen_random_uuid()::text);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
