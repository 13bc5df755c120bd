import type { LetterListItem, LetterView, PassageSuggestionView } from '@runder-tisch/domain/feedback';
import type { Page } from '@runder-tisch/domain/lists';
import { passage, plainText } from '@runder-tisch/domain/text';
import type { TraceView } from '@runder-tisch/domain/trace';
import { organisation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { feedbackView, triageFeedback } from '@runder-tisch/scenario/feedback';
import {
  enterLetter,
  finishLetter,
  letterView,
  markPassage,
  unmarkPassage,
} from '@runder-tisch/scenario/letters';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { FeedbackRetention } from '../feedback-retention';

const TEXT = `Sehr geehrte Damen und Herren,

abends fährt kein Bus zur Pflegeberatung. Die Kita am Markt hat zu wenig Plätze.

Rufen Sie Frau Lena Sommer an: 03671 123456.

Mit freundlichen Grüßen`;

describe('A long letter', () => {
  let app: TestApp;
  let planner: SignedIn;
  let organisationId: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-03-12T09:00:00+01:00' });
    planner = await signedIn(app, 'planner');
    organisationId = await organisation(planner, { name: 'Familienverband Tal (Demo)' });
  });
  afterAll(() => app.close());

  const letter = (facts = {}): Promise<string> =>
    enterLetter(planner, { subject: 'Stellungnahme zur Kita', text: TEXT, organisationId, ...facts });

  it('becomes Hinweise passage by passage, each from the same source and to be read like any other', async () => {
    const id = await letter({ receivedOn: '2026-03-02', speakerRole: 'Vorstand' });
    await markPassage(planner, id, 'Die Kita am Markt hat zu wenig Plätze.');
    const view = await markPassage(planner, id, 'abends fährt kein Bus zur Pflegeberatung.');
    expect(view.passages).toHaveLength(2);
    const [bus, kita] = view.passages;
    expect(passage(view.text ?? [], bus?.feedbackId ?? '')).toBe('abends fährt kein Bus zur Pflegeberatung.');
    const item = await feedbackView(planner, kita?.feedbackId ?? '');
    expect(item).toMatchObject({
      number: kita?.number,
      state: 'SUBMITTED',
      flagged: false,
      source: 'PROVIDER',
      channel: 'MAIL',
      speakerRole: 'Vorstand',
      organisation: { id: organisationId },
      letter: { id, name: 'Stellungnahme zur Kita' },
      original: { text: 'Die Kita am Markt hat zu wenig Plätze.' },
    });
    expect(item.receivedAt.slice(0, 10)).toBe('2026-03-02');
    await triageFeedback(planner, item.id);
    const trace = await planner.get<TraceView>(`/api/trace/feedback/${item.id}`);
    expect(trace.ledHere.map((line) => line.id)).toContain(id);
  });

  it('gives a passage with personal data to those who check it', async () => {
    const view = await markPassage(planner, await letter(), 'Rufen Sie Frau Lena Sommer an: 03671 123456.');
    expect(view.passages[0]?.flagged).toBe(true);
  });

  it('refuses a passage that meets another one, holds no word or is too long', async () => {
    const id = await letter({ text: `${TEXT}\n\n${'Ein Satz ohne Ende. '.repeat(250)}` });
    await markPassage(planner, id, 'fährt kein Bus');
    expect(await refusalOf(markPassage(planner, id, 'kein Bus zur'))).toBe('letter-passage-overlap');
    expect(await refusalOf(markPassage(planner, id, '.\n'))).toBe('letter-passage-empty');
    const { version, text } = await letterView(planner, id);
    const length = plainText(text ?? []).length;
    const beyond = { start: length - 2, end: length + 9 };
    expect(await refusalOf(planner.post(`/api/incoming-letters/${id}/passages`, beyond, version))).toBe(
      'letter-passage-outside',
    );
    const long = plainText(text ?? []).slice(-4500);
    expect(await refusalOf(markPassage(planner, id, long))).toBe('letter-passage-long');
    expect((await letterView(planner, id)).passages).toHaveLength(1);
  });

  it('takes a mark off with its Hinweis, until somebody has worked on it', async () => {
    const id = await letter();
    const { passages } = await markPassage(planner, id, 'abends fährt kein Bus');
    const feedbackId = passages[0]?.feedbackId ?? '';
    expect(passages[0]?.removable).toBe(true);
    expect((await unmarkPassage(planner, id, feedbackId)).passages).toEqual([]);
    expect(await refusalOf(feedbackView(planner, feedbackId))).toBe('not-found');
    const again = (await markPassage(planner, id, 'abends fährt kein Bus')).passages[0]?.feedbackId ?? '';
    await triageFeedback(planner, again);
    expect((await letterView(planner, id)).passages[0]?.removable).toBe(false);
    expect(await refusalOf(unmarkPassage(planner, id, again))).toBe('letter-passage-worked-on');
  });

  it('keeps its marks when its words are mended', async () => {
    const id = await letter();
    const marked = await markPassage(planner, id, 'abends fährt kein Bus');
    const feedbackId = marked.passages[0]?.feedbackId ?? '';
    const pieces = (marked.text ?? []).map((piece) =>
      piece.text.replace('Sehr geehrte Damen und Herren', 'Guten Tag'),
    );
    const request = { pieces: [pieces[0], 'abends fährt leider kein Bus', pieces[2]] };
    const mended = await planner.put<LetterView>(`/api/incoming-letters/${id}/text`, request, marked.version);
    expect(passage(mended.text ?? [], feedbackId)).toBe('abends fährt leider kein Bus');
    expect(plainText(mended.text ?? [])).toMatch(/^Guten Tag,/);
    const without = { pieces: [pieces[0], ' ', pieces[2]] };
    expect(await refusalOf(planner.put(`/api/incoming-letters/${id}/text`, without, mended.version))).toBe(
      'letter-pieces-differ',
    );
  });

  it('is done when somebody has said why the rest holds no Hinweis, and can be opened again', async () => {
    const id = await letter();
    await markPassage(planner, id, 'abends fährt kein Bus');
    expect(await refusalOf(finishLetter(planner, id, ' '))).toBe('letter-rest-missing');
    const done = await finishLetter(planner, id, 'Nur Anrede und Gruß.');
    expect(done).toMatchObject({ state: 'DONE', restReason: 'Nur Anrede und Gruß.' });
    expect(await refusalOf(markPassage(planner, id, 'Die Kita'))).toBe('letter-done');
    const { items } = await planner.get<Page<LetterListItem>>('/api/incoming-letters?state=DONE');
    expect(items.map((it) => [it.id, it.passages])).toContainEqual([id, 1]);
    const open = await planner.post<LetterView>(
      `/api/incoming-letters/${id}/reopen`,
      undefined,
      done.version,
    );
    expect(open).toMatchObject({ state: 'OPEN', restReason: '', doneAt: null });
    expect(await refusalOf(planner.post(`/api/incoming-letters/${id}/reopen`, undefined, open.version))).toBe(
      'letter-not-done',
    );
  });

  it('says where each passage could belong', async () => {
    const id = await letter({
      text: 'Im Altenheim fehlen Pflegekräfte für die Tagespflege und Kurzzeitpflege.',
    });
    const { passages } = await markPassage(
      planner,
      id,
      'fehlen Pflegekräfte für die Tagespflege und Kurzzeitpflege',
    );
    const found = await planner.get<PassageSuggestionView[]>(`/api/incoming-letters/${id}/suggestions`);
    expect(found.map((it) => it.feedbackId)).toEqual([passages[0]?.feedbackId]);
  });

  it('goes when it was entered by mistake, but not from under its Hinweise', async () => {
    const id = await letter();
    const marked = await markPassage(planner, id, 'abends fährt kein Bus');
    expect(await refusalOf(planner.delete(`/api/incoming-letters/${id}`, marked.version))).toBe(
      'letter-has-passages',
    );
    const { version } = await unmarkPassage(planner, id, marked.passages[0]?.feedbackId ?? '');
    await planner.delete(`/api/incoming-letters/${id}`, version);
    expect(await refusalOf(letterView(planner, id))).toBe('not-found');
  });

  it('is read by those who work on its Hinweise alone', async () => {
    const id = await letter();
    for (const role of ['admin', 'provider', 'reader'] as const)
      expect(await refusalOf(letterView(await signedIn(app, role), id))).toBe('forbidden');
    expect(await refusalOf(letterView(await signedIn(app, 'coordinator'), id))).toBe('not-found');
  });
});

describe('A letter of last year', () => {
  it('loses its words a year after it came in, once it is done; its Hinweise stay', async () => {
    const app = await testApp({ now: '2026-03-12T09:00:00+01:00' });
    const planner = await signedIn(app, 'planner');
    const id = await enterLetter(planner, { subject: 'Stellungnahme', text: TEXT });
    const openId = await enterLetter(planner, { subject: 'Noch offen', text: TEXT });
    await markPassage(planner, id, 'abends fährt kein Bus');
    await finishLetter(planner, id, 'Nur Anrede und Gruß.');
    app.clock.set('2027-03-13T09:00:00+01:00');
    await app.get(FeedbackRetention).run();
    const later = await signedIn(app, 'planner');
    const view = await letterView(later, id);
    expect(view.text).toBeNull();
    expect(view.passages).toHaveLength(1);
    expect(await refusalOf(later.post(`/api/incoming-letters/${id}/reopen`, undefined, view.version))).toBe(
      'letter-text-gone',
    );
    expect((await letterView(later, openId)).text).not.toBeNull();
    await app.close();
  });
});
