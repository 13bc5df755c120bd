import { emptyDraft, entryRequest, type ShownLine } from './shown-line';

const line = (facts: Partial<ShownLine>): ShownLine => ({
  ...emptyDraft(),
  id: 'l',
  agendaItemId: 'top',
  position: 1,
  referenceId: null,
  fixed: false,
  refusal: null,
  ...facts,
});

describe('A line of the minutes', () => {
  it('leaves words that belong to another area out of the minutes', () => {
    const owned = line({ kind: 'WISH', text: 'Ein Bus am Abend', referenceId: 'w' });
    expect(entryRequest(owned)).toMatchObject({ kind: 'WISH', text: '', referenceId: 'w' });
  });

  it('sends who and until when only with a task, numbers only with a vote', () => {
    const who = { kind: 'organisation', id: 'o', name: 'Ahornhaus' } as const;
    const task = { who, dueOn: '2025-04-01', votes: { yes: 3, no: null, abstain: 1 } };
    expect(entryRequest(line({ kind: 'TASK', ...task }))).toMatchObject({
      task: { personId: null, organisationId: 'o', dueOn: '2025-04-01' },
      votes: null,
    });
    expect(entryRequest(line({ kind: 'VOTE', ...task }))).toMatchObject({
      task: null,
      votes: { yes: 3, no: 0, abstain: 1 },
    });
    expect(entryRequest(line({ kind: 'VOTE' })).votes).toBeNull();
    expect(entryRequest(line({ kind: 'TEXT', referenceId: 'w', ...task }))).toMatchObject({
      task: null,
      votes: null,
      referenceId: null,
    });
  });
});
