import fc from 'fast-check';
import { faultsOf } from '../moves/faults';
import {
  endedMeasureStates,
  type MeasureFacts,
  type MeasureKind,
  measureKinds,
  measureMoves,
  type MeasureState,
  measureStates,
  offeredMeasureMoves,
} from './measure-state';

const all: MeasureFacts = {
  kind: 'MEASURE',
  recommendations: 1,
  reason: 'Der Haushalt gibt es nicht her.',
  on: '2026-11-01',
  today: '2026-11-23',
  evaluatedOn: '2026-11-20',
  follower: 'APPROVED',
};
const nothing: MeasureFacts = {
  ...all,
  recommendations: 0,
  reason: ' ',
  on: null,
  evaluatedOn: null,
  follower: null,
};
const step: MeasureFacts = { ...all, kind: 'PROVISIONAL_STEP' };
const samples: MeasureFacts[] = [
  all,
  nothing,
  step,
  { ...nothing, kind: 'PROVISIONAL_STEP' },
  { ...all, follower: 'SUPERSEDED', on: '2026-11-24' },
];

const facts = fc.record<MeasureFacts>({
  kind: fc.constantFrom(...measureKinds),
  recommendations: fc.integer({ min: 0, max: 2 }),
  reason: fc.constantFrom('', ' ', 'Grund'),
  on: fc.constantFrom(null, '2026-11-01', '2026-12-01'),
  today: fc.constant('2026-11-23'),
  evaluatedOn: fc.constantFrom(null, '2026-11-20'),
  follower: fc.option(fc.constantFrom(...measureStates)),
});

describe('States of a Maßnahme', () => {
  it('have a sound table of moves', () => {
    expect(faultsOf(measureMoves, samples)).toEqual([]);
  });

  it('lead from proposed to evaluated along the verbs', () => {
    const way = ['approve', 'start', 'pause', 'resume', 'complete', 'evaluate'] as const;
    const end = way.reduce<MeasureState | null>(
      (state, move) => state && measureMoves.next(state, move, all).to,
      'PROPOSED',
    );
    expect(end).toBe('EVALUATED');
  });

  it('never come to work without a Beschluss, nor to evaluated without an evaluation, whatever is clicked', () => {
    const clicks = fc.array(fc.tuple(fc.constantFrom(...measureMoves.names), facts), { maxLength: 40 });
    fc.assert(
      fc.property(fc.constantFrom<MeasureKind>(...measureKinds), clicks, (begun, moves) => {
        let kind = begun;
        let state: MeasureState = 'PROPOSED';
        let approved = false;
        for (const [move, given] of moves) {
          const asked = { ...given, kind };
          const to: MeasureState | null = measureMoves.next(state, move, asked).to;
          if (to === null) continue;
          expect(endedMeasureStates).not.toContain(state);
          if (move === 'approve') approved = true;
          if (move === 'convert') [kind, approved] = ['MEASURE', false];
          if (to === 'EVALUATED') expect(asked.evaluatedOn).not.toBeNull();
          if (to === 'REJECTED' || to === 'DISCONTINUED') expect(asked.reason.trim()).not.toBe('');
          if (to === 'SUPERSEDED') expect(asked.follower).not.toBeNull();
          if (to === 'COMPLETED') expect((asked.on ?? '9999') <= asked.today).toBe(true);
          if (kind === 'PROVISIONAL_STEP') expect(['APPROVED', 'REJECTED']).not.toContain(to);
          else if (to === 'APPROVED' || to === 'IN_PROGRESS') expect(approved).toBe(true);
          state = to;
        }
      }),
      { seed: 20250116, numRuns: 500 },
    );
  });

  it('let a provisional step begin without a Beschluss, and then be converted, dropped or carried over', () => {
    expect(measureMoves.next('PROPOSED', 'start', step).to).toBe('IN_PROGRESS');
    expect(measureMoves.next('IN_PROGRESS', 'convert', step).to).toBe('PROPOSED');
    expect(measureMoves.next('IN_PROGRESS', 'carry-over', step).to).toBe('IN_PROGRESS');
    expect(measureMoves.next('IN_PROGRESS', 'drop', step).to).toBe('DISCONTINUED');
    expect(measureMoves.next('PROPOSED', 'approve', step).refusal?.code).toBe('measure-provisional');
    expect(measureMoves.next('PROPOSED', 'reject', step).refusal?.code).toBe('measure-provisional');
    expect(measureMoves.next('IN_PROGRESS', 'discontinue', step).refusal?.code).toBe('measure-provisional');
  });

  it('say what is missing, at its field', () => {
    const refusal = (state: MeasureState, move: (typeof measureMoves.names)[number], given: MeasureFacts) => {
      const said = measureMoves.next(state, move, given).refusal;
      return [said?.code, said?.path];
    };
    expect(refusal('PROPOSED', 'start', all)).toEqual(['measure-not-approved', '']);
    expect(refusal('PROPOSED', 'approve', nothing)).toEqual(['measure-without-basis', 'reason']);
    expect(refusal('PROPOSED', 'reject', nothing)).toEqual(['measure-reason-missing', 'reason']);
    expect(refusal('IN_PROGRESS', 'discontinue', nothing)).toEqual(['measure-reason-missing', 'reason']);
    expect(refusal('IN_PROGRESS', 'drop', { ...nothing, kind: 'PROVISIONAL_STEP' })).toEqual([
      'measure-reason-missing',
      'reason',
    ]);
    expect(refusal('IN_PROGRESS', 'complete', { ...all, on: '2026-11-24' })).toEqual([
      'measure-completed-when',
      'on',
    ]);
    expect(refusal('COMPLETED', 'evaluate', nothing)).toEqual(['measure-not-evaluated', '']);
    expect(refusal('APPROVED', 'supersede', nothing)).toEqual(['measure-follower-missing', 'followedById']);
    expect(refusal('APPROVED', 'supersede', { ...all, follower: 'SUPERSEDED' })).toEqual([
      'measure-follower-ended',
      'followedById',
    ]);
    expect(refusal('IN_PROGRESS', 'convert', all)).toEqual(['measure-not-provisional', '']);
    expect(refusal('IN_PROGRESS', 'carry-over', all)).toEqual(['measure-not-provisional', '']);
  });

  it('offer as buttons what only waits for words, and nothing else', () => {
    expect(offeredMeasureMoves('PROPOSED', all)).toEqual(['approve', 'reject', 'supersede']);
    expect(offeredMeasureMoves('PROPOSED', step)).toEqual([
      'start',
      'convert',
      'carry-over',
      'drop',
      'supersede',
    ]);
    expect(offeredMeasureMoves('COMPLETED', nothing)).toEqual([]);
    expect(offeredMeasureMoves('COMPLETED', all)).toEqual(['evaluate']);
  });
});
