import * as fc from 'fast-check';
import { faultsOf } from '../moves/faults';
import { decisionSentence } from './decision-sentence';
import {
  recommendationMoves,
  recommendationStates,
  type RecommendationState,
  type RecommendationMove,
} from './recommendation-state';

const complete = {
  earlierPlan: '',
  addressee: 'Kreistag',
  measureOfSuccess: 'Zwei Stellen besetzt',
  dueOn: '2027-12-31' as string | null,
  costNeutral: false,
  costCount: 1,
  reason: 'Überholt',
};
const samples = [
  complete,
  { ...complete, addressee: '' },
  { ...complete, measureOfSuccess: ' ' },
  { ...complete, dueOn: null },
  { ...complete, costCount: 0 },
  { ...complete, costCount: 0, costNeutral: true },
  { ...complete, reason: '' },
];

describe('A Handlungsempfehlung', () => {
  it('has a sound table of moves', () => {
    expect(faultsOf(recommendationMoves, samples)).toEqual([]);
  });

  it.each([
    ['recommendation-addressee-missing', { addressee: '' }],
    ['recommendation-success-missing', { measureOfSuccess: '' }],
    ['recommendation-date-missing', { dueOn: null }],
    ['recommendation-cost-missing', { costCount: 0 }],
  ])('is not submitted as long as it lacks something: %s', (code, lacking) => {
    expect(recommendationMoves.next('DRAFT', 'submit', { ...complete, ...lacking }).refusal?.code).toBe(code);
    const earlier = { ...complete, ...lacking, earlierPlan: 'Teilplan 2018' };
    expect(recommendationMoves.next('DRAFT', 'submit', earlier).to).toBe('SUBMITTED');
  });

  it('may be free of cost instead', () => {
    const free = { ...complete, costCount: 0, costNeutral: true };
    expect(recommendationMoves.next('DRAFT', 'submit', free).to).toBe('SUBMITTED');
  });

  it('is withdrawn for a reason and never comes back', () => {
    expect(recommendationMoves.next('SUBMITTED', 'withdraw', { reason: '' }).refusal?.code).toBe(
      'recommendation-reason-missing',
    );
    expect(recommendationMoves.next('SUBMITTED', 'withdraw', { reason: 'Überholt' }).to).toBe('WITHDRAWN');
    expect(recommendationMoves.from('WITHDRAWN')).toEqual([]);
  });

  it('is decided only after it was submitted, in whatever order moves are tried', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...recommendationMoves.names), { maxLength: 30 }),
        fc.array(fc.constantFrom(...samples), { minLength: 30, maxLength: 30 }),
        (moves: RecommendationMove[], facts) => {
          let state: RecommendationState = 'DRAFT';
          let submitted = false;
          for (const [index, move] of moves.entries()) {
            const to: RecommendationState | null = recommendationMoves.next(
              state,
              move,
              facts[index] ?? complete,
            ).to;
            if (to === 'SUBMITTED') submitted = true;
            // What a body is asked says whom, by when, how it is measured and what it costs.
            if (move === 'submit' && to !== null)
              expect(facts[index]).toMatchObject({
                addressee: expect.stringMatching(/\S/) as string,
                measureOfSuccess: expect.stringMatching(/\S/) as string,
                dueOn: expect.any(String) as string,
              });
            if (to === 'WITHDRAWN') {
              expect(facts[index]?.reason.trim()).not.toBe('');
              expect(['DRAFT', 'SUBMITTED']).toContain(state);
            }
            if (to !== null && ['ACCEPTED', 'CHANGED', 'REJECTED'].includes(to)) {
              expect(submitted).toBe(true);
              expect(state).toBe('SUBMITTED');
            }
            if (to === 'DRAFT') submitted = false;
            if (state === 'WITHDRAWN') expect(to).toBeNull();
            state = to ?? state;
          }
        },
      ),
    );
  });
});

describe('Was wurde aus …', () => {
  const accepted = {
    bodyName: 'Kreistag',
    decidedOn: '2026-03-12',
    reference: 'BV/0123/2026',
    result: 'ACCEPTED',
    final: true,
  } as const;
  const advised = { ...accepted, bodyName: 'Sozialausschuss', decidedOn: '2026-02-04', final: false };

  it('is answered in one sentence with day, body and paper', () => {
    expect(decisionSentence({ state: 'ACCEPTED', withdrawnReason: '' }, [advised, accepted])).toBe(
      'Angenommen am 12. März 2026 (Kreistag, BV/0123/2026).',
    );
    expect(decisionSentence({ state: 'SUBMITTED', withdrawnReason: '' }, [advised])).toBe(
      'Eingebracht, noch nicht abschließend entschieden. Zuletzt angenommen am 4. Februar 2026 (Sozialausschuss, BV/0123/2026).',
    );
  });

  it('has an answer in every state', () => {
    for (const state of recommendationStates) {
      const said = decisionSentence({ state, withdrawnReason: 'Überholt.' }, []);
      expect(said).toMatch(/^[A-ZÄÖÜ].*\.$/);
    }
  });
});
