import { randomUUID } from 'node:crypto';
import type { FeedbackListItem } from '@runder-tisch/domain/feedback';
import { SaveSettings } from '@runder-tisch/domain/settings/settings-requests';
import type { SettingsView } from '@runder-tisch/domain/settings';
import {
  answerFeedback,
  decideFeedback,
  feedbackView,
  inbox,
  linkFeedback,
} from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { Dispatcher } from '../../outbox/dispatcher';
import { Settings } from '../../settings/settings';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { FeedbackRetention } from '../feedback-retention';

const settings = Object.assign(new SaveSettings(), {
  countyName: 'Landkreis Musterland',
  senderName: 'Sozialplanung',
  senderAddress: 'runder-tisch@musterland.test',
  replyAddress: 'sozialplanung@musterland.test',
});

describe('The public form', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T14:37:11+01:00' });
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Mobilität');
    await app.get(Database).write(systemViewer, 'test', (tx) => app.get(Settings).begin(tx, settings));
  });
  // Each example begins an hour later, with limits counted anew.
  beforeEach(async () => {
    app.clock.pass(61, 'minutes');
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  const page = async (): Promise<{ status: number; text: string; mark: string }> => {
    const response = await fetch(`${app.url}/mitreden`);
    const text = await response.text();
    return { status: response.status, text, mark: /name="marke" value="([^"]+)"/.exec(text)?.[1] ?? '' };
  };
  const send = (fields: Record<string, string> | string): Promise<Response> =>
    fetch(`${app.url}/mitreden`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
    });
  /** As somebody who takes half a minute to write. */
  const write = async (fields: Record<string, string>): Promise<Response> => {
    const { mark } = await page();
    app.clock.pass(30, 'seconds');
    return send({ marke: mark, webseite: '', ...fields });
  };
  /** The Hinweis behind the page one is led to. */
  const sentItem = async (response: Response): Promise<FeedbackListItem> => {
    const state = await (await fetch(app.url + (response.headers.get('location') ?? ''))).text();
    const number = /H-\d{4}-\d+/.exec(state)?.[0];
    const item = (await inbox(planner, `?search=${number}`)).items[0];
    if (!item) throw new Error('It should be in the inbox.');
    return item;
  };
  const total = async (): Promise<number> => (await inbox(planner)).total;

  it('takes a text from anybody, sets no cookie and leads to its state', async () => {
    const shown = await page();
    expect(shown.text).toContain('Mobilität');
    expect(shown.text).not.toContain('<script');
    app.clock.pass(30, 'seconds');
    const response = await send({
      marke: shown.mark,
      webseite: '',
      text: 'Am Wochenende fährt kein Bus.\r\nGar keiner.',
      fieldId,
      municipalityId: '',
      mail: '',
    });
    expect(response.status).toBe(303);
    expect(response.headers.get('set-cookie')).toBeNull();
    const state = response.headers.get('location') ?? '';
    expect(state).toMatch(/^\/hinweis\/[2-9A-Z]{20}\?neu=1$/);
    const thanks = await (await fetch(app.url + state)).text();
    expect(thanks).toContain('Vielen Dank! Ihr Hinweis ist angekommen.');
    expect(thanks).toMatch(/[2-9A-Z]{4}(-[2-9A-Z]{4}){4}/);

    const item = await sentItem(response);
    expect(item).toMatchObject({ source: 'CITIZEN', voice: 'UNNAMED', state: 'SUBMITTED' });
    const view = await feedbackView(planner, item.id);
    expect(view.original?.text).toBe('Am Wochenende fährt kein Bus.\nGar keiner.');
    expect(view.guessedField?.name).toBe('Mobilität');
    const code = state.slice('/hinweis/'.length).replace('?neu=1', '');
    const typed = await fetch(`${app.url}/mitreden/stand`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ code: code.toLowerCase().replace(/(.{4})/g, '$1 ') }),
    });
    expect(typed.headers.get('location')).toBe(`/hinweis/${code}`);
    // Opening it, as mail gateways do, changes nothing.
    await fetch(app.url + state, { method: 'HEAD' });
    expect((await feedbackView(planner, item.id)).version).toBe(view.version);
  });

  it('holds back what names somebody, like every Hinweis', async () => {
    expect((await write({ text: 'Frau Kanarienvogel wartet seit Wochen.' })).status).toBe(303);
    const held = (await inbox(planner, '?view=to-check')).items;
    expect(held).toHaveLength(1);
    expect(JSON.stringify(held)).not.toContain('Kanarienvogel');
  });

  it('sends the answer to an address nobody reads, and forgets it', async () => {
    const address = 'kanarienpost@buergerin.test';
    const { id } = await sentItem(await write({ text: 'Der Spielplatz ist gesperrt.', mail: address }));
    // Somebody else's address typed here must bring them nothing until a human has read the Hinweis.
    await app.get(Dispatcher).runOnce();
    expect(app.smtp.mailsTo(address)).toEqual([]);
    expect((await feedbackView(planner, id)).senderReachable).toBe(true);
    await linkFeedback(planner, id, fieldId);
    await decideFeedback(planner, id, { decision: 'INCORPORATED' });
    const { mailedTo } = await answerFeedback(planner, id, 'Er öffnet im Mai.');
    expect(mailedTo?.address).toBe('die hinterlassene Mailadresse');
    app.clock.pass(2, 'minutes');
    await app.get(Dispatcher).runOnce();
    expect(app.smtp.mailsTo(address)).toHaveLength(1);
    const read = [await feedbackView(planner, id), await inbox(planner), await planner.get('/api/outbox')];
    expect(JSON.stringify(read)).not.toContain(address);

    app.clock.pass(2, 'hours');
    await app.get(FeedbackRetention).run();
    const left = await app.database.rows<{ text: string }>(
      `select to_jsonb(it)::text as text from feedback_contact it union all select to_jsonb(it)::text from outbox_message it
       union all select to_jsonb(it)::text from audit_value it union all select to_jsonb(it)::text from search_document it`,
    );
    expect(left.map((row) => row.text).join()).not.toContain(address);
  });

  it('keeps programs out and loses no word of those it took for one', async () => {
    const before = await total();
    const { mark } = await page();
    const text = 'Wichtiger Satz <b>von mir</b>';
    const refused = async (fields: Record<string, string>): Promise<string> => {
      const response = await send({ marke: mark, text, ...fields });
      expect(response.status).toBe(400);
      return response.text();
    };
    const tooFast = await refused({});
    expect(tooFast).toContain('Wichtiger Satz &lt;b&gt;von mir&lt;/b&gt;');
    expect(tooFast).toContain('Zum Schutz vor automatischen Einsendungen');
    app.clock.pass(30, 'seconds');
    await refused({ webseite: 'https://kauf.example' });
    await refused({ marke: '' });
    await refused({ marke: `zzzz.${mark.split('.')[1] ?? ''}` });
    expect(await refused({ text: 'http://a.example http://b.example http://c.example' })).toContain('Links');
    expect(await total()).toBe(before);
    app.clock.pass(2, 'days');
    const old = await refused({});
    app.clock.pass(30, 'seconds');
    const fresh = /name="marke" value="([^"]+)"/.exec(old)?.[1] ?? '';
    expect((await send({ marke: fresh, text })).status).toBe(303);
    planner = await signedIn(app, 'planner');
    expect(await total()).toBe(before + 1);
  });

  it('takes the same text once and slows down a flood from one neighbourhood', async () => {
    expect((await write({ text: 'Ein Satz.' })).status).toBe(303);
    const again = await write({ text: ' ein  SATZ. ' });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('heute schon angekommen');
    const { mark } = await page();
    app.clock.pass(30, 'seconds');
    const before = await total();
    const statuses = [];
    for (let sent = 0; sent < 60; sent += 1)
      statuses.push((await send({ marke: mark, text: `Werbung Nummer ${sent} hat diesen Text` })).status);
    expect(statuses).toContain(429);
    expect((await total()) - before).toBeLessThan(60);
    const stored = await app.database.rows<{ text: string }>(
      `select to_jsonb(it)::text as text from rate_limit it`,
    );
    expect(stored.map((row) => row.text).join()).not.toMatch(/127\.0\.0|Werbung/);
  });

  it('answers bad input with the page and what is wrong', async () => {
    const wrong: Record<string, string>[] = [
      { text: '' },
      { text: ' \n ' },
      { text: 'x'.repeat(4001) },
      { text: 'Ja.', fieldId: 'keine-kennung' },
      { text: 'Unbekanntes Thema.', fieldId: randomUUID() },
      { text: 'Nein.', mail: 'keine Adresse' },
      { text: 'Mit \u0000 darin' },
      { text: 'Mit fremdem Feld', personId: randomUUID() },
    ];
    for (const fields of wrong) {
      const response = await write(fields);
      expect([fields, response.status]).toEqual([fields, 400]);
      expect(await response.text()).toContain('Bitte prüfen Sie Ihre Angaben');
    }
    expect((await send('text=a&text=b')).status).toBe(400);
    expect((await fetch(`${app.url}/mitreden`, { method: 'POST' })).status).toBe(400);
    expect((await send({ text: 'x'.repeat(1_100_000) })).status).toBe(413);
    const noCode = await fetch(`${app.url}/mitreden/stand`, {
      method: 'POST',
      body: new URLSearchParams({ code: 'Quatsch' }),
    });
    expect(noCode.status).toBe(400);
    expect(await noCode.text()).toContain('kein vollständiger Code');
  });

  it('can be closed by the administration, with words of its own while it is open', async () => {
    const admin = await signedIn(app, 'admin');
    const save = async (facts: Partial<SaveSettings>): Promise<void> => {
      const { version } = await admin.get<SettingsView>('/api/settings');
      await admin.put('/api/settings', { ...settings, ...facts }, version);
    };
    await save({ voicesIntro: 'Reden Sie mit in {Landkreis}.' });
    expect((await page()).text).toContain('Reden Sie mit in Landkreis Musterland.');
    const { mark } = await page();
    app.clock.pass(30, 'seconds');
    await save({ voicesOpen: false });
    expect((await page()).status).toBe(404);
    const before = await total();
    const response = await send({ marke: mark, text: 'Trotzdem.' });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('sozialplanung@musterland.test');
    expect(await total()).toBe(before);
    await save({ voicesOpen: true });
  });
});
