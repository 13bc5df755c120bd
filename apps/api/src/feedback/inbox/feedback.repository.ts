import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import {
  type FeedbackInboxView,
  type FeedbackListItem,
  type FeedbackMove,
  feedbackMoves,
  type FeedbackView,
  type InboxCounts,
  type InboxView,
  type OwnFeedbackView,
  type SessionFeedbackView,
  type StaffFeedbackView,
} from '@runder-tisch/domain/feedback';
import type { FeedbackQuery } from '@runder-tisch/domain/feedback/feedback-requests';
import type { NamedReference } from '@runder-tisch/domain/lists';
import { berlinDay, type Day } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { byId, listPage } from '../../database/list-page';
import { contains } from '../../database/words';
import { changeableMeetings } from '../../meetings/meetings-access';
import { latestMail } from '../../outbox/outbox';
import { Outcomes } from '../../outcomes/outcomes';
import { keptGroups } from '../condensing/condensing-access';
import {
  assignedView,
  assignmentsView,
  countAssigned,
  dueOf,
  isAssigned,
  waiting,
} from '../assignments/assignments-access';
import { draftView, fourEyes, releaseView, waitsForRelease } from '../answers/releases-access';
import { concernsField, handledFeedback, visibleFeedback } from '../feedback-access';
import { handledLetters } from '../letters/letters-access';
import { OriginalTexts } from '../original-texts';
import { foundByField } from './found-by-field';
import { personNameOf, plainNameOf } from '../../database/person-name';

type StaffRow = Omit<StaffFeedbackView, 'audience' | 'original' | 'moves' | 'undo'> & {
  handled: boolean;
  lastMove: FeedbackMove | null;
  undoable: boolean;
};

const nothing = {
  'to-check': 0,
  new: 0,
  'to-decide': 0,
  'to-answer': 0,
  'to-release': 0,
  mine: 0,
  unassigned: 0,
  overdue: 0,
  waiting: 0,
};
const EXCERPT = 240;
const SECONDS_A_YEAR = 31_557_600;

@Injectable()
export class FeedbackRepository {
  constructor(
    private readonly database: Database,
    private readonly originals: OriginalTexts,
    private readonly outcomes: Outcomes,
    private readonly clock: Clock,
  ) {}

  /** What waits longest comes first; in what is done the newest. */
  async inbox(viewer: Viewer, query: FeedbackQuery): Promise<FeedbackInboxView> {
    const today = berlinDay(this.clock.now());
    const assigned = query.view === 'mine' || query.view === 'overdue';
    const [found, counts] = await Promise.all([
      listPage<FeedbackListItem>(this.database, query, {
        from: raw('feedback'),
        where: [visibleFeedback(viewer), ...filters(viewer, query, today)],
        ...foundByField(viewer, query),
        order: query.likeId
          ? [{ by: likeness(viewer, query.likeId), type: 'bigint' }, byId]
          : [assigned ? { by: dueOf, type: 'date' } : { by: sql`it.received_at`, type: 'timestamptz' }, byId],
        descending:
          query.likeId !== undefined ||
          query.view === undefined ||
          query.view === 'all' ||
          query.view === 'done',
        columns: sql`it.id, it.version, it.number, it.state, it.flagged, left(it.triaged_text, ${EXCERPT}) as excerpt, it.source, it.voice,
          it.received_at as "receivedAt", it.speaker_role as "speakerRole", it.decision,
          ${named('meeting', 'meeting_id', 'title')} as meeting, ${named('organisation', 'organisation_id', 'name')} as organisation,
          ${named('network', 'network_id', 'name')} as network, ${named('field_of_action', 'primary_field_id', 'name')} as "primaryField",
          (select count(*)::int from feedback other where other.counted_with_id = it.id) as counted, ${named('feedback', 'counted_with_id', 'number')} as "countedWith",
          ${assignedView(viewer, today)} as assigned`,
      }),
      this.counts(viewer, today),
    ]);
    const unchecked = await this.originals.excerpts(
      viewer,
      found.items.filter((row) => row.excerpt === null).map((row) => row.id),
    );
    const items = found.items.map((it) => ({ ...it, excerpt: it.excerpt ?? unchecked.get(it.id) ?? null }));
    return { ...found, items, counts };
  }

  /** Of what waits; what is done is only ever looked at, and counting it would cost more than all the rest. */
  private async counts(viewer: Viewer, today: Day): Promise<InboxCounts> {
    const counted = await this.database.one<InboxCounts & { waiting: number }>(sql`
      select open.*, seen.mine, open.waiting - seen.assigned as unassigned, seen.overdue
      from (select count(*) filter (where ${ofView('to-check')})::int as "to-check", count(*) filter (where ${ofView('new')})::int as new,
             count(*) filter (where ${ofView('to-decide')})::int as "to-decide", count(*) filter (where ${ofView('to-answer')})::int as "to-answer",
             count(*) filter (where ${ofView('to-release')} and ${handledFeedback(viewer)})::int as "to-release",
             count(*) filter (where ${waiting} and ${handledFeedback(viewer)})::int as waiting
      from feedback it where it.state in ('SUBMITTED', 'TRIAGED', 'LINKED', 'DECIDED') and ${visibleFeedback(viewer)}) open
      cross join (${countAssigned(viewer, today)}) seen`);
    const { waiting: _waiting, ...counts } = counted ?? nothing;
    return counts;
  }

  async find(viewer: Viewer, id: string): Promise<FeedbackView> {
    const now = this.clock.now();
    const { handled, lastMove, undoable, ...row } = await this.database.found<StaffRow>(sql`
      select it.id, it.version, it.number, it.state, it.flagged, it.source, it.voice, it.channel, it.received_at as "receivedAt",
             it.speaker_role as "speakerRole", it.sentiment, it.triaged_text as text, it.decision, it.reason,
             it.forwarded_to as "forwardedTo", it.decided_at as "decidedAt", it.decided_by as "decidedBy", it.answer,
             it.answered_at as "answeredAt", ${fourEyes} as "fourEyes", ${draftView(viewer)} as draft, ${releaseView} as release, it.rejected_reason as "rejectedReason",
             (select json_build_object('id', person.id, 'name', ${personNameOf('person')})
              from person where person.id = it.person_id) as person,
             ${named('organisation', 'organisation_id', 'name')} as organisation, ${named('meeting', 'meeting_id', 'title')} as meeting,
             ${named('participation_format', 'format_id', 'title')} as format, ${named('network', 'network_id', 'name')} as network,
             ${named('municipality', 'municipality_id', 'name')} as municipality, ${named('field_of_action', 'guessed_field_id', 'name')} as "guessedField",
             coalesce((select json_agg(json_build_object('id', other.id, 'name', other.number) order by other.number)
               from (select it.id, it.number, it.answer_group_id from feedback it where ${handledFeedback(viewer)}) other
               where other.answer_group_id = it.answer_group_id and other.id <> it.id), '[]') as "answeredWith",
             coalesce((select json_agg(json_build_object('id', other.id, 'name', other.number) order by other.number)
               from feedback other where other.counted_with_id = it.id), '[]') as counted,
             ${named('feedback', 'counted_with_id', 'number')} as "countedWith",
             ${assignedView(viewer, berlinDay(now))} as assigned, ${assignmentsView(berlinDay(now))} as assignments,
             coalesce((select json_agg(json_build_object('id', argument.id, 'name', argument.number || ' · ' || argument.title) order by argument.number)
               from argument_feedback carrying join argument on argument.id = carrying.argument_id where carrying.feedback_id = it.id), '[]') as arguments,
             coalesce((select json_agg(json_build_object('id', it_group.id, 'name', it_group.name) order by it_group.name)
               from feedback_group_member member join (select it.id, it.name from feedback_group it where ${keptGroups(viewer)}) it_group
                 on it_group.id = member.group_id where member.feedback_id = it.id), '[]') as groups,
             coalesce((select json_agg(json_build_object('id', note.id, 'text', note.text, 'writtenBy', note.written_by,
               'createdAt', note.created_at, 'mine', coalesce(note.account_id = ${viewer.accountId}::uuid, false)) order by note.created_at desc, note.id)
               from feedback_note note where note.feedback_id = it.id), '[]') as notes,
             (select json_build_object('since', told.public_since, 'answer', told.public_answer, 'on', json_build_object('id', told.id, 'name', told.number))
              from feedback told where told.public_since is not null and (told.id = it.id or told.answer_group_id = it.answer_group_id)) as published,
             (select json_build_object('id', field_of_action.id, 'name', field_of_action.name, 'origin', it.primary_origin)
              from field_of_action where field_of_action.id = it.primary_field_id) as "primaryField",
             coalesce((select json_agg(json_build_object('id', field_of_action.id, 'name', field_of_action.name, 'origin', feedback_field.origin) order by field_of_action.position)
               from feedback_field join field_of_action on field_of_action.id = feedback_field.field_id where feedback_field.feedback_id = it.id), '[]') as "furtherFields",
             (select json_build_object('origin', suggested.origin, 'rank', suggested.rank, 'score', suggested.score::float, 'lexiconVersion', suggested.lexicon_version)
              from feedback_suggestion suggested where suggested.feedback_id = it.id and suggested.field_id = it.primary_field_id) as "linkSuggestion",
             (select delete_after::text from feedback_original where feedback_original.feedback_id = it.id) as "originalKeptUntil",
             (exists (select 1 from person where person.id = it.person_id and person.mail <> '')
               or exists (select 1 from organisation where organisation.id = it.organisation_id and organisation.function_mailbox <> '')
               or exists (select 1 from feedback_contact where feedback_contact.feedback_id = it.id)) as "senderReachable",
             (select json_build_object('id', letter.id, 'name', letter.subject)
              from (select it.id, it.subject from incoming_letter it where ${handledLetters(viewer)}) letter where letter.id = it.letter_id) as letter,
             ${latestMail('feedback', sql`it.id`)} as mail,
             (select json_build_object('id', return_message.id, 'name', return_message.content ->> 'subject')
              from return_message_item join return_message on return_message.id = return_message_item.return_message_id
              where return_message_item.feedback_id = it.id and return_message.sent_at is not null
              order by return_message.sent_at desc limit 1) as "returnMessage",
             (select move from feedback_step where feedback_step.feedback_id = it.id order by position desc limit 1) as "lastMove",
             not exists (select 1 from outbox_message mail where mail.object_kind = 'feedback' and mail.object_id = it.id
               and mail.purpose = 'feedback-answer' and mail.state <> 'RECALLED' and not (mail.state = 'QUEUED' and mail.not_before > ${now}))
               and not exists (select 1 from return_message_item where return_message_item.feedback_id = it.id and return_message_item.answered) as undoable,
             ${handledFeedback(viewer)} as handled
      from feedback it where it.id = ${id} and ${visibleFeedback(viewer)}`);
    if (!handled) {
      const [written, outcomes] = await Promise.all([
        row.text ?? this.originals.written(viewer, id),
        this.outcomes.of(id),
      ]);
      return { ...ownView(row), text: written, outcomes };
    }
    const original = await this.originals.toCheck(viewer, id);
    const allowed = (move: FeedbackMove): boolean =>
      mayWith(viewer.roles, triageMoves.includes(move) ? 'feedback:triage' : 'feedback:decide');
    return {
      ...row,
      audience: 'staff',
      original: original ? { text: original.text, flags: original.flags } : null,
      moves: feedbackMoves
        .from(row.state)
        .filter((move) => allowed(move) && !(move === 'link' && row.state === 'SUBMITTED' && row.flagged)),
      undo: lastMove && allowed(lastMove) && (lastMove !== 'answer' || undoable) ? lastMove : null,
    };
  }

  /** Hinweise of a session beside its minutes. Their words are read only while they are being written. */
  async ofSession(viewer: Viewer, meetingId: string): Promise<SessionFeedbackView[]> {
    const rows = await this.database.rows<SessionFeedbackView>(sql`
      select it.id, it.version, it.number, it.state, it.triaged_text as text, it.speaker_role as "speakerRole",
             (select json_build_object('id', person.id, 'name', ${plainNameOf('person')})
              from person where person.id = it.person_id) as person,
             ${named('organisation', 'organisation_id', 'name')} as organisation
      from feedback it
      where it.channel = 'MINUTES' and it.meeting_id in (select it.id from meeting it where it.id = ${meetingId} and ${changeableMeetings(viewer)})
      order by it.created_at, it.id`);
    const texts = rows.some((row) => row.state === 'SESSION')
      ? await this.originals.ofSession(viewer, meetingId)
      : new Map<string, string>();
    return rows.map((row) => ({ ...row, text: row.text ?? texts.get(row.id) ?? null }));
  }

  /** The three fields used most in the last year, for the keys 1 to 3. */
  quickFields(): Promise<NamedReference[]> {
    const since = new Date(this.clock.now().getTime() - SECONDS_A_YEAR * 1000);
    return this.database.rows<NamedReference>(sql`
      select id, name from field_of_action where active
      order by (select count(*) from feedback where feedback.primary_field_id = field_of_action.id and feedback.primary_since > ${since}) desc, position
      limit 3`);
  }
}

const triageMoves: readonly FeedbackMove[] = ['triage', 'reject'];

function named(table: string, column: string, name: string): Sql {
  return raw(
    `(select json_build_object('id', named.id, 'name', named.${name}) from ${table} named where named.id = it.${column})`,
  );
}

/** Explicit fields: who decided, who entered it and how it was linked is nobody's business outside the office. */
function ownView(
  row: Omit<StaffRow, 'handled' | 'lastMove' | 'undoable'>,
): Omit<OwnFeedbackView, 'outcomes'> {
  const told = row.state === 'DECIDED' || row.state === 'ANSWERED' || row.state === 'ARCHIVED';
  return {
    audience: 'sender',
    id: row.id,
    number: row.number,
    state: row.state,
    source: row.source,
    voice: row.voice,
    receivedAt: row.receivedAt,
    text: row.text,
    organisation: row.organisation,
    meeting: row.meeting,
    decision: told ? row.decision : null,
    reason: told ? row.reason : '',
    forwardedTo: told ? row.forwardedTo : '',
    answer: told ? row.answer : '',
    answeredAt: row.answeredAt,
  };
}

/** How much its checked words share with those of another one, which only those who work on that one may ask. */
function likeness(viewer: Viewer, id: string): Sql {
  return sql`coalesce(round(10000 * similarity(it.triaged_text, (select it.triaged_text from feedback it
    where it.id = ${id} and ${handledFeedback(viewer)})))::bigint, 0)`;
}

type AssignedPart = 'mine' | 'unassigned' | 'overdue';

/** Who sees to what is nobody's business outside those who work on it. */
function ofAssigned(viewer: Viewer, view: AssignedPart, today: Day): Sql {
  const condition = {
    mine: sql`account.id = ${viewer.accountId}::uuid`,
    unassigned: sql`true`,
    overdue: sql`assigned.due < ${today}::date`,
  }[view];
  const is = isAssigned(today, condition);
  return sql`(${waiting} and ${handledFeedback(viewer)} and ${view === 'unassigned' ? sql`not ${is}` : is})`;
}

/** What is counted with another one waits there. */
function ofView(view: Exclude<InboxView, 'all' | AssignedPart>): Sql {
  switch (view) {
    case 'to-check':
      return sql`(it.state = 'SUBMITTED' and it.flagged)`;
    case 'new':
      return sql`((it.state = 'SUBMITTED' and not it.flagged) or (it.state = 'TRIAGED' and it.counted_with_id is null))`;
    case 'to-decide':
      return sql`(it.state = 'LINKED' and it.counted_with_id is null and not ${waitsForRelease})`;
    case 'to-answer':
      return sql`(it.state = 'DECIDED' and it.counted_with_id is null and not ${waitsForRelease})`;
    case 'to-release':
      return waitsForRelease;
    case 'done':
      return sql`it.state in ('ANSWERED', 'ARCHIVED', 'REJECTED')`;
  }
}

function filters(viewer: Viewer, query: FeedbackQuery, today: Day): Sql[] {
  const conditions: Sql[] = [];
  if (query.view === 'mine' || query.view === 'unassigned' || query.view === 'overdue')
    conditions.push(ofAssigned(viewer, query.view, today));
  else if (query.view && query.view !== 'all') conditions.push(ofView(query.view));
  // What waits within the office is nobody's business outside it.
  if (query.view === 'to-release') conditions.push(handledFeedback(viewer));
  if (query.search)
    conditions.push(contains(sql`it.number || ' ' || coalesce(it.triaged_text, '')`, query.search));
  if (query.fieldId) conditions.push(concernsField(query.fieldId));
  if (query.source) conditions.push(sql`it.source = ${query.source}`);
  if (query.meetingId) conditions.push(sql`it.meeting_id = ${query.meetingId}`);
  if (query.formatId) conditions.push(sql`it.format_id = ${query.formatId}`);
  if (query.textBlockId)
    conditions.push(sql`(${handledFeedback(viewer)} and exists (select 1 from feedback_text_block used
      where used.feedback_id = it.id and used.text_block_id = ${query.textBlockId}))`);
  if (query.networkId) conditions.push(sql`it.network_id = ${query.networkId}`);
  return conditions;
}
