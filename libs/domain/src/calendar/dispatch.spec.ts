import * as fc from 'fast-check';
import { decideDispatch, risenSequence, type InviteeState } from './dispatch';
import type { Revision } from './revision';

const nobodyYet: InviteeState = {
  invited: true,
  sentSequence: null,
  withdrawn: false,
  answer: 'NEEDS-ACTION',
};
const accepted: InviteeState = { invited: true, sentSequence: 0, withdrawn: false, answer: 'ACCEPTED' };

function revision(patch: Partial<Revision> = {}): Revision {
  return { changed: [], sequenceRises: false, needsUpdate: false, asksAgain: false, ...patch };
}
const moved = revision({ changed: ['startsAt'], sequenceRises: true, needsUpdate: true, asksAgain: true });
const renamed = revision({ changed: ['title'], needsUpdate: true });

describe('what leaves the house for one invitee', () => {
  it('is an invitation that asks for an answer', () => {
    expect(decideDispatch(nobodyYet, { sequence: 0, cancelled: false, revision: null })).toEqual({
      kind: 'REQUEST',
      method: 'REQUEST',
      sequence: 0,
      status: 'CONFIRMED',
      partstat: 'NEEDS-ACTION',
      rsvp: true,
    });
  });

  it('is nothing when others were added', () => {
    expect(decideDispatch(accepted, { sequence: 0, cancelled: false, revision: null })).toBeNull();
  });

  it('is an update that asks again when the meeting moved', () => {
    expect(
      decideDispatch(accepted, { sequence: risenSequence(0, moved), cancelled: false, revision: moved }),
    ).toMatchObject({ kind: 'UPDATE', method: 'REQUEST', sequence: 1, partstat: 'NEEDS-ACTION', rsvp: true });
  });

  it('is an update that keeps the answer when only the title changed', () => {
    expect(
      decideDispatch(accepted, { sequence: risenSequence(0, renamed), cancelled: false, revision: renamed }),
    ).toMatchObject({ kind: 'UPDATE', sequence: 0, partstat: 'ACCEPTED', rsvp: false });
  });

  it('still asks the silent in an update', () => {
    const silent = { ...accepted, answer: 'NEEDS-ACTION' as const };
    expect(decideDispatch(silent, { sequence: 0, cancelled: false, revision: renamed })).toMatchObject({
      rsvp: true,
    });
  });

  it('is a cancellation with status for everybody who holds the entry', () => {
    expect(decideDispatch(accepted, { sequence: 1, cancelled: true, revision: null })).toMatchObject({
      kind: 'CANCEL',
      method: 'CANCEL',
      sequence: 1,
      status: 'CANCELLED',
      rsvp: false,
    });
  });

  it('is no cancellation for people who never got an invitation', () => {
    expect(decideDispatch(nobodyYet, { sequence: 1, cancelled: true, revision: null })).toBeNull();
  });

  it('is a cancellation without status for one who is un-invited, with raised SEQUENCE', () => {
    expect(
      decideDispatch({ ...accepted, invited: false }, { sequence: 0, cancelled: false, revision: null }),
    ).toMatchObject({ kind: 'CANCEL', sequence: 1, status: null });
  });

  it('is sent once: who holds nothing any more gets no second cancellation', () => {
    const withdrawn = { ...accepted, invited: false, sentSequence: 1, withdrawn: true };
    expect(decideDispatch(withdrawn, { sequence: 2, cancelled: true, revision: null })).toBeNull();
  });

  it('invites again above the SEQUENCE of the withdrawal', () => {
    const back = { ...accepted, sentSequence: 1, withdrawn: true };
    expect(decideDispatch(back, { sequence: 0, cancelled: false, revision: null })).toMatchObject({
      kind: 'REQUEST',
      sequence: 2,
      partstat: 'NEEDS-ACTION',
    });
  });

  it('raises the SEQUENCE of a re-invited person above their own when the meeting moves', () => {
    const back = { ...accepted, sentSequence: 2 };
    expect(decideDispatch(back, { sequence: 1, cancelled: false, revision: moved })).toMatchObject({
      sequence: 3,
    });
  });

  it('never sends a SEQUENCE below the one sent before, and raises it for each cancellation', () => {
    fc.assert(
      fc.property(
        fc.record({
          invited: fc.boolean(),
          sentSequence: fc.option(fc.nat(9)),
          withdrawn: fc.boolean(),
          answer: fc.constantFrom('NEEDS-ACTION' as const, 'ACCEPTED' as const, 'DECLINED' as const),
        }),
        fc.nat(9),
        fc.boolean(),
        fc.constantFrom(null, moved, renamed),
        (invitee, sequence, cancelled, change) => {
          const out = decideDispatch(invitee, { sequence, cancelled, revision: change });
          const sent = invitee.sentSequence ?? -1;
          return !out || (out.kind === 'CANCEL' ? out.sequence > sent : out.sequence >= sent);
        },
      ),
      { seed: 6047, numRuns: 500 },
    );
  });
});
