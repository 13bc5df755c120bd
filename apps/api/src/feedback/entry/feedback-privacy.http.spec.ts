import { randomUUID } from 'node:crypto';
import type { FeedbackInboxView, FeedbackView } from '@runder-tisch/domain/feedback';
import type { SearchView } from '@runder-tisch/domain/search';
import type { TraceView } from '@runder-tisch/domain/trace';
import { type Client, refusalOf } from '@runder-tisch/scenario/client';
import {
  feedback,
  feedbackStep,
  feedbackView,
  inbox,
  linkFeedback,
  triageFeedback,
  voice,
} from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { FeedbackRetention } from '../feedback-retention';

const NAME = 'Kanarienvogel';
const PHONE = '0176 99887766';
const TEXT = `Frau ${NAME} (${PHONE}) wartet seit elf Wochen auf einen Termin. Ohne ${NAME}s Tochter ginge nichts.`;
const CHECKED =
  '[entfernt] ([entfernt]) wartet seit elf Wochen auf einen Termin. Ohne [entfernt] Tochter ginge nichts.';

describe('Words of a Hinweis', () => {
  let app: TestApp;
  let planner: SignedIn;
  let coordinator: SignedIn;
  let stranger: SignedIn;
  let networkId: string;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp();
    [planner, coordinator, stranger] = await Promise.all([
      signedIn(app, 'planner'),
      signedIn(app, 'coordinator'),
      signedIn(app, 'coordinator'),
    ]);
    networkId = await network(coordinator, { name: 'Frühe Hilfen' });
    fieldId = await fieldOfAction(planner, 'Gesundheit');
  });
  afterAll(() => app.close());

  const everywhere = async (): Promise<string> => {
    const tables = [
      'feedback',
      'feedback_step',
      'search_document',
      'audit_event',
      'audit_value',
      'outbox_message',
      'minutes_entry',
    ];
    const rows = await Promise.all(
      tables.map((table) => app.database.rows(`select to_jsonb(it) as row from ${table} it`)),
    );
    return JSON.stringify(rows);
  };
  const search = (client: Client, words: string): Promise<SearchView> =>
    client.get(`/api/search?q=${encodeURIComponent(words)}`);

  it('with a name and a phone number are held back until they are removed, and stay out of everything else', async () => {
    const { id, flagged } = await feedback(coordinator, {
      text: TEXT,
      networkId,
      speakerRole: `Schwester von Frau ${NAME}`,
    });
    expect(flagged).toBe(true);

    const list = await inbox(planner, '?view=to-check');
    expect(list.items.map((item) => [item.id, item.excerpt])).toEqual([[id, null]]);
    expect(JSON.stringify(list)).not.toMatch(new RegExp(`${NAME}|${PHONE}`));
    expect(await everywhere()).not.toMatch(new RegExp(`${NAME}|${PHONE}`));
    expect((await search(planner, NAME)).items).toEqual([]);
    expect(JSON.stringify(await planner.get<TraceView>(`/api/trace/feedback/${id}`))).not.toContain(NAME);
    expect(await refusalOf(linkFeedback(planner, id, fieldId))).toBe('feedback-has-flags');

    const view = await feedbackView(coordinator, id);
    expect(view.original?.text).toBe(TEXT);
    expect(view.original?.flags.map((flag) => flag.kind)).toEqual(['NAME', 'PHONE', 'NAME']);
    await triageFeedback(coordinator, id);

    const checked = await feedbackView(planner, id);
    expect([checked.state, checked.text, checked.original]).toEqual(['TRIAGED', CHECKED, null]);
    expect(await everywhere()).not.toMatch(new RegExp(`${NAME}|${PHONE}`));
    expect((await search(planner, 'Wochen')).items.map((hit) => hit.id)).toContain(id);
    expect((await search(planner, NAME)).items).toEqual([]);
  });

  it('confirmed as they stand are shown as they stand; marked ones go', async () => {
    const { id } = await feedback(planner, { text: 'Herr Anhalt ist der Name unserer Gaststätte.' });
    await feedbackStep(planner, id, 'triage', { remove: [] });
    expect((await feedbackView(planner, id)).text).toBe('Herr Anhalt ist der Name unserer Gaststätte.');

    const other = await feedback(planner, { text: 'Die Leiterin der kleinen Kita kündigt.' });
    await feedbackStep(planner, other.id, 'triage', { remove: [{ start: 4, end: 12 }] });
    expect((await feedbackView(planner, other.id)).text).toBe('Die [entfernt] der kleinen Kita kündigt.');
  });

  it('are marked only where there is text', async () => {
    const { id } = await feedback(planner, { text: 'Kurz.' });
    expect(await refusalOf(feedbackStep(planner, id, 'triage', { remove: [{ start: 2, end: 6 }] }))).toBe(
      'feedback-span-outside',
    );
    expect(await refusalOf(feedbackStep(planner, id, 'triage', { remove: [{ start: 3, end: 2 }] }))).toBe(
      'feedback-span-outside',
    );
    expect(await refusalOf(feedbackStep(planner, id, 'triage', { remove: [{ start: -1, end: 2 }] }))).toBe(
      'invalid-input',
    );
  });

  it('are read by the coordinators of the network and by nobody beside', async () => {
    const { id } = await feedback(coordinator, { text: 'Im Warteraum fehlt eine Spielecke.', networkId });
    expect((await inbox(coordinator)).items.map((item) => item.id)).toContain(id);
    expect((await inbox(stranger)).items.map((item) => item.id)).not.toContain(id);
    expect(await refusalOf(feedbackView(stranger, id))).toBe('not-found');
    expect(await refusalOf(stranger.post(`/api/feedback/${id}/triage`, { remove: [] }, 1))).toBe('not-found');
    expect(await refusalOf(stranger.get(`/api/trace/feedback/${id}`))).toBe('not-found');
    await triageFeedback(coordinator, id);
    expect((await search(stranger, 'Spielecke')).items).toEqual([]);
    expect((await search(coordinator, 'Spielecke')).items).toHaveLength(1);

    const admin = await signedIn(app, 'admin');
    expect(await refusalOf(admin.get(`/api/feedback/${id}`))).toBe('forbidden');
    expect(await refusalOf(admin.get('/api/feedback'))).toBe('forbidden');
    expect((await search(admin, 'Spielecke')).items).toEqual([]);
    const reader = await signedIn(app, 'reader');
    expect(await refusalOf(reader.get(`/api/feedback/${id}`))).toBe('forbidden');
    expect(await refusalOf(reader.get(`/api/trace/feedback/${id}`))).toBe('not-found');
  });

  it('of one provider are no other provider’s business, and their own they see without how they are handled', async () => {
    const [ahornhaus, taubenhof] = await Promise.all([provider('Ahornhaus'), provider('Taubenhof')]);
    const own = await voice(ahornhaus, { voice: 'ORGANISATION', text: 'Die Formulare sind zu lang.' });
    if (own.id === null) throw new Error('A named voice has a page.');
    expect((await inbox(ahornhaus)).items.map((item) => [item.id, item.source, item.excerpt])).toEqual([
      [own.id, 'PROVIDER', 'Die Formulare sind zu lang.'],
    ]);
    expect((await inbox(taubenhof)).items).toEqual([]);
    expect(await refusalOf(taubenhof.get(`/api/feedback/${own.id}`))).toBe('not-found');
    await linkFeedback(planner, own.id, fieldId);
    await feedbackStep(planner, own.id, 'decide', {
      decision: 'NOTED',
      reason: 'Nur für uns',
      forwardedTo: '',
    });
    await feedbackStep(planner, own.id, 'undo');

    const view = await ahornhaus.get<FeedbackView>(`/api/feedback/${own.id}`);
    expect(Object.keys(view).sort()).toEqual(
      [
        'answer',
        'answeredAt',
        'audience',
        'decision',
        'forwardedTo',
        'id',
        'meeting',
        'number',
        'organisation',
        'outcomes',
        'reason',
        'receivedAt',
        'source',
        'state',
        'text',
        'voice',
      ].sort(),
    );
    expect(view).toMatchObject({
      audience: 'sender',
      state: 'LINKED',
      text: 'Die Formulare sind zu lang.',
      decision: null,
      reason: '',
    });
    expect(await refusalOf(ahornhaus.post(`/api/feedback/${own.id}/triage`, { remove: [] }, 1))).toBe(
      'forbidden',
    );
    expect(await refusalOf(ahornhaus.get('/api/feedback/of-session?meetingId=' + randomUUID()))).toBe(
      'forbidden',
    );
    expect(await refusalOf(feedback(ahornhaus, { text: 'Fremd', networkId }))).toBe('forbidden');
  });

  it('as typed are deleted after a year once they are checked; the checked text stays', async () => {
    const checked = await feedback(planner, { text: `Frau ${NAME} hat Sorgen.` });
    await triageFeedback(planner, checked.id);
    const waiting = await feedback(planner, { text: 'Noch ungeprüft.' });
    app.clock.pass(364, 'days');
    expect(await app.get(FeedbackRetention).run()).toBe(0);
    app.clock.pass(2, 'days');
    expect(await app.get(FeedbackRetention).run()).toBeGreaterThan(0);
    const left = await app.database.rows<{ id: string }>(
      'select feedback_id as id from feedback_original where feedback_id = any($1)',
      [[checked.id, waiting.id]],
    );
    expect(left.map((row) => row.id)).toEqual([waiting.id]);
    const again = await signedIn(app, 'planner');
    expect((await feedbackView(again, checked.id)).text).toBe('[entfernt] hat Sorgen.');
    expect(
      (await again.get<FeedbackInboxView>('/api/feedback?view=new')).items.map((item) => item.id),
    ).toContain(waiting.id);
    expect(await refusalOf(feedbackStep(again, checked.id, 'undo'))).toBe('feedback-nothing-to-undo');
    app.clock.pass(-366, 'days');
  });

  async function provider(name: string): Promise<SignedIn & { organisationId: string }> {
    const client = await signedIn(app, 'provider');
    const { id } = await planner.post<{ id: string }>('/api/organisations', {
      name,
      shortName: '',
      type: 'FREE_PROVIDER',
      functionMailbox: '',
      phone: '',
      website: '',
      street: '',
      postalCode: '',
      city: '',
      municipalityId: null,
      fieldIds: [],
      recognisedYouthWelfare: false,
      active: true,
      note: '',
    });
    await planner.post('/api/representations', {
      personId: client.personId,
      organisationId: id,
      function: '',
      fromDay: '2025-01-01',
    });
    return Object.assign(client, { organisationId: id });
  }
});
