import { meetingProblems, meetingTimes } from '@runder-tisch/domain/meetings';
import type { SaveMeeting } from '@runder-tisch/domain/meetings/meetings-requests';
import { berlinDayBounds, isDay } from '@runder-tisch/domain/time';
import { generalProblems } from '@runder-tisch/domain/problem';
import { problem } from '../problem/problem';
import type { Meeting } from './meeting.entity';

type Fields = Pick<
  Meeting,
  | 'type'
  | 'title'
  | 'networkId'
  | 'committeeId'
  | 'formatId'
  | 'startsAt'
  | 'endsAt'
  | 'place'
  | 'placeId'
  | 'placeNote'
  | 'onlineLink'
  | 'accessibility'
  | 'invitationText'
  | 'answerUntil'
  | 'public'
  | 'capacity'
  | 'previousMeetingId'
>;

/** Nothing is kept yet of how a committee's session is called. */
export const unframed = {
  noticeOn: null,
  noticeWhere: '',
  shortNoticeReason: '',
  shortNoticeAt: null,
  agendaChangedAt: null,
  quorumWords: '',
} as const satisfies Partial<Meeting>;

/** The request as stored: typed wall times become instants, or the field that cannot is named. */
export function meetingFields(request: SaveMeeting): Fields {
  const times = meetingTimes(request);
  if (!times.ok) throw problem(meetingProblems, times.refusal, times.path);
  return {
    type: request.type,
    title: request.title.trim(),
    networkId: request.networkId,
    committeeId: request.committeeId,
    formatId: request.formatId,
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    place: request.place.trim(),
    placeId: request.placeId,
    placeNote: request.placeNote.trim(),
    onlineLink: request.onlineLink.trim(),
    accessibility: request.accessibility.trim(),
    invitationText: request.invitationText.trim(),
    answerUntil: answerUntil(request.answerUntilDay, times.startsAt),
    public: request.public,
    capacity: request.capacity,
    previousMeetingId: request.previousMeetingId,
  };
}

/** The last moment of the day that was named, but never after the meeting began. */
export function answerUntil(day: string, startsAt: Date | null): Date | null {
  if (day === '') return null;
  if (!isDay(day))
    throw problem(generalProblems, 'invalid-input', [
      { path: 'answerUntilDay', code: 'day', detail: 'Das ist kein gültiges Datum.' },
    ]);
  const end = new Date(berlinDayBounds(day).until.getTime() - 1000);
  return startsAt && end > startsAt ? startsAt : end;
}
