import { faultsOf } from '../moves/faults';
import { type DecisionState, decisionMoves, type DecidingFacts } from './decision-state';

const facts: DecidingFacts & { reason: string } = {
  kind: 'SCOPE',
  topics: 0,
  optionChosen: true,
  decidedOn: '2025-06-05',
  today: '2025-06-06',
  body: 'Kreistag',
  reason: 'neu beraten',
};
const samples = [
  facts,
  { ...facts, optionChosen: false },
  { ...facts, kind: 'TOPICS' as const },
  { ...facts, kind: 'TOPICS' as const, topics: 2 },
  { ...facts, body: ' ' },
  { ...facts, decidedOn: '' },
  { ...facts, decidedOn: '2025-06-07' },
  { ...facts, reason: ' ' },
];
const refusal = (
  state: DecisionState,
  move: 'propose' | 'decide' | 'reopen',
  changed: Partial<typeof facts>,
) => decisionMoves.next(state, move, { ...facts, ...changed }).refusal?.code ?? null;

describe('States of a decision', () => {
  it('have a sound table of moves', () => {
    expect(faultsOf(decisionMoves, samples)).toEqual([]);
  });

  it('are never DECIDED without a body, a day that has come and a choice, whatever the order of moves', () => {
    let seed = 7;
    const chance = (of: number) => (seed = (seed * 48271) % 2147483647) % of;
    for (let run = 0; run < 500; run += 1) {
      let state: DecisionState = 'OPEN';
      for (let step = 0; step < 12; step += 1) {
        const move = decisionMoves.names[chance(decisionMoves.names.length)] ?? 'change';
        const tried = {
          ...facts,
          kind: chance(2) ? ('TOPICS' as const) : ('SCOPE' as const),
          topics: chance(2),
          optionChosen: chance(2) === 1,
          body: chance(2) ? 'Kreistag' : ' ',
          decidedOn: ['', '2025-06-05', '2999-01-01'][chance(3)] ?? '',
          reason: chance(2) ? 'neu beraten' : '',
        };
        const to: DecisionState | null = decisionMoves.next(state, move, tried).to;
        if (to === 'DECIDED' && state !== 'DECIDED') {
          expect(tried.body.trim()).not.toBe('');
          expect(tried.decidedOn).toBe('2025-06-05');
          expect(tried.kind === 'TOPICS' ? tried.topics > 0 : tried.optionChosen).toBe(true);
        }
        if (state === 'DECIDED' && to !== null && to !== 'DECIDED') expect(tried.reason).not.toBe('');
        state = to ?? state;
      }
    }
  });

  it.each([
    ['decision-needs-option', { optionChosen: false }],
    ['decision-needs-topics', { kind: 'TOPICS' as const }],
    ['decision-needs-body', { body: ' ' }],
    ['decision-needs-day', { decidedOn: '' }],
    ['decision-in-future', { decidedOn: '2025-06-07' }],
  ])('refuse a decision with %s', (code, changed) => {
    expect(refusal('PROPOSED', 'decide', changed)).toBe(code);
    expect(refusal('PROPOSED', 'decide', {})).toBeNull();
  });

  it('open again only with a reason', () => {
    expect(refusal('DECIDED', 'reopen', { reason: ' ' })).toBe('decision-reopen-reason');
    expect(refusal('DECIDED', 'reopen', {})).toBeNull();
    expect(refusal('DECIDED', 'decide', {})).toBe('decision-stands');
  });
});
