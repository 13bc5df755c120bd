import sql from 'sql-template-tag';
import { meetingsToday } from '@runder-tisch/domain/meetings';
import type { Contribution } from '../contribution';
import { meetingsOfNetwork } from './held-meetings-sql';
import { answerColumns } from './invitations/answer-columns';
import { visibleMeetings } from './meetings-access';
import { meetingAttachments } from './meeting-attachments';
import { meetingsHistory } from './meetings-history';
import { meetingsNews } from './meetings-news';
import { meetingsOverview } from './meetings-overview';
import { dueMeetings, nextMeetings } from './meetings-today';

const ANSWERS = 'Einladung und Antwort';
const POLL = 'Antwort auf eine Terminumfrage';
/** What was written in both, the same only once. */
const bothTexts = (column: string): string =>
  `case when position(other.${column} in kept.${column}) > 0 then kept.${column}
     when kept.${column} = '' then other.${column} else kept.${column} || E'\\n' || other.${column} end`;
const TWO_YEARS = 'bis zwei Jahre nach dem Termin';

export const meetingsContribution: Contribution = {
  area: 'meetings',
  tables: [
    {
      table: 'meeting',
      audit: 'values',
      personal: {
        columns: ['organizer_name', 'organizer_mail', 'minutes_approved_by'],
        purpose: 'Wer zu einem Termin einlädt und sein Protokoll freigibt',
        retention: 'mit dem Protokoll',
      },
      references: { person: ['created_by_person_id'] },
      merge: { label: 'Angelegte Termine' },
    },
    {
      table: 'agenda_item',
      audit: 'values',
      personal: {
        columns: ['presenter'],
        purpose: 'Wer einen Punkt vorstellt',
        retention: 'mit dem Protokoll',
      },
    },
    {
      table: 'agenda_template',
      audit: 'values',
      personal: {
        columns: ['items'],
        purpose: 'Wer einen Standardpunkt der Tagesordnung vorstellt',
        retention: 'bis der Punkt geändert wird',
      },
    },
    {
      table: 'agenda_exclusion',
      audit: 'values',
      personal: {
        columns: [],
        purpose: 'Wer nach § 33 KVG LSA an einem Punkt nicht mitwirkt',
        retention: 'mit dem Protokoll',
      },
      references: { person: ['person_id'] },
      merge: { label: 'Mitwirkungsverbote', joins: 'ein Verbot bleibt', keeps: 'created_at' },
    },
    {
      table: 'invitation',
      audit: 'values',
      personal: {
        columns: ['mail', 'name', 'answer', 'entered_by', 'deputy_name', 'coming', 'needs', 'message'],
        purpose: ANSWERS,
        retention: TWO_YEARS,
      },
      references: { person: ['person_id'], organisation: ['organisation_id', 'on_behalf_of_id'] },
      merge: {
        label: 'Einladungen und Antworten',
        combines: { needs: bothTexts('needs'), message: bothTexts('message') },
        together: [...answerColumns],
      },
    },
    {
      table: 'date_poll',
      audit: 'values',
      personal: {
        columns: ['organizer_name', 'organizer_mail'],
        purpose: 'Wer zu einer Terminumfrage einlädt',
        retention: TWO_YEARS,
      },
    },
    { table: 'meeting_series', audit: 'values' },
    {
      table: 'calendar_feed',
      // By column name only: a hash of a secret and a day say nothing worth keeping.
      audit: 'names',
      personal: {
        columns: ['account_id', 'last_used_on'],
        purpose: 'Adresse, unter der ein Kalenderprogramm die eigenen Termine abruft',
        retention: 'bis sie widerrufen oder das Konto gelöscht wird',
      },
    },
    { table: 'date_poll_option', audit: 'values' },
    {
      table: 'date_poll_voter',
      audit: 'values',
      personal: { columns: ['comment', 'entered_by'], purpose: POLL, retention: TWO_YEARS },
      merge: {
        label: 'Antworten auf Terminumfragen',
        keeps: 'answered_at desc nulls last, asked_at is null',
        // Who voted since the merge did so with the invitation that was left; the vote stays with it.
        together: ['invitation_id', 'answered_at'],
        combines: {
          required: 'kept.required or other.required',
          comment: bothTexts('comment'),
          asked_at: 'coalesce(kept.asked_at, other.asked_at)',
        },
      },
    },
    {
      table: 'date_poll_answer',
      audit: 'values',
      personal: { columns: ['answer'], purpose: POLL, retention: TWO_YEARS },
      merge: { label: 'Antworten auf Terminumfragen', together: ['voter_id', 'answer'] },
    },
    {
      table: 'attendance',
      audit: 'values',
      personal: {
        columns: ['guest_name'],
        purpose: 'Anwesenheit im Protokoll',
        retention: 'mit dem Protokoll',
      },
      references: { person: ['person_id'], organisation: ['organisation_id'] },
      merge: { label: 'Anwesenheiten', joins: 'anwesend geht vor abwesend', keeps: 'present desc' },
    },
    { table: 'minutes_entry', audit: 'names' },
    {
      table: 'agreement_outcome',
      audit: 'values',
      personal: {
        columns: ['settled_by'],
        purpose: 'Wer festhält, was aus einer Vereinbarung wurde',
        retention: 'mit dem Protokoll',
      },
    },
    {
      table: 'meeting_open_item',
      audit: 'values',
      personal: {
        columns: ['title', 'who'],
        purpose: 'Was zu Beginn einer Sitzung offen war und wer es übernommen hatte',
        retention: 'mit dem Protokoll',
      },
    },
    {
      table: 'protocol',
      audit: 'names',
      personal: {
        columns: ['content', 'public_content', 'approved_by'],
        purpose: 'Niederschrift',
        retention: 'mit dem Protokoll',
      },
    },
  ],
  kinds: [
    {
      kind: 'meeting',
      label: 'Termin',
      table: 'meeting',
      title: 'it.title',
      path: '/termine/:id',
      visible: visibleMeetings,
      list: {
        label: 'Termine',
        of: {
          network: { path: '/netzwerke/:id/termine', where: (id) => sql`it.network_id = ${id}` },
          format: { path: '/beteiligung/formate/:id/termine', where: (id) => sql`it.format_id = ${id}` },
        },
      },
      endsWalk: true,
      attachments: meetingAttachments,
      search: {
        subtitle: `coalesce((it.starts_at at time zone 'Europe/Berlin')::date::text, 'ohne Datum')`,
        text: `concat_ws(' ', it.place, (select network.name from network where network.id = it.network_id),
          (select string_agg(agenda_item.title, ' ') from agenda_item where agenda_item.meeting_id = it.id and agenda_item.visibility = 'PUBLIC'))`,
      },
    },
  ],
  mailsAbout: {
    invitation: {
      kind: 'meeting',
      id: (id) => sql`(select meeting_id from invitation where invitation.id = ${id})`,
    },
    'date-poll-voter': {
      kind: 'meeting',
      id: (id) => sql`(select date_poll.meeting_id from date_poll_voter
        join date_poll on date_poll.id = date_poll_voter.poll_id where date_poll_voter.id = ${id})`,
    },
  },
  traceEdges: [
    {
      from: { kind: 'network', id: 'network_id' },
      to: { kind: 'meeting', id: 'id' },
      relation: { forwards: 'lädt ein zu', backwards: 'eingeladen von' },
      source: 'meeting',
      where: 'network_id is not null',
      since: 'created_at',
    },
    {
      from: { kind: 'committee', id: 'committee_id' },
      to: { kind: 'meeting', id: 'id' },
      relation: { forwards: 'lädt ein zu', backwards: 'eingeladen von' },
      source: 'meeting',
      where: 'committee_id is not null',
      since: 'created_at',
    },
    {
      from: { kind: 'format', id: 'format_id' },
      to: { kind: 'meeting', id: 'id' },
      relation: { forwards: 'findet statt als', backwards: 'gehört zu' },
      source: 'meeting',
      where: 'format_id is not null',
      since: 'created_at',
    },
    {
      from: { kind: 'meeting', id: 'previous_meeting_id' },
      to: { kind: 'meeting', id: 'id' },
      relation: { forwards: 'Folgetreffen', backwards: 'folgt auf' },
      source: 'meeting',
      where: 'previous_meeting_id is not null',
      since: 'created_at',
    },
  ],
  history: meetingsHistory,
  today: { statement: dueMeetings, kinds: meetingsToday },
  todayMeetings: nextMeetings,
  overview: meetingsOverview,
  news: meetingsNews,
  networkFacts: { meetings: meetingsOfNetwork },
};
