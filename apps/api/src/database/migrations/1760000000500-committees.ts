import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Committees decide; networks do not. Sessions get a word on the device, for the list of one's own sessions. */
export class Committees1760000000500 implements MigrationInterface {
  name = 'Committees1760000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table committee (
        id uuid primary key,
        name text not null,
        kind text not null check (kind in ('COUNTY_COUNCIL', 'COMMITTEE', 'ADVISORY_BOARD')),
        rhythm text not null default '',
        note text not null default '',
        position integer not null,
        active boolean not null default true,
        version integer not null default 1
      );
      create unique index committee_name on committee (lower(name));

      alter table session add column device text not null default '';
      create index rate_limit_window on rate_limit (window_start);
      create index mail_link_account on mail_link (account_id);
      create index mail_link_person on mail_link (person_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
