import { refusalOf } from '@runder-tisch/scenario/client';
import { countFeedback } from '@runder-tisch/scenario/condensing';
import {
  answerFeedback,
  decideFeedback,
  feedback,
  feedbackStep,
  feedbackView,
  inbox,
  linkFeedback,
  triageFeedback,
} from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { SavePerson } from '@runder-tisch/domain/actors/actors-requests';
import { lastMailTo } from '../../../test/sent-mail';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { Dispatcher } from '../../outbox/dispatcher';

describe('Hinweise in the same words', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;
  let main: string;
  let others: string[];

  beforeEach(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Mobilität');
    main = await checked('Der Bus fährt abends nicht.', 'erste@haus.test');
    others = [
      await checked('Der Bus fährt abends nicht!', 'zweite@haus.test'),
      await checked('Der Bus fährt abends nicht mehr.', 'dritte@haus.test'),
    ];
  });
  afterEach(() => app.close());

  const checked = async (text: string, mail: string): Promise<string> => {
    const person = Object.assign(new SavePerson(), {
      salutation: 'Frau',
      givenName: 'Ada',
      familyName: 'Demo',
      mail,
    });
    const { id: personId } = await planner.post<{ id: string }>('/api/people', person);
    const { id } = await feedback(planner, { text, personId });
    await triageFeedback(planner, id);
    return id;
  };
  const waiting = async (view: string): Promise<string[]> =>
    (await inbox(planner, `?view=${view}`)).items.map((it) => it.id);

  it('are one line of the inbox with a counter, and none of them is gone', async () => {
    const view = await countFeedback(planner, main, others);
    expect(view.counted.map((it) => it.id).sort()).toEqual([...others].sort());
    const fresh = await inbox(planner, '?view=new');
    expect(fresh.items.map((it) => [it.id, it.counted])).toEqual([[main, 2]]);
    expect(fresh.counts.new).toBe(1);
    const all = (await inbox(planner, '?view=all')).items;
    expect(all.find((it) => it.id === others[0])?.countedWith?.id).toBe(main);
    expect(all).toHaveLength(3);
  });

  it('go the way of the one that counts them, and each sender is answered with their own words', async () => {
    await countFeedback(planner, main, others);
    await linkFeedback(planner, main, fieldId);
    await decideFeedback(planner, main, { decision: 'INCORPORATED', reason: 'Neuer Fahrplan' });
    expect(await feedbackView(planner, others[0] as string)).toMatchObject({
      state: 'DECIDED',
      primaryField: { id: fieldId },
      decision: 'INCORPORATED',
    });
    expect(await waiting('to-answer')).toEqual([main]);
    await answerFeedback(planner, main, 'Ab Mai fährt er.');
    app.clock.pass(2, 'minutes');
    await app.get(Dispatcher).runOnce();
    expect((await lastMailTo(app, 'zweite@haus.test'))?.text).toContain('Der Bus fährt abends nicht!');
    expect((await lastMailTo(app, 'dritte@haus.test'))?.text).toContain('Der Bus fährt abends nicht mehr.');
    expect((await feedbackView(planner, others[1] as string)).state).toBe('ANSWERED');
    expect((await feedbackView(planner, main)).answeredWith).toHaveLength(2);
  });

  it('come apart again and wait for themselves, as far as they have come', async () => {
    await countFeedback(planner, main, others);
    await linkFeedback(planner, main, fieldId);
    const view = await planner.post(`/api/feedback/${main}/uncount`, { feedbackIds: others });
    expect(view).toMatchObject({ counted: [] });
    expect((await waiting('to-decide')).sort()).toEqual([main, ...others].sort());
  });

  it('are linked where the one that counts them already stands', async () => {
    await linkFeedback(planner, main, fieldId);
    await countFeedback(planner, main, others);
    expect(await feedbackView(planner, others[0] as string)).toMatchObject({
      state: 'LINKED',
      countedWith: { id: main },
    });
  });

  it('never count in a chain, nor with what is answered while they wait', async () => {
    const [second, third] = others as [string, string];
    await countFeedback(planner, second, [third]);
    await countFeedback(planner, main, [second]);
    expect((await feedbackView(planner, third)).countedWith?.id).toBe(main);
    expect(await refusalOf(countFeedback(planner, second, [third]))).toBe('counted-elsewhere');
    expect(await refusalOf(countFeedback(planner, main, [main]))).toBe('counted-itself');
    await planner.post(`/api/feedback/${main}/uncount`, { feedbackIds: others });
    await linkFeedback(planner, main, fieldId);
    await decideFeedback(planner, main, { decision: 'NOTED' });
    await answerFeedback(planner, main, 'Danke.');
    expect(await refusalOf(countFeedback(planner, main, [second]))).toBe('counted-answered');
  });

  it('that cannot be answered with it stand in the inbox again instead of being forgotten', async () => {
    const [second] = others as [string, string];
    await countFeedback(planner, main, [second]);
    await linkFeedback(planner, main, fieldId);
    await feedbackStep(planner, second, 'undo');
    await decideFeedback(planner, main, { decision: 'NOTED' });
    await answerFeedback(planner, main, 'Danke.');
    expect(await feedbackView(planner, second)).toMatchObject({ state: 'TRIAGED', countedWith: null });
    expect(await waiting('new')).toContain(second);
  });
});
