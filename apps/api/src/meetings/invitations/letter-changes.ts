import { compareRevisions, type MeetingFacts, type Revision } from '@runder-tisch/domain/calendar';
import { formatPeriod } from '@runder-tisch/domain/time';
import type { Meeting } from '../meeting.entity';

export type ComparedMeeting = Pick<
  Meeting,
  'title' | 'startsAt' | 'endsAt' | 'place' | 'placeNote' | 'onlineLink' | 'invitationText'
>;

export interface MeetingChange {
  revision: Revision;
  /** What a mail about it tells, in its words. */
  changes: { label: string; before: string; after: string }[];
}

/** What a change means for those who hold a calendar entry; nothing while there is no date to compare. */
export function compareMeetings(before: ComparedMeeting, after: ComparedMeeting): MeetingChange | null {
  const was = calendarFacts(before);
  const is = calendarFacts(after);
  if (!was || !is) return null;
  const revision = compareRevisions(was, is);
  const changes: MeetingChange['changes'] = [];
  const tell = (label: string, old: string, fresh: string): void => {
    if (old !== fresh) changes.push({ label, before: old, after: fresh });
  };
  const has = (fact: Revision['changed'][number]): boolean => revision.changed.includes(fact);
  if (has('startsAt') || has('endsAt'))
    tell('Wann', formatPeriod(was.startsAt, was.endsAt), formatPeriod(is.startsAt, is.endsAt));
  if (has('place')) tell('Wo', before.place, after.place);
  if (has('room')) tell('Hinweis zum Ort', before.placeNote, after.placeNote);
  if (has('onlineLink')) tell('Online', before.onlineLink, after.onlineLink);
  if (has('title')) tell('Titel', before.title, after.title);
  return { revision, changes };
}

function calendarFacts(meeting: ComparedMeeting): MeetingFacts | null {
  if (!meeting.startsAt || !meeting.endsAt) return null;
  return {
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    title: meeting.title,
    place: meeting.place || null,
    room: meeting.placeNote || null,
    onlineLink: meeting.onlineLink || null,
    description: meeting.invitationText,
    status: 'CONFIRMED',
  };
}
