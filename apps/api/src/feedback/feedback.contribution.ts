import sql, { raw, type Sql } from 'sql-template-tag';
import { ANSWER_DAYS, feedbackToday } from '@runder-tisch/domain/feedback';
import { berlinDay } from '@runder-tisch/domain/time';
import { hasRole, type Viewer } from '../access/viewer';
import { type Contribution, NO_OBJECT } from '../contribution';
import { firstWords } from '../database/first-words';
import { feedbackTables } from './feedback-tables';
import { feedbackNews } from './feedback-news';
import { feedbackOverview } from './feedback-overview';
import { feedbackHistory } from './feedback-history';
import { keptGroups, visibleArguments } from './condensing/condensing-access';
import { waitsForRelease } from './answers/releases-access';
import { countAssigned } from './assignments/assignments-access';
import { feedbackImport } from './import/feedback-import';
import { handledLetters } from './letters/letters-access';
import { lettersToRead } from './return-messages/letters-to-read';
import { handledFeedback, visibleFeedback, visibleReturnMessages } from './feedback-access';

const beginning = firstWords('it.triaged_text', 80);

export const feedbackContribution: Contribution = {
  area: 'feedback',
  history: feedbackHistory,
  tables: feedbackTables,
  kinds: [
    {
      kind: 'feedback',
      label: 'Hinweis',
      table: 'feedback',
      title: `coalesce(nullif(concat_ws(' · ', it.number, ${beginning}), ''), 'Hinweis')`,
      path: '/hinweise/:id',
      attachments: {
        levels: { INTERNAL: 'alle, die diesen Hinweis bearbeiten' },
        change: handledFeedback,
        internal: handledFeedback,
      },
      list: {
        label: 'Hinweise',
        of: {
          'field-of-action': {
            path: '/hinweise?ansicht=all&fieldId=:id',
            where: (id) => sql`(it.primary_field_id = ${id} or exists (select 1 from feedback_field
              where feedback_field.feedback_id = it.id and feedback_field.field_id = ${id}))`,
            rows: (id) => sql`select feedback.* from feedback where feedback.primary_field_id = ${id}
              union all select feedback.* from feedback_field join feedback on feedback.id = feedback_field.feedback_id
              where feedback_field.field_id = ${id} and feedback.primary_field_id is distinct from ${id}`,
          },
          meeting: {
            path: '/hinweise?ansicht=all&meetingId=:id',
            where: (id) => sql`it.meeting_id = ${id}`,
          },
          network: {
            path: '/hinweise?ansicht=all&networkId=:id',
            where: (id) => sql`it.network_id = ${id}`,
          },
        },
      },
      visible: visibleFeedback,
      search: {
        subtitle: `coalesce((select field_of_action.name from field_of_action where field_of_action.id = it.primary_field_id), '')`,
        text: `coalesce(it.triaged_text, '')`,
        titleIsText: true,
      },
    },
    {
      kind: 'incoming-letter',
      label: 'Brief',
      table: 'incoming_letter',
      title: 'it.subject',
      path: '/hinweise/briefe/:id',
      visible: handledLetters,
      search: {
        subtitle: `coalesce((select organisation.name from organisation where organisation.id = it.organisation_id), '')`,
        text: `''`,
      },
    },
    {
      kind: 'return-message',
      label: 'Ergebnisbrief',
      table: 'return_message',
      title: `coalesce(it.content ->> 'subject', 'Ergebnisbrief')`,
      path: '/beteiligung/ergebnisbriefe/:id',
      visible: visibleReturnMessages,
    },
    {
      kind: 'argument',
      label: 'Argument',
      table: 'argument',
      title: `concat_ws(' · ', it.number, it.title)`,
      path: '/hinweise/argumente/:id',
      list: {
        label: 'Argumente',
        of: {
          'field-of-action': {
            path: '/hinweise/argumente?fieldId=:id',
            where: (id) => sql`it.field_id = ${id}`,
          },
        },
      },
      visible: visibleArguments,
      search: {
        subtitle: `coalesce((select field_of_action.name from field_of_action where field_of_action.id = it.field_id), '')`,
        text: 'it.summary',
        titleIsText: true,
      },
    },
    {
      kind: 'feedback-group',
      label: 'Gruppe',
      table: 'feedback_group',
      title: 'it.name',
      path: '/hinweise/gruppen/:id',
      visible: keptGroups,
    },
  ],
  traceEdges: [
    {
      from: { kind: 'incoming-letter', id: 'letter_id' },
      to: { kind: 'feedback', id: 'id' },
      relation: { forwards: 'daraus entstanden', backwards: 'entstanden aus' },
      source: 'feedback',
      where: 'letter_id is not null',
      since: 'received_at',
    },
    {
      from: { kind: 'meeting', id: 'meeting_id' },
      to: { kind: 'feedback', id: 'id' },
      relation: { forwards: 'dabei gesagt', backwards: 'gesagt in' },
      source: 'feedback',
      where: "meeting_id is not null and state <> 'SESSION'",
      since: 'received_at',
    },
    {
      from: { kind: 'organisation', id: 'organisation_id' },
      to: { kind: 'feedback', id: 'id' },
      relation: { forwards: 'als Hinweis gegeben', backwards: 'gesagt von' },
      source: 'feedback',
      where: "organisation_id is not null and state <> 'SESSION'",
      since: 'received_at',
    },
    {
      from: { kind: 'feedback', id: 'id' },
      to: { kind: 'field-of-action', id: 'primary_field_id' },
      relation: { forwards: 'zugeordnet zu', backwards: 'ihm zugeordnet' },
      source: 'feedback',
      where: 'primary_field_id is not null',
      since: 'primary_since',
    },
    {
      from: { kind: 'feedback', id: 'feedback_id' },
      to: { kind: 'field-of-action', id: 'field_id' },
      relation: { forwards: 'betrifft auch', backwards: 'betrifft es auch' },
      source: 'feedback_field',
      since: 'since',
    },
    {
      from: { kind: 'feedback', id: 'feedback_id' },
      to: { kind: 'argument', id: 'argument_id' },
      relation: { forwards: 'trägt das Argument', backwards: 'getragen von' },
      source: 'argument_feedback',
      since: 'since',
    },
    {
      from: { kind: 'argument', id: 'id' },
      to: { kind: 'field-of-action', id: 'field_id' },
      relation: { forwards: 'zugeordnet zu', backwards: 'ihm zugeordnet' },
      source: 'argument',
      since: 'created_at',
    },
    {
      from: { kind: 'feedback', id: 'return_message_item.feedback_id' },
      to: { kind: 'return-message', id: 'return_message.id' },
      relation: { forwards: 'beantwortet in', backwards: 'darin beantwortet' },
      source:
        'return_message_item join return_message on return_message.id = return_message_item.return_message_id',
      where: 'return_message_item.answered',
      since: 'return_message.sent_at',
    },
    {
      from: { kind: 'feedback', id: 'return_message_item.feedback_id' },
      to: { kind: 'return-message', id: 'return_message.id' },
      relation: { forwards: 'angekündigt in', backwards: 'darin angekündigt' },
      source:
        'return_message_item join return_message on return_message.id = return_message_item.return_message_id',
      where: 'not return_message_item.answered',
      since: 'return_message.sent_at',
    },
    {
      from: { kind: 'meeting', id: 'meeting_id' },
      to: { kind: 'return-message', id: 'id' },
      relation: { forwards: 'berichtet in', backwards: 'Bericht über' },
      source: 'return_message',
      where: 'meeting_id is not null and sent_at is not null',
      since: 'sent_at',
    },
    {
      from: { kind: 'format', id: 'format_id' },
      to: { kind: 'return-message', id: 'id' },
      relation: { forwards: 'berichtet in', backwards: 'Bericht über' },
      source: 'return_message',
      where: 'format_id is not null and sent_at is not null',
      since: 'sent_at',
    },
  ],
  importTargets: [feedbackImport],
  today: { statement: dueFeedback, kinds: feedbackToday },
  overview: feedbackOverview,
  news: feedbackNews,
  looseEnds: { WITHOUT_ANSWER: unanswered },
};

/** Counted, one line each: what is assigned to the viewer, what to check, what is new, what to decide and what to answer; Ergebnisbriefe to read by themselves. */
function dueFeedback(viewer: Viewer, now: Date): Sql {
  const decides = hasRole(viewer, 'planner');
  return sql`
    select line.kind, ${NO_OBJECT}::uuid as id, null::date as due, json_build_object('count', line.count) as facts
    from (select count(*) filter (where it.state = 'SUBMITTED' and it.flagged) as flagged,
                 count(*) filter (where (it.state = 'SUBMITTED' and not it.flagged) or (it.state = 'TRIAGED' and it.counted_with_id is null)) as fresh,
                 count(*) filter (where it.state = 'LINKED' and it.counted_with_id is null and not ${waitsForRelease}) as linked,
                 count(*) filter (where it.state = 'DECIDED' and it.counted_with_id is null and not ${waitsForRelease}) as decided,
                 count(*) filter (where ${waitsForRelease} and not exists (select 1 from answer_draft_item drafted
                   join answer_draft draft on draft.id = drafted.draft_id
                   where drafted.feedback_id = it.id and draft.drafted_by_account_id = ${viewer.accountId}::uuid)) as drafted
          from feedback it where it.state in ('SUBMITTED', 'TRIAGED', 'LINKED', 'DECIDED') and ${handledFeedback(viewer)}) counted
      cross join lateral (values
        ('feedback-to-check', counted.flagged, true),
        ('feedback-new', counted.fresh, ${decides}::boolean),
        ('feedback-to-decide', counted.linked, ${decides}::boolean),
        ('feedback-to-answer', counted.decided, ${decides}::boolean),
        ('feedback-to-release', counted.drafted, ${decides}::boolean)
      ) as line(kind, count, mine)
    where line.count > 0 and line.mine
    union all
    select case when seen.late > 0 then 'feedback-overdue' else 'feedback-mine' end, ${NO_OBJECT}::uuid, null::date,
           json_build_object('count', case when seen.late > 0 then seen.late else seen.mine end, 'due', seen.due)
    from (${countAssigned(viewer, berlinDay(now))}) seen where seen.mine > 0
    ${lettersToRead(viewer)}`;
}

/** Assigned or decided, and waiting for its answer longer than is decent; what counts with another one is answered with it. */
function unanswered(viewer: Viewer, now: Date): Sql {
  const decent = new Date(now.getTime() - ANSWER_DAYS * 86_400_000);
  return sql`
    select it.id, concat_ws(' · ', it.number, ${raw(beginning)}), '/hinweise/' || it.id, it.received_at, it.primary_field_id
    from feedback it where it.state in ('LINKED', 'DECIDED') and it.counted_with_id is null and it.received_at < ${decent} and ${handledFeedback(viewer)}`;
}
