import fc from 'fast-check';
import {
  type FormatFacts,
  formatMoveProblem,
  formatMoves,
  formatMoveTable,
  formatStates,
  nextFormatMove,
  possibleFormatMoves,
} from './format-state';

const draft: FormatFacts = { state: 'DRAFT', returnedAt: null, results: 0 };

describe('A participation format', () => {
  it('goes from draft to fed back along its verbs', () => {
    const all: FormatFacts = { state: 'DRAFT', returnedAt: '2025-11-20T10:00:00Z', results: 3 };
    const way = (['plan', 'open', 'start', 'close', 'evaluate', 'feed-back'] as const).reduce(
      (format, move) => {
        expect(formatMoveProblem(format, move)).toBeNull();
        return { ...format, state: formatMoveTable[move].to };
      },
      all,
    );
    expect(way.state).toBe('FED_BACK');
  });

  it('is not fed back before the return message went out, whatever was clicked before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...formatMoves), { maxLength: 30 }),
        fc.nat(5),
        (moves, results) => {
          let format: FormatFacts = { ...draft, results };
          for (const move of moves) {
            if (formatMoveProblem(format, move) === null)
              format = { ...format, state: formatMoveTable[move].to };
          }
          expect(format.state).not.toBe('FED_BACK');
        },
      ),
      { seed: 20250116 },
    );
  });

  it('is not evaluated without a captured result', () => {
    expect(formatMoveProblem({ ...draft, state: 'CLOSED' }, 'evaluate')).toBe('format-without-results');
  });

  it('cannot be cancelled once it is closed', () => {
    for (const state of ['CLOSED', 'EVALUATED', 'FED_BACK'] as const) {
      expect(formatMoveProblem({ state, returnedAt: null, results: 1 }, 'cancel')).toBe(
        'format-move-not-allowed',
      );
    }
  });

  it('is led on by the verb its button shows', () => {
    for (const state of formatStates) {
      const next = nextFormatMove(state);
      if (next) expect(formatMoveTable[next].from).toContain(state);
      else expect(['FED_BACK', 'CANCELLED']).toContain(state);
    }
  });

  it('has no dead end but its three ends', () => {
    const ends = formatStates.filter(
      (state) => possibleFormatMoves({ state, returnedAt: 'x', results: 1 }).length === 0,
    );
    expect(ends).toEqual(['FED_BACK', 'CANCELLED']);
  });
});
