import fc from 'fast-check';
import { faultsOf } from '../../moves/faults';
import { offeredStepMoves, type StepFacts, stepMoves, type StepState } from './step-state';

const given: StepFacts = { cycleClosed: false, reason: 'Die Zahlen fehlen.' };
const samples: StepFacts[] = [given, { ...given, reason: ' ' }, { ...given, cycleClosed: true }];

describe('States of a step', () => {
  it('have a sound table of moves', () => {
    expect(faultsOf(stepMoves, samples)).toEqual([]);
  });

  it('never come to blocked or dropped without a reason, nor change in a closed cycle, whatever is clicked', () => {
    const click = fc.tuple(
      fc.constantFrom(...stepMoves.names),
      fc.record<StepFacts>({ cycleClosed: fc.boolean(), reason: fc.constantFrom('', ' ', 'Grund') }),
    );
    fc.assert(
      fc.property(fc.array(click, { maxLength: 40 }), (clicks) => {
        let state: StepState = 'OPEN';
        for (const [move, facts] of clicks) {
          const to: StepState | null = stepMoves.next(state, move, facts).to;
          if (to === null) continue;
          expect(facts.cycleClosed).toBe(false);
          if (to === 'BLOCKED' || to === 'DROPPED') expect(facts.reason.trim()).not.toBe('');
          if (state === 'BLOCKED') expect(to).not.toBe('DONE');
          state = to;
        }
      }),
      { seed: 20241216, numRuns: 500 },
    );
  });

  it('offer as buttons what only waits for words', () => {
    expect(offeredStepMoves('OPEN', given)).toEqual(['start', 'finish', 'block', 'drop']);
    expect(offeredStepMoves('BLOCKED', given)).toEqual(['resume', 'drop']);
    expect(offeredStepMoves('DONE', given)).toEqual(['reopen']);
    expect(offeredStepMoves('DONE', { cycleClosed: true })).toEqual([]);
  });
});
