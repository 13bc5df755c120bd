import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sits in a committee, with a vote or without, and who deputises: so that members find their own committees. */
export class CommitteeSeats1760000004300 implements MigrationInterface {
  name = 'CommitteeSeats1760000004300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;
      create table committee_seat (
        id uuid primary key,
        committee_id uuid not null references committee,
        -- Nobody: a vacancy.
        person_id uuid references person,
        office text not null default '',
        voting boolean not null,
        deputy_of_id uuid references committee_seat,
        term text not null default '',
        from_day date not null,
        to_day date,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint committee_seat_days check (to_day >= from_day),
        constraint committee_seat_deputy_of_another check (deputy_of_id <> id),
        constraint committee_seat_of_committee unique (id, committee_id),
        constraint committee_seat_deputy_in_same_committee foreign key (deputy_of_id, committee_id)
          references committee_seat (id, committee_id),
        constraint committee_seat_one_at_a_time exclude using gist
          (committee_id with =, person_id with =, daterange(from_day, to_day, '[]') with &&) where (person_id is not null)
      );
      create index committee_seat_committee on committee_seat (committee_id, from_day);
      create index committee_seat_person on committee_seat (person_id);
      create index committee_seat_deputy_of on committee_seat (deputy_of_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
