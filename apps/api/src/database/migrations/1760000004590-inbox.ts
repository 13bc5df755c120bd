import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posteingang: mails that came to our address, each once, and addresses that cannot be reached. */
export class Inbox1760000004590 implements MigrationInterface {
  name = 'Inbox1760000004590';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table inbox_state (
        only_one boolean primary key default true,
        lease uuid,
        leased_until timestamptz,
        looked_at timestamptz,
        failed_at timestamptz,
        error text not null default '',
        constraint inbox_state_once check (only_one)
      );

      create table inbox_mail (
        id uuid primary key,
        -- The same mail may come by two ways and under a new number: it is one by its Message-ID, date, sender and text.
        fingerprint text not null,
        mailbox text not null,
        uid_validity bigint not null,
        uid bigint not null,
        message_id text not null,
        from_name text not null,
        from_mail text not null,
        subject text not null,
        sent_at timestamptz,
        taken_at timestamptz not null,
        raw bytea,
        text text not null default '',
        attempts integer not null default 0,
        error text not null default '',
        state text not null,
        kind text not null default 'MAIL',
        says text not null default '',
        answer text,
        entered text,
        attendee text not null default '',
        meeting_id uuid references meeting on delete set null,
        invitation_id uuid references invitation on delete set null,
        answered_mail_id uuid references outbox_message on delete set null,
        object_kind text,
        object_id uuid,
        network_id uuid references network on delete set null,
        account_id uuid references account on delete set null,
        forwarded_to text not null default '',
        settled_at timestamptz,
        decided_by text not null default '',
        constraint inbox_mail_once unique (fingerprint),
        constraint inbox_mail_number unique (mailbox, uid_validity, uid),
        constraint inbox_mail_state check (state in ('TRYING', 'WAITING', 'DONE', 'ACCEPTED', 'DROPPED', 'SET_ASIDE')),
        constraint inbox_mail_kind check (kind in ('ANSWER', 'OTHER_SENDER', 'STRANGER', 'DIFFERS', 'WORDS', 'PROPOSAL',
          'UNCLEAR', 'BOUNCE', 'AUTOMATIC', 'MAIL')),
        constraint inbox_mail_answer check (answer in ('ACCEPTED', 'TENTATIVE', 'DECLINED')),
        constraint inbox_mail_entered check (entered in ('ACCEPTED', 'TENTATIVE', 'DECLINED')),
        constraint inbox_mail_settled check ((state in ('TRYING', 'WAITING')) = (settled_at is null))
      );
      create index inbox_mail_taken on inbox_mail (taken_at desc, id desc);
      create index inbox_mail_open on inbox_mail (state) where state in ('TRYING', 'WAITING', 'SET_ASIDE');
      create index inbox_mail_meeting on inbox_mail (meeting_id) where meeting_id is not null;
      create index inbox_mail_invitation on inbox_mail (invitation_id) where invitation_id is not null;
      create index inbox_mail_answered on inbox_mail (answered_mail_id) where answered_mail_id is not null;
      create index inbox_mail_network on inbox_mail (network_id) where network_id is not null;
      create index inbox_mail_account on inbox_mail (account_id) where account_id is not null;
      create index inbox_mail_settled_at on inbox_mail (settled_at) where settled_at is not null;

      create table bounced_address (
        id uuid primary key,
        mail text not null,
        reason text not null,
        reported_at timestamptz not null,
        times integer not null default 1,
        constraint bounced_address_once unique (mail)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
