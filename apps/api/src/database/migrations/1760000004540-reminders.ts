import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wiedervorlagen: what an account wants to see again on a day, or to have at hand. */
export class Reminders1760000004540 implements MigrationInterface {
  name = 'Reminders1760000004540';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reminder (
        id uuid primary key,
        account_id uuid not null references account on delete cascade,
        object_kind text not null,
        -- People and organisations are named by keys of their own: two that become one take their reminders with them.
        person_id uuid references person on delete cascade,
        organisation_id uuid references organisation on delete cascade,
        other_id uuid,
        object_id uuid generated always as (coalesce(person_id, organisation_id, other_id)) stored,
        due_on date,
        note text not null check (length(note) <= 500),
        done_at timestamptz,
        created_at timestamptz not null,
        version integer not null default 1,
        constraint reminder_of_one check (num_nonnulls(person_id, organisation_id, other_id) = 1),
        constraint reminder_person_by_key check ((object_kind = 'person') = (person_id is not null)),
        constraint reminder_organisation_by_key check ((object_kind = 'organisation') = (organisation_id is not null))
      );
      create index reminder_open on reminder (account_id, due_on, id) where done_at is null;
      create index reminder_done on reminder (account_id, done_at desc, id) where done_at is not null;
      create index reminder_of_object on reminder (account_id, object_id);
      create index reminder_person on reminder (person_id) where person_id is not null;
      create index reminder_organisation on reminder (organisation_id) where organisation_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
