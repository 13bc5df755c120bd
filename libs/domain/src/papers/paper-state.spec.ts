import * as fc from 'fast-check';
import { faultsOf } from '../moves/faults';
import { type PaperCourse, type PaperMove, paperMoves, type PaperState } from './paper-state';

const complete: PaperCourse = {
  proposal: 'Der Kreistag beschließt …',
  deciding: 1,
  draftRecommendations: 0,
  results: 0,
  reason: 'Überholt',
};
const samples: PaperCourse[] = [
  complete,
  { ...complete, proposal: ' ' },
  { ...complete, deciding: 0 },
  { ...complete, draftRecommendations: 1 },
  { ...complete, results: 1 },
  { ...complete, reason: '' },
];

describe('A Vorlage', () => {
  it('has a sound table of moves', () => {
    expect(faultsOf(paperMoves, samples)).toEqual([]);
  });

  it.each([
    ['paper-proposal-missing', { proposal: '' }],
    ['paper-without-decision', { deciding: 0 }],
    ['paper-recommendation-draft', { draftRecommendations: 2 }],
  ])('comes before no committee as long as it lacks something: %s', (code, lacking) => {
    expect(paperMoves.next('DRAFT', 'submit', { ...complete, ...lacking }).refusal?.code).toBe(code);
  });

  it('is not taken back to be rewritten once somebody consulted on it', () => {
    expect(paperMoves.next('IN_CONSULTATION', 'revise', { results: 1 }).refusal?.code).toBe(
      'paper-has-results',
    );
    expect(paperMoves.next('IN_CONSULTATION', 'revise', { results: 0 }).to).toBe('DRAFT');
  });

  it('is decided only by a body that had it before it, in whatever order moves are tried', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...paperMoves.names), fc.constantFrom(...samples)), {
          maxLength: 40,
        }),
        (tries: [PaperMove, PaperCourse][]) => {
          let state: PaperState = 'DRAFT';
          let complete = false;
          for (const [move, facts] of tries) {
            const to: PaperState | null = paperMoves.next(state, move, facts).to;
            if (to === null) continue;
            if (move === 'submit')
              complete =
                facts.proposal.trim() !== '' && facts.deciding > 0 && facts.draftRecommendations === 0;
            if (to === 'ADOPTED' || to === 'REJECTED') {
              expect(state).toBe('IN_CONSULTATION');
              expect(complete).toBe(true);
            }
            if (to === 'DRAFT') expect(facts.results).toBe(0);
            if (to === 'WITHDRAWN') {
              expect(facts.reason.trim()).not.toBe('');
              expect(['DRAFT', 'IN_CONSULTATION']).toContain(state);
            }
            expect(state).not.toBe('WITHDRAWN');
            state = to;
          }
        },
      ),
    );
  });
});
