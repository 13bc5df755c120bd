import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { LinkOrigin, SimilarFeedbackView, SuggestionsView } from '@runder-tisch/domain/feedback';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { handledFeedback } from '../feedback-access';
import { OriginalTexts } from '../original-texts';
import { learnedFor } from './suggestion-learning';
import { type ReadRows, SuggestionFields } from './suggestion-fields';

const SIMILAR = 5;
/** Texts this close say the same in nearly the same words; below, German texts of one subject begin to meet. */
const SIMILAR_FROM = 0.4;
/** Of the rarest words of a text, so many texts each; those that share most of them are compared letter by letter. */
const RARE_WORDS = 6;
const OF_EACH_WORD = 300;
const COMPARED = 100;
const EXCERPT = 240;

/** Says where a Hinweis could belong, and what resembles it. It never links. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly database: Database,
    private readonly fields: SuggestionFields,
    private readonly originals: OriginalTexts,
    private readonly clock: Clock,
  ) {}

  async forItem(viewer: Viewer, id: string): Promise<SuggestionsView> {
    const text = await this.readableText(viewer, id);
    const read: ReadRows = (statement) => this.database.rows(statement);
    if (text === null) return { held: true, abstains: true, lexiconVersion: '', fields: [] };
    return { held: false, ...(await this.suggest(read, text)) };
  }

  /**
   * Texts in nearly the same words, checked or without anything striking, by shared runs of three letters; with what was answered there. Held
   * against each other are those that share the rarest words: all of 200,000 would take seconds.
   */
  async similar(viewer: Viewer, id: string): Promise<SimilarFeedbackView[]> {
    const text = await this.readableText(viewer, id);
    if (text === null) return [];
    const unchecked = await this.originals.alike(viewer, text, id, SIMILAR_FROM);
    return this.database.rows<SimilarFeedbackView>(sql`
      with common as (
        select unnest(most_common_elems::text::text[]) as lexeme, unnest(most_common_elem_freqs[:cardinality(most_common_elems::text::text[])]) as share
        from pg_stats where schemaname = current_schema and tablename = 'search_document' and attname = 'document'),
      rare as (
        select word.lexeme from unnest(to_tsvector('german', ${text})) as word left join common using (lexeme)
        order by share nulls first, length(word.lexeme) desc limit ${RARE_WORDS}),
      sharing as (
        select hit.object_id as id from rare cross join lateral (
          select object_id from search_document where kind = 'feedback' and document @@ quote_literal(rare.lexeme)::tsquery limit ${OF_EACH_WORD}) hit
        where hit.object_id <> ${id} group by hit.object_id order by count(*) desc, hit.object_id limit ${COMPARED}),
      compared as materialized (
        select it.id, left(it.triaged_text, ${EXCERPT}) as excerpt, similarity(it.triaged_text, ${text}) as score
        from sharing join feedback it on it.id = sharing.id where it.triaged_text is not null and ${handledFeedback(viewer)}
        union all
        select id, excerpt, score from json_to_recordset(${JSON.stringify(unchecked)}::json) as unchecked(id uuid, excerpt text, score real))
      select it.id, it.number, it.state, compared.excerpt,
             round(compared.score::numeric, 2)::float as score, it.decision, it.reason,
             it.forwarded_to as "forwardedTo", it.answer,
             (select json_build_object('id', field_of_action.id, 'name', field_of_action.name)
              from field_of_action where field_of_action.id = it.primary_field_id) as "primaryField"
      from compared join feedback it on it.id = compared.id where compared.score >= ${SIMILAR_FROM}
      order by compared.score desc, it.id limit ${SIMILAR}`);
  }

  /**
   * Keeps what was suggested when a human chose, whatever they chose. What the browser says of the origin is held
   * against the list: only a field that was suggested can have been taken from it.
   */
  async record(
    tx: EntityManager,
    feedbackId: string,
    text: string,
    fieldId: string,
    claimed: LinkOrigin,
  ): Promise<LinkOrigin> {
    const { fields, lexiconVersion } = await this.suggest((statement) => rowsIn(tx, statement), text);
    const taken = fields.find((field) => field.fieldId === fieldId);
    const origin: LinkOrigin = claimed === 'SUGGESTION' && taken ? 'SUGGESTION' : 'HUMAN';
    const shown = fields.map(({ fieldId: id, rank, score }) => ({ fieldId: id, rank, score }));
    await rowsIn(
      tx,
      sql`insert into feedback_suggestion (feedback_id, shown, lexicon_version, field_id, origin, rank, score, at)
          values (${feedbackId}, ${JSON.stringify(shown)}::jsonb, ${lexiconVersion}, ${fieldId}, ${origin},
                  ${taken?.rank ?? null}, ${taken?.score ?? null}, ${this.clock.now()})
          on conflict (feedback_id) do update set shown = excluded.shown, lexicon_version = excluded.lexicon_version,
            field_id = excluded.field_id, origin = excluded.origin, rank = excluded.rank, score = excluded.score, at = excluded.at`,
    );
    return origin;
  }

  /** After a link was taken back; the audit still tells of both. */
  async forget(tx: EntityManager, feedbackId: string): Promise<void> {
    await rowsIn(tx, sql`delete from feedback_suggestion where feedback_id = ${feedbackId}`);
  }

  private async suggest(read: ReadRows, text: string): Promise<Omit<SuggestionsView, 'held'>> {
    const [{ suggester, names, version }, learned] = await Promise.all([
      this.fields.known(read),
      learnedFor(read, text),
    ]);
    const { abstains, fields } = suggester.suggest(text, learned);
    return {
      abstains,
      lexiconVersion: version,
      fields: fields.map((field) => ({
        ...field,
        name: names.get(field.fieldId) ?? '',
        score: Math.round(field.score * 10_000) / 10_000,
      })),
    };
  }

  /** The checked text, or an unflagged one nobody has checked yet; null while it is held back. */
  private async readableText(viewer: Viewer, id: string): Promise<string | null> {
    const item = await this.database.found<{ text: string | null; flagged: boolean }>(sql`
      select it.triaged_text as text, it.flagged from feedback it where it.id = ${id} and ${handledFeedback(viewer)}`);
    if (item.text !== null || item.flagged) return item.text;
    return (await this.originals.toCheck(viewer, id))?.text ?? null;
  }
}
