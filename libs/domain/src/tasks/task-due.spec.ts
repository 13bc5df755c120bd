import { addDays, type Day } from '../time';
import { daysOfDue, type TaskDue, taskDues } from './task-due';

describe('by when a task is due', () => {
  const falls = (day: Day | null, today: Day): TaskDue[] =>
    taskDues.filter((due) => {
      const days = daysOfDue(due, today);
      if (!days || day === null) return !days && day === null;
      return (days.from === null || days.from <= day) && (days.to === null || day <= days.to);
    });

  it('reads a week as people say it: until Sunday, also on a Sunday', () => {
    expect(daysOfDue('WEEK', '2026-11-25')).toEqual({ from: '2026-11-25', to: '2026-11-29' });
    expect(daysOfDue('WEEK', '2026-11-29')).toEqual({ from: '2026-11-29', to: '2026-11-29' });
    expect(daysOfDue('LATER', '2026-11-29')).toEqual({ from: '2026-11-30', to: null });
  });

  it('puts every day into exactly one of them', () => {
    for (let at = -20; at <= 20; at += 1) {
      const today = addDays('2026-12-28', at);
      for (let ahead = -9; ahead <= 9; ahead += 1)
        expect(falls(addDays(today, ahead), today)).toHaveLength(1);
      expect(falls(null, today)).toEqual(['NONE']);
    }
  });
});
