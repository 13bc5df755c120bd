import { faultsOf } from '../../moves/faults';
import { type ControlFacts, controlMoves, offeredControlMoves } from './control-state';

const complete: ControlFacts = {
  reason: 'Die Stelle ist ausgeschrieben.',
  followed: true,
  nextOn: '2027-03-01',
  today: '2026-11-30',
  measures: 1,
};
const samples: ControlFacts[] = [
  complete,
  { ...complete, reason: ' ' },
  { ...complete, reason: '', followed: false },
  { ...complete, nextOn: null },
  { ...complete, nextOn: '2026-11-30' },
  { ...complete, measures: 0 },
];

describe('A resolution under control', () => {
  it('has a sound table of moves', () => {
    expect(faultsOf(controlMoves, samples)).toEqual([]);
  });

  it('is delayed for a reason only', () => {
    expect(controlMoves.next('OPEN', 'delay', { ...complete, reason: ' ' }).refusal?.code).toBe(
      'control-delay-reason',
    );
    expect(controlMoves.next('OPEN', 'delay', complete).to).toBe('DELAYED');
  });

  it('that follows its measures stands otherwise for a reason only', () => {
    const silent = { ...complete, reason: '' };
    for (const [state, move] of [
      ['OPEN', 'begin'],
      ['DELAYED', 'resume'],
      ['IN_PROGRESS', 'finish'],
    ] as const) {
      expect(controlMoves.next(state, move, silent).refusal?.code).toBe('control-override-reason');
      expect(controlMoves.next(state, move, { ...silent, followed: false }).refusal).toBeNull();
    }
  });

  it('becomes a standing order with a day ahead, and comes back from being done for a reason', () => {
    expect(controlMoves.next('OPEN', 'stand', { ...complete, nextOn: complete.today }).refusal?.code).toBe(
      'control-next-day',
    );
    expect(controlMoves.next('STANDING', 'present', complete).to).toBe('STANDING');
    expect(controlMoves.next('DONE', 'reopen', { reason: '' }).refusal?.code).toBe('control-reopen-reason');
  });

  it('offers to follow its measures where it has some and does not', () => {
    expect(offeredControlMoves('OPEN', { measures: 1, follows: false })).toContain('follow');
    expect(offeredControlMoves('OPEN', { measures: 1, follows: true })).not.toContain('follow');
    expect(offeredControlMoves('OPEN', { measures: 0, follows: false })).not.toContain('follow');
    expect(offeredControlMoves('DONE', { measures: 1, follows: false })).toEqual(['reopen']);
  });
});
