import { isOverdue, taskMoves, taskStates } from './task-state';

describe('states of a task', () => {
  it('moves only along the table', () => {
    const allowed = taskStates.flatMap((state) =>
      taskMoves.from(state).map((move) => `${state} ${move} ${taskMoves.next(state, move).to}`),
    );
    expect(allowed).toEqual([
      'OPEN done DONE',
      'OPEN drop DROPPED',
      'DONE reopen OPEN',
      'DROPPED reopen OPEN',
    ]);
    expect(taskMoves.next('DROPPED', 'done').refusal?.code).toBe('task-move-refused');
  });

  it('is late from the day after it was due, while it is open', () => {
    expect(isOverdue({ state: 'OPEN', dueOn: '2026-11-22' }, '2026-11-23')).toBe(true);
    expect(isOverdue({ state: 'OPEN', dueOn: '2026-11-23' }, '2026-11-23')).toBe(false);
    expect(isOverdue({ state: 'DONE', dueOn: '2026-11-22' }, '2026-11-23')).toBe(false);
    expect(isOverdue({ state: 'OPEN', dueOn: null }, '2026-11-23')).toBe(false);
  });
});
