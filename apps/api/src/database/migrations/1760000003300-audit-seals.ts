import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seals say in which form their event was hashed, looking for the next costs the same however many there are, anchors are kept. */
export class AuditSeals1760000003300 implements MigrationInterface {
  name = 'AuditSeals1760000003300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit_seal add column form smallint not null default 1 check (form in (1, 2));

      -- One row. Up to settled_id every event is sealed and no transaction is left that could add one; pending_id is the
      -- next candidate, settled as soon as every transaction before pending_xid has ended. reached_id is sealed already.
      create table audit_seal_mark (
        one boolean primary key default true check (one),
        settled_id bigint not null default 0,
        reached_id bigint not null default 0,
        pending_id bigint not null default 0,
        pending_xid xid8
      );
      insert into audit_seal_mark default values;

      create table audit_anchor (
        day date primary key,
        position bigint not null check (position > 0),
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        made_at timestamptz not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
