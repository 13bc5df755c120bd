import { simpleParser } from 'mailparser';
import {
  dataRequest,
  dataRequestView,
  interfaceOf,
  moveDataRequest,
  sendByLink,
  type SentFile,
} from '@runder-tisch/scenario/data-requests';
import { deliveredMails } from '../../../test/delivered-mails';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { DeliveriesService } from '../deliveries/deliveries.service';
import { workbook } from '../../imports/reading/workbook-fixture';

const head = ['AGS', 'Gemeinde', 'Stichtag', 'Merkmal', 'Anzahl'];
const sums = [head, ['15082005', 'Aken (Elbe)', '31.03.2025', 'Bedarfsgemeinschaften', '412']];
const people = [
  ['Fall', 'Geburtsdatum'],
  ['1', '13.04.1958'],
];
const csv = (rows: string[][]) => rows.map((row) => row.join(';')).join('\r\n');

describe('The page behind the link of a Datenanforderung', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp({ now: '2025-04-10T08:00:00Z' });
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  async function asked(facts: Parameters<typeof dataRequest>[1] = {}) {
    const id = await dataRequest(planner, { recipients: 'daten@jobcenter.test', ...facts });
    await moveDataRequest(planner, id, 'send');
    return { id, path: await mailed() };
  }

  async function mailed(): Promise<string> {
    const mails = await deliveredMails(app);
    return /\/datenlieferung\/[\w-]{43}/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '';
  }

  const text = async (path: string) => (await fetch(app.url + path)).text();
  const send = (path: string, file: SentFile) => sendByLink(app.url, path, file);
  const press = (path: string, body: Record<string, string>) =>
    fetch(app.url + path, { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' });
  const files = async () => (await app.database.rows('select id from file')).length;

  it('says who asks, for what, until when and which columns, and opening it changes nothing', async () => {
    const { id, path } = await asked({ what: 'SGB II <b>', message: 'Für den Sozialbericht.' });
    const response = await fetch(app.url + path);
    const page = await response.text();
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    for (const words of [
      'SGB II &lt;b&gt;',
      '1. Quartal 2025',
      '30. April 2025',
      'Für den Sozialbericht.',
      'Merkmal',
      '15082005',
    ])
      expect(page).toContain(words);
    expect((await dataRequestView(planner, id)).state).toBe('SENT');
    const template = await fetch(`${app.url}${path}/vorlage.csv`);
    expect(await template.text()).toBe(
      '\uFEFFAGS;Gemeinde;Stichtag;Merkmal;Anzahl\r\n'.replace('\uFEFF', ''),
    );
    expect((await fetch(`${app.url}/datenlieferung/${'x'.repeat(43)}`)).status).toBe(404);
    expect((await press(`/datenlieferung/${'x'.repeat(43)}`, { tun: 'erhalten' })).status).toBe(404);
  });

  it.each([
    ['CSV', 'leute.csv', Buffer.from(csv(people)), 'In der Spalte „Geburtsdatum“ stehen Geburtsdaten'],
    ['Excel', 'leute.xlsx', workbook({ Liste: people }), 'In der Spalte „Geburtsdatum“ stehen Geburtsdaten'],
    ['second sheet', 'leute.xlsx', workbook({ Summen: sums, Roh: people }), 'In der Spalte „Geburtsdatum“'],
    [
      'hidden sheet',
      'leute.xlsx',
      workbook({ Summen: sums, 'Roh" state="hidden': people }),
      'ausgeblendete Blätter',
    ],
    [
      'pivot',
      'pivot.xlsx',
      Buffer.concat([workbook({ Summen: sums }), Buffer.from('xl/pivotCache/pivotCacheRecords1.xml')]),
      'Pivot-Tabelle',
    ],
    ['value', 'konto.csv', Buffer.from('A;B\r\nx;DE89370400440532013000'), 'stehen Kontodaten'],
    [
      'value beside the headings',
      'konto.csv',
      Buffer.from('A;B\r\n1;2;DE89370400440532013000'),
      'stehen Kontodaten',
    ],
    [
      'value above the headings',
      'fall.xlsx',
      workbook({ Liste: [['Vorgang', '15802BG0012345'], ...sums] }),
      'Über den Überschriften stehen Akten- oder Kennnummern',
    ],
    [
      'headings on two lines',
      'leute.csv',
      Buffer.from('Person;Person;Wert\r\nVorname;Nachname;Euro\r\nEva;Muster;3'),
      'In der Spalte „Vorname“ stehen Namen',
    ],
    ['picture', 'foto.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'keine Tabelle'],
    ['nothing', 'leer.csv', Buffer.alloc(0), 'Bitte wählen Sie die Datei aus'],
    ['report where a table was agreed', 'bericht.pdf', Buffer.from('%PDF-1.7 Bericht'), 'keine Tabelle'],
  ])('refuses a wrong file in one sentence and keeps nothing of it: %s', async (_, name, bytes, sentence) => {
    const { id, path } = await asked();
    const before = await files();
    const response = await send(path, { name, bytes, remark: 'Bitte sehr.' });
    const page = await response.text();
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(page).toContain(sentence);
    // What was typed is not typed a second time.
    expect(page).toContain('Bitte sehr.');
    expect([await files(), (await dataRequestView(planner, id)).deliveries]).toEqual([before, []]);
  });

  it('refuses a file that is too large before reading it, and one nobody put a name to', async () => {
    const { path } = await asked();
    const large = await send(path, {
      name: 'gross.csv',
      bytes: Buffer.alloc(10 * 1024 * 1024 + 100_000, 97),
    });
    expect(large.status).toBe(413);
    expect(await large.text()).toContain('größer als 10 MB');
    // A little too large passes the door, and keeps what was typed.
    const more = await send(path, {
      name: 'gross.csv',
      bytes: Buffer.alloc(10 * 1024 * 1024 + 5000, 97),
      remark: 'Bitte sehr.',
    });
    expect([more.status, await more.text()]).toEqual([413, expect.stringContaining('Bitte sehr.')]);
    const nameless = await send(path, { name: 'a.csv', bytes: csv(sums), byName: ' ' });
    expect(nameless.status).toBe(400);
    expect(await nameless.text()).toContain('Bitte nennen Sie Ihren Namen');
  });

  it('confirms what came, takes another file until somebody has checked it, and the same one only once', async () => {
    const { id, path } = await asked();
    await send(path, { name: 'Übersicht Köthen.csv', bytes: csv(sums) });
    await send(path, { name: 'Übersicht Köthen.csv', bytes: csv(sums) });
    const page = await text(`${path}?gespeichert=ja`);
    expect(page).toContain('Vielen Dank, Ihre Lieferung ist angekommen.');
    expect(page).toContain('„Übersicht Köthen.csv“');
    expect((await dataRequestView(planner, id)).deliveries).toHaveLength(1);
    await send(path, { name: 'neu.xlsx', bytes: workbook({ Liste: [...sums, ...sums.slice(1)] }) });
    const view = await dataRequestView(planner, id);
    expect(view.deliveries.map((it) => [it.fileName, it.rows])).toEqual([
      ['neu.xlsx', 2],
      ['Übersicht Köthen.csv', 1],
    ]);
    const file = await planner.raw(
      'GET',
      `/api/data-requests/${id}/deliveries/${view.deliveries[1]?.id}/file`,
    );
    expect(file.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''%C3%9Cbersicht%20K%C3%B6then.csv",
    );
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect(await file.text()).toBe(csv(sums));
    await moveDataRequest(planner, id, 'validate');
    expect(await text(path)).not.toContain('type="file"');
    const late = await send(path, { name: 'spaet.csv', bytes: csv(sums.slice(0, 2)) });
    expect(late.status).toBe(409);
  });

  it.each([
    ['Zahlen\u202Evsc.exe', 'Zahlenvsc.exe'],
    ['..\\..\\a\u2066b\u200B.csv', 'ab.csv'],
    [`${'a'.repeat(199)}😀.csv`, `${'a'.repeat(199)}😀`],
    ["Aken's (Kopie)*.csv", "Aken's (Kopie)*.csv"],
  ])('keeps the name of a file as one that can be read and saved: %j', async (name, kept) => {
    const { id, path } = await asked();
    await send(path, { name, bytes: csv(sums) });
    const [delivery] = (await dataRequestView(planner, id)).deliveries;
    expect(delivery?.fileName).toBe(kept);
    const file = await planner.raw('GET', `/api/data-requests/${id}/deliveries/${delivery?.id}/file`);
    const [, coded = ''] =
      /filename\*=UTF-8''(.*)$/.exec(file.headers.get('content-disposition') ?? '') ?? [];
    expect(coded).toMatch(/^[\w.%-]+$/);
    expect(decodeURIComponent(coded)).toBe(kept);
  });

  it('notes what is missing and takes the file all the same', async () => {
    const { id, path } = await asked();
    await send(path, { name: 'knapp.csv', bytes: 'AGS;Anzahl;Quelle\r\n15082005;412;LIS' });
    expect((await dataRequestView(planner, id)).deliveries[0]?.findings).toEqual([
      'Es fehlen die Spalten „Gemeinde“, „Stichtag“, „Merkmal“.',
      'Eine Spalte war nicht vereinbart.',
    ]);
  });

  it('takes the word that it has arrived, and a refusal with its reason', async () => {
    const first = await asked();
    expect((await press(first.path, { tun: 'erhalten' })).status).toBe(303);
    expect((await press(first.path, { tun: 'erhalten' })).status).toBe(303);
    expect((await dataRequestView(planner, first.id)).state).toBe('ACKNOWLEDGED');
    expect((await press(first.path, { tun: 'absagen', refusedBy: 'R. Nord', reason: '' })).status).toBe(400);
    await press(first.path, {
      tun: 'absagen',
      refusedBy: 'R. Nord',
      reason: 'Das Fachverfahren wird umgestellt.',
    });
    const view = await dataRequestView(planner, first.id);
    expect(view).toMatchObject({ state: 'REFUSED', moves: [] });
    expect(view.steps[0]).toMatchObject({ by: 'R. Nord', words: 'Das Fachverfahren wird umgestellt.' });
    expect(await text(first.path)).toContain('Zu dieser Anforderung wird nichts mehr geliefert.');
  });

  it('says in one sentence that nothing is to be delivered any more, and takes nothing, when closed, cancelled or drawn back', async () => {
    const closed = await asked();
    await send(closed.path, { name: 'eins.csv', bytes: csv(sums) });
    await moveDataRequest(planner, closed.id, 'validate');
    await moveDataRequest(planner, closed.id, 'import', { importedRows: 1 });
    const cancelled = await asked();
    await moveDataRequest(planner, cancelled.id, 'refuse', { reason: 'Wird nicht mehr erhoben.' });
    // Read from the mail while it waits its minute: whoever gets it all the same learns that it is void.
    const drawnBack = { id: await dataRequest(planner, { recipients: 'daten@jobcenter.test' }), path: '' };
    await moveDataRequest(planner, drawnBack.id, 'send');
    const [waiting] = await app.database.rows<{ raw: Buffer }>(
      `select raw from outbox_message where object_id = $1`,
      [drawnBack.id],
    );
    const { text: letter = '' } = await simpleParser(waiting?.raw ?? '');
    drawnBack.path = /\/datenlieferung\/[\w-]{43}/.exec(letter)?.[0] ?? 'kein Link';
    await moveDataRequest(planner, drawnBack.id, 'recall');
    const before = await files();
    for (const [{ path }, shown, sent] of [
      [closed, 'Ihre Lieferung ist geprüft. Vielen Dank!', 409],
      [cancelled, 'Zu dieser Anforderung wird nichts mehr geliefert.', 409],
      [drawnBack, 'oder die Anforderung ist zurückgezogen', 404],
    ] as const) {
      expect(await text(path)).toContain(shown);
      expect(await text(path)).not.toContain('Datei senden');
      const answer = await send(path, { name: 'spät.csv', bytes: csv(sums) });
      expect(answer.status).toBe(sent);
      expect(await answer.text()).toContain(shown);
    }
    expect(await files()).toBe(before);
  });

  it('asks again with the reason, by mail and on the page of the first link', async () => {
    const { id, path } = await asked();
    await send(path, { name: 'eins.csv', bytes: csv(sums) });
    await moveDataRequest(planner, id, 'return', { reason: 'Zwei Gemeinden fehlen.', dueOn: '2025-05-15' });
    const [mail] = await deliveredMails(app);
    expect(mail?.subject).toContain('Nachforderung bis 15. Mai 2025');
    expect(mail?.text).toContain('Zwei Gemeinden fehlen.');
    expect(await text(path)).toContain('Zwei Gemeinden fehlen.');
    await send(path, { name: 'zwei.csv', bytes: `${csv(sums)}\r\n15082430;Zerbst;31.03.2025;BG;9` });
    expect(await dataRequestView(planner, id)).toMatchObject({ state: 'DELIVERED', dueOn: '2025-05-15' });
  });

  it('shows the file of last time to those who sent it, and to nobody else by the same agreement', async () => {
    const agreementId = (await interfaceOf(planner, 'Gemeinden')).id;
    const ask = (recipients: string) => asked({ agreementId, what: 'Einwohner', recipients });
    const earlier = await ask('meldeamt@aken.test');
    await send(earlier.path, { name: 'aken-2024.csv', bytes: csv(sums) });
    const same = await ask('Meldeamt <MELDEAMT@aken.test>');
    expect(await text(same.path)).toContain('aken-2024.csv');
    expect(await (await fetch(`${app.url}${same.path}/letzte-datei`)).text()).toBe(csv(sums));
    const other = await ask('meldeamt@zerbst.test');
    expect(await text(other.path)).not.toContain('aken-2024.csv');
    expect((await fetch(`${app.url}${other.path}/letzte-datei`)).status).toBe(404);
  });

  it('takes a report as a PDF where a report was agreed', async () => {
    const agreementId = (await interfaceOf(planner, 'Bildungsmanagement')).id;
    const { id, path } = await asked({ agreementId, what: 'Bildungsbericht' });
    await send(path, { name: 'bericht.pdf', bytes: Buffer.from('%PDF-1.7 Bericht') });
    expect((await dataRequestView(planner, id)).deliveries[0]).toMatchObject({
      rows: null,
      fileName: 'bericht.pdf',
    });
  });

  it('gives the file away after one cycle of planning and keeps what is known of it', async () => {
    const { id, path } = await asked();
    await send(path, { name: 'alt.csv', bytes: csv(sums) });
    const kept = async () => (await dataRequestView(planner, id)).deliveries[0]?.fileKept;
    await app.get(DeliveriesService).forgetOld(systemViewer);
    expect(await kept()).toBe(true);
    const now = app.clock.now();
    app.clock.set('2030-05-01T08:00:00Z');
    await app.get(DeliveriesService).forgetOld(systemViewer);
    app.clock.set(now.toISOString());
    expect(await kept()).toBe(false);
    expect((await dataRequestView(planner, id)).deliveries[0]).toMatchObject({
      fileName: 'alt.csv',
      rows: 1,
    });
  });
});
