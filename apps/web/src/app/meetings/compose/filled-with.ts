import type { FormatView } from '@runder-tisch/domain/formats';
import type { MeetingType, ResolvedInvitees, StaffMeetingView } from '@runder-tisch/domain/meetings';
import { type SaveAgendaItem, SaveMeeting } from '@runder-tisch/domain/meetings/meetings-requests';
import { savedMeeting } from '../saved-meeting';
import { asListed } from './as-invitee';

/** What the composing page begins with: meeting, agenda, and who is invited. */
export type Filled = [SaveMeeting, SaveAgendaItem[], ResolvedInvitees];

/** What a Beteiligungsformat already says about its meeting. */
export function filledWithFormat(format: FormatView): Filled {
  const meeting = Object.assign(new SaveMeeting(), {
    type: format.meetingType as MeetingType,
    title: format.title,
    networkId: format.network?.id ?? null,
    formatId: format.id,
    startTime: '14:00',
    endTime: '16:00',
    accessibility: format.accessibilityNeeds,
    invitationText: format.invitationText,
    capacity: format.capacity,
  });
  const agenda = format.agenda.map((item) => ({
    ...item,
    visibility: 'INTERNAL' as const,
    presenter: '',
    note: '',
    level: 1 as const,
  }));
  return [meeting, agenda, { invitees: [], missing: [], doubles: [] }];
}

/** A meeting that is planned already. */
export function filledWithStored(stored: StaffMeetingView): Filled {
  const invitees = stored.invitations.filter((it) => it.uninvitedAt === null).map(asListed);
  const agenda = stored.agenda.map(({ title, minutes, visibility, presenter, note, level }) => ({
    title,
    minutes,
    visibility,
    presenter,
    note,
    level,
  }));
  return [savedMeeting(stored), agenda, { invitees, missing: [], doubles: [] }];
}
