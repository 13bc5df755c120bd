import { answersInWords, countAnswers, fits, isSilent, refusedAnswer } from './answers';
import type { InvitationAnswer } from './meeting-words';

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
    expect(counts).toEqual({ invited: 4, accepted: 2, tentative: 0, declined: 1, open: 1, seats: 4 });
    expect(answersInWords(counts)).toBe('2 Zusagen, 1 Absage, 1 offen');
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

  it('are missing from the silent only', () => {
    expect(isSilent(invitation('NEEDS_ACTION'))).toBe(true);
    expect(isSilent(invitation('TENTATIVE'))).toBe(false);
    expect(isSilent(invitation('NEEDS_ACTION', { invitedAt: null }))).toBe(false);
  });
});
