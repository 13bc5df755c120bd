import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses no mail reaches, and what people corrected of their own. */
export class Contacts1760000004616 implements MigrationInterface {
  name = 'Contacts1760000004616';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index outbox_message_refused on outbox_message (settled_at desc) where state = 'REFUSED';

      -- Somebody looked after an address and leaves it as it is: what was refused until then is done.
      create table checked_address (
        mail text primary key,
        checked_at timestamptz not null,
        checked_by text not null
      );

      create table contact_change (
        id uuid primary key,
        person_id uuid not null references person on delete cascade,
        -- Which of their own they changed; what stood there before stands in the audit.
        fields text[] not null,
        changed_at timestamptz not null,
        seen_at timestamptz,
        seen_by text not null default '',
        constraint contact_change_fields check (fields <> '{}' and fields <@ array['mail', 'phone'])
      );
      create index contact_change_person on contact_change (person_id, changed_at desc);
      create index contact_change_unseen on contact_change (changed_at desc) where seen_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
