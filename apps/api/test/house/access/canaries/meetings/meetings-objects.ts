import type { RunningMeetingView } from '@runder-tisch/domain/meetings';
import {
  cancelMeeting,
  enterAnswer,
  invitedMeeting,
  meeting,
  staffMeeting,
} from '@runder-tisch/scenario/meetings';
import { person } from '@runder-tisch/scenario/actors';
import { committeeSeat } from '@runder-tisch/scenario/council/committees';
import { excludeFrom, keepCommitteeSession } from '@runder-tisch/scenario/council/committee-sessions';
import { committee } from '@runder-tisch/scenario/lists';
import { createPoll, pollOf } from '@runder-tisch/scenario/polls';
import {
  approveMinutes,
  attend,
  endSession,
  minutesLine,
  startSession,
} from '@runder-tisch/scenario/session';
import type { Canary, ForeignWorld } from '../../canary';

/** A meeting of the foreign network with everything path parameters of its operations may name. */
export interface MeetingCanary {
  id: string;
  version: number;
  itemId: string;
  invitationId: string;
  mail: string;
}

const planned = (world: ForeignWorld) => ({
  title: 'Kanariensitzung',
  networkId: world.networkId,
  place: 'Kanarienzimmer',
  agenda: ['Kanarientext', { title: 'Kanarienpunkt', visibility: 'HIDDEN' as const }],
});

/** One hour before, so that the session may begin. */
const dated = { day: '2025-03-12', startTime: '14:30', endTime: '16:00' };

export async function found(world: ForeignWorld, id: string): Promise<MeetingCanary> {
  const page = await staffMeeting(world.coordinator, id);
  const [invitation] = page.invitations;
  return {
    id,
    version: page.version,
    itemId: page.agenda[0]?.id ?? '',
    invitationId: invitation?.id ?? '',
    mail: invitation?.mail ?? '',
  };
}

const guests = (world: ForeignWorld, ...names: string[]): string[] =>
  names.map((name) => `${world.fresh(name).replace(' ', '-')}@kanarienpost.test`.toLowerCase());

export async function draft(world: ForeignWorld): Promise<MeetingCanary> {
  const facts = { ...planned(world), ...dated, invitees: guests(world, 'gast') };
  return found(world, await meeting(world.coordinator, facts));
}

export async function undated(world: ForeignWorld): Promise<MeetingCanary> {
  return found(world, await meeting(world.coordinator, planned(world)));
}

export async function invited(world: ForeignWorld): Promise<MeetingCanary> {
  const facts = { ...planned(world), ...dated, invitees: guests(world, 'gast') };
  const { id } = await invitedMeeting(world.coordinator, facts);
  const made = await found(world, id);
  const said = { answer: 'ACCEPTED', channel: 'PHONE', needs: 'Kanarienantwort' } as const;
  await enterAnswer(world.coordinator, made.invitationId, said);
  return made;
}

/** One place for two: the second waits. */
export async function waiting(world: ForeignWorld): Promise<MeetingCanary> {
  const invitees = guests(world, 'erste', 'zweite');
  const facts = { ...planned(world), ...dated, capacity: 1, invitees };
  const { id } = await invitedMeeting(world.coordinator, facts);
  const { invitations } = await staffMeeting(world.coordinator, id);
  for (const it of invitations)
    await enterAnswer(world.coordinator, it.id, { answer: 'ACCEPTED', channel: 'PHONE' });
  return { ...(await found(world, id)), invitationId: invitations[1]?.id ?? '' };
}

export async function cancelled(world: ForeignWorld): Promise<MeetingCanary> {
  const made = await invited(world);
  await cancelMeeting(world.coordinator, made.id, 'Kanariengrund');
  return made;
}

export interface SessionCanary extends MeetingCanary {
  meetingId: string;
  entryId: string;
  entryVersion: number;
  attendanceId: string;
}

export async function running(world: ForeignWorld): Promise<SessionCanary> {
  const made = await invited(world);
  const session: RunningMeetingView = await startSession(world.coordinator, made.id);
  const text = 'Kanarientext im Protokoll';
  const line = await minutesLine(world.coordinator, made.id, {
    kind: 'AGREEMENT',
    text,
    agendaItemId: made.itemId,
  });
  const [seat] = session.attendance;
  const present = seat ? await attend(world.coordinator, made.id, seat) : { id: '' };
  return {
    ...made,
    meetingId: made.id,
    entryId: line.id,
    entryVersion: line.version,
    attendanceId: present.id,
  };
}

export async function held(world: ForeignWorld): Promise<SessionCanary> {
  const made = await running(world);
  await endSession(world.coordinator, made.id);
  return made;
}

export async function approved(world: ForeignWorld): Promise<SessionCanary> {
  const made = await held(world);
  await approveMinutes(world.coordinator, made.id);
  return made;
}

/** A session of a committee with what is kept of how it was called. */
export async function committeeSession(world: ForeignWorld): Promise<MeetingCanary> {
  const committeeId = await committee(world.somebody.planner, { name: world.fresh('Sitzungsgremium') });
  const facts = { ...planned(world), ...dated, type: 'COMMITTEE' as const, committeeId };
  const { id } = await invitedMeeting(world.coordinator, { ...facts, invitees: guests(world, 'gast') });
  await keepCommitteeSession(world.coordinator, id, {
    noticeOn: '2025-03-01',
    noticeWhere: 'Kanarienaushang',
    shortNoticeReason: 'Kanariengrund',
    quorumWords: 'Kanarienzahl',
  });
  const personId = await person(world.somebody.planner, { familyName: world.fresh('Befangen') });
  await committeeSeat(world.somebody.planner, committeeId, { personId, fromDay: '2025-01-01' });
  const made = await found(world, id);
  await excludeFrom(world.coordinator, id, made.itemId, [personId]);
  return made;
}

export interface PollCanary extends MeetingCanary {
  pollId: string;
  pollVersion: number;
  voterId: string;
  voterMail: string;
  optionId: string;
}

export async function polled(world: ForeignWorld, send = true): Promise<PollCanary> {
  const made = await undated(world);
  const people = guests(world, 'gefragt');
  await createPoll(world.coordinator, made.id, {
    message: 'Kanarienumfrage',
    send,
    people,
    dates: ['2025-04-08 14:00–16:00', '2025-04-10 14:00–16:00'],
    untilDay: '2025-03-30',
  });
  const poll = await pollOf(world.coordinator, made.id);
  return {
    ...made,
    pollId: poll.id,
    pollVersion: poll.version,
    voterId: poll.voters[0]?.id ?? '',
    voterMail: people[0] ?? '',
    optionId: poll.options[0]?.id ?? '',
  };
}

/** What paths name: `{id}` of the meeting pages and `{meetingId}` of those of its session. */
export function named(made: MeetingCanary & Partial<SessionCanary>): Canary {
  const { id, itemId, entryId, attendanceId } = made;
  return {
    id,
    meetingId: id,
    itemId,
    ...(entryId ? { entryId } : {}),
    ...(attendanceId ? { attendanceId } : {}),
  };
}
