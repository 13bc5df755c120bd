import type { ChangeState, ServiceState } from '@runder-tisch/domain/social-services';
import { toDo, urgentFirst } from './service-words';

const row = (state: ServiceState, change: ChangeState | null = null, returned = false) => ({
  state,
  change,
  returned,
});

describe('What an organisation has to do with its offers', () => {
  it('is said where it is their turn, and nothing where the office has it or all is well', () => {
    expect(toDo(row('DRAFT', null, true))).toContain('ergänzen');
    expect(toDo(row('PUBLISHED', 'DRAFT'))).toContain('noch nicht eingereicht');
    expect(toDo(row('STALE'))).toContain('Stimmt alles noch?');
    for (const standing of [
      row('SUBMITTED'),
      row('PUBLISHED', 'SUBMITTED'),
      row('PUBLISHED'),
      row('CONFIRMED'),
    ])
      expect(toDo(standing)).toBe('');
  });

  it('stands first, what has ended last', () => {
    const [ended, fine, waiting, returned] = [
      row('DISCONTINUED'),
      row('PUBLISHED'),
      row('PUBLISHED', 'SUBMITTED'),
      row('DRAFT', null, true),
    ];
    expect(urgentFirst([ended, fine, waiting, returned])).toEqual([returned, waiting, fine, ended]);
  });
});
