import fc from 'fast-check';
import { faultsOf } from '../../moves/faults';
import {
  type DiscourseFacts,
  discourseMoves,
  type DiscourseState,
  offeredDiscourseMoves,
} from './discourse-state';

const free: DiscourseFacts = {
  previousOpen: false,
  nextBegan: false,
  reason: 'Nachtrag',
  reflection: 'Gelernt',
};
const samples: DiscourseFacts[] = [
  free,
  { ...free, previousOpen: true },
  { ...free, nextBegan: true },
  { ...free, reason: ' ' },
  { ...free, reflection: ' ' },
];

describe('States of a Diskursrunde', () => {
  it('have a sound table of moves', () => {
    expect(faultsOf(discourseMoves, samples)).toEqual([]);
  });

  it('offer one move each', () => {
    expect((['PLANNED', 'RUNNING', 'CLOSED'] as const).map(offeredDiscourseMoves)).toEqual([
      ['start'],
      ['close'],
      ['reopen'],
    ]);
  });

  it('say what stands against a move', () => {
    const code = (state: DiscourseState, move: (typeof discourseMoves.names)[number], more: object) =>
      discourseMoves.next(state, move, { ...free, ...more }).refusal?.code;
    expect(code('PLANNED', 'start', { previousOpen: true })).toBe('discourse-previous-open');
    expect(code('RUNNING', 'close', { reflection: ' ' })).toBe('discourse-reflection-missing');
    expect(code('CLOSED', 'reopen', { nextBegan: true })).toBe('discourse-next-began');
    expect(code('CLOSED', 'reopen', { reason: '' })).toBe('discourse-reason-missing');
    expect(code('PLANNED', 'close', {})).toBe('discourse-move-not-allowed');
  });

  it('keep a chain: whatever is clicked, one runs at most, each begun one rests on a reflection that stays', () => {
    const click = fc.record({
      plan: fc.boolean(),
      round: fc.nat(3),
      move: fc.constantFrom(...discourseMoves.names),
      reason: fc.constantFrom('', 'Grund'),
      reflection: fc.constantFrom('', 'Gelernt', 'Anderes gelernt'),
    });
    let longest = 0;
    let reopened = 0;
    fc.assert(
      fc.property(fc.array(click, { minLength: 40, maxLength: 160 }), (clicks) => {
        const rounds: { state: DiscourseState; reflection: string; begunWith: string }[] = [];
        for (const { plan, round, move, reason, reflection } of clicks) {
          if (plan && rounds.every(({ state }) => state !== 'PLANNED'))
            rounds.push({ state: 'PLANNED', reflection: '', begunWith: '' });
          // Mostly the last ones: there something can still move.
          const index = rounds.length - 1 - round;
          const it = rounds[index];
          if (!it) continue;
          const previous = rounds[index - 1];
          const next = rounds[index + 1];
          const { to } = discourseMoves.next(it.state, move, {
            reason,
            reflection,
            previousOpen: previous !== undefined && previous.state !== 'CLOSED',
            nextBegan: next !== undefined && next.state !== 'PLANNED',
          });
          if (to === null) continue;
          if (move === 'start') it.begunWith = previous?.reflection ?? '';
          if (move === 'close') it.reflection = reflection;
          if (move === 'reopen') reopened += 1;
          it.state = to;
          expect(rounds.filter(({ state }) => state === 'RUNNING').length).toBeLessThan(2);
          expect(rounds.filter(({ state }) => state === 'PLANNED').length).toBeLessThan(2);
          for (const [place, each] of rounds.entries()) {
            if (each.state === 'CLOSED') expect(each.reflection).not.toBe('');
            if (place > 0 && each.state !== 'PLANNED')
              expect(each.begunWith).toBe(rounds[place - 1]?.reflection);
          }
        }
        longest = Math.max(longest, rounds.length);
      }),
      { seed: 20241216, numRuns: 300 },
    );
    expect(longest).toBeGreaterThan(3);
    expect(reopened).toBeGreaterThan(0);
  });
});
