import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hashes of passwords stand apart, so that the audit can tell of a change without ever holding one. */
export class AccountPassword1760000000510 implements MigrationInterface {
  name = 'AccountPassword1760000000510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account drop column password_hash;
      create table account_password (
        id uuid primary key references account on delete cascade,
        hash text not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
