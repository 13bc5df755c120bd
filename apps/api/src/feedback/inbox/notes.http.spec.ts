import { refusalOf } from '@runder-tisch/scenario/client';
import { feedback, feedbackView } from '@runder-tisch/scenario/feedback';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('A note on a Hinweis', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  it('is read by those who work on the Hinweis and taken away by its author alone', async () => {
    const coordinator = await signedIn(app, 'coordinator');
    const { id } = await feedback(coordinator, { text: 'Der Aufzug steht.' });
    await coordinator.post(`/api/feedback/${id}/notes`, { text: 'Hausverwaltung angerufen' });
    const [note] = (await feedbackView(planner, id)).notes;
    expect(note).toMatchObject({ text: 'Hausverwaltung angerufen', mine: false });
    expect(await refusalOf(planner.delete(`/api/feedback/${id}/notes/${note?.id}`))).toBe(
      'feedback-note-of-another',
    );
    await coordinator.delete(`/api/feedback/${id}/notes/${note?.id}`);
    expect((await feedbackView(planner, id)).notes).toEqual([]);
  });

  it('is never seen by a sender', async () => {
    const provider = await signedIn(app, 'provider');
    const { id } = await feedback(planner, { text: 'Von einem Träger.' });
    await planner.post(`/api/feedback/${id}/notes`, { text: 'Vertraulich' });
    expect(await refusalOf(provider.get(`/api/feedback/${id}`))).toBe('not-found');
    expect(await refusalOf(provider.post(`/api/feedback/${id}/notes`, { text: 'Hallo' }))).toBe('forbidden');
  });
});
