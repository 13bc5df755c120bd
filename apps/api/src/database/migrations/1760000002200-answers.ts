import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Waiting list, deputies with an invitation of their own, who comes from a mailbox, and answers by calendar. */
export class Answers1760000002200 implements MigrationInterface {
  name = 'Answers1760000002200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table invitation
        -- Rises within the meeting; who has one would come but holds no seat yet.
        add column waiting_number integer check (waiting_number >= 1),
        -- DTSTAMP of the calendar reply that counts; other answers are as old as answered_at.
        add column answer_stamp timestamptz,
        -- The invitation this one stands in for.
        add column represents_id uuid references invitation on delete set null,
        -- Names of those who come for a function mailbox.
        add column coming text[] not null default '{}',
        add constraint invitation_waits_after_yes check (waiting_number is null or answer = 'ACCEPTED'),
        add constraint invitation_waiting_number unique (meeting_id, waiting_number) deferrable initially deferred;
      create unique index invitation_one_deputy on invitation (represents_id) where uninvited_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
