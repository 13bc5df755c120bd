import { isOverdue, mayMoveTask, taskMoves, taskStates } from './task-state';

describe('states of a task', () => {
  it('moves only along the table', () => {
    const allowed = taskStates.flatMap((state) =>
      taskMoves.filter((move) => mayMoveTask(state, move)).map((move) => `${state} ${move}`),
    );
    expect(allowed).toEqual(['OPEN done', 'OPEN drop', 'DONE reopen', 'DROPPED reopen']);
  });

  it('is late from the day after it was due, while it is open', () => {
    expect(isOverdue({ state: 'OPEN', dueOn: '2026-11-22' }, '2026-11-23')).toBe(true);
    expect(isOverdue({ state: 'OPEN', dueOn: '2026-11-23' }, '2026-11-23')).toBe(false);
    expect(isOverdue({ state: 'DONE', dueOn: '2026-11-22' }, '2026-11-23')).toBe(false);
    expect(isOverdue({ state: 'OPEN', dueOn: null }, '2026-11-23')).toBe(false);
  });
});
