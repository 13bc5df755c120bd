import { faultsOf } from '../moves/faults';
import { findingMoves } from './finding-state';

describe('States of Befund', () => {
  it('have a sound table of moves', () => {
    expect(faultsOf(findingMoves)).toEqual([]);
  });

  it('lead from draft over open to closed, and no further', () => {
    expect(findingMoves.next('DRAFT', 'open').to).toBe('OPEN');
    expect(findingMoves.next('OPEN', 'close').to).toBe('CLOSED');
    expect(findingMoves.from('CLOSED')).toEqual([]);
  });

  it('leave no draft closed before it was open', () => {
    expect(findingMoves.next('DRAFT', 'close').refusal?.code).toBe('finding-move-not-allowed');
  });
});
