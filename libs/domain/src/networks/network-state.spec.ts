import { faultsOf } from '../moves/faults';
import { missingForConsolidation, networkMoves, networkStates } from './network-state';

const whole = {
  cooperationAgreementOn: '2026-02-01',
  reportsToCommitteeId: 'c',
  coordinators: 1,
  check: { on: '2025-11-23', open: [] as string[] },
  today: '2026-11-23',
};

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
    const missing = (facts: Partial<typeof whole> | { [Fact in keyof typeof whole]?: null }): string[] =>
      missingForConsolidation({ ...whole, ...facts } as typeof whole).map(
        ({ path, says }) => `${path}: ${says}`,
      );
    expect(missing({ cooperationAgreementOn: null })).toEqual([
      'cooperationAgreementOn: Es fehlt das Datum der Kooperationsvereinbarung.',
    ]);
    expect(missing({ reportsToCommitteeId: null })).toEqual([
      'reportsToCommitteeId: Es fehlt das Gremium, an das berichtet wird.',
    ]);
    expect(missing({ coordinators: 0 })).toEqual(['coordination: Die Koordination ist nicht besetzt.']);
    const none = 'check: Es fehlt ein Verstetigungscheck aus den letzten zwölf Monaten.';
    expect(missing({ check: null })).toEqual([none]);
    expect(missing({ check: { on: '2025-11-22', open: [] } })).toEqual([none]);
    expect(missing({ check: { on: '2026-11-01', open: ['Treffen', 'Ergebnisse'] } })).toEqual([
      'check: Im Verstetigungscheck vom 01.11.2026 noch offen: Treffen.',
      'check: Im Verstetigungscheck vom 01.11.2026 noch offen: Ergebnisse.',
    ]);
  });
});
