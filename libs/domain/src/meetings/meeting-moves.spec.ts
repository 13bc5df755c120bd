import {
  type MeetingMove,
  type MeetingMoveFacts,
  meetingMoves,
  moveMeeting,
  openMoves,
  stepOf,
} from './meeting-moves';
import { type MeetingState, meetingStates } from './meeting-words';

const now = new Date('2026-11-23T09:00:00+01:00');
const ready: MeetingMoveFacts = {
  state: 'SCHEDULED',
  startsAt: new Date('2026-12-03T14:00:00+01:00'),
  endsAt: new Date('2026-12-03T16:00:00+01:00'),
  place: 'Rathaus Köthen',
  onlineLink: '',
  invitees: 3,
};

const allowed: Record<MeetingMove, MeetingState[]> = {
  schedule: ['DRAFT', 'POSTPONED'],
  invite: ['DRAFT', 'SCHEDULED', 'INVITED'],
  hold: ['SCHEDULED', 'INVITED'],
  approve: ['HELD'],
  cancel: ['SCHEDULED', 'INVITED', 'POSTPONED'],
  postpone: ['SCHEDULED', 'INVITED'],
};

describe('moves of a meeting', () => {
  const cases = meetingMoves.flatMap((move) => meetingStates.map((state) => [move, state] as const));

  it.each(cases)('%s from %s', (move, state) => {
    const atStart = new Date('2026-12-03T14:00:00+01:00');
    const answer = moveMeeting({ ...ready, state }, move, move === 'hold' ? atStart : now);
    expect(answer.to !== undefined).toBe(allowed[move].includes(state));
  });

  it.each([
    ['a date', { startsAt: null, endsAt: null }, 'meeting-needs-date'],
    ['a place or a link', { place: ' ' }, 'meeting-needs-place'],
    ['somebody to invite', { invitees: 0 }, 'meeting-needs-invitees'],
    ['a time to come', { startsAt: new Date('2026-11-23T08:59:00+01:00') }, 'meeting-in-past'],
  ])('inviting needs %s', (_, facts, refusal) => {
    expect(moveMeeting({ ...ready, ...facts }, 'invite', now).refusal).toBe(refusal);
  });

  it('takes a link for a place', () => {
    expect(
      moveMeeting({ ...ready, place: '', onlineLink: 'https://treffen.example' }, 'invite', now).to,
    ).toBe('INVITED');
  });

  it('is held one hour before its beginning at the earliest', () => {
    expect(moveMeeting(ready, 'hold', new Date('2026-12-03T12:59:59+01:00')).refusal).toBe(
      'meeting-too-early',
    );
    expect(moveMeeting(ready, 'hold', new Date('2026-12-03T13:00:00+01:00')).to).toBe('HELD');
    expect(moveMeeting({ ...ready, startsAt: null, endsAt: null }, 'hold', now).refusal).toBe(
      'meeting-needs-date',
    );
  });

  it('says why nothing is possible any more', () => {
    expect(moveMeeting({ ...ready, state: 'CANCELLED' }, 'invite', now).refusal).toBe('meeting-cancelled');
    expect(moveMeeting({ ...ready, state: 'HELD' }, 'cancel', now).refusal).toBe('meeting-over');
    expect(openMoves({ ...ready, state: 'CANCELLED' }, now)).toEqual([]);
  });

  it('shows five steps, none for what left the path', () => {
    expect(meetingStates.map((state) => stepOf(state, false))).toEqual([0, 0, 1, 2, 3, null, null]);
    expect(stepOf('MINUTES_APPROVED', true)).toBe(4);
  });
});
