import { maySessionStart, type RunningMeetingView } from '@runder-tisch/domain/meetings';

/** Where a meeting stands as seen from the page where its minutes are taken. */
export type SessionPhase = 'not-open' | 'early' | 'ready' | 'running' | 'past' | 'held' | 'approved';

export function sessionPhase(
  meeting: Pick<RunningMeetingView, 'state' | 'startsAt' | 'endsAt' | 'sessionStartedAt'>,
  now: Date,
): SessionPhase {
  if (meeting.state === 'MINUTES_APPROVED') return 'approved';
  if (meeting.state === 'HELD') return 'held';
  const isOver = meeting.endsAt !== null && new Date(meeting.endsAt) < now;
  if (meeting.state === 'DRAFT' && isOver) return 'past';
  if (meeting.state !== 'INVITED' && meeting.state !== 'SCHEDULED') return 'not-open';
  if (meeting.sessionStartedAt) return 'running';
  const startsAt = meeting.startsAt ? new Date(meeting.startsAt) : null;
  if (!maySessionStart({ startsAt }, now)) return 'early';
  return isOver ? 'past' : 'ready';
}
