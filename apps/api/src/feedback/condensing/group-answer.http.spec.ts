import { SavePerson } from '@runder-tisch/domain/actors/actors-requests';
import type { GroupAnsweredView } from '@runder-tisch/domain/feedback';
import { refusalOf } from '@runder-tisch/scenario/client';
import { answerGroup, feedbackGroup } from '@runder-tisch/scenario/condensing';
import {
  decideFeedback,
  feedback,
  feedbackStep,
  feedbackView,
  linkFeedback,
} from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { Client } from 'pg';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { Dispatcher } from '../../outbox/dispatcher';

const HINTS = 40;

describe('One answer to a group', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;

  beforeEach(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Mobilität');
  });
  afterEach(() => app.close());

  const said = (index: number): string =>
    `Der Bus fährt abends nicht, sagt Haus ${'abcdefghij'[index % 10]}${index}.`;
  const group = async (count: number, from = 0): Promise<string> => {
    const ids: string[] = [];
    for (let index = from; index < from + count; index += 1) {
      const person = Object.assign(new SavePerson(), {
        salutation: 'Frau',
        givenName: 'Ada',
        familyName: 'Demo',
        mail: `stimme${index}@haus.test`,
      });
      const { id: personId } = await planner.post<{ id: string }>('/api/people', person);
      const { id } = await feedback(planner, { text: said(index), personId });
      await linkFeedback(planner, id, fieldId);
      ids.push(id);
    }
    return (await feedbackGroup(planner, `Bus ${from}`, ids)).id;
  };
  const answer = (id: string): Promise<GroupAnsweredView> =>
    answerGroup(planner, id, {
      decision: 'INCORPORATED',
      reason: 'Neuer Fahrplan',
      answer: 'Ab Mai fährt er.',
    });

  it('reaches forty senders with forty letters, each with its own quotation', async () => {
    const id = await group(HINTS);
    const { answered, mailed, group: after } = await answer(id);
    expect([answered, mailed]).toEqual([HINTS, HINTS]);
    expect(after.items.every((it) => it.state === 'ANSWERED' && it.version === after.items[0]?.version)).toBe(
      true,
    );
    app.clock.pass(2, 'minutes');
    await app.get(Dispatcher).runOnce();
    for (let index = 0; index < HINTS; index += 1) {
      const mails = app.smtp.mailsTo(`stimme${index}@haus.test`);
      expect(mails).toHaveLength(1);
      const text = mails[0]?.raw.toString('utf8').replaceAll('=\r\n', '') ?? '';
      expect(text).toContain(`Haus ${'abcdefghij'[index % 10]}${index}.`);
      expect(text).not.toContain(`Haus ${'abcdefghij'[(index + 1) % 10]}${index + 1}.`);
    }
    const one = await feedbackView(planner, after.items[7]?.id ?? '');
    expect(one).toMatchObject({
      decision: 'INCORPORATED',
      reason: 'Neuer Fahrplan',
      answer: 'Ab Mai fährt er.',
    });
    expect(one.answeredWith).toHaveLength(HINTS - 1);
  });

  it('takes as many statements for forty as for four', async () => {
    const [few, many] = [await group(4), await group(HINTS, 4)];
    const asked = jest.spyOn(Client.prototype, 'query');
    /** On the connection that answers, from the beginning of the change to its end. */
    const statements = async (id: string): Promise<number> => {
      asked.mockClear();
      await answer(id);
      const texts = asked.mock.calls.map(([query]) => JSON.stringify(query));
      const first = texts.findIndex((text) => text.includes('feedback-group.answer'));
      const own = texts.filter((_, index) => asked.mock.contexts[index] === asked.mock.contexts[first]);
      return own.slice(own.indexOf(texts[first] ?? '')).findIndex((text) => text.includes('COMMIT'));
    };
    const [ofFew, ofMany] = [await statements(few), await statements(many)];
    asked.mockRestore();
    expect(ofFew).toBeGreaterThan(10);
    expect(ofMany).toBe(ofFew);
  });

  it('is taken back for all within the minute, and no letter leaves', async () => {
    const { group: after } = await answer(await group(3));
    const first = after.items[0]?.id ?? '';
    await feedbackStep(planner, first, 'undo');
    for (const { id } of after.items)
      expect(await feedbackView(planner, id)).toMatchObject({ state: 'DECIDED', answer: '', undo: 'decide' });
    await feedbackStep(planner, first, 'undo');
    expect(await feedbackView(planner, first)).toMatchObject({ state: 'LINKED', decision: null, reason: '' });
    app.clock.pass(5, 'minutes');
    await app.get(Dispatcher).runOnce();
    expect(app.smtp.mails).toEqual([]);
  });

  it('is not given over a decision that was another, nor on a page that is out of date', async () => {
    const id = await group(3);
    const before = (await planner.get<GroupAnsweredView['group']>(`/api/feedback-groups/${id}`)).items;
    await decideFeedback(planner, before[1]?.id ?? '', { decision: 'NOTED' });
    expect(await refusalOf(answer(id))).toBe('feedback-answers-differ');
    const stale = before.map((it) => ({ id: it.id, version: it.version }));
    expect(await refusalOf(answerGroup(planner, id, { answer: 'Danke.', items: stale }))).toBe(
      'stale-version',
    );
    expect((await feedbackView(planner, before[0]?.id ?? '')).state).toBe('LINKED');
    const refused = answerGroup(planner, id, {
      decision: 'NOT_INCORPORATED',
      answer: 'Nein.',
      items: [stale[0]!],
    });
    expect(await refusalOf(refused)).toBe('feedback-reason-missing');
  });
});
