import sql, { raw, type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import { membershipRoleLabels } from '@runder-tisch/domain/networks';
import type { HandedKind } from '@runder-tisch/domain/succession';
import { hasRole, type Viewer } from '../access/viewer';
import { changeableCommittees } from '../committees/committees-access';
import { labelled } from '../database/labelled';
import { changeableMeetings } from '../meetings/meetings-access';
import { changeableNetworks } from '../networks/networks-access';
import { changeableTasks } from '../tasks/tasks-access';

/** The day and the instant of the clock. */
export interface Moment {
  day: string;
  now: Date;
}

/**
 * What a person holds in one table and a successor takes over.
 * `change`: the column names the successor from now on. `end`: the row ends, and one like it begins for the successor.
 */
export interface Handover {
  kind: HandedKind;
  table: string;
  column: string;
  way: 'change' | 'end';
  /** What stands in the column for a person (a uuid); null where there is nothing to put there. */
  value?: (personId: Sql) => Sql;
  /** Over `it`: what is not over yet. */
  held: (moment: Moment) => Sql;
  /** Over `it`. */
  title: Sql;
  detail: Sql;
  /** The day it is about or due. */
  day?: Sql;
  path: Sql;
  /** Over `it`: whoever hands it over may change it. */
  may: (viewer: Viewer) => Sql;
  /** Over `it` and the value of the successor: the successor stands there already. */
  taken?: (value: Sql) => Sql;
  /** Rows that lean on the one that ends and lean on the new one then: `table.column`. */
  leaning?: { table: string; column: string };
  /** What has to be told beside the row, once it names this value: a statement over the id of the row. */
  beside?: (id: string, value: Sql, by: string, now: Date, newId: string) => Sql;
}

const open = ({ day }: Moment): Sql => sql`(it.to_day is null or it.to_day >= ${day}::date)`;
const permission = (viewer: Viewer, name: Parameters<typeof mayWith>[1]): Sql =>
  viewer.kind === 'system' || mayWith(viewer.roles, name) ? sql`true` : sql`false`;
const ofNetwork = (viewer: Viewer): Sql =>
  sql`it.network_id in (select it.id from network it where ${changeableNetworks(viewer)} and it.state <> 'DISSOLVED')`;
const networkName = sql`(select network.name from network where network.id = it.network_id)`;
const none = sql`''`;

/** In the order in which they are handed over: for whom somebody speaks comes first. Invitations are handed over by meetings. */
export const handovers: readonly Handover[] = [
  {
    kind: 'representation',
    table: 'representation',
    column: 'person_id',
    way: 'end',
    held: open,
    title: sql`(select organisation.name from organisation where organisation.id = it.organisation_id)`,
    detail: sql`it.function`,
    path: sql`'/akteure/organisationen/' || it.organisation_id`,
    may: (viewer) => permission(viewer, 'person:change'),
    taken: (value) => sql`exists (select 1 from representation own where own.person_id = ${value}
      and own.organisation_id = it.organisation_id and own.to_day is null)`,
  },
  {
    kind: 'network-seat',
    table: 'membership',
    column: 'person_id',
    way: 'end',
    held: open,
    title: networkName,
    detail: raw(labelled('it.role', membershipRoleLabels)),
    path: sql`'/netzwerke/' || it.network_id`,
    may: ofNetwork,
    taken: (
      value,
    ) => sql`exists (select 1 from membership own where own.person_id = ${value} and own.network_id = it.network_id
      and own.organisation_id is not distinct from it.organisation_id and own.to_day is null)`,
  },
  {
    kind: 'network-deputy',
    table: 'membership',
    column: 'deputy_person_id',
    way: 'change',
    held: open,
    title: networkName,
    detail: sql`'Vertretung'`,
    path: sql`'/netzwerke/' || it.network_id`,
    may: ofNetwork,
    // Nobody is their own deputy: the place is then free.
    taken: (value) => sql`it.person_id = ${value}`,
  },
  {
    kind: 'committee-seat',
    table: 'committee_seat',
    column: 'person_id',
    way: 'end',
    held: open,
    title: sql`(select committee.name from committee where committee.id = it.committee_id)`,
    detail: sql`it.office`,
    path: sql`'/planung/gremien/' || it.committee_id`,
    may: changeableCommittees,
    taken: (
      value,
    ) => sql`exists (select 1 from committee_seat own where own.person_id = ${value} and own.committee_id = it.committee_id
      and (own.to_day is null or own.to_day >= it.from_day))`,
    leaning: { table: 'committee_seat', column: 'deputy_of_id' },
  },
  {
    kind: 'meeting',
    table: 'meeting',
    column: 'created_by_person_id',
    way: 'change',
    held: ({ now }) =>
      sql`(it.state in ('DRAFT', 'SCHEDULED', 'INVITED', 'POSTPONED') and (it.starts_at is null or it.starts_at > ${now}))`,
    title: sql`it.title`,
    detail: none,
    day: sql`(it.starts_at at time zone 'Europe/Berlin')::date`,
    path: sql`'/termine/' || it.id`,
    may: changeableMeetings,
  },
  {
    kind: 'task',
    table: 'task',
    column: 'person_id',
    way: 'change',
    held: () => sql`it.state = 'OPEN'`,
    title: sql`it.title`,
    detail: none,
    day: sql`it.due_on`,
    path: sql`'/heute/aufgaben?aufgabe=' || it.id`,
    may: changeableTasks,
  },
  {
    kind: 'resolution',
    table: 'resolution_control',
    column: 'responsible_person_id',
    way: 'change',
    held: () =>
      sql`exists (select 1 from control_report report where report.id = it.current_report_id and report.state <> 'DONE')`,
    title: sql`(select paper.number || ' · ' || paper.title from paper_consultation consultation join paper on paper.id = consultation.paper_id
      where consultation.id = it.consultation_id)`,
    detail: none,
    path: sql`'/planung/beschlusskontrolle?bericht=' || it.id`,
    may: (viewer) => permission(viewer, 'paper:change'),
    beside: (
      id,
      value,
      by,
      now,
      newId,
    ) => sql`insert into control_responsible (id, control_id, person_id, named_at, named_by, taken)
      values (${newId}, ${id}, ${value}, ${now}, ${by}, false)`,
  },
  {
    kind: 'cycle-step',
    table: 'cycle_step',
    column: 'responsible_person_id',
    way: 'change',
    held: () => sql`it.state in ('OPEN', 'IN_PROGRESS', 'BLOCKED')`,
    title: sql`it.number || ' ' || it.title`,
    detail: none,
    day: sql`it.due_on`,
    path: sql`'/planung/schritte/' || it.id`,
    may: (viewer) => permission(viewer, 'cycle:change'),
  },
  {
    kind: 'measure',
    table: 'measure',
    column: 'lead_person_id',
    way: 'change',
    held: () => sql`it.state in ('PROPOSED', 'APPROVED', 'IN_PROGRESS', 'ON_HOLD')`,
    title: sql`it.number || ' ' || it.title`,
    detail: none,
    path: sql`'/planung/massnahmen/' || it.id`,
    may: (viewer) => permission(viewer, 'measure:change'),
  },
  {
    kind: 'reminder',
    table: 'reminder',
    column: 'account_id',
    way: 'change',
    value: (personId) =>
      sql`(select account.id from account where account.person_id = ${personId} and account.disabled_at is null)`,
    held: () => sql`it.done_at is null and it.due_on is not null`,
    title: sql`case when it.note = '' then 'Wiedervorlage ohne Notiz' else it.note end`,
    detail: none,
    day: sql`it.due_on`,
    path: sql`'/heute/wiedervorlagen'`,
    // A note to oneself is nobody else's business.
    may: (viewer) => sql`it.account_id = ${viewer.accountId}::uuid`,
  },
];

/** References to a person that nobody takes over, each with its reason; the rest stands in `handovers`. */
export const notHandedOver: Readonly<Record<string, string>> = {
  'registration.person_id': 'Wer sich angemeldet hat, bleibt, wer sich angemeldet hat.',
  'conversation_note.person_id': 'Ein Gespräch wurde mit dieser Person geführt.',
  'incoming_letter.person_id': 'Wer den Brief schrieb, hat ihn geschrieben.',
  'feedback.person_id': 'Was jemand gesagt hat, hat niemand sonst gesagt.',
  'measure_progress.person_id': 'Ein Sachstand bleibt bei dem, der ihn gab.',
  'attendance.person_id': 'Da war, wer da war.',
  'agenda_exclusion.person_id': 'Das Verbot gilt dieser Person.',
  'control_responsible.person_id': 'Der Verlauf; der Beschluss selbst geht über.',
  'reminder.person_id': 'Worüber die Wiedervorlage ist, nicht wem sie gehört.',
  'mail_link.person_id': 'Ein Link ist für einen Menschen gemacht.',
  'account.person_id': 'Ein Konto gehört einem Menschen.',
  'message_recipient.person_id': 'Eine Nachricht ging an diese Person.',
  'message_target.person_id': 'An diese Person wollte jemand schreiben.',
  'outbox_message.person_id': 'Eine Mail ging an diese Person.',
  'coordination_absence.person_id': 'Abwesend ist, wer abwesend ist.',
  'coordination_absence.deputy_person_id': 'Eine Vertretung auf Zeit endet von selbst.',
  'contact_change.person_id': 'Die eigenen Angaben hat diese Person berichtigt.',
  'succession.person_id': 'Wer übergeben hat.',
  'succession.successor_id': 'Wer übernommen hat.',
  'invitation.person_id': 'Geht über, mit einer neuen Einladung: InvitationHandover.',
};

export function handoverOf(kind: HandedKind): Handover | undefined {
  return handovers.find((it) => it.kind === kind);
}

/** The office may open the dialog; what each may hand over is said by each kind. */
export function isOffice(viewer: Viewer): boolean {
  return hasRole(viewer, 'admin', 'planner', 'coordinator');
}
