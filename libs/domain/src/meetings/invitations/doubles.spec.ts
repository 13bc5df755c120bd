import { countingAnswer, type DoubleInvitation, keptInvitation } from './doubles';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 23, hour));

function double(id: string, patch: Partial<DoubleInvitation> = {}): DoubleInvitation {
  return {
    id,
    mail: `${id}@linde.test`,
    representsId: null,
    invitedAt: at(8),
    uninvitedAt: null,
    answer: 'NEEDS_ACTION',
    answeredAt: null,
    waitingNumber: null,
    companions: 0,
    deputyName: '',
    ...patch,
  };
}
const yes = (id: string, hour: number, patch: Partial<DoubleInvitation> = {}): DoubleInvitation =>
  double(id, { answer: 'ACCEPTED', answeredAt: at(hour), ...patch });
const no = (id: string, hour: number): DoubleInvitation =>
  double(id, { answer: 'DECLINED', answeredAt: at(hour) });

/** The same whichever of the two stays: only a tie looks at that. */
function kept(one: DoubleInvitation, other: DoubleInvitation, mail = ''): string[] {
  return [keptInvitation(one, other, mail).id, keptInvitation(other, one, mail).id];
}

describe('Of two invitations of one person', () => {
  it('the answered one stays, whatever it says and whenever it was said', () => {
    expect(kept(no('a', 9), double('b'))).toEqual(['a', 'a']);
  });

  it('the newer answer counts', () => {
    expect(kept(yes('a', 9), no('b', 11))).toEqual(['b', 'b']);
    expect(kept(yes('a', 9), yes('b', 11, { companions: 2 }))).toEqual(['b', 'b']);
  });

  it('a yes with a seat counts before a newer one that waits', () => {
    expect(kept(yes('a', 9), yes('b', 11, { waitingNumber: 3 }))).toEqual(['a', 'a']);
  });

  it('one in the calendar stays before one that was taken back or not sent yet', () => {
    expect(kept(yes('a', 9, { uninvitedAt: at(10) }), double('b'))).toEqual(['b', 'b']);
    expect(kept(yes('a', 9, { invitedAt: null }), double('b'))).toEqual(['b', 'b']);
  });

  it('and yet an answer noted for one not sent yet counts, one of an invitation taken back does not', () => {
    const silent = double('b');
    expect(countingAnswer(silent, yes('a', 9, { invitedAt: null })).id).toBe('a');
    expect(countingAnswer(silent, yes('a', 9, { uninvitedAt: at(10) })).id).toBe('b');
  });

  it('two that weigh the same go by the address of the person, and else by whom stays', () => {
    expect(kept(double('a'), double('b'), 'B@linde.test')).toEqual(['b', 'b']);
    expect(kept(yes('a', 9), yes('b', 11), 'a@linde.test')).toEqual(['a', 'a']);
    expect(kept(double('a'), double('b'), 'neu@linde.test')).toEqual(['a', 'b']);
  });

  it('the one that was to stand in for the other stays', () => {
    expect(kept(no('a', 9), yes('b', 9, { representsId: 'a' }))).toEqual(['b', 'b']);
  });
});
