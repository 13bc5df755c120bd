import type { DataRequestListItem } from '@runder-tisch/domain/data-requests';
import type { FigureImportView } from '@runder-tisch/domain/indicators/imports';
import type { HistoryLine } from '@runder-tisch/domain/history';
import type { Page } from '@runder-tisch/domain/lists';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { organisation } from '@runder-tisch/scenario/actors';
import {
  dataRequest,
  dataRequestView,
  enterDelivery,
  interfaceOf,
  interfaceRequest,
  moveDataRequest,
  sendByLink,
} from '@runder-tisch/scenario/data-requests';
import { answerAll, uploadedFigures } from '@runder-tisch/scenario/figures/figure-imports';
import { FigureImportWorker } from '../indicators/imports/figure-import-worker';
import { deliveredMails } from '../../test/delivered-mails';
import { type SignedIn, signedIn, signedInAgain } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

const table =
  'AGS;Gemeinde;Stichtag;Merkmal;Anzahl\r\n15082005;Aken (Elbe);31.03.2025;Bedarfsgemeinschaften;412\r\n';

describe('Step 7 of the acceptance script: a data request to the Jobcenter', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeEach(async () => {
    app = await testApp({ now: '2025-04-10T08:00:00Z' });
    planner = await signedIn(app, 'planner');
  });
  afterEach(() => app.close());

  const today = async () => (await planner.get<TodayView>('/api/today')).lines;
  const overdue = async () =>
    (await planner.get<Page<DataRequestListItem>>('/api/data-requests?overdue=1')).items.map((it) => it.id);
  const at = async (instant: string) => {
    app.clock.set(instant);
    planner = await signedInAgain(app, planner);
  };

  it('is sent, appears overdue after its day, is delivered by its link, checked, and closed once taken over', async () => {
    const agreed = await interfaceOf(planner, 'Jobcenter');
    const organisationId = await organisation(planner, { name: 'Jobcenter Anhalt-Bitterfeld (Demo)' });
    const linked = { ...interfaceRequest(agreed), organisationId };
    await planner.put(`/api/interfaces/${agreed.id}`, linked, agreed.version);
    const id = await dataRequest(planner, {
      dueOn: '2025-04-30',
      recipients: 'Frau Nord <daten@jobcenter.test>',
    });
    expect(await dataRequestView(planner, id)).toMatchObject({
      number: 'D-2025-001',
      state: 'DRAFT',
      overdue: false,
    });
    expect(await moveDataRequest(planner, id, 'send')).toMatchObject({
      state: 'SENT',
      moves: ['recall', 'remind', 'acknowledge', 'refuse'],
    });
    const [mail] = await deliveredMails(app);
    expect([mail?.to, mail?.subject]).toEqual([
      'daten@jobcenter.test',
      'Bitte um Daten bis 30. April 2025: SGB II: Struktur (D-2025-001)',
    ]);
    const path = /\/datenlieferung\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '';

    await at('2025-04-30T20:00:00Z');
    expect(await overdue()).toEqual([]);
    await at('2025-05-01T06:00:00Z');
    expect(await overdue()).toEqual([id]);
    expect(await dataRequestView(planner, id)).toMatchObject({ state: 'SENT', overdue: true });
    expect(await today()).toContainEqual(
      expect.objectContaining({
        kind: 'data-request-overdue',
        text: 'Lieferung überfällig: Jobcenter Anhalt-Bitterfeld, SGB II: Struktur (D-2025-001)',
        path: `/daten/lieferungen/${id}`,
      }),
    );

    const sent = await sendByLink(app.url, path, {
      name: 'SGB II Q1.csv',
      bytes: table,
      remark: 'Vorläufig.',
    });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${path}?gespeichert=ja`]);
    const delivered = await dataRequestView(planner, id);
    expect(delivered).toMatchObject({ state: 'DELIVERED', overdue: false, moves: ['validate', 'return'] });
    expect(delivered.deliveries).toMatchObject([
      {
        fileName: 'SGB II Q1.csv',
        rows: 1,
        byName: 'Rita Sommerfeld',
        remark: 'Vorläufig.',
        findings: [],
        fileKept: true,
      },
    ]);
    expect((await today()).map((it) => it.kind)).toEqual(expect.arrayContaining(['data-request-delivered']));
    expect(await overdue()).toEqual([]);

    await moveDataRequest(planner, id, 'validate');
    const closed = await moveDataRequest(planner, id, 'import', { importedRows: 1 });
    expect(closed).toMatchObject({ state: 'CLOSED', importedRows: 1, moves: [] });
    expect(closed.steps.map((it) => it.state)).toEqual([
      ...['CLOSED', 'IMPORTED', 'VALIDATED', 'DELIVERED', 'SENT', 'DRAFT'],
    ]);
    expect((await today()).filter((it) => it.kind.startsWith('data-request'))).toEqual([]);
    const history = await planner.get<Page<HistoryLine>>(`/api/history?of=organisation&id=${organisationId}`);
    expect(history.items.map((it) => it.text)).toContain('Daten geliefert: SGB II: Struktur');

    // In July the register proposes the next one.
    expect(await interfaceOf(planner, 'Jobcenter')).toMatchObject({
      lastDeliveryAt: '2025-05-01T06:00:00.000Z',
      used: 1,
    });
    await at('2025-07-01T06:00:00Z');
    expect((await today()).map((it) => it.text)).toContain(
      'Jobcenter Anhalt-Bitterfeld: Lieferung 2. Quartal 2025 anfordern',
    );
  });

  it('Step 7: is closed by itself once the figures of the file that was delivered are taken over', async () => {
    const worker = app.get(FigureImportWorker);
    const delivered = async (count: number) => {
      const id = await dataRequest(planner, { dueOn: '2026-12-31', recipients: 'daten@jobcenter.test' });
      await moveDataRequest(planner, id, 'send');
      const bytes = `Gebiet;Jahr;Mitteilungen\n15082;2023;${count}\n`;
      await enterDelivery(planner, id, { name: 'Räumungen.csv', bytes });
      return id;
    };
    const id = await delivered(120);
    const other = await delivered(121);
    const [delivery] = (await dataRequestView(planner, id)).deliveries;
    const read = await planner.post<{ id: string }>(
      `/api/data-requests/${id}/deliveries/${delivery?.id}/figures`,
    );
    await worker.runDue();
    await planner.post(`/api/figure-imports/${read.id}/mapping`, {
      mapping: {
        area: { column: 'Gebiet' },
        period: { column: 'Jahr' },
        values: [{ column: 'Mitteilungen', measure: 'SL-09 VALUE' }],
      },
    });
    await worker.runDue();
    expect(await dataRequestView(planner, id)).toMatchObject({ state: 'DELIVERED' });

    await answerAll(planner, await planner.get<FigureImportView>(`/api/figure-imports/${read.id}`));
    await planner.post(`/api/figure-imports/${read.id}/approve`);
    await worker.runDue();
    const figures = await planner.get<FigureImportView>(`/api/figure-imports/${read.id}`);
    expect(figures.filled).toMatchObject([{ code: 'SL-09' }]);
    const closed = await dataRequestView(planner, id);
    expect(closed).toMatchObject({ state: 'CLOSED', importedRows: 1, moves: [] });
    expect(closed.steps.map((it) => it.state)).toEqual([
      ...['CLOSED', 'IMPORTED', 'VALIDATED', 'DELIVERED', 'SENT', 'DRAFT'],
    ]);
    expect(await dataRequestView(planner, other)).toMatchObject({ state: 'DELIVERED' });
  });

  it('Step 7: of two requests with the same file closes the one it was read from, and opens it again when the values are taken back', async () => {
    const worker = app.get(FigureImportWorker);
    const bytes = 'Gebiet;Jahr;Mitteilungen\n15082;2023;120\n';
    const delivered = async (period: string) => {
      const id = await dataRequest(planner, { period, dueOn: '2026-12-31', recipients: 'a@jobcenter.test' });
      await moveDataRequest(planner, id, 'send');
      await enterDelivery(planner, id, { name: 'Räumungen.csv', bytes });
      return id;
    };
    const states = async (...ids: string[]) =>
      Promise.all(ids.map(async (id) => (await dataRequestView(planner, id)).state));
    const taken = async (importId: string) => {
      await answerAll(planner, await planner.get<FigureImportView>(`/api/figure-imports/${importId}`));
      await planner.post(`/api/figure-imports/${importId}/approve`);
      await worker.runDue();
    };
    const first = await delivered('2023');
    const second = await delivered('2022');
    const [delivery] = (await dataRequestView(planner, second)).deliveries;
    const read = await planner.post<{ id: string }>(
      `/api/data-requests/${second}/deliveries/${delivery?.id}/figures`,
    );
    await worker.runDue();
    await planner.post(`/api/figure-imports/${read.id}/mapping`, {
      mapping: {
        area: { column: 'Gebiet' },
        period: { column: 'Jahr' },
        values: [{ column: 'Mitteilungen', measure: 'SL-09 VALUE' }],
      },
    });
    await worker.runDue();
    await taken(read.id);
    expect(await states(first, second)).toEqual(['DELIVERED', 'CLOSED']);

    await planner.post(`/api/figure-imports/${read.id}/undo`);
    await worker.runDue();
    const open = await dataRequestView(planner, second);
    expect(open).toMatchObject({ state: 'DELIVERED', importedRows: null, moves: ['validate', 'return'] });
    expect(open.steps[0]).toMatchObject({
      state: 'DELIVERED',
      words: 'Die Werte aus „Räumungen.csv“ sind zurückgenommen: Die Lieferung ist wieder zu prüfen.',
    });
    expect((await today()).map((it) => it.kind)).toContain('data-request-delivered');

    // Dragged onto the page of figures instead: the values are of 2023, and so is the first request.
    const dragged = await uploadedFigures(planner, 'Räumungen.csv', bytes, true);
    await worker.runDue();
    await taken(dragged);
    expect(await states(first, second)).toEqual(['CLOSED', 'DELIVERED']);
  });
});
