import * as fc from 'fast-check';
import { faultsOf } from '../moves/faults';
import { type PriorityMove, priorityMoves, type PriorityState } from './priority-state';

const samples = [0, 2].flatMap((recommendationCount) =>
  ['', 'Erledigt'].map((reason) => ({ recommendationCount, reason })),
);

describe('A Handlungsschwerpunkt', () => {
  it('has a sound table of moves', () => {
    expect(faultsOf(priorityMoves, samples)).toEqual([]);
  });

  it('is proposed before it is set', () => {
    expect(priorityMoves.next('DRAFT', 'set').refusal?.code).toBe('priority-move-not-allowed');
    expect(priorityMoves.next('DRAFT', 'propose').to).toBe('PROPOSED');
    expect(priorityMoves.next('PROPOSED', 'set').to).toBe('SET');
    expect(priorityMoves.next('SET', 'reopen').to).toBe('DRAFT');
  });

  it('is dropped for a reason, and not while a recommendation hangs on it', () => {
    expect(
      priorityMoves.next('SET', 'drop', { recommendationCount: 1, reason: 'Erledigt' }).refusal?.code,
    ).toBe('priority-carries-recommendations');
    expect(priorityMoves.next('SET', 'drop', { recommendationCount: 0, reason: '' }).refusal?.code).toBe(
      'priority-reason-missing',
    );
    expect(priorityMoves.next('SET', 'drop', { recommendationCount: 0, reason: 'Erledigt' }).to).toBe(
      'DROPPED',
    );
  });

  it('is never set unproposed nor dropped under a recommendation, in whatever order things happen', () => {
    type Step = PriorityMove | 'derive' | 'withdraw' | 'say why' | 'say nothing';
    const step = fc.constantFrom<Step>(
      'derive',
      'withdraw',
      'say why',
      'say nothing',
      ...priorityMoves.names,
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state: PriorityState = 'DRAFT';
        let proposed = false;
        const facts = { recommendationCount: 0, reason: '' };
        for (const next of steps) {
          if (next === 'derive') {
            // The service refuses to derive anything from what was dropped.
            if (state !== 'DROPPED') facts.recommendationCount += 1;
          } else if (next === 'withdraw')
            facts.recommendationCount = Math.max(0, facts.recommendationCount - 1);
          else if (next === 'say why') facts.reason = 'Erledigt';
          else if (next === 'say nothing') facts.reason = ' ';
          else {
            const to: PriorityState | null = priorityMoves.next(state, next, facts).to;
            if (state === 'DROPPED') expect(to).toBeNull();
            if (to === 'DROPPED') expect(facts.reason.trim()).not.toBe('');
            if (to === 'PROPOSED') proposed = true;
            if (to === 'SET') expect(proposed).toBe(true);
            if (to === 'DRAFT') proposed = false;
            state = to ?? state;
          }
          expect(state === 'DROPPED' && facts.recommendationCount > 0).toBe(false);
        }
      }),
      { seed: 20250116, numRuns: 300 },
    );
  });
});
