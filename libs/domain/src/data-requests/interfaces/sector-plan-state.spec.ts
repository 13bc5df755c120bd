import { faultsOf } from '../../moves/faults';
import { offeredSectorPlanMoves, sectorPlanMoves } from './sector-plan-state';

const today = '2025-04-10';

describe('States of a Fachplanung', () => {
  it('have a sound table of moves', () => {
    expect(
      faultsOf(sectorPlanMoves, [
        { on: today, today },
        { on: '2025-04-11', today },
      ]),
    ).toEqual([]);
  });

  it('change on a day that has come', () => {
    expect(sectorPlanMoves.next('IN_UPDATE', 'enforce', { on: '2025-04-11', today }).refusal?.code).toBe(
      'sector-plan-day-ahead',
    );
    expect(sectorPlanMoves.next('IN_UPDATE', 'enforce', { on: today, today }).to).toBe('IN_FORCE');
  });

  it('offer what leads on', () => {
    expect(offeredSectorPlanMoves('IN_FORCE')).toEqual(['update', 'outdate']);
    expect(offeredSectorPlanMoves('OUTDATED')).toEqual(['update']);
  });
});
