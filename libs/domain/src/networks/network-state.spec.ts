import { faultsOf } from '../moves/faults';
import { missingForConsolidation, networkMoves, networkStates } from './network-state';

const whole = { cooperationAgreementOn: '2026-02-01', reportsToCommitteeId: 'c', coordinators: 1 };

describe('states of a network', () => {
  it('has a sound table of moves', () => {
    expect(faultsOf(networkMoves, [whole, { ...whole, coordinators: 0 }])).toEqual([]);
  });

  it('moves only along the table', () => {
    const allowed = networkStates.flatMap((state) =>
      networkMoves.from(state).map((move) => `${state} ${move} ${networkMoves.next(state, move, whole).to}`),
    );
    expect(allowed.sort()).toEqual(
      [
        'ACTIVE consolidate CONSOLIDATED',
        'ACTIVE rest DORMANT',
        'CONSOLIDATED loosen ACTIVE',
        'CONSOLIDATED rest DORMANT',
        'DORMANT dissolve DISSOLVED',
        'DORMANT resume ACTIVE',
        'INITIATED activate ACTIVE',
        'INITIATED rest DORMANT',
      ].sort(),
    );
  });

  it('ends in DISSOLVED', () => {
    expect(networkMoves.from('DISSOLVED')).toEqual([]);
  });

  it('is not called permanent while something is missing', () => {
    const lacking = { ...whole, reportsToCommitteeId: null };
    expect(networkMoves.next('ACTIVE', 'consolidate', lacking).refusal?.code).toBe(
      'network-not-consolidated',
    );
    expect(networkMoves.next('DORMANT', 'consolidate', lacking).refusal?.code).toBe('network-move-refused');
  });

  it('names what is missing before it may be called permanent', () => {
    expect(missingForConsolidation(whole)).toEqual([]);
    expect(missingForConsolidation({ ...whole, cooperationAgreementOn: null })).toEqual([
      'cooperationAgreementOn',
    ]);
    expect(missingForConsolidation({ ...whole, reportsToCommitteeId: null })).toEqual([
      'reportsToCommitteeId',
    ]);
    expect(missingForConsolidation({ ...whole, coordinators: 0 })).toEqual(['coordination']);
  });
});
