import fc from 'fast-check';
import { faultsOf } from '../moves/faults';
import {
  type FormatFacts,
  formatMoves,
  type FormatState,
  formatStates,
  nextFormatMove,
} from './format-state';

const nothing: FormatFacts = { returnedAt: null, unreached: 0, results: [] };
const all: FormatFacts = { returnedAt: '2025-11-20T10:00:00Z', unreached: 0, results: ['eins', 'zwei'] };

describe('A participation format', () => {
  it('has a sound table of moves', () => {
    expect(faultsOf(formatMoves, [nothing, all])).toEqual([]);
  });

  it('goes from draft to fed back along its verbs', () => {
    const way = ['plan', 'open', 'start', 'close', 'evaluate', 'feed-back'] as const;
    const end = way.reduce<FormatState | null>(
      (state, move) => state && formatMoves.next(state, move, all).to,
      'DRAFT',
    );
    expect(end).toBe('FED_BACK');
  });

  it('is not fed back before the return message went out, whatever was clicked before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...formatMoves.names), { maxLength: 30 }),
        fc.array(fc.constant('ein Ergebnis'), { maxLength: 5 }),
        (moves, results) => {
          let state: FormatState = 'DRAFT';
          for (const move of moves)
            state = formatMoves.next(state, move, { ...nothing, results }).to ?? state;
          expect(state).not.toBe('FED_BACK');
        },
      ),
      { seed: 20250116 },
    );
    expect(formatMoves.next('EVALUATED', 'feed-back', nothing).refusal?.code).toBe('format-not-returned');
  });

  it('is not fed back while somebody with an address has got no mail, wherever else the letter stands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...formatMoves.names), { maxLength: 30 }),
        fc.integer({ min: 1, max: 500 }),
        (moves, unreached) => {
          let state: FormatState = 'DRAFT';
          for (const move of moves) state = formatMoves.next(state, move, { ...all, unreached }).to ?? state;
          expect(state).not.toBe('FED_BACK');
        },
      ),
    );
    expect(formatMoves.next('EVALUATED', 'feed-back', { ...all, unreached: 0 }).to).toBe('FED_BACK');
  });

  it('is not evaluated without a captured result', () => {
    expect(formatMoves.next('CLOSED', 'evaluate', nothing).refusal?.code).toBe('format-without-results');
  });

  it('cannot be cancelled once it is closed', () => {
    for (const state of ['CLOSED', 'EVALUATED', 'FED_BACK'] as const)
      expect(formatMoves.next(state, 'cancel').refusal?.code).toBe('format-move-not-allowed');
  });

  it('is led on by the verb its button shows', () => {
    expect(formatStates.map(nextFormatMove)).toEqual([
      'plan',
      'open',
      'start',
      'close',
      'evaluate',
      'feed-back',
      null,
      null,
    ]);
  });

  it('may be opened or begun without having been planned or opened', () => {
    expect(formatMoves.open('DRAFT', nothing)).toEqual(['plan', 'open', 'cancel']);
    expect(formatMoves.open('PLANNED', nothing)).toEqual(['open', 'start', 'cancel']);
  });
});
