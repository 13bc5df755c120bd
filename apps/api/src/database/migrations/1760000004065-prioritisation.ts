import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Setting priorities by points: in a meeting or online, one ballot per person, secret and changeable until it is closed. */
export class Prioritisation1760000004065 implements MigrationInterface {
  name = 'Prioritisation1760000004065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table prioritisation (
        id uuid primary key,
        question text not null check (trim(question) <> ''),
        explanation text not null default '',
        meeting_id uuid references meeting,
        network_id uuid references network,
        points_per_person integer not null check (points_per_person between 1 and 100),
        most_per_option integer check (most_per_option between 1 and points_per_person),
        -- How many ballots there are at most: as many as there are people.
        places integer not null check (places between 1 and 2000),
        state text not null check (state in ('DRAFT', 'OPEN', 'CLOSED', 'CANCELLED')),
        -- The address the beamer shows; each phone takes one ballot there.
        join_token_hash text unique,
        closes_at timestamptz,
        closed_at timestamptz,
        -- Frozen when it was closed.
        voters integer check (voters >= 0),
        version integer not null default 1,
        created_at timestamptz not null,
        constraint prioritisation_frozen check ((state = 'CLOSED') = (closed_at is not null) and (state = 'CLOSED') = (voters is not null))
      );
      create index prioritisation_list on prioritisation (created_at desc, id desc);
      create index prioritisation_meeting on prioritisation (meeting_id);
      create index prioritisation_network on prioritisation (network_id);

      create table prioritisation_option (
        id uuid primary key,
        prioritisation_id uuid not null references prioritisation on delete cascade,
        priority_id uuid references action_priority,
        title text not null check (trim(title) <> ''),
        position integer not null check (position >= 1),
        -- Frozen when it was closed.
        points integer check (points >= 0),
        constraint prioritisation_option_place unique (prioritisation_id, position) deferrable initially deferred,
        constraint prioritisation_option_priority unique (prioritisation_id, priority_id)
      );
      create index prioritisation_option_of_priority on prioritisation_option (priority_id);

      -- Nobody's name: who holds a ballot is known to the mail that carried its address and to no row.
      create table prioritisation_ballot (
        id uuid primary key,
        prioritisation_id uuid not null references prioritisation on delete cascade,
        token_hash text not null unique,
        given boolean not null default false
      );
      create index prioritisation_ballot_of on prioritisation_ballot (prioritisation_id);

      create table prioritisation_points (
        ballot_id uuid not null references prioritisation_ballot on delete cascade,
        option_id uuid not null references prioritisation_option on delete cascade,
        points integer not null check (points >= 1),
        primary key (ballot_id, option_id)
      );
      create index prioritisation_points_option on prioritisation_points (option_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
