import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the county wants it, a second person reads an answer before it goes out. */
export class FourEyes1760000004076 implements MigrationInterface {
  name = 'FourEyes1760000004076';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table county_settings add column four_eyes boolean not null default false;

      create table answer_draft (
        id uuid primary key,
        answer text not null check (trim(answer) <> ''),
        notify boolean not null,
        decided jsonb,
        drafted_by_account_id uuid references account on delete set null,
        drafted_by text not null,
        drafted_at timestamptz not null
      );
      create index answer_draft_account on answer_draft (drafted_by_account_id);

      create table answer_draft_item (
        feedback_id uuid primary key references feedback on delete cascade,
        draft_id uuid not null references answer_draft on delete cascade,
        position integer not null
      );
      create index answer_draft_item_draft on answer_draft_item (draft_id, position);

      alter table feedback
        add column drafted_by text not null default '',
        add column released_by text not null default '',
        add column released_alone boolean not null default false;

      alter table return_message
        add column drafted_by_account_id uuid references account on delete set null,
        add column drafted_by text not null default '',
        add column released_alone boolean not null default false;
      create index return_message_drafted_by on return_message (drafted_by_account_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
