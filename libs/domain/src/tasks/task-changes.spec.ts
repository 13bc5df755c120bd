import { taskEventSays } from './task-changes';

describe('what the history of a task says', () => {
  it('names both sides of a change, and what was not there', () => {
    expect(taskEventSays({ kind: 'DUE', before: '2026-11-20', after: '2026-12-04' })).toBe(
      'Frist: 20.11.2026 → 04.12.2026',
    );
    expect(taskEventSays({ kind: 'DUE', before: '', after: '2026-12-04' })).toBe('Frist: ohne → 04.12.2026');
    expect(taskEventSays({ kind: 'HANDED_OVER', before: '', after: 'Ahornhaus' })).toBe(
      'Zuständig: niemand → Ahornhaus',
    );
  });
});
