import {
  answerFeedback,
  decideFeedback,
  feedback,
  inbox,
  linkFeedback,
} from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('The Hinweise of one Handlungsfeld', () => {
  let app: TestApp;
  let planner: SignedIn;
  let mobility: string;
  let first: string;
  let also: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    mobility = await fieldOfAction(planner, 'Mobilität');
    const care = await fieldOfAction(planner, 'Pflege');
    const made = async (text: string, ...fields: [string, string[]]): Promise<string> => {
      const { id } = await feedback(planner, { text });
      await linkFeedback(planner, id, ...fields);
      return id;
    };
    first = await made('Der Bus fährt abends nicht.', mobility, [care]);
    also = await made('Der Pflegedienst findet keinen Parkplatz.', care, [mobility]);
    await made('Die Kurzzeitpflege ist belegt.', care, []);
    await feedback(planner, { text: 'Noch ohne Feld.' });
  });
  afterAll(() => app.close());

  const found = async (
    view: string,
    { as = planner, fieldId = mobility }: { as?: SignedIn; fieldId?: string } = {},
  ): Promise<[number, string[]]> => {
    const { total, items } = await inbox(as, `?view=${view}&fieldId=${fieldId}`);
    return [total ?? 0, items.map(({ id }) => id).sort()];
  };

  it('are those it is the first of and those that concern it as well, each once', async () => {
    expect(await found('all')).toEqual([2, [first, also].sort()]);
    expect(await found('to-decide')).toEqual([2, [first, also].sort()]);
    expect(await found('new')).toEqual([0, []]);
  });

  it('are counted with what is done once they are answered', async () => {
    const fieldId = await fieldOfAction(planner, 'Wohnen');
    const { id } = await feedback(planner, { text: 'Die Miete steigt.' });
    await linkFeedback(planner, id, await fieldOfAction(planner, 'Mieten'), [fieldId]);
    expect(await found('done', { fieldId })).toEqual([0, []]);
    await decideFeedback(planner, id, { decision: 'NOTED' });
    await answerFeedback(planner, id, 'Wir prüfen es.');
    expect(await found('done', { fieldId })).toEqual([1, [id]]);
    expect(await found('all', { fieldId })).toEqual([1, [id]]);
  });

  it('are counted as far as the viewer sees them', async () => {
    const stranger = await signedIn(app, 'coordinator');
    await network(stranger, { name: 'Fahrgäste' });
    expect(await found('all', { as: stranger })).toEqual([0, []]);
  });
});
