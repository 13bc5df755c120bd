import sql, { type Sql } from 'sql-template-tag';
import { todayPriority } from '@runder-tisch/domain/tasks';
import { hasRole, type Viewer } from '../access/viewer';
import type { Contribution } from '../contribution';
import { feedbackOverview } from './feedback-overview';
import { feedbackHistory } from './feedback-history';
import { handledFeedback, visibleFeedback, visibleReturnMessages } from './feedback-access';

const RETENTION = 'geprüfter Text dauerhaft ohne Personenbezug, Absender bis zwei Jahre nach der Antwort';

/** The first words of a Hinweis, never half a one. */
const beginning = `case when length(it.triaged_text) > 80
  then regexp_replace(left(it.triaged_text, 80), '[[:space:]]+[^[:space:]]*$', '') || ' …' else it.triaged_text end`;

export const feedbackContribution: Contribution = {
  area: 'feedback',
  history: feedbackHistory,
  tables: [
    { table: 'feedback_counter', audit: 'none' },
    {
      table: 'feedback',
      audit: 'values',
      personal: {
        columns: [
          'speaker_role',
          'triaged_text',
          'reason',
          'forwarded_to',
          'answer',
          'rejected_reason',
          'decided_by',
          'public_answer',
        ],
        purpose: 'Hinweise aus der Beteiligung aufnehmen, entscheiden und beantworten',
        retention: RETENTION,
      },
      references: { person: ['person_id'], organisation: ['organisation_id'] },
      merge: { label: 'Hinweise' },
    },
    {
      table: 'feedback_original',
      audit: 'names',
      personal: {
        columns: ['text', 'flags'],
        purpose: 'Prüfung auf persönliche Angaben, bevor jemand den Text sieht',
        retention: 'ein Jahr nach Eingang',
      },
    },
    // A code leads to a Hinweis without a name; its audit would say when it was made.
    { table: 'feedback_code', audit: 'none' },
    {
      table: 'feedback_contact',
      audit: 'names',
      personal: {
        columns: ['mail'],
        purpose: 'Die Antwort auf einen Hinweis ohne Namen zustellen',
        retention: 'bis die Antwort verschickt ist',
      },
    },
    { table: 'voice_form_key', audit: 'none' },
    { table: 'feedback_field', audit: 'values' },
    {
      table: 'feedback_step',
      audit: 'names',
      personal: { columns: ['before'], purpose: 'Den letzten Schritt zurücknehmen', retention: RETENTION },
    },
    {
      table: 'return_message',
      audit: 'names',
      personal: {
        columns: ['content', 'sent_by'],
        purpose: 'Ergebnisbriefe an Teilnehmende',
        retention: 'dauerhaft, ohne Namen Dritter',
      },
    },
    { table: 'return_message_item', audit: 'values' },
    { table: 'suggestion_word', audit: 'values' },
    { table: 'suggestion_count', audit: 'none' },
    { table: 'feedback_suggestion', audit: 'values' },
  ],
  kinds: [
    {
      kind: 'feedback',
      label: 'Hinweis',
      table: 'feedback',
      title: `coalesce(nullif(concat_ws(' · ', it.number, ${beginning}), ''), 'Hinweis')`,
      path: '/hinweise/:id',
      list: {
        label: 'Hinweise',
        of: {
          'field-of-action': '/hinweise?ansicht=all&fieldId=:id',
          meeting: '/hinweise?ansicht=all&meetingId=:id',
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
      kind: 'return-message',
      label: 'Ergebnisbrief',
      table: 'return_message',
      title: `coalesce(it.content ->> 'subject', 'Ergebnisbrief')`,
      path: '/beteiligung/ergebnisbriefe/:id',
      visible: visibleReturnMessages,
    },
  ],
  traceEdges: [
    `select 'meeting', meeting_id, 'feedback', id, 'gesagt in', 'HUMAN', received_at from feedback where meeting_id is not null and state <> 'SESSION'`,
    `select 'organisation', organisation_id, 'feedback', id, 'gesagt von', 'HUMAN', received_at from feedback where organisation_id is not null and state <> 'SESSION'`,
    `select 'feedback', id, 'field-of-action', primary_field_id, 'zugeordnet zu', primary_origin, primary_since from feedback where primary_field_id is not null`,
    `select 'feedback', feedback_id, 'field-of-action', field_id, 'betrifft auch', origin, since from feedback_field`,
    `select 'feedback', return_message_item.feedback_id, 'return-message', return_message.id,
       case when return_message_item.answered then 'beantwortet in' else 'angekündigt in' end, 'HUMAN', return_message.sent_at
     from return_message_item join return_message on return_message.id = return_message_item.return_message_id`,
    `select 'meeting', meeting_id, 'return-message', id, 'Ergebnisbrief', 'HUMAN', sent_at from return_message where meeting_id is not null and sent_at is not null`,
    `select 'format', format_id, 'return-message', id, 'Ergebnisbrief', 'HUMAN', sent_at from return_message where format_id is not null and sent_at is not null`,
  ],
  today: todayLines,
  overview: feedbackOverview,
};

const NO_OBJECT = '00000000-0000-0000-0000-000000000000';

/** Counted, one line each: what to check, what is new, what to decide and what to answer. */
function todayLines(viewer: Viewer): Sql {
  const decides = hasRole(viewer, 'planner');
  const { soon } = todayPriority;
  return sql`
    select 'feedback-' || line.view as kind, ${NO_OBJECT}::uuid as id, line.priority, line.count || ' ' || line.text as text,
           '/hinweise?ansicht=' || line.view as path, line.action, null::date as due, null::text as post, null::text as undo
    from (select count(*) filter (where it.state = 'SUBMITTED' and it.flagged) as flagged,
                 count(*) filter (where (it.state = 'SUBMITTED' and not it.flagged) or it.state = 'TRIAGED') as fresh,
                 count(*) filter (where it.state = 'LINKED') as linked, count(*) filter (where it.state = 'DECIDED') as decided
          from feedback it where it.state in ('SUBMITTED', 'TRIAGED', 'LINKED', 'DECIDED') and ${handledFeedback(viewer)}) counted
      cross join lateral (values
        ('to-check', counted.flagged, ${soon}::int, case when counted.flagged = 1 then 'Hinweis' else 'Hinweise' end || ' auf persönliche Angaben prüfen', 'Prüfen', true),
        ('new', counted.fresh, ${soon + 1}::int, case when counted.fresh = 1 then 'neuer Hinweis' else 'neue Hinweise' end, 'Zuordnen', ${decides}::boolean),
        ('to-decide', counted.linked, ${soon + 2}::int, case when counted.linked = 1 then 'Hinweis' else 'Hinweise' end || ' entscheiden', 'Entscheiden', ${decides}::boolean),
        ('to-answer', counted.decided, ${soon + 3}::int, case when counted.decided = 1 then 'Hinweis' else 'Hinweise' end || ' beantworten', 'Beantworten', ${decides}::boolean)
      ) as line(view, count, priority, text, action, mine)
    where line.count > 0 and line.mine`;
}
