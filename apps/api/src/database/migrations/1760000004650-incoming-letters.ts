import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters to the office: each marked passage is a Hinweis, and for the rest somebody says that it holds none. */
export class IncomingLetters1760000004650 implements MigrationInterface {
  name = 'IncomingLetters1760000004650';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table incoming_letter (
        id uuid primary key,
        subject text not null check (length(subject) between 3 and 150),
        source text not null check (source in ('PROVIDER','WORKSHOP','SURVEY','CITIZEN','COMMITTEE','NETWORK')),
        channel text not null check (channel in ('QUICK_ENTRY','MAIL','PHONE','FORM')),
        received_at timestamptz not null,
        speaker_role text not null default '',
        person_id uuid references person,
        organisation_id uuid references organisation,
        network_id uuid references network,
        municipality_id uuid references municipality,
        state text not null check (state in ('OPEN','DONE')),
        rest_reason text not null default '' check (length(rest_reason) <= 500),
        done_at timestamptz,
        done_by text not null default '',
        entered_by_account_id uuid references account on delete set null,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint incoming_letter_done check ((state = 'DONE') = (done_at is not null) and (state = 'DONE' or rest_reason = ''))
      );
      create index incoming_letter_list on incoming_letter (received_at, id);
      create index incoming_letter_person on incoming_letter (person_id);
      create index incoming_letter_organisation on incoming_letter (organisation_id);
      create index incoming_letter_network on incoming_letter (network_id);
      create index incoming_letter_municipality on incoming_letter (municipality_id);
      create index incoming_letter_entered_by on incoming_letter (entered_by_account_id);

      -- The words as they were written, with the marks in them: read by one service only, deleted after a while.
      create table incoming_letter_text (
        letter_id uuid primary key references incoming_letter on delete cascade,
        pieces jsonb not null check (jsonb_typeof(pieces) = 'array'),
        delete_after date not null
      );
      create index incoming_letter_text_retention on incoming_letter_text (delete_after);

      -- The mark in the text has the id of the Hinweis.
      alter table feedback add column letter_id uuid references incoming_letter;
      create index feedback_letter on feedback (letter_id) where letter_id is not null;
      alter table feedback add constraint feedback_unnamed_without_letter check (voice is distinct from 'UNNAMED' or letter_id is null);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
