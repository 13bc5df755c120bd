import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a body is called and when it can decide; who was left out of an item (KVG LSA §§ 33, 52, 53, 55). */
export class CommitteeSessions1760000004480 implements MigrationInterface {
  name = 'CommitteeSessions1760000004480';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table committee
        -- Ladungsfrist in whole days; nobody keeps one where it is null.
        add column invitation_days integer default 7,
        add column local_notice boolean not null default true,
        -- Null is more than half of those who vote.
        add column quorum integer,
        add constraint committee_invitation_days check (invitation_days between 1 and 60),
        add constraint committee_quorum check (quorum between 1 and 500);
      alter table meeting
        add column notice_on date,
        add column notice_where text not null default '',
        add column short_notice_reason text not null default '',
        add column short_notice_at timestamptz,
        add column agenda_changed_at timestamptz,
        add column quorum_words text not null default '',
        add constraint meeting_short_notice_said_when check ((short_notice_reason = '') = (short_notice_at is null));
      create table agenda_exclusion (
        id uuid primary key,
        agenda_item_id uuid not null references agenda_item on delete cascade,
        person_id uuid not null references person,
        created_at timestamptz not null,
        constraint agenda_exclusion_once unique (agenda_item_id, person_id)
      );
      create index agenda_exclusion_person on agenda_exclusion (person_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
