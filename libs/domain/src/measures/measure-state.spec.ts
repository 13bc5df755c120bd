import { faultsOf } from '../moves/faults';
import { measureMoves } from './measure-state';

describe('States of Maßnahme', () => {
  it('have a sound table of moves', () => {
    expect(faultsOf(measureMoves)).toEqual([]);
  });

  it('lead from draft over open to closed, and no further', () => {
    expect(measureMoves.next('DRAFT', 'open').to).toBe('OPEN');
    expect(measureMoves.next('OPEN', 'close').to).toBe('CLOSED');
    expect(measureMoves.from('CLOSED')).toEqual([]);
  });

  it('leave no draft closed before it was open', () => {
    expect(measureMoves.next('DRAFT', 'close').refusal?.code).toBe('measure-move-not-allowed');
  });
});
