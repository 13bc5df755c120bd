import type { FindingListItem, FindingView } from '@runder-tisch/domain/findings';
import type { Page } from '@runder-tisch/domain/lists';
import type { SearchView } from '@runder-tisch/domain/search';
import type { TraceView } from '@runder-tisch/domain/trace';
import { refusalOf } from '@runder-tisch/scenario/client';
import { feedback } from '@runder-tisch/scenario/feedback';
import {
  addEvidence,
  changeFinding,
  finding,
  findingView,
  moveFinding,
  priority,
} from '@runder-tisch/scenario/findings';
import { changeFormat, format } from '@runder-tisch/scenario/formats';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { grounded, readFeedback } from '../../test/finding-world';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Befunde', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Befunde prüfen');
  });
  afterAll(() => app.close());

  const found = async (query: string): Promise<string[]> =>
    (await planner.get<Page<FindingListItem>>(`/api/findings?${query}`)).items.map((it) => it.id);

  it('begin with the Hinweise they come from, and are numbered by the year', async () => {
    const hinweise = [
      await readFeedback(planner, 'Wohngeld dauert'),
      await readFeedback(planner, 'Sechs Monate'),
    ];
    const id = await finding(planner, {
      statement: 'Wohngeld dauert zu lange.',
      fieldId,
      feedbackIds: hinweise,
    });
    const view = await findingView(planner, id);
    expect(view.number).toMatch(/^B-\d{4}-\d{3}$/);
    expect(view.evidence.map((it) => it.words)).toEqual(['Wohngeld dauert', 'Sechs Monate']);
    expect(await found(`feedbackId=${hinweise[0]}`)).toEqual([id]);
  });

  it('are confirmed by a named person, not before something speaks for them', async () => {
    const id = await finding(planner, { statement: 'Ohne Beleg', fieldId });
    expect(await refusalOf(moveFinding(planner, id, 'confirm'))).toBe('finding-without-evidence');
    await addEvidence(planner, id, { silence: 'Von Alleinerziehenden kam nichts.' });
    const confirmed = await moveFinding(planner, id, 'confirm');
    expect(confirmed).toMatchObject({
      state: 'CONFIRMED',
      confirmedBy: expect.stringMatching(/\S/) as string,
    });
    expect(await refusalOf(changeFinding(planner, id, { statement: 'Anders' }))).toBe('finding-not-open');
    await moveFinding(planner, id, 'reopen');
    expect((await changeFinding(planner, id, { statement: 'Anders' })).statement).toBe('Anders');
  });

  it('rest on results of formats as well, and refuse what nobody has read or what has none', async () => {
    const id = await finding(planner, { statement: 'Aus dem World Café', fieldId });
    const formatId = await format(planner, 'World Café', { title: 'World Café Wohnen' });
    expect(await refusalOf(addEvidence(planner, id, { formatIds: [formatId] }))).toBe('evidence-unknown');
    await changeFormat(planner, formatId, { results: [{ title: 'Kern', text: 'Kleine Wohnungen fehlen.' }] });
    const { evidence } = await addEvidence(planner, id, { formatIds: [formatId] });
    expect(evidence[0]).toMatchObject({ kind: 'format', words: 'Kern: Kleine Wohnungen fehlen.' });
    const unread = await feedback(planner, { text: 'Frau Beispiel, Telefon 0171 1234567' });
    expect(await refusalOf(addEvidence(planner, id, { feedbackIds: [unread.id] }))).toBe('evidence-unknown');
    expect(await refusalOf(addEvidence(planner, id, {}))).toBe('evidence-missing');
  });

  it('take the same Hinweis once, however often it is chosen', async () => {
    const id = await grounded(planner, fieldId, 'Einmal genügt');
    const sourceId = (await findingView(planner, id)).evidence[0]?.path?.split('/').at(-1) ?? '';
    const { evidence } = await addEvidence(planner, id, { feedbackIds: [sourceId] });
    expect(evidence).toHaveLength(1);
  });

  it('keep their last evidence as long as they are confirmed', async () => {
    const id = await grounded(planner, fieldId, 'Der einzige Beleg');
    const { evidence } = await moveFinding(planner, id, 'confirm');
    const path = `/api/findings/${id}/evidence/${evidence[0]?.id}`;
    expect(await refusalOf(planner.delete(path))).toBe('finding-last-evidence');
    await moveFinding(planner, id, 'reopen');
    // What speaks for another one is no evidence of this.
    const other = await grounded(planner, fieldId, 'Ein anderer');
    expect(await refusalOf(planner.delete(path.replace(id, other)))).toBe('not-found');
    await planner.delete(path);
    expect((await findingView(planner, id)).evidence).toEqual([]);
  });

  it('are dropped for a reason, and not while a Schwerpunkt rests on them', async () => {
    const id = await grounded(planner, fieldId, 'Noch gebraucht');
    expect(await refusalOf(moveFinding(planner, id, 'drop'))).toBe('finding-reason-missing');
    await priority(planner, { title: 'Darauf gebaut', fieldId, findingIds: [id] });
    expect((await findingView(planner, id)).moves).not.toContain('drop');
    expect(await refusalOf(moveFinding(planner, id, 'drop', 'Doppelt'))).toBe('finding-carries-priorities');
    const free = await grounded(planner, fieldId, 'Doppelt erfasst');
    const dropped = await moveFinding(planner, free, 'drop', 'Steht schon woanders');
    expect(dropped).toMatchObject({ state: 'DROPPED', droppedReason: 'Steht schon woanders', moves: [] });
    expect(await refusalOf(addEvidence(planner, free, { silence: 'Zu spät' }))).toBe('finding-not-open');
    const kept = planner.delete(`/api/findings/${free}/evidence/${dropped.evidence[0]?.id}`);
    expect(await refusalOf(kept)).toBe('finding-not-open');
    expect((await findingView(planner, free)).evidence).toHaveLength(1);
  });

  it('are found by words, number, state and the search of every page', async () => {
    const id = await grounded(planner, fieldId, 'Öffnungszeiten der Amtsstuben');
    const { number } = await findingView(planner, id);
    expect(await found('search=oeffnungszeiten')).toEqual([id]);
    expect(await found(`search=${number}`)).toEqual([id]);
    expect(await found(`search=oeffnungszeiten&state=CONFIRMED`)).toEqual([]);
    const { items } = await planner.get<SearchView>('/api/search?q=Amtsstuben');
    expect(items.map((it) => it.id)).toContain(id);
  });

  it('stand in the trace of the Hinweis they rest on', async () => {
    const hinweis = await readFeedback(planner, 'Der Bus fährt nicht');
    const id = await finding(planner, { statement: 'Busse fehlen', fieldId, feedbackIds: [hinweis] });
    const trace = await planner.get<TraceView>(`/api/trace/feedback/${hinweis}`);
    expect(trace.cameOfIt).toContainEqual(
      expect.objectContaining({ kind: 'finding', id, relation: 'Beleg für' }),
    );
  });

  it('are read by the office and changed by planners alone; words of Hinweise only by who may read those', async () => {
    const id = await grounded(planner, fieldId, 'Nur lesen');
    const admin = await signedIn(app, 'admin');
    const seen = await findingView(admin, id);
    expect(seen).toMatchObject<Partial<FindingView>>({ mayChange: false, moves: [] });
    expect(seen.evidence[0]).toMatchObject({ kind: 'feedback', words: '', title: '', path: null });
    expect(await refusalOf(changeFinding(admin, id, { statement: 'Anders' }))).toBe('forbidden');
    const reader = await signedIn(app, 'reader');
    expect(await refusalOf(findingView(reader, id))).toBe('forbidden');
  });
});
