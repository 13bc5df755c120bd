import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters to organisations about what became of their Hinweise of a year, as they were sent. */
export class YearLetters1760000004084 implements MigrationInterface {
  name = 'YearLetters1760000004084';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What all letters of a year begin with. Sending counts as a change: nobody sends over what they have not seen.
      create table letter_year (
        year integer primary key check (year between 1990 and 2200),
        introduction text,
        version integer not null default 1
      );

      -- What only one organisation reads, until and beside the letters that were sent.
      create table letter_words (
        organisation_id uuid not null references organisation,
        year integer not null check (year between 1990 and 2200),
        words text not null check (trim(words) <> ''),
        primary key (organisation_id, year)
      );

      -- Never changed: a later letter about the same year replaces it. Only its minute can take it back.
      create table year_letter (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        year integer not null check (year between 1990 and 2200),
        batch_id uuid not null,
        document jsonb not null,
        address text[] not null,
        recipients jsonb not null,
        county_name text not null,
        sent_at timestamptz not null,
        sent_by text not null
      );
      create index year_letter_organisation on year_letter (organisation_id, year, sent_at desc);
      create index year_letter_sent on year_letter (year, sent_at);
      create index year_letter_batch on year_letter (batch_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
