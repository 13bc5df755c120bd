import { faultsOf } from '../moves/faults';
import { type MeetingMove, type MeetingMoveFacts, meetingMoves, stepOf } from './meeting-moves';
import { type MeetingState, meetingStates } from './meeting-words';

const now = new Date('2026-11-23T09:00:00+01:00');
const startsAt = new Date('2026-12-03T14:00:00+01:00');
const ready: MeetingMoveFacts = {
  startsAt,
  endsAt: new Date('2026-12-03T16:00:00+01:00'),
  place: 'Rathaus Köthen',
  onlineLink: '',
  invitees: 3,
  now,
};
const undated = { ...ready, startsAt: null, endsAt: null };

const allowed: Record<MeetingMove, MeetingState[]> = {
  schedule: ['DRAFT', 'POSTPONED'],
  invite: ['DRAFT', 'SCHEDULED', 'INVITED'],
  hold: ['DRAFT', 'SCHEDULED', 'INVITED'],
  approve: ['HELD'],
  cancel: ['SCHEDULED', 'INVITED', 'POSTPONED'],
  postpone: ['SCHEDULED', 'INVITED'],
};

describe('moves of a meeting', () => {
  it('stand in a sound table', () => {
    const samples = [
      ready,
      undated,
      { ...ready, place: '' },
      { ...ready, invitees: 0 },
      { ...ready, now: startsAt },
    ];
    expect(faultsOf(meetingMoves, samples)).toEqual([]);
  });

  const cases = meetingMoves.names.flatMap((move) => meetingStates.map((state) => [move, state] as const));

  it.each(cases)('%s from %s', (move, state) => {
    const facts = { ...ready, now: move === 'hold' ? startsAt : now };
    expect(meetingMoves.next(state, move, facts).to !== null).toBe(allowed[move].includes(state));
  });

  it.each([
    ['a date', { startsAt: null, endsAt: null }, 'meeting-needs-date'],
    ['an end', { endsAt: null }, 'meeting-needs-date'],
    ['a place or a link', { place: ' ' }, 'meeting-needs-place'],
    ['somebody to invite', { invitees: 0 }, 'meeting-needs-invitees'],
    ['a time to come', { startsAt: new Date('2026-11-23T08:59:00+01:00') }, 'meeting-in-past'],
    ['a time to come, not this moment', { startsAt: now }, 'meeting-in-past'],
  ])('inviting needs %s', (_, facts, refusal) => {
    expect(meetingMoves.next('SCHEDULED', 'invite', { ...ready, ...facts }).refusal?.code).toBe(refusal);
  });

  it.each([
    ['the day of a missing date', { startsAt: null, endsAt: null }, 'day'],
    ['the day of one that is over', { startsAt: now }, 'day'],
    ['the place', { place: ' ' }, 'place'],
  ])('a refusal to invite names %s', (_, facts, path) => {
    expect(meetingMoves.next('SCHEDULED', 'invite', { ...ready, ...facts }).refusal?.path).toBe(path);
  });

  it('needs a date to be scheduled, and no place', () => {
    expect(meetingMoves.next('DRAFT', 'schedule', undated).refusal?.code).toBe('meeting-needs-date');
    expect(meetingMoves.next('POSTPONED', 'schedule', { startsAt, endsAt: startsAt }).to).toBe('SCHEDULED');
  });

  it('takes a link for a place', () => {
    const online = { ...ready, place: '', onlineLink: 'https://treffen.example' };
    expect(meetingMoves.next('SCHEDULED', 'invite', online).to).toBe('INVITED');
  });

  it('is held one hour before its beginning at the earliest', () => {
    const early = new Date('2026-12-03T12:59:59+01:00');
    const onTime = new Date('2026-12-03T13:00:00+01:00');
    expect(meetingMoves.next('SCHEDULED', 'hold', { startsAt, now: early }).refusal?.code).toBe(
      'meeting-too-early',
    );
    expect(meetingMoves.next('SCHEDULED', 'hold', { startsAt, now: onTime }).to).toBe('HELD');
    expect(meetingMoves.next('SCHEDULED', 'hold', undated).refusal?.code).toBe('meeting-needs-date');
  });

  it('says why nothing is possible any more', () => {
    expect(meetingMoves.next('CANCELLED', 'invite', ready).refusal?.code).toBe('meeting-cancelled');
    expect(meetingMoves.next('HELD', 'cancel').refusal?.code).toBe('meeting-over');
    expect(meetingMoves.next('POSTPONED', 'invite', ready).refusal?.code).toBe('meeting-postponed');
    expect(meetingMoves.next('DRAFT', 'approve').refusal?.code).toBe('meeting-move-not-allowed');
    expect(meetingMoves.open('CANCELLED', ready)).toEqual([]);
  });

  it('shows the moves that can be made', () => {
    expect(meetingMoves.open('DRAFT', ready)).toEqual(['schedule', 'invite']);
    expect(meetingMoves.open('DRAFT', undated)).toEqual([]);
    expect(meetingMoves.open('INVITED', ready)).toEqual(['invite', 'cancel', 'postpone']);
  });

  it('shows five steps, none for what left the path', () => {
    expect(meetingStates.map((state) => stepOf(state, false))).toEqual([0, 0, 1, 2, 3, null, null]);
    expect(stepOf('MINUTES_APPROVED', true)).toBe(4);
  });
});
