import {
  missingForConsolidation,
  networkMoves,
  networkMovesFrom,
  networkMoveTable,
  networkStates,
} from './network-state';

describe('states of a network', () => {
  it('moves only along the table', () => {
    const allowed = networkStates.flatMap((state) =>
      networkMovesFrom(state).map((move) => `${state} ${move} ${networkMoveTable[move].to}`),
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

  it('ends in DISSOLVED and reaches every state', () => {
    expect(networkMovesFrom('DISSOLVED')).toEqual([]);
    const reached = new Set(['INITIATED', ...networkMoves.map((move) => networkMoveTable[move].to)]);
    expect([...reached].sort()).toEqual([...networkStates].sort());
  });

  it('names what is missing before it may be called permanent', () => {
    const whole = { cooperationAgreementOn: '2026-02-01', reportsToCommitteeId: 'c', coordinators: 1 };
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
