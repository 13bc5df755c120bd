import type { FeedbackInboxView } from '@runder-tisch/domain/feedback';
import type { Page } from '@runder-tisch/domain/lists';
import type { TextBlockView } from '@runder-tisch/domain/settings';
import { SaveTextBlock } from '@runder-tisch/domain/settings/settings-requests';
import { refusalOf } from '@runder-tisch/scenario/client';
import { answerGroup, feedbackGroup } from '@runder-tisch/scenario/condensing';
import { feedback, feedbackStep, linkFeedback } from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('A text block', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  it('names the answers it stands in, page by page, and is not deleted while it does', async () => {
    const block = Object.assign(new SaveTextBlock(), {
      name: 'Bis wann',
      text: 'Wir melden uns bis zum [Tag].',
    });
    const { id: blockId } = await planner.post<{ id: string }>('/api/text-blocks', block);
    const used = async (): Promise<number | undefined> =>
      (await planner.get<Page<TextBlockView>>('/api/text-blocks')).items.find((it) => it.id === blockId)
        ?.used;
    const answered = (query = ''): Promise<FeedbackInboxView> =>
      planner.get<FeedbackInboxView>(`/api/feedback?view=all&textBlockId=${blockId}${query}`);
    const fieldId = await fieldOfAction(planner, 'Mobilität');
    const ids: string[] = [];
    for (const text of ['Eins fehlt.', 'Zwei fehlt.', 'Drei fehlt.']) {
      const { id } = await feedback(planner, { text });
      await linkFeedback(planner, id, fieldId);
      ids.push(id);
    }
    const [first, ...others] = ids as [string, ...string[]];
    const group = await feedbackGroup(planner, 'Was fehlt', others);
    await answerGroup(planner, group.id, { answer: 'Guten Tag! Wir melden uns bis zum 3. Mai.' });
    await answerGroup(planner, (await feedbackGroup(planner, 'Rest', [first])).id, {
      answer: 'Wir melden uns bald.',
    });
    expect([await used(), (await answered()).items.map((it) => it.id).sort()]).toEqual([
      2,
      [...others].sort(),
    ]);
    expect((await answered('&limit=1')).items).toHaveLength(1);
    expect(await refusalOf(planner.delete(`/api/text-blocks/${blockId}`))).toBe('still-in-use');
    await feedbackStep(planner, others[0] as string, 'undo');
    expect([await used(), (await answered()).total]).toEqual([0, 0]);
    await planner.delete(`/api/text-blocks/${blockId}`);
  });
});
