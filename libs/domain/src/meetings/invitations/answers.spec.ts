import { countAnswers, fits, isSilent, movingUp, refusedAnswer, seatFor } from './answers';
import type { InvitationAnswer } from '../meeting-words';

const invitation = (answer: InvitationAnswer, over: object = {}) => ({
  answer,
  companions: 0,
  invitedAt: 'x',
  uninvitedAt: null,
  ...over,
});

describe('answers to an invitation', () => {
  it('are counted among those invited now', () => {
    const counts = countAnswers([
      invitation('ACCEPTED', { companions: 2 }),
      invitation('ACCEPTED'),
      invitation('DECLINED'),
      invitation('NEEDS_ACTION'),
      invitation('NEEDS_ACTION', { invitedAt: null }),
      invitation('ACCEPTED', { uninvitedAt: 'y' }),
    ]);
    expect(counts).toEqual({
      invited: 4,
      accepted: 2,
      waiting: 0,
      tentative: 0,
      declined: 1,
      open: 1,
      seats: 4,
    });
  });

  it('end with the beginning of the meeting, its cancellation or the withdrawal', () => {
    const startsAt = new Date('2026-12-03T13:00:00Z');
    const before = new Date('2026-12-03T12:59:59Z');
    const meeting = { state: 'INVITED', startsAt } as const;
    expect(refusedAnswer(meeting, { invited: true }, before)).toBeNull();
    expect(refusedAnswer(meeting, { invited: true }, startsAt)).toBe('answer-after-start');
    expect(refusedAnswer(meeting, { invited: false }, before)).toBe('not-invited');
    expect(refusedAnswer({ ...meeting, state: 'CANCELLED' }, { invited: true }, before)).toBe(
      'meeting-cancelled',
    );
    expect(refusedAnswer({ ...meeting, state: 'POSTPONED' }, { invited: true }, before)).toBe(
      'meeting-postponed',
    );
    expect(refusedAnswer({ ...meeting, state: 'HELD' }, { invited: true }, before)).toBe('meeting-over');
  });

  it('fill the places exactly', () => {
    expect(fits(10, 8, 1)).toBe(true);
    expect(fits(10, 8, 2)).toBe(false);
    expect(fits(null, 1000, 20)).toBe(true);
  });

  it('that find no place wait, and who has a place keeps it', () => {
    const nothing = { kind: 'NONE', companions: 0 } as const;
    expect(seatFor(5, 4, 0, nothing)).toBe('SEAT');
    expect(seatFor(5, 4, 1, nothing)).toBe('WAITING');
    expect(seatFor(5, 4, 1, { kind: 'SEAT', companions: 0 })).toBe('REFUSED');
    // The room became smaller meanwhile: nobody loses the seat they were promised.
    expect(seatFor(5, 9, 2, { kind: 'SEAT', companions: 2 })).toBe('SEAT');
    const counts = countAnswers([
      invitation('ACCEPTED'),
      invitation('ACCEPTED', { companions: 3, waitingPlace: 1 }),
    ]);
    expect(counts).toMatchObject({ accepted: 1, waiting: 1, seats: 1 });
  });

  it('move up in order, and past a group that does not fit', () => {
    const waiting = [{ companions: 2 }, { companions: 0 }, { companions: 1 }, { companions: 0 }];
    expect(movingUp(5, 5, waiting)).toEqual([]);
    expect(movingUp(5, 3, waiting)).toEqual([waiting[1], waiting[3]]);
    expect(movingUp(5, 2, waiting)).toEqual([waiting[0]]);
    expect(movingUp(null, 900, waiting)).toEqual(waiting);
  });

  it('are missing from the silent only', () => {
    expect(isSilent(invitation('NEEDS_ACTION'))).toBe(true);
    expect(isSilent(invitation('TENTATIVE'))).toBe(false);
    expect(isSilent(invitation('NEEDS_ACTION', { invitedAt: null }))).toBe(false);
  });
});
