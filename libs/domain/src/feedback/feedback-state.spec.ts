import * as fc from 'fast-check';
import { faultsOf } from '../moves/faults';
import {
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
const moves = feedbackMoves.names;
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

const said = /\S/;

/**
 * What a sender may rely on in each state, however the Hinweis came there: told here once more, in words of its own,
 * so that a need taken out of the table is missed.
 */
function promisesBroken(facts: FeedbackFacts): string[] {
  const stands = (...states: FeedbackFacts['state'][]): boolean => states.includes(facts.state);
  const isDecided = stands('DECIDED', 'ANSWERED', 'ARCHIVED');
  const isLinked = isDecided || stands('LINKED');
  const fieldIds = [facts.primaryFieldId, ...facts.furtherFieldIds];
  const broken: Record<string, boolean> = {
    'a field twice': new Set(fieldIds).size < fieldIds.length,
    'linked to no field': isLinked && !facts.primaryFieldId,
    'decided without a decision': isDecided && !facts.decision,
    'turned down without a reason':
      isDecided && facts.decision === 'NOT_INCORPORATED' && !said.test(facts.reason),
    'passed on to nobody': isDecided && facts.decision === 'OUT_OF_SCOPE' && !said.test(facts.forwardedTo),
    'answered with nothing': stands('ANSWERED', 'ARCHIVED') && !said.test(facts.answer),
    'rejected without a reason': stands('REJECTED') && !said.test(facts.rejectedReason),
  };
  return Object.keys(broken).filter((promise) => broken[promise]);
}

describe('the way of a Hinweis', () => {
  it('stands in a sound table of moves', () => {
    const whole: FeedbackFacts = {
      ...fresh,
      primaryFieldId: 'a',
      furtherFieldIds: ['b'],
      decision: 'NOTED',
      answer: 'Danke',
      rejectedReason: 'Werbung',
    };
    const samples: FeedbackFacts[] = [
      whole,
      { ...whole, flagged: true },
      { ...whole, primaryFieldId: null },
      { ...whole, furtherFieldIds: ['a'] },
      { ...whole, decision: null },
      { ...whole, decision: 'NOT_INCORPORATED' },
      { ...whole, decision: 'OUT_OF_SCOPE' },
      { ...whole, answer: ' ' },
      { ...whole, rejectedReason: '' },
    ];
    expect(faultsOf(feedbackMoves, samples)).toEqual([]);
  });

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
            expect(promisesBroken(facts)).toEqual([]);
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
    expect(moveRefusal('link', facts)).toMatchObject({
      code: 'feedback-primary-field-repeated',
      path: 'furtherFieldIds',
    });
    expect(moveRefusal('link', fresh)).toMatchObject({
      code: 'feedback-move-not-allowed',
      path: 'primaryFieldId',
    });
  });

  it('asks for the reason, the addressee and the answer', () => {
    const linked = { ...fresh, state: 'LINKED' as const, primaryFieldId: 'a' };
    expect(moveRefusal('decide', linked)).toMatchObject({
      code: 'feedback-decision-missing',
      path: 'decision',
    });
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
