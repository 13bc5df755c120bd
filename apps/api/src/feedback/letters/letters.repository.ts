import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { LetterListItem, LetterPassageView, LetterView } from '@runder-tisch/domain/feedback';
import type { LetterQuery } from '@runder-tisch/domain/feedback/letters/letter-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { marksOf } from '@runder-tisch/domain/text';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { byId, listPage } from '../../database/list-page';
import { personNameOf } from '../../database/person-name';
import { contains } from '../../database/words';
import { handledLetters } from './letters-access';
import { LetterTexts } from './letter-texts';

type LetterRow = Omit<LetterView, 'text' | 'textKeptUntil'>;

const common = sql`it.id, it.subject, it.state, it.source, it.received_at as "receivedAt",
  ${named('organisation')} as organisation, ${named('network')} as network`;

@Injectable()
export class LettersRepository {
  constructor(
    private readonly database: Database,
    private readonly texts: LetterTexts,
  ) {}

  /** The newest first. */
  list(viewer: Viewer, query: LetterQuery): Promise<Page<LetterListItem>> {
    return listPage(this.database, query, {
      from: raw('incoming_letter'),
      where: [handledLetters(viewer), ...filters(query)],
      order: [{ by: sql`it.received_at`, type: 'timestamptz' }, byId],
      descending: true,
      columns: sql`${common}, (select count(*)::int from feedback where feedback.letter_id = it.id) as passages`,
    });
  }

  async find(viewer: Viewer, id: string): Promise<LetterView> {
    const [row, text] = await Promise.all([
      this.database.found<LetterRow>(sql`
        select ${common}, it.version, it.channel, it.speaker_role as "speakerRole", it.rest_reason as "restReason",
               it.done_at as "doneAt", it.done_by as "doneBy", ${named('municipality')} as municipality, true as "mayChange",
               (select json_build_object('id', person.id, 'name', ${personNameOf('person')})
                from person where person.id = it.person_id) as person,
               (select ${passagesOf} from (select it.id) letter) as passages
        from incoming_letter it where it.id = ${id} and ${handledLetters(viewer)}`),
      this.texts.toMark(viewer, id),
    ]);
    const order = text ? marksOf(text.pieces) : row.passages.map((it) => it.feedbackId);
    const byPlace = (one: LetterPassageView, other: LetterPassageView): number =>
      order.indexOf(one.feedbackId) - order.indexOf(other.feedbackId);
    return {
      ...row,
      passages: [...row.passages].sort(byPlace),
      text: text?.pieces ?? null,
      textKeptUntil: text?.keptUntil ?? null,
    };
  }
}

/** Over the alias `it`: nothing was done with a Hinweis that would be lost with it. */
export const untouchedFeedback = raw(`(it.state = 'SUBMITTED' and it.version = 1
  and not exists (select 1 from feedback_step where feedback_step.feedback_id = it.id)
  and not exists (select 1 from feedback_note where feedback_note.feedback_id = it.id)
  and not exists (select 1 from feedback_assignment where feedback_assignment.feedback_id = it.id))`);

/** Whoever works on the letter works on what came out of it. */
const passagesOf = sql`coalesce((select json_agg(of_letter.passage order by of_letter.number) from (
  select it.number, json_build_object('feedbackId', it.id, 'number', it.number, 'state', it.state, 'flagged', it.flagged,
    'primaryField', (select json_build_object('id', field_of_action.id, 'name', field_of_action.name)
      from field_of_action where field_of_action.id = it.primary_field_id),
    'removable', ${untouchedFeedback}) as passage
  from feedback it where it.letter_id = letter.id) of_letter), '[]')`;

function named(table: string): Sql {
  return raw(
    `(select json_build_object('id', named.id, 'name', named.name) from ${table} named where named.id = it.${table}_id)`,
  );
}

function filters(query: LetterQuery): Sql[] {
  const conditions: Sql[] = [];
  if (query.search) conditions.push(contains(sql`it.subject`, query.search));
  if (query.state) conditions.push(sql`it.state = ${query.state}`);
  return conditions;
}
