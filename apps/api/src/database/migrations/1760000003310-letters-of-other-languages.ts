import type { MigrationInterface, QueryRunner } from 'typeorm';

/** "Lukasz" finds "Łukasz": comparison without the signs of other languages, as `folded` of libs/domain does it. */
export class LettersOfOtherLanguages1760000003310 implements MigrationInterface {
  name = 'LettersOfOtherLanguages1760000003310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      -- Strict functions alone, so that the planner writes the body into the statement as it did before.
      create or replace function fold(value text) returns text language sql immutable parallel safe strict as
        $$ select translate(
             regexp_replace(
               normalize(
                 replace(replace(replace(replace(replace(replace(replace(lower(normalize(value, NFC)),
                   'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
                 NFD),
               '[\u0300-\u036F]', '', 'g'),
             U&'øđðłıħŧŋɖəſ\2019\2018\02BC\2010\2011\2013\00A0', 'oddlihtndes''''''--- ') $$;
      reindex index organisation_name_similar;
      reindex index person_name_similar;
      reindex index service_version_title_similar;

      -- What is kept folded already: titles, and now the words of title and subtitle too.
      update search_document set folded_title = fold(title),
        document = document || setweight(to_tsvector('simple', fold(title || ' ' || subtitle)), 'C');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
