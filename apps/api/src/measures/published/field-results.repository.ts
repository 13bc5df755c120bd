import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import {
  findingOutcomes,
  type PublishedPriority,
  type PublishedRecommendation,
} from '@runder-tisch/domain/findings';
import type { FieldResults, NumberedWords } from '@runder-tisch/domain/measures';
import type { OutcomeKind } from '@runder-tisch/domain/outcomes';
import { berlinDay } from '@runder-tisch/domain/time';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { publishedLetters } from '../../feedback/return-messages/public-letters';
import { publishedFeedback } from '../../feedback/answers/public-feedback.service';
import {
  decidedRecommendation,
  priorityFacts,
  publishedFinding,
  publishedPriority,
  recommendationFacts,
  voicesBehind,
} from '../../findings/published/published-findings';
import { measureFacts, measureWords, publishedMeasure, type StoredMeasure } from './published-measures';

const ANSWERS_SHOWN = 3;
const endedStates = ['REJECTED', 'DISCONTINUED', 'SUPERSEDED'];

interface Numbered<Facts> {
  number: string;
  facts: Facts;
}

interface Stored extends Pick<
  FieldResults,
  'field' | 'heard' | 'notTakenUp' | 'findings' | 'letters' | 'answers' | 'publishedAt'
> {
  priorities: PublishedPriority[];
  recommendations: Numbered<PublishedRecommendation>[];
  measures: Numbered<StoredMeasure>[];
}

/** What everybody may know of a Handlungsfeld: nothing a body has still to decide on, nothing that is worked on. */
@Injectable()
export class FieldResultsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param unpublished whether it is shown before anybody published it, for those who look whether they may */
  async find(fieldId: string, unpublished: boolean): Promise<FieldResults | undefined> {
    const stored = await this.database.one<Stored>(sql`
      with here as (
        select it.id, it.state, it.decision from feedback it where it.primary_field_id = ${fieldId}::uuid and ${checked}
        union select it.id, it.state, it.decision from feedback_field further join feedback it on it.id = further.feedback_id
          where further.field_id = ${fieldId}::uuid and ${checked})
      select field.name as field, publication.published_at as "publishedAt",
        (select count(*)::int from here) as heard,
        (select count(*)::int from here it where it.state in ('ANSWERED', 'ARCHIVED')
          and it.decision in ('NOT_INCORPORATED', 'OUT_OF_SCOPE')) as "notTakenUp",
        ${all(
          sql`select json_build_object('statement', it.statement, 'caveat', it.caveat, 'voices', ${voicesBehind},
              'formats', coalesce((select json_agg(distinct participation_format.title) from finding_evidence link
                join participation_format on participation_format.id = link.format_id where link.finding_id = it.id), '[]')) as line,
              it.created_at as place
            from finding it where it.field_id = field.id and ${publishedFinding}`,
        )} as findings,
        coalesce((select json_agg(told) from (${publishedLetters(sql`exists (select 1 from return_message_item item
          join here on here.id = item.feedback_id where item.return_message_id = letter.id and item.answered)`)}) told), '[]') as letters,
        ${all(
          sql`select row_to_json(told) as line, told.since as place from (
              ${publishedFeedback} and it.id in (select id from here) order by it.public_since desc, it.id desc limit ${ANSWERS_SHOWN}) told`,
        )} as answers,
        ${all(sql`select ${priorityFacts} as line, it.created_at as place from action_priority it where it.field_id = field.id and ${publishedPriority}`)} as priorities,
        ${all(
          sql`select json_build_object('number', it.number, 'facts', ${recommendationFacts}) as line, it.created_at as place
            from recommendation it where it.field_id = field.id and ${decidedRecommendation}`,
        )} as recommendations,
        ${all(
          sql`select json_build_object('number', it.number, 'facts', ${measureFacts}) as line, it.created_at as place
            from measure it where it.field_id = field.id and ${publishedMeasure}`,
        )} as measures
      from field_of_action field
        left join field_publication publication on publication.field_id = field.id and publication.withdrawn_at is null
      where field.id = ${fieldId}::uuid and (publication.id is not null or ${unpublished}::boolean)`);
    if (!stored) return undefined;
    const { recommendations, measures, ...rest } = stored;
    const today = berlinDay(this.clock.now());
    const decided = (rejected: boolean): NumberedWords[] =>
      recommendations
        .filter(({ facts }) => (facts.state === 'REJECTED') === rejected)
        .map((it) => worded(it, findingOutcomes.recommendation, today));
    const carriedOut = (ended: boolean): NumberedWords[] =>
      measures
        .filter(({ facts }) => endedStates.includes(facts.state) === ended)
        .map((it) => worded(it, measureWords, today));
    return {
      ...rest,
      recommendations: { adopted: decided(false), rejected: decided(true) },
      measures: { going: carriedOut(false), ended: carriedOut(true) },
    };
  }
}

/** Over the alias `it`: Hinweise somebody has checked and linked. */
const checked = sql`it.state in ('LINKED', 'DECIDED', 'ANSWERED', 'ARCHIVED')`;

/** The lines of a statement as one list, the newest first. */
function all(lines: Sql): Sql {
  return sql`coalesce((select json_agg(listed.line order by listed.place desc) from (${lines}) listed), '[]'::json)`;
}

function worded<Facts>(
  { number, facts }: Numbered<Facts>,
  kind: OutcomeKind<Facts>,
  today: string,
): NumberedWords {
  return { number, ...kind.says(facts, today) };
}
