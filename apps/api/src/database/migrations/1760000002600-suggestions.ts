import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL_ITEMS, termsToLearn } from '@runder-tisch/domain/feedback/suggestions';

/** Words planners keep for suggestions, what was linked before as counts, and what was suggested when a human chose. */
export class Suggestions1760000002600 implements MigrationInterface {
  name = 'Suggestions1760000002600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Only what differs from the words the product brings along: added, weighed anew or set aside.
      create table suggestion_word (
        id uuid primary key,
        field_id uuid not null references field_of_action on delete cascade,
        term text not null,
        weight integer not null,
        active boolean not null default true,
        version integer not null default 1,
        constraint suggestion_word_once unique (field_id, term),
        constraint suggestion_word_written check (trim(term) <> ''),
        constraint suggestion_word_weight check (weight between 1 and 4)
      );

      -- How many linked Hinweise of a field hold a word; of the word only a hash, of the text nothing.
      create table suggestion_count (
        term bigint not null,
        field_id uuid not null references field_of_action on delete cascade,
        items integer not null,
        primary key (term, field_id),
        constraint suggestion_count_positive check (items >= 0)
      );
      create index suggestion_count_field on suggestion_count (field_id);

      -- What stood beside the Hinweis when a human linked it, and what they chose.
      create table feedback_suggestion (
        feedback_id uuid primary key references feedback on delete cascade,
        shown jsonb not null,
        lexicon_version text not null,
        field_id uuid not null references field_of_action,
        origin text not null check (origin in ('HUMAN','SUGGESTION')),
        rank integer check (rank between 1 and 3),
        score numeric(5, 4) check (score between 0 and 1),
        at timestamptz not null,
        constraint feedback_suggestion_taken check (origin = 'HUMAN' or (rank is not null and score is not null))
      );
      create index feedback_suggestion_field on feedback_suggestion (field_id);

      create index feedback_similar on feedback using gin (triaged_text gin_trgm_ops);
    `);
    const linked = (await runner.query(
      `select primary_field_id as field, triaged_text as text from feedback where primary_field_id is not null and triaged_text is not null`,
    )) as { field: string; text: string }[];
    for (const { field, text } of linked) {
      await runner.query(
        `insert into suggestion_count (term, field_id, items)
         select distinct hashtextextended(term, 0), $1::uuid, 1 from unnest($2::text[]) as term
         on conflict (term, field_id) do update set items = suggestion_count.items + 1`,
        [field, [ALL_ITEMS, ...termsToLearn(text)]],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
