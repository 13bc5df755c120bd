import { faultsOf } from '../moves/faults';
import { priorityMoves } from './priority-state';

const samples = [0, 2].flatMap((recommendationCount) =>
  ['', 'Erledigt'].map((reason) => ({ recommendationCount, reason })),
);

describe('A Handlungsschwerpunkt', () => {
  it('has a sound table of moves', () => {
    expect(faultsOf(priorityMoves, samples)).toEqual([]);
  });

  it('is proposed before it is set', () => {
    expect(priorityMoves.next('DRAFT', 'set').refusal?.code).toBe('priority-move-not-allowed');
    expect(priorityMoves.next('DRAFT', 'propose').to).toBe('PROPOSED');
    expect(priorityMoves.next('PROPOSED', 'set').to).toBe('SET');
    expect(priorityMoves.next('SET', 'reopen').to).toBe('DRAFT');
  });

  it('is dropped for a reason, and not while a recommendation hangs on it', () => {
    expect(
      priorityMoves.next('SET', 'drop', { recommendationCount: 1, reason: 'Erledigt' }).refusal?.code,
    ).toBe('priority-carries-recommendations');
    expect(priorityMoves.next('SET', 'drop', { recommendationCount: 0, reason: '' }).refusal?.code).toBe(
      'priority-reason-missing',
    );
    expect(priorityMoves.next('SET', 'drop', { recommendationCount: 0, reason: 'Erledigt' }).to).toBe(
      'DROPPED',
    );
  });
});
