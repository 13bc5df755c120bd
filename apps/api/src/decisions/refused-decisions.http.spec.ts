import { refusalOf } from '@runder-tisch/scenario/client';
import { decide, decision, decisionView, propose, reopen, topic } from '@runder-tisch/scenario/decisions';
import { committee } from '@runder-tisch/scenario/lists';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

const NOBODY = '0199a000-0000-7000-8000-00000000beef';

describe('What an open decision refuses', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  const firstOption = async (id: string) => (await decisionView(planner, id)).options[0]?.id ?? null;
  const withdraw = async (id: string) =>
    planner.post(`/api/decisions/${id}/withdraw`, {}, (await decisionView(planner, id)).version);

  it('a proposal without a choice, and a withdrawal of none', async () => {
    const id = await decision(planner, { title: 'Wer leitet den Beirat?' });
    expect(await refusalOf(withdraw(id))).toBe('decision-not-proposed');
    expect(await refusalOf(propose(planner, id, { optionId: null }))).toBe('decision-needs-option');
    await propose(planner, id, { optionId: await firstOption(id) });
    await withdraw(id);
    expect(await decisionView(planner, id)).toMatchObject({ state: 'OPEN', proposal: null });
  });

  it('a body or a meeting that is not there, and leaves it open', async () => {
    const id = await decision(planner, { title: 'Wann tagt der Beirat?' });
    const made = { optionId: await firstOption(id), decidedOn: '2025-03-12' };
    expect(await refusalOf(decide(planner, id, { ...made, committeeId: NOBODY }))).toBe(
      'decision-unknown-choice',
    );
    const committeeId = await committee(planner, { name: 'Beirat (Demo)' });
    expect(await refusalOf(decide(planner, id, { ...made, committeeId, meetingId: NOBODY }))).toBe(
      'decision-unknown-choice',
    );
    expect(await decisionView(planner, id)).toMatchObject({ state: 'OPEN', outcome: null });
  });

  it('to open again what nobody has decided', async () => {
    const id = await decision(planner, { title: 'Wo liegt der Plan aus?' });
    expect(await refusalOf(reopen(planner, id, 'Es war ein Versehen.'))).toBe('decision-not-proposed');
  });

  it('points for fewer than two topics', async () => {
    await topic(planner, { name: 'Wohnen' });
    const { items } = await planner.get<{ items: { id: string; active: boolean }[] }>('/api/topics');
    expect(items.filter(({ active }) => active)).toHaveLength(1);
    expect(await refusalOf(planner.post('/api/topics/points', { meetingId: null }))).toBe('topics-too-few');
  });
});
