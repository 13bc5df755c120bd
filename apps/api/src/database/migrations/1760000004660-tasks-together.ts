import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The way of a task, mails about what is due, and what stood open when a meeting began. */
export class TasksTogether1760000004660 implements MigrationInterface {
  name = 'TasksTogether1760000004660';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table task add column done_note text not null default ''
        constraint task_done_note check (length(done_note) <= 500 and (done_note = '' or state = 'DONE'));
      -- The list of what is open, in its order; what is done is most of the table and has its own.
      create index task_open_list on task ((coalesce(due_on, 'infinity'::date)), id) where state = 'OPEN';
      create index task_done_list on task ((coalesce(done_at, 'infinity'::timestamptz)) desc, id desc) where state = 'DONE';

      create table task_event (
        id uuid primary key,
        task_id uuid not null references task on delete cascade,
        -- What was done with several at once.
        batch_id uuid not null,
        kind text not null constraint task_event_kind check (kind in
          ('CREATED','CHANGED','DONE','REOPENED','DROPPED','DUE','HANDED_OVER','REMINDED','ESCALATED','UNDONE')),
        at timestamptz not null,
        account_id uuid references account on delete set null,
        by_name text not null,
        before_said text not null default '',
        after_said text not null default '',
        note text not null default '' check (length(note) <= 500),
        -- The task as it stood before, where the change can be taken back, and its version afterwards.
        undo jsonb,
        version_after integer
      );
      create index task_event_task on task_event (task_id, at desc, id desc);
      create index task_event_batch on task_event (batch_id);

      create table task_mail (
        id uuid primary key,
        mail text not null check (mail = lower(mail)),
        kind text not null check (kind in ('REMINDER','OVERDUE')),
        day date not null,
        batch_id uuid not null,
        constraint task_mail_once_a_day unique (mail, kind, day)
      );
      create index task_mail_batch on task_mail (batch_id);
      create table task_mail_item (
        task_mail_id uuid not null references task_mail on delete cascade,
        task_id uuid not null references task on delete cascade,
        -- The day that was told: a task that is moved is told again.
        due_on date,
        primary key (task_mail_id, task_id)
      );
      create index task_mail_item_task on task_mail_item (task_id);
      create table task_mail_opt_out (
        mail text primary key check (mail = lower(mail)),
        since timestamptz not null
      );

      alter table county_settings
        add column task_remind_days integer not null default 3 check (task_remind_days between 0 and 30),
        add column task_overdue_days integer not null default 1 check (task_overdue_days between 1 and 60),
        add column task_escalate_days integer not null default 7 check (task_escalate_days between 0 and 90);

      create table meeting_open_item (
        meeting_id uuid not null references meeting on delete cascade,
        task_id uuid references task on delete cascade,
        minutes_entry_id uuid references minutes_entry on delete cascade,
        item_id uuid not null generated always as (coalesce(task_id, minutes_entry_id)) stored,
        mark text not null constraint meeting_open_item_mark check (mark in ('OPEN','DONE','MOVED')),
        moved_to date,
        -- As the item stood when the meeting talked about it.
        title text not null,
        who text not null,
        due_on date,
        -- Of the point of the agenda it comes from: what was not public then is not now.
        visibility text not null check (visibility in ('PUBLIC','INTERNAL','HIDDEN')),
        version integer not null,
        primary key (meeting_id, item_id),
        constraint meeting_open_item_of_one check (num_nonnulls(task_id, minutes_entry_id) = 1),
        constraint meeting_open_item_moved check ((mark = 'MOVED') = (moved_to is not null)),
        constraint meeting_open_item_agreement_stays check (mark <> 'MOVED' or task_id is not null)
      );
      create index meeting_open_item_task on meeting_open_item (task_id) where task_id is not null;
      create index meeting_open_item_entry on meeting_open_item (minutes_entry_id) where minutes_entry_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
