import fc from 'fast-check';
import { faultsOf } from '../../moves/faults';
import {
  type CycleFacts,
  cycleMoves,
  type CycleState,
  cycleStates,
  lateCycleStates,
  mayBeginCycle,
  type OtherCycle,
} from './cycle-state';

const free: CycleFacts = { other: 'NONE', reason: 'Neue Zahlen', provisionalOpen: 0, stepsOpen: 0 };
const samples: CycleFacts[] = [
  free,
  { ...free, other: 'EARLIER' },
  { ...free, other: 'LATER' },
  { ...free, reason: ' ' },
  { ...free, provisionalOpen: 1 },
  { ...free, stepsOpen: 2 },
];

describe('States of a Zyklus', () => {
  it('have a sound table of moves', () => {
    expect(faultsOf(cycleMoves, samples)).toEqual([]);
  });

  it('lead along the verbs from preparation to closed, and no further', () => {
    const way = cycleMoves.names.filter((move) => move !== 'back');
    const seen = way.reduce<CycleState[]>(
      (states, move) => [
        ...states,
        cycleMoves.next(states.at(-1) ?? 'PREPARATION', move, free).to ?? 'CLOSED',
      ],
      ['PREPARATION'],
    );
    expect(seen).toEqual([...cycleStates]);
    expect(cycleMoves.from('CLOSED')).toEqual([]);
  });

  it('lead back by one step each, with a reason', () => {
    for (const [index, state] of cycleStates.entries()) {
      const { to } = cycleMoves.next(state, 'back', free);
      expect(to).toBe(index === 0 || state === 'CLOSED' ? null : cycleStates[index - 1]);
    }
    expect(cycleMoves.next('ANALYSIS', 'back', { ...free, reason: ' ' }).refusal).toMatchObject({
      code: 'cycle-reason-missing',
      path: 'reason',
    });
  });

  it('say what stands against a move', () => {
    const code = (state: CycleState, move: (typeof cycleMoves.names)[number], more: Partial<CycleFacts>) =>
      cycleMoves.next(state, move, { ...free, ...more }).refusal?.code;
    expect(code('PREPARATION', 'collect', { other: 'EARLIER' })).toBe('cycle-earlier-open');
    expect(code('IMPLEMENTATION', 'back', { other: 'LATER' })).toBe('cycle-next-prepared');
    expect(code('EVALUATION', 'close', { provisionalOpen: 1 })).toBe('cycle-provisional-open');
    expect(code('EVALUATION', 'close', { stepsOpen: 1 })).toBe('cycle-steps-open');
    expect(code('ANALYSIS', 'close', {})).toBe('cycle-move-not-allowed');
  });

  it('never leave two cycles open but one in practice and the next in preparation, whatever is clicked', () => {
    const click = fc.record({
      begin: fc.boolean(),
      cycle: fc.nat(1),
      // Half of the clicks are on the button that leads on.
      move: fc.option(fc.constantFrom(...cycleMoves.names), { freq: 2 }),
      reason: fc.constantFrom('', 'Grund'),
      provisionalOpen: fc.nat(1),
      stepsOpen: fc.nat(1),
    });
    let closed = 0;
    let overlaps = 0;
    fc.assert(
      fc.property(fc.array(click, { minLength: 60, maxLength: 200 }), (clicks) => {
        const cycles: CycleState[] = ['PREPARATION'];
        const openOnes = () =>
          cycles.flatMap((state, index) => (state === 'CLOSED' ? [] : [{ state, index }]));
        for (const { begin, cycle, move: chosen, ...said } of clicks) {
          if (begin) {
            if (mayBeginCycle(openOnes().map(({ state }) => state))) cycles.push('PREPARATION');
          } else {
            const open = openOnes();
            const it = open[cycle % Math.max(1, open.length)];
            if (!it) continue;
            const move = chosen ?? cycleMoves.from(it.state).find((way) => way !== 'back') ?? 'close';
            const beside = open.find(({ index }) => index !== it.index);
            const other: OtherCycle = !beside ? 'NONE' : beside.index < it.index ? 'EARLIER' : 'LATER';
            const { to } = cycleMoves.next(it.state, move, { ...said, other });
            if (to === null) continue;
            if (to === 'CLOSED') {
              closed += 1;
              expect(said.provisionalOpen + said.stepsOpen).toBe(0);
            }
            if (move === 'back') expect(said.reason).not.toBe('');
            cycles[it.index] = to;
          }
          const [earlier, later, ...more] = openOnes();
          expect(more).toEqual([]);
          if (!earlier || !later) continue;
          overlaps += 1;
          expect(lateCycleStates).toContain(earlier.state);
          expect(later.state).toBe('PREPARATION');
        }
      }),
      { seed: 20241216, numRuns: 400 },
    );
    expect(closed).toBeGreaterThan(0);
    expect(overlaps).toBeGreaterThan(0);
  });
});
