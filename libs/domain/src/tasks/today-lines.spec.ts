import { tasksToday, todayLine } from '.';

describe('A line of Heute', () => {
  it('says what is due and does it at once where the button can', () => {
    const line = todayLine(
      { kind: 'task-late', id: 't1', due: '2025-03-01', facts: { title: 'Liste nachtragen' } },
      tasksToday,
    );
    expect(line).toEqual({
      kind: 'task-late',
      id: 't1',
      due: '2025-03-01',
      priority: 10,
      text: 'Liste nachtragen',
      path: '/heute/aufgaben?aufgabe=t1',
      action: 'Erledigt',
      post: '/api/tasks/t1/done',
      undo: '/api/tasks/t1/reopen',
    });
  });

  it('counts late tasks of a network in plain German and leads to its page', () => {
    const say = (late: number): string =>
      todayLine(
        { kind: 'network-tasks', id: 'n1', due: null, facts: { title: 'Suchthilfe', late } },
        tasksToday,
      ).text;
    expect([say(1), say(2)]).toEqual([
      '1 Aufgabe überfällig: Suchthilfe',
      '2 Aufgaben überfällig: Suchthilfe',
    ]);
  });

  it('is refused where no area words its kind', () => {
    expect(() => todayLine({ kind: 'unknown', id: 'x', due: null, facts: {} }, tasksToday)).toThrow(
      'unknown',
    );
  });
});
