import * as fc from 'fast-check';
import { faultsOf } from '../moves/faults';
import { type FindingMove, findingMoves, type FindingState } from './finding-state';

const samples = [0, 1].flatMap((evidenceCount) =>
  [0, 1].flatMap((priorityCount) =>
    ['', 'Doppelt'].map((reason) => ({ evidenceCount, priorityCount, reason })),
  ),
);

describe('A Befund', () => {
  it('has a sound table of moves', () => {
    expect(faultsOf(findingMoves, samples)).toEqual([]);
  });

  it('is confirmed once something speaks for it', () => {
    expect(findingMoves.next('DRAFT', 'confirm', { evidenceCount: 0 }).refusal?.code).toBe(
      'finding-without-evidence',
    );
    expect(findingMoves.next('DRAFT', 'confirm', { evidenceCount: 1 }).to).toBe('CONFIRMED');
    expect(findingMoves.next('CONFIRMED', 'reopen').to).toBe('DRAFT');
  });

  it('is dropped for a reason, and not while a Schwerpunkt rests on it', () => {
    expect(
      findingMoves.next('CONFIRMED', 'drop', { priorityCount: 1, reason: 'Doppelt' }).refusal?.code,
    ).toBe('finding-carries-priorities');
    expect(findingMoves.next('DRAFT', 'drop', { priorityCount: 0, reason: ' ' }).refusal?.code).toBe(
      'finding-reason-missing',
    );
    expect(findingMoves.next('DRAFT', 'drop', { priorityCount: 0, reason: 'Doppelt' }).to).toBe('DROPPED');
  });

  it('is never confirmed without evidence and never dropped under a Schwerpunkt, in whatever order things happen', () => {
    type Step = FindingMove | 'add' | 'remove' | 'carry' | 'let-go';
    const step = fc.constantFrom<Step>('add', 'remove', 'carry', 'let-go', ...findingMoves.names);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state: FindingState = 'DRAFT';
        const facts = { evidenceCount: 0, priorityCount: 0, reason: 'Grund' };
        for (const next of steps) {
          if (next === 'add') facts.evidenceCount += 1;
          // The service refuses to take the last evidence of a confirmed one.
          else if (next === 'remove') {
            if (facts.evidenceCount > (state === 'CONFIRMED' ? 1 : 0)) facts.evidenceCount -= 1;
          } else if (next === 'carry') {
            if (state !== 'DROPPED') facts.priorityCount = 1;
          } else if (next === 'let-go') facts.priorityCount = 0;
          else state = findingMoves.next(state, next, facts).to ?? state;
          expect(state === 'CONFIRMED' && facts.evidenceCount === 0).toBe(false);
          expect(state === 'DROPPED' && facts.priorityCount > 0).toBe(false);
        }
      }),
    );
  });
});
