import { randomUUID } from 'node:crypto';
import type { AnsweredView, FeedbackView, StaffFeedbackView } from '@runder-tisch/domain/feedback';
import type { SearchView } from '@runder-tisch/domain/search';
import { berlinDay, berlinDayBounds } from '@runder-tisch/domain/time';
import { type Client, refusalOf } from '@runder-tisch/scenario/client';
import {
  answerFeedback,
  decideFeedback,
  feedbackStep,
  feedbackView,
  inbox,
  linkFeedback,
  voice,
} from '@runder-tisch/scenario/feedback';
import { fieldOfAction, municipality } from '@runder-tisch/scenario/lists';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { organisation } from '../../../test/organisation';

type Row = Record<string, unknown>;

const DAY_START = '2026-11-23T00:00:00+01:00';

describe('A Hinweis of a provider', () => {
  let app: TestApp;
  let planner: SignedIn;
  let author: SignedIn;
  let colleague: SignedIn;
  let stranger: SignedIn;
  let house: string;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T14:37:11+01:00' });
    planner = await signedIn(app, 'planner');
    [author, colleague, stranger] = await Promise.all([
      signedIn(app, 'provider'),
      signedIn(app, 'provider'),
      signedIn(app, 'provider'),
    ]);
    house = await organisation(planner, 'Ahornhaus', author.personId, colleague.personId);
    await organisation(planner, 'Taubenhof', stranger.personId);
    fieldId = await fieldOfAction(planner, 'Gesundheit');
  });
  afterAll(() => app.close());

  const finds = async (client: Client, words: string): Promise<boolean> =>
    (await client.get<SearchView>(`/api/search?q=${words}`)).items.some((hit) => hit.kind === 'feedback');
  const answered = async (id: string, answer: string): Promise<void> => {
    await linkFeedback(planner, id, fieldId);
    await decideFeedback(planner, id, { decision: 'NOTED' });
    await answerFeedback(planner, id, answer);
  };
  const refusedTo = async (id: string, ...clients: Client[]): Promise<string[]> =>
    Promise.all(
      clients.flatMap((client) => [
        refusalOf(client.get(`/api/feedback/${id}`)),
        refusalOf(client.get(`/api/trace/feedback/${id}`)),
      ]),
    );

  it('in the name of the organisation is read by colleagues, without the author, and by nobody else outside', async () => {
    const { id } = await voice(author, {
      voice: 'ORGANISATION',
      text: 'Die Warteliste der Ergotherapie wächst.',
      fieldId,
    });
    if (!id) throw new Error('A named voice has a page.');
    const staff = await feedbackView(planner, id);
    expect(staff).toMatchObject({
      source: 'PROVIDER',
      channel: 'FORM',
      voice: 'ORGANISATION',
      organisation: { name: 'Ahornhaus' },
      guessedField: { name: 'Gesundheit' },
      primaryField: null,
    });
    expect(staff.person?.name).toMatch(/^Test provider/);
    await answered(id, 'Wir sprechen mit den Kassen.');

    const own = await colleague.get<FeedbackView>(`/api/feedback/${id}`);
    expect(own).toMatchObject({
      audience: 'sender',
      voice: 'ORGANISATION',
      text: 'Die Warteliste der Ergotherapie wächst.',
      answer: 'Wir sprechen mit den Kassen.',
    });
    expect(JSON.stringify(own)).not.toContain(author.personId);
    expect(JSON.stringify(own)).not.toContain('Test provider');
    const [admin, reader] = await Promise.all([signedIn(app, 'admin'), signedIn(app, 'reader')]);
    expect(await refusedTo(id, stranger)).toEqual(['not-found', 'not-found']);
    expect(await refusalOf(admin.get(`/api/feedback/${id}`))).toBe('forbidden');
    expect(await refusalOf(reader.get(`/api/feedback/${id}`))).toBe('forbidden');
    for (const other of [stranger, admin, reader]) expect(await finds(other, 'Ergotherapie')).toBe(false);
    expect(await finds(colleague, 'Ergotherapie')).toBe(true);
  });

  it('as a personal view names no organisation and is read by no colleague', async () => {
    const { id } = await voice(author, {
      voice: 'PERSONAL',
      text: 'Unsere Dienstpläne passen nicht zu den Sprechzeiten.',
      organisationId: house,
    });
    if (!id) throw new Error('A named voice has a page.');
    const staff = await feedbackView(planner, id);
    expect([staff.voice, staff.organisation, staff.person?.id]).toEqual(['PERSONAL', null, author.personId]);
    await answered(id, 'Wir fragen die Praxen.');
    expect(await author.get<FeedbackView>(`/api/feedback/${id}`)).toMatchObject({
      answer: 'Wir fragen die Praxen.',
      organisation: null,
    });
    expect(await refusedTo(id, colleague, stranger)).toEqual(Array(4).fill('not-found'));
    expect((await inbox(colleague)).items.map((item) => item.id)).not.toContain(id);
    expect((await inbox(author)).items.map((item) => item.id)).toContain(id);
    expect(await finds(colleague, 'Sprechzeiten')).toBe(false);
    for (const client of [planner, colleague])
      expect(JSON.stringify(await client.get(`/api/trace/organisation/${house}`))).not.toContain(id);
  });

  it('without a name leaves nobody and no hour anywhere in the database', async () => {
    await colleague.get('/api/session');
    const before = await everything();
    const given = await voice(author, {
      voice: 'UNNAMED',
      text: 'Die Zusammenarbeit mit dem Amt ist zäh.',
      organisationId: house,
      fieldId,
    });
    expect(given.id).toBeNull();
    const fresh = (await everything()).filter((row) => !before.includes(row));
    const tables = new Set(fresh.map((row) => row.split(' ')[0]));
    for (const table of ['feedback', 'feedback_original', 'feedback_code', 'audit_event', 'rate_limit'])
      expect(tables).toContain(table);
    const said = fresh.join('\n');
    for (const trace of [
      author.accountId,
      author.personId,
      house,
      'Ahornhaus',
      'Test provider',
      given.code as string,
    ])
      expect(said).not.toContain(trace);
    const times = fresh
      .filter((row) => !row.startsWith('rate_limit '))
      .flatMap((row) => row.match(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g) ?? []);
    expect(times.length).toBeGreaterThan(3);
    // The audit has the day of the database's own clock, which no test holds.
    for (const time of times.map((it) => new Date(it)))
      expect(time).toEqual(berlinDayBounds(berlinDay(time)).from);
    expect(times.map((it) => new Date(it).toISOString())).toContain(new Date(DAY_START).toISOString());
    const [item] = await app.database.rows<Row>(`select * from feedback where voice = 'UNNAMED'`);
    // A time-ordered id would say to the millisecond when it came.
    expect(String(item?.['id'])).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/);
    expect(item).toMatchObject({ source: 'PROVIDER', entered_by_account_id: null, person_id: null });
  });

  it('without a name is in nobody’s workspace, not even the author’s, and its state opens with the code alone', async () => {
    const { code, number } = await voice(author, {
      voice: 'UNNAMED',
      text: 'Bei uns traut sich niemand, das offen zu sagen.',
    });
    const found = (await inbox(planner)).items.find((item) => item.number === number);
    if (!found || !code) throw new Error('It should be in the inbox, and have a code.');
    expect(await refusedTo(found.id, author, colleague, stranger)).toEqual(Array(6).fill('not-found'));
    expect((await inbox(author)).items.map((item) => item.id)).not.toContain(found.id);
    const staff = await feedbackView(planner, found.id);
    expect([staff.voice, staff.person, staff.organisation, staff.senderReachable]).toEqual([
      'UNNAMED',
      null,
      null,
      false,
    ]);
    await answered(found.id, 'Wir laden zu einem geschützten Gespräch ein.');
    const page = await fetch(`${app.url}/hinweis/${code}`);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const words = await page.text();
    expect(words).toContain('Wir laden zu einem geschützten Gespräch ein.');
    expect(words).toContain('Bei uns traut sich niemand');
    const other = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
    expect((await fetch(`${app.url}/hinweis/${other}`)).status).toBe(404);
    app.clock.pass(800, 'days');
    expect((await fetch(`${app.url}/hinweis/${code}`)).status).toBe(404);
    app.clock.pass(-800, 'days');
  });

  it('cannot be given a name afterwards, whoever writes to the database', async () => {
    await voice(author, { voice: 'UNNAMED', text: 'Bleibt ohne Namen.' });
    await expect(
      app.database.rows(
        `select set_config('rt.actor', 'test', false); update feedback set person_id = (select id from person limit 1) where voice = 'UNNAMED'`,
      ),
    ).rejects.toThrow('feedback_unnamed_names_nobody');
  });

  it('needs a voice, a text and one’s own organisation', async () => {
    const give = (facts: object): Promise<string> =>
      refusalOf(voice(author, { voice: 'ORGANISATION', text: 'Etwas.', ...facts }));
    expect(await give({ voice: '' })).toBe('invalid-input');
    expect(await give({ voice: 'SECRET' })).toBe('invalid-input');
    expect(await give({ text: '   ' })).toBe('invalid-input');
    expect(await give({ fieldId: randomUUID() })).toBe('invalid-input');
    expect(await give({ municipalityId: randomUUID() })).toBe('invalid-input');
    expect(await give({ organisationId: randomUUID() })).toBe('feedback-other-organisation');
    const nobody = await signedIn(app, 'provider');
    expect(await refusalOf(voice(nobody, { voice: 'ORGANISATION', text: 'Etwas.' }))).toBe(
      'voice-organisation-missing',
    );
    const ofTwo = await signedIn(app, 'provider');
    const second = await organisation(planner, 'Zweites Haus', ofTwo.personId);
    await organisation(planner, 'Drittes Haus', ofTwo.personId);
    const forTwo = { voice: 'ORGANISATION', text: 'Etwas.' } as const;
    expect(await refusalOf(voice(ofTwo, forTwo))).toBe('voice-organisation-missing');
    expect(await refusalOf(voice(ofTwo, { ...forTwo, organisationId: second }))).toBe('not refused');
    for (const role of ['planner', 'reader'] as const)
      expect(await refusalOf(voice(await signedIn(app, role), { voice: 'PERSONAL', text: 'X' }))).toBe(
        'forbidden',
      );
  });

  it('with its answer is shown to everybody once a planner wishes so, in words without names', async () => {
    const results = async (): Promise<string> => (await fetch(`${app.url}/ergebnisse`)).text();
    const { id } = await voice(author, {
      voice: 'ORGANISATION',
      text: 'Die Buslinie endet zu früh.',
      organisationId: house,
    });
    if (!id) throw new Error('A named voice has a page.');
    const publish = (answer: string): Promise<StaffFeedbackView> =>
      feedbackStep<StaffFeedbackView>(planner, id, 'publish', { answer });
    expect(await refusalOf(publish('Zu früh.'))).toBe('feedback-not-answered');
    await linkFeedback(planner, id, fieldId);
    await decideFeedback(planner, id, { decision: 'INCORPORATED', reason: '' });
    await answerFeedback(planner, id, 'Liebe Frau Muster, die Linie fährt ab März länger.', false);
    expect(await results()).not.toContain('Buslinie');
    expect(await refusalOf(publish('Danke an Frau Muster, Tel. 0176 99887766!'))).toBe(
      'feedback-public-names',
    );
    expect((await publish('Die Linie fährt ab März <länger>.')).published).toMatchObject({
      since: '2026-11-23',
      answer: 'Die Linie fährt ab März <länger>.',
    });
    const shown = await results();
    expect(shown).toContain('Die Buslinie endet zu früh.');
    expect(shown).toContain('Die Linie fährt ab März &lt;länger&gt;.');
    for (const hidden of ['Muster', 'Ahornhaus', 'Test provider', id]) expect(shown).not.toContain(hidden);
    await feedbackStep(planner, id, 'unpublish');
    expect(await results()).not.toContain('Buslinie');
    await publish('Ab März länger.');
    await feedbackStep(planner, id, 'undo');
    expect(await results()).not.toContain('Buslinie');
    expect((await fetch(`${app.url}/ergebnisse?after=Unsinn`)).status).toBe(400);
    const forged = Buffer.from(JSON.stringify(['x', 'y'])).toString('base64url');
    expect((await fetch(`${app.url}/ergebnisse?after=${forged}`)).status).toBe(400);
  });

  it('gets one answer with others like it: each reads it by their own code, everybody once', async () => {
    const given = await Promise.all(
      ['Der Bus nach Zörbig fährt nie.', 'Kein Bus nach Zörbig!', 'Nach Zörbig komme ich nicht.'].map(
        (text) => voice(author, { voice: 'UNNAMED', text }),
      ),
    );
    const all = (await inbox(planner, '?limit=100')).items;
    const ids = given.map(({ number }) => all.find((item) => item.number === number)?.id ?? '');
    const [first = '', second = '', third = ''] = ids;
    for (const id of ids) await linkFeedback(planner, id, fieldId);
    await decideFeedback(planner, first, { decision: 'INCORPORATED' });
    await decideFeedback(planner, third, { decision: 'NOTED' });
    const together = async (...others: string[]): Promise<AnsweredView> => {
      const also = await Promise.all(others.map((id) => feedbackView(planner, id)));
      return feedbackStep<AnsweredView>(planner, first, 'answer', {
        answer: 'Ab März fährt ein Rufbus.',
        notify: true,
        also: also.map(({ id, version }) => ({ id, version })),
      });
    };
    const states = async (): Promise<string[]> =>
      Promise.all(ids.map(async (id) => (await feedbackView(planner, id)).state));
    // One decision is told to everybody, so all must have got it; then nobody is answered.
    expect(await refusalOf(together(second, third))).toBe('feedback-answers-differ');
    expect(await states()).toEqual(['DECIDED', 'LINKED', 'DECIDED']);
    await feedbackStep(planner, third, 'undo');
    await decideFeedback(planner, third, { decision: 'INCORPORATED' });

    // What nobody has decided on yet takes over the decision with the answer.
    await together(second, third);
    expect((await feedbackView(planner, second)).decision).toBe('INCORPORATED');
    await feedbackStep(planner, second, 'undo');
    expect(await states()).toEqual(['DECIDED', 'DECIDED', 'DECIDED']);
    await together(second, third);
    for (const { code } of given)
      expect(await (await fetch(`${app.url}/hinweis/${code}`)).text()).toContain('Ab März fährt ein Rufbus.');
    expect((await feedbackView(planner, second)).answeredWith.map((it) => it.id).sort()).toEqual(
      [first, third].sort(),
    );

    const publish = (id: string): Promise<unknown> =>
      feedbackStep(planner, id, 'publish', { answer: 'Ab März fährt ein Rufbus.' });
    await publish(second);
    expect(await refusalOf(publish(third))).toBe('feedback-public-already');
    expect((await feedbackView(planner, third)).published?.on.id).toBe(second);
    const shown = await (await fetch(`${app.url}/ergebnisse`)).text();
    expect(shown.split('Ab März fährt ein Rufbus.')).toHaveLength(2);
    expect(shown).toContain('Kein Bus nach Zörbig!');
    expect(shown).toContain('Diese Antwort gilt auch für 2 weitere Hinweise.');
    expect(shown).not.toContain('komme ich nicht');
    await feedbackStep(planner, second, 'unpublish');
  });

  it('may say which municipality it is about', async () => {
    const municipalityId = await municipality(planner, { ags: '15099001', name: 'Neuhof' });
    const { id } = await voice(author, { voice: 'PERSONAL', text: 'Kein Arzt im Ort.', municipalityId });
    expect((await feedbackView(planner, id ?? '')).municipality?.name).toBe('Neuhof');
  });

  /** Every row of every table as text; sessions only say who is signed in. */
  async function everything(): Promise<string[]> {
    const tables = await app.database.rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('session', 'migrations')`,
    );
    const rows = await Promise.all(
      tables.map(({ name }) =>
        app.database.rows<{ row: string }>(`select '${name} ' || to_jsonb(it)::text as row from ${name} it`),
      ),
    );
    return rows.flat().map(({ row }) => row);
  }
});
