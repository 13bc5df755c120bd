import type { SaveInvitee, SaveMeeting } from '@runder-tisch/domain/meetings/meetings-requests';
import type { PutMinutesEntry } from '@runder-tisch/domain/meetings/session/session-requests';
import { addDays } from '@runder-tisch/domain/time';
import { keepCommitteeSession } from '@runder-tisch/scenario/council/committee-sessions';
import { sessionFeedback } from '@runder-tisch/scenario/feedback';
import { enterAnswer, invitationOf, type MeetingFacts, meetingPlan } from '@runder-tisch/scenario/meetings';
import {
  approveMinutes,
  attend,
  endSession,
  guest,
  minutesLine,
  sendProtocol,
  startSession,
} from '@runder-tisch/scenario/session';
import type { DemoStory } from './demo-story';

export interface DemoLine {
  kind: PutMinutesEntry['kind'];
  text: string;
  role?: string;
  task?: { person: string; dueOn: string };
  votes?: { yes: number; no: number; abstain: number };
}

export interface DemoMeeting {
  title: string;
  type: SaveMeeting['type'];
  day: string;
  start: string;
  end: string;
  /** Key of a place of `demo-places.ts`. */
  place: string;
  /** Key of the network, if one meets. */
  network?: string;
  /** The committee meets. */
  committee?: boolean;
  /** Who plans it and takes the minutes; the coordinator of the networks unless said. */
  by?: 'planner';
  formatId?: string;
  public?: boolean;
  invitationText?: string;
  people: readonly string[];
  agenda: { title: string; minutes: number; lines: DemoLine[] }[];
}

/** People of the demo as the picker gives them: for their organisation, with their own address. */
export function invitees(story: DemoStory, people: readonly string[]): SaveInvitee[] {
  return people.map((person) => ({
    personId: story.id('personIds', person),
    organisationId: null,
    onBehalfOfId: story.organisationIds.get(story.speaksFor.get(person) ?? '') ?? null,
    mail: story.mails.get(person) ?? '',
    name: story.names.get(person) ?? '',
  }));
}

/** Planned, and invited in one step unless a poll has to find the day. */
export async function plan(story: DemoStory, meeting: DemoMeeting, send: boolean): Promise<string> {
  const client = await story.as(meeting.by ?? 'coordinator');
  const place = story.places.get(meeting.place);
  const facts: MeetingFacts = {
    type: meeting.type,
    title: meeting.title,
    networkId: meeting.network ? story.id('networkIds', meeting.network) : null,
    committeeId: meeting.committee ? story.committeeId : null,
    formatId: meeting.formatId ?? null,
    day: send ? meeting.day : '',
    startTime: send ? meeting.start : '',
    endTime: send ? meeting.end : '',
    place: place?.line ?? '',
    placeId: place?.id ?? null,
    accessibility: place?.accessibility ?? '',
    invitationText: meeting.invitationText ?? '',
    public: meeting.public ?? false,
    agenda: meeting.agenda.map(({ title, minutes }) => ({
      title,
      minutes,
      visibility: meeting.public ? 'PUBLIC' : 'INTERNAL',
    })),
    invitees: send ? invitees(story, meeting.people) : [],
  };
  const { id } = await client.post<{ id: string }>('/api/meetings', meetingPlan(facts, send));
  return id;
}

/** Somebody follows the link of their mail and presses a button on the answer page. */
export async function answerByLink(
  story: DemoStory,
  meetingId: string,
  person: string,
  answer: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED',
  more: Record<string, string> = {},
): Promise<void> {
  await story.press(await story.linkTo(person, '/antwort/', meetingId), {
    answer,
    companions: '0',
    deputyName: '',
    needs: '',
    message: '',
    ...more,
  });
}

export async function answerByPhone(
  story: DemoStory,
  meetingId: string,
  person: string,
  answer: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED',
): Promise<void> {
  const coordinator = await story.as('coordinator');
  const invitation = await invitationOf(coordinator, meetingId, story.mails.get(person) ?? '');
  await enterAnswer(coordinator, invitation.id, { answer, channel: 'PHONE' });
}

/** From "Sitzung starten" to "Sitzung beenden", line by line; answers with the ids of the Hinweise. */
export async function hold(
  story: DemoStory,
  meetingId: string,
  meeting: DemoMeeting,
  present: readonly string[],
  guests: readonly string[] = [],
): Promise<string[]> {
  story.at(meeting.day, meeting.start);
  const client = await story.as(meeting.by ?? 'coordinator');
  const { agenda, attendance } = await startSession(client, meetingId);
  const there = new Set(present.map((person) => story.id('personIds', person)));
  await Promise.all([
    ...attendance.map((seat) => attend(client, meetingId, seat, there.has(seat.personId ?? ''))),
    ...guests.map((name) => guest(client, meetingId, name)),
  ]);
  const feedbackIds: string[] = [];
  let position = 0;
  for (const [index, item] of meeting.agenda.entries()) {
    const agendaItemId = agenda[index]?.id ?? null;
    for (const line of item.lines) {
      position += 10;
      const feedbackId =
        line.kind === 'FEEDBACK'
          ? await sessionFeedback(client, { meetingId, text: line.text, speakerRole: line.role ?? '' })
          : null;
      if (feedbackId) feedbackIds.push(feedbackId);
      await minutesLine(client, meetingId, {
        agendaItemId,
        position,
        kind: line.kind,
        text: feedbackId ? '' : line.text,
        referenceId: feedbackId,
        votes: line.votes ?? null,
        task: line.task
          ? {
              dueOn: line.task.dueOn,
              personId: story.id('personIds', line.task.person),
              organisationId: null,
            }
          : null,
      });
    }
  }
  story.at(meeting.day, meeting.end);
  await endSession(await story.as(meeting.by ?? 'coordinator'), meetingId);
  if (meeting.committee)
    await keepCommitteeSession(await story.as(meeting.by ?? 'coordinator'), meetingId, {
      noticeOn: addDays(meeting.day, -9),
      noticeWhere: 'Amtsblatt des Landkreises',
      quorumWords: '9 von 11 Stimmberechtigten anwesend: beschlussfähig',
    });
  return feedbackIds;
}

export async function approveAndSend(
  story: DemoStory,
  meetingId: string,
  by: DemoMeeting['by'],
): Promise<void> {
  const client = await story.as(by ?? 'coordinator');
  await approveMinutes(client, meetingId);
  await sendProtocol(client, meetingId);
}
