import { emptyDraft, entryRequest, hinweisRequest, type ShownLine, shownLine } from './shown-line';

const line = (facts: Partial<ShownLine>): ShownLine => ({
  ...emptyDraft(),
  id: 'l',
  agendaItemId: 'top',
  position: 1,
  feedbackId: null,
  fixed: false,
  feedbackNumber: null,
  refusal: null,
  ...facts,
});

describe('A line of the minutes', () => {
  it('puts the words of a Hinweis only into the request to the feedback area', () => {
    const hinweis = line({ kind: 'FEEDBACK', text: 'Elf Wochen', speakerRole: 'Beraterin', feedbackId: 'h' });
    expect(entryRequest(hinweis)).toMatchObject({ kind: 'FEEDBACK', text: '', feedbackId: 'h' });
    expect(JSON.stringify(entryRequest(hinweis))).not.toMatch(/Elf Wochen|Beraterin/);
    expect(hinweisRequest('m', hinweis)).toMatchObject({
      meetingId: 'm',
      text: 'Elf Wochen',
      speakerRole: 'Beraterin',
    });
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
    expect(entryRequest(line({ kind: 'TEXT', feedbackId: 'h', ...task }))).toMatchObject({
      task: null,
      votes: null,
      feedbackId: null,
    });
  });

  it('shows a Hinweis that left the session as fixed', () => {
    const entry = {
      id: 'l',
      version: 1,
      agendaItemId: null,
      position: 1,
      kind: 'FEEDBACK' as const,
      text: '',
      task: null,
      votes: null,
      feedbackId: 'h',
    };
    const spoken = {
      id: 'h',
      version: 1,
      number: null,
      state: 'SESSION' as const,
      text: 'Elf Wochen',
      speakerRole: '',
      person: null,
      organisation: null,
    };
    expect(shownLine(entry, spoken)).toMatchObject({ text: 'Elf Wochen', fixed: false });
    expect(
      shownLine(entry, { ...spoken, state: 'SUBMITTED', text: null, number: 'H-2025-0001' }),
    ).toMatchObject({
      text: '',
      fixed: true,
      feedbackNumber: 'H-2025-0001',
    });
  });
});
