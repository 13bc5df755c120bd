import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The points a network or committee begins each meeting with; one row is edited as a whole. */
export class StandardAgendas1760000004631 implements MigrationInterface {
  name = 'StandardAgendas1760000004631';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table agenda_template (
        id uuid primary key,
        network_id uuid references network on delete cascade,
        committee_id uuid references committee on delete cascade,
        items jsonb not null,
        version integer not null default 1,
        constraint agenda_template_of_one_body check (num_nonnulls(network_id, committee_id) = 1),
        constraint agenda_template_items check (jsonb_typeof(items) = 'array')
      );
      create unique index agenda_template_network on agenda_template (network_id) where network_id is not null;
      create unique index agenda_template_committee on agenda_template (committee_id) where committee_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
