import * as fc from 'fast-check';
import {
  brokenInvariant,
  type FeedbackFacts,
  type FeedbackMove,
  feedbackMoves,
  makeMove,
  type MoveValues,
} from './feedback-state';
import { feedbackDecisions } from './feedback-words';

const fresh: FeedbackFacts = {
  state: 'SUBMITTED',
  flagged: false,
  primaryFieldId: null,
  furtherFieldIds: [],
  decision: null,
  reason: '',
  forwardedTo: '',
  answer: '',
  rejectedReason: '',
};
const moves = Object.keys(feedbackMoves) as FeedbackMove[];
const fields = ['a', 'b', 'c'];
const words = fc.constantFrom('', '  ', 'weil das Geld fehlt', 'Danke für den Hinweis');
const wish = fc.record({
  move: fc.constantFrom(...moves),
  primaryFieldId: fc.constantFrom(null, ...fields),
  furtherFieldIds: fc.uniqueArray(fc.constantFrom(...fields)),
  decision: fc.constantFrom(null, ...feedbackDecisions),
  reason: words,
  forwardedTo: words,
  answer: words,
  rejectedReason: words,
});

describe('the way of a Hinweis', () => {
  it('never leads to a forbidden state, in whatever order the moves are tried', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.constantFrom('SESSION' as const, 'SUBMITTED' as const),
        fc.array(wish, { minLength: 40, maxLength: 80 }),
        (flagged, start, wishes) => {
          let facts: FeedbackFacts = { ...fresh, state: start, flagged };
          let checked = false;
          for (const { move, ...values } of wishes) {
            const { facts: after } = makeMove(move, facts, values);
            if (!after) continue;
            checked ||= move === 'triage' || (move === 'link' && !flagged);
            facts = after;
            reached.add(facts.state);
            expect(brokenInvariant(facts)).toBeNull();
            if (facts.state === 'LINKED') expect(checked).toBe(true);
          }
        },
      ),
      { seed: 20261123, numRuns: 1000 },
    );
    expect([...reached].sort()).toEqual([
      'ANSWERED',
      'ARCHIVED',
      'DECIDED',
      'LINKED',
      'REJECTED',
      'SUBMITTED',
      'TRIAGED',
    ]);
  });

  it('changes nothing but what the move is about', () => {
    const linked = { ...fresh, state: 'LINKED' as const, primaryFieldId: 'a' };
    expect(
      makeMove('decide', linked, { decision: 'NOTED', answer: 'eingeschmuggelt', primaryFieldId: 'b' }).facts,
    ).toEqual({
      ...linked,
      state: 'DECIDED',
      decision: 'NOTED',
    });
  });

  it('knows no way back from archived and rejected', () => {
    for (const state of ['ARCHIVED', 'REJECTED'] as const) {
      for (const move of moves)
        expect(moveRefusal(move, { ...fresh, state })?.code).toBe('feedback-move-not-allowed');
    }
  });

  it('holds a flagged text until somebody has checked it', () => {
    const facts = { ...fresh, primaryFieldId: 'a', flagged: true };
    expect(moveRefusal('link', facts)?.code).toBe('feedback-has-flags');
    expect(moveRefusal('link', { ...facts, state: 'TRIAGED' })).toBeNull();
    expect(moveRefusal('link', { ...facts, flagged: false })).toBeNull();
  });

  it('does not take the first field a second time among the further ones', () => {
    const facts = { ...fresh, primaryFieldId: 'a', furtherFieldIds: ['b', 'a'] };
    expect(moveRefusal('link', facts)).toEqual({
      code: 'feedback-primary-field-repeated',
      path: 'furtherFieldIds',
    });
  });

  it('asks for the reason, the addressee and the answer', () => {
    const linked = { ...fresh, state: 'LINKED' as const, primaryFieldId: 'a' };
    expect(moveRefusal('decide', { ...linked, decision: 'NOT_INCORPORATED', reason: ' ' })?.code).toBe(
      'feedback-reason-missing',
    );
    expect(
      moveRefusal('decide', { ...linked, decision: 'NOT_INCORPORATED', reason: 'Kein Geld' }),
    ).toBeNull();
    expect(moveRefusal('decide', { ...linked, decision: 'OUT_OF_SCOPE' })?.code).toBe(
      'feedback-forwarded-to-missing',
    );
    expect(moveRefusal('decide', { ...linked, decision: 'OUT_OF_SCOPE', forwardedTo: 'Land' })).toBeNull();
    expect(moveRefusal('decide', { ...linked, decision: 'NOTED' })).toBeNull();
    const decided = { ...linked, state: 'DECIDED' as const, decision: 'NOTED' as const };
    expect(moveRefusal('answer', { ...decided, answer: '\n' })?.code).toBe('feedback-answer-missing');
    expect(moveRefusal('answer', { ...decided, answer: 'Danke' })).toBeNull();
    expect(moveRefusal('reject', fresh)?.code).toBe('feedback-reason-missing');
  });
});

function moveRefusal(move: FeedbackMove, facts: FeedbackFacts, values?: Partial<MoveValues>) {
  return makeMove(move, facts, values).refusal;
}
