import sql from 'sql-template-tag';
import type { FeedbackView } from '@runder-tisch/domain/feedback';
import { type Client, refusalOf } from '@runder-tisch/scenario/client';
import { feedbackStep, inbox, triageFeedback, voice } from '@runder-tisch/scenario/feedback';
import { organisation } from '../../../test/organisation';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';

describe('A Hinweis with a name', () => {
  let app: TestApp;
  let planner: SignedIn;
  let author: SignedIn;
  let colleague: SignedIn;
  let stranger: SignedIn;
  let admin: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    [author, colleague] = await Promise.all([signedIn(app, 'provider'), signedIn(app, 'provider')]);
    [stranger, admin] = await Promise.all([signedIn(app, 'provider'), signedIn(app, 'admin')]);
    await organisation(planner, 'Ahornhaus', author.personId, colleague.personId);
  });
  afterAll(() => app.close());

  it('is never hidden from its author, whatever it says and wherever they work later', async () => {
    const text = 'Frau Petra Kleinschmidt, Tel. 03496 4711, wartet seit Mai auf ihren Bescheid.';
    const { id } = await voice(author, { voice: 'ORGANISATION', text });
    if (!id) throw new Error('A named voice has a page.');
    const own = async (client: Client) => {
      const view = await client.get<FeedbackView>(`/api/feedback/${id}`);
      const { items } = await inbox(client);
      return [view.audience, view.text, items.find((it) => it.id === id)?.excerpt];
    };
    expect(await own(author)).toEqual(['sender', text, text]);
    expect(await own(colleague)).toEqual(['sender', null, null]);
    await feedbackStep(planner, id, 'reject', { reason: 'Nennt eine Person.' });
    expect((await own(author))[1]).toBe(text);
    const belongsTo = (personId: string | null) =>
      app
        .get(Database)
        .write(systemViewer, 'test.account', (tx) =>
          rowsIn(tx, sql`update account set person_id = ${personId}::uuid where id = ${author.accountId}`),
        );
    await belongsTo(null);
    expect((await own(author))[1]).toBe(text);
    await belongsTo(author.personId);
  });

  it('opens its unchecked words to its author alone: not to a stranger, not to administrators, not once checked', async () => {
    const text = 'Frau Petra Obermeier, Tel. 03496 4712, wartet seit Juni auf ihren Bescheid.';
    const { id } = await voice(author, { voice: 'PERSONAL', text });
    if (!id) throw new Error('A named voice has a page.');
    expect(await refusalOf(stranger.get(`/api/feedback/${id}`))).toBe('not-found');
    expect(JSON.stringify(await inbox(stranger))).not.toContain('Obermeier');
    expect(await refusalOf(admin.get(`/api/feedback/${id}`))).toBe('forbidden');
    await triageFeedback(planner, id);
    const view = await author.get<FeedbackView>(`/api/feedback/${id}`);
    expect(view.text).toContain('wartet seit Juni auf ihren Bescheid.');
    expect(JSON.stringify([view, await inbox(author)])).not.toContain('Obermeier');
  });

  it('knows no author again where it was said without a name', async () => {
    const text = 'Frau Petra Kleinschmidt, Tel. 03496 4713, wartet seit Juli auf ihren Bescheid.';
    const { id } = await voice(author, { voice: 'UNNAMED', text });
    expect(id).toBeFalsy();
    expect(JSON.stringify(await inbox(author))).not.toContain('seit Juli');
  });
});
