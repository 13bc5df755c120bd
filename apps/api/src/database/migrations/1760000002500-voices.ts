import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Voices from outside: who is named, the code of those who are not, the public form and the public answers. */
export class Voices1760000002500 implements MigrationInterface {
  name = 'Voices1760000002500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table feedback
        add column voice text check (voice in ('ORGANISATION','PERSONAL','UNNAMED')),
        add column guessed_field_id uuid references field_of_action,
        add column public_answer text not null default '',
        add column public_since date,
        -- The promise of each voice, kept by the database whoever writes.
        add constraint feedback_unnamed_names_nobody check (voice is null or voice <> 'UNNAMED' or (
          person_id is null and organisation_id is null and entered_by_account_id is null and speaker_role = ''
          and meeting_id is null and network_id is null and format_id is null)),
        add constraint feedback_unnamed_by_day check (voice is null or voice <> 'UNNAMED' or (
          created_at = received_at and (received_at at time zone 'Europe/Berlin')::time = '00:00')),
        add constraint feedback_personal_without_organisation check (voice is null or voice <> 'PERSONAL' or organisation_id is null),
        add constraint feedback_public_answered check (public_since is null
          or (state in ('ANSWERED','ARCHIVED') and trim(public_answer) <> ''));
      create index feedback_guessed_field on feedback (guessed_field_id);
      create index feedback_public on feedback (public_since desc, id) where public_since is not null;

      -- Opens the state of a Hinweis to whoever knows the code; it knows no person and no hour.
      create table feedback_code (
        code_hash text primary key,
        feedback_id uuid not null unique references feedback on delete cascade,
        expires_on date not null
      );

      -- Where the answer to a Hinweis without a name goes; deleted once it has been sent.
      create table feedback_contact (
        feedback_id uuid primary key references feedback on delete cascade,
        mail text not null check (mail <> '')
      );

      -- Signs the moment at which the public form was shown.
      create table voice_form_key (
        only_one boolean primary key default true check (only_one),
        key text not null
      );
      insert into voice_form_key (key) values (gen_random_uuid()::text || gen_random_uuid()::text);

      alter table county_settings
        add column voices_open boolean not null default true,
        add column voices_intro text not null default '';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
