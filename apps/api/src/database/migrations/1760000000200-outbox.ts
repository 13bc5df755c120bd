import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Outbox1760000000200 implements MigrationInterface {
  name = 'Outbox1760000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox_message (
        id uuid primary key,
        -- Order of dispatch within one order_key.
        position bigint generated always as identity unique,
        message_id text not null unique,
        batch_id uuid not null,
        order_key text not null,
        purpose text not null,
        object_kind text not null,
        object_id uuid not null,
        person_id uuid,
        network_id uuid,
        account_id uuid references account on delete set null,
        envelope_from text not null,
        to_name text not null,
        to_address text not null,
        demo_address boolean not null,
        subject text not null,
        -- Carries a sign-in link: the mailbox page opens it for the administration alone.
        confidential boolean not null,
        -- The rendered message, byte for byte; gone once it left or cannot leave any more.
        raw bytea,
        -- What the mailbox page shows; only ever filled where no mail leaves the house.
        preview jsonb,
        state text not null check (state in ('QUEUED', 'SENDING', 'SENT', 'REFUSED', 'RECALLED', 'HELD')),
        not_before timestamptz not null,
        attempts integer not null default 0 check (attempts >= 0),
        last_error text not null default '',
        last_attempt_at timestamptz,
        lease_owner uuid,
        lease_until timestamptz,
        created_at timestamptz not null,
        settled_at timestamptz,
        check ((state = 'SENDING') = (lease_until is not null and lease_owner is not null)),
        check ((state in ('QUEUED', 'SENDING')) = (settled_at is null)),
        check (state not in ('QUEUED', 'SENDING') or raw is not null)
      );
      alter table outbox_message alter column raw set storage external;
      create index outbox_message_due on outbox_message (not_before, position) where state = 'QUEUED';
      create index outbox_message_lease on outbox_message (lease_until) where state = 'SENDING';
      create index outbox_message_order on outbox_message (order_key, position) where state in ('QUEUED', 'SENDING');
      create index outbox_message_object on outbox_message (object_kind, object_id, position desc);
      create index outbox_message_batch on outbox_message (batch_id);
      create index outbox_message_list on outbox_message (created_at desc, position desc);
      create index outbox_message_network on outbox_message (network_id, created_at desc) where network_id is not null;
      create index outbox_message_account on outbox_message (account_id, created_at desc) where account_id is not null;
      create index outbox_message_person on outbox_message (person_id) where person_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
