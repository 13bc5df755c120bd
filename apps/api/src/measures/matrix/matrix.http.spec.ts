import {
  MATRIX_COLUMNS,
  type MatrixDirection,
  type MatrixStep,
  matrixSteps,
  type MatrixView,
} from '@runder-tisch/domain/measures/matrix';
import { refusalOf } from '@runder-tisch/scenario/client';
import { argument, countFeedback } from '@runder-tisch/scenario/condensing';
import { evaluationGoal, seenValue } from '@runder-tisch/scenario/evaluation';
import { decideFeedback, linkFeedback } from '@runder-tisch/scenario/feedback';
import {
  addEvidence,
  changeFinding,
  changeRecommendation,
  decide,
  finding,
  moveFinding,
  moveRecommendation,
  priority,
  recommendationView,
} from '@runder-tisch/scenario/findings';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import {
  matrixCounts,
  matrixView,
  measure,
  moveMeasure,
  runningMeasure,
} from '@runder-tisch/scenario/measures';
import { chain, readFeedback } from '../../../test/finding-world';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { readXlsx } from '../../imports/reading/read-xlsx';

describe('The trace as a matrix', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp({ now: '2026-05-01T10:00:00+02:00' });
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  const field = (name: string): Promise<string> => fieldOfAction(planner, name);

  async function said(fieldId: string, text: string): Promise<string> {
    const id = await readFeedback(planner, text);
    await linkFeedback(planner, id, fieldId);
    return id;
  }

  const row = (view: MatrixView, id: string) => view.items.find((it) => it.id === id);

  /** Who is linked with whom, source first, over all pages of columns. */
  async function allPairs(step: MatrixStep, direction: MatrixDirection): Promise<string[]> {
    const found: string[] = [];
    for (let columnsBefore = 0, total = 1; columnsBefore < total; columnsBefore += MATRIX_COLUMNS) {
      const view = await matrixView(planner, { step, direction, limit: 100, columnsBefore });
      for (const { id, cells } of view.items)
        for (const { columnId } of cells)
          found.push(direction === 'FORWARDS' ? `${id} ${columnId}` : `${columnId} ${id}`);
      total = view.columnsTotal;
    }
    return found.sort();
  }

  it('shows a Hinweis as a gap until it speaks for a Befund, then the mark with its day', async () => {
    const fieldId = await field('Lücken und Marken');
    const feedbackId = await said(fieldId, 'Die Beratung hat nur vormittags offen.');
    const findingId = await finding(planner, { statement: 'Öffnungszeiten passen nicht', fieldId });
    const before = await matrixView(planner, { fieldId });
    expect(before.columns.map(({ id, count, outcome }) => [id, count, outcome])).toEqual([
      [findingId, 0, 'GAP'],
    ]);
    expect(row(before, feedbackId)).toMatchObject({ count: 0, outcome: 'GAP', reason: null, cells: [] });
    expect(await matrixCounts(planner, 'FEEDBACK_FINDING', { fieldId })).toMatchObject({
      total: 1,
      linked: 0,
      gaps: 1,
    });

    await addEvidence(planner, findingId, { feedbackIds: [feedbackId] });
    const after = await matrixView(planner, { fieldId });
    expect(row(after, feedbackId)).toMatchObject({ count: 1, toCheck: 0, outcome: 'LINKED' });
    const [cell] = row(after, feedbackId)?.cells ?? [];
    expect(cell).toMatchObject({ columnId: findingId, direct: true, through: '', toCheck: false });
    expect(new Date(cell?.since ?? '').toISOString()).toBe(app.clock.now().toISOString());
    expect(after.columns).toMatchObject([{ id: findingId, count: 1, outcome: 'LINKED' }]);
    expect(await matrixCounts(planner, 'FEEDBACK_FINDING', { fieldId })).toMatchObject({
      total: 1,
      linked: 1,
      gaps: 0,
    });
    expect((await matrixView(planner, { fieldId, show: 'GAPS' })).items).toEqual([]);
  });

  it('lets a Hinweis lead on by way of its argument, and says by which', async () => {
    const fieldId = await field('Über ein Argument');
    const [first, second] = [
      await said(fieldId, 'Kein Bus am Abend.'),
      await said(fieldId, 'Abends fährt nichts.'),
    ];
    const { id: argumentId, number } = await argument(planner, {
      title: 'Abends fährt kein Bus',
      fieldId,
      feedbackIds: [first, second],
    });
    const findingId = await finding(planner, { statement: 'Der Abend ist nicht angebunden', fieldId });
    expect(row(await matrixView(planner, { fieldId }), first)?.outcome).toBe('GAP');
    await addEvidence(planner, findingId, { argumentIds: [argumentId] });
    const view = await matrixView(planner, { fieldId });
    for (const id of [first, second])
      expect(row(view, id)?.cells).toMatchObject([{ columnId: findingId, direct: false, through: number }]);
    await addEvidence(planner, findingId, { feedbackIds: [second] });
    const both = row(await matrixView(planner, { fieldId }), second);
    expect([both?.count, both?.cells]).toMatchObject([1, [{ direct: true, through: number }]]);
    expect((await matrixView(planner, { fieldId, step: 'ARGUMENT_FINDING' })).items).toMatchObject([
      { id: argumentId, count: 1 },
    ]);
  });

  it('does not ask for more where a Hinweis was decided otherwise or counts with another one', async () => {
    const fieldId = await field('Nichts nötig');
    const [noted, counts, with_] = [
      await said(fieldId, 'Danke für alles.'),
      await said(fieldId, 'Mehr Bänke.'),
      await said(fieldId, 'Bänke fehlen.'),
    ];
    await decideFeedback(planner, noted, { decision: 'NOTED', reason: 'Lob' });
    await countFeedback(planner, counts, [with_]);
    const view = await matrixView(planner, { fieldId });
    expect(row(view, noted)).toMatchObject({ outcome: 'NOT_NEEDED', reason: 'DECIDED_OTHERWISE' });
    expect(row(view, with_)).toMatchObject({ outcome: 'NOT_NEEDED', reason: 'COUNTED_WITH_ANOTHER' });
    expect((await matrixView(planner, { fieldId, show: 'GAPS' })).items.map(({ id }) => id)).toEqual([
      counts,
    ]);
    expect(await matrixCounts(planner, 'FEEDBACK_FINDING', { fieldId })).toMatchObject({
      total: 3,
      linked: 0,
      gaps: 1,
    });
  });

  it('marks a link to be checked once its source is reworded, until somebody accepts it', async () => {
    const fieldId = await field('Zu prüfen');
    const { findingId, priorityId } = await chain(planner, fieldId, 'Erster Satz');
    const query = { fieldId, step: 'FINDING_PRIORITY' } as const;
    const toCheck = async () => {
      const view = await matrixView(planner, { ...query, show: 'TO_CHECK' });
      return [
        view.items.map((it) => [it.id, it.toCheck, it.cells[0]?.toCheck]),
        (await matrixCounts(planner, 'FINDING_PRIORITY', { fieldId }))?.toCheck,
      ];
    };
    expect(await toCheck()).toEqual([[], 0]);
    await moveFinding(planner, findingId, 'reopen');
    await changeFinding(planner, findingId, { statement: 'Zweiter Satz' });
    expect(await toCheck()).toEqual([[[findingId, 1, true]], 1]);
    await planner.post(`/api/priorities/${priorityId}/findings/${findingId}/accept`, {});
    expect(await toCheck()).toEqual([[], 0]);
    const [cell] = (await matrixView(planner, query)).items[0]?.cells ?? [];
    expect(cell).toMatchObject({
      toCheck: false,
      acceptedBy: 'Test planner',
      acceptedAt: expect.stringMatching(/^\d/) as string,
    });
  });

  it('has the same pairs in both directions, from the Hinweis to the verdict', async () => {
    const fieldId = await field('Beide Richtungen');
    const { findingId, priorityId, recommendationId } = await chain(
      planner,
      fieldId,
      'Wartezeit ist zu lang',
    );
    const further = await chain(planner, fieldId, 'Beratung ist zu weit weg');
    const shared = await priority(planner, {
      title: 'Beides zusammen',
      fieldId,
      findingIds: [findingId, further.findingId],
    });
    const heard = await said(fieldId, 'Auch das noch.');
    const { id: argumentId } = await argument(planner, { title: 'Es dauert', fieldId, feedbackIds: [heard] });
    await addEvidence(planner, further.findingId, { argumentIds: [argumentId] });
    await moveRecommendation(planner, recommendationId, 'submit');
    await decide(planner, recommendationId, { result: 'ACCEPTED', final: true });
    const measureId = await measure(planner, {
      title: 'Zweite Stelle',
      fieldId,
      recommendationIds: [recommendationId],
    });
    await evaluationGoal(planner, measureId);
    await seenValue(planner, measureId, { seenOn: '2026-04-30', value: 40 });
    const seen = await Promise.all(
      matrixSteps.map(async (step) => {
        const [there, back] = [await allPairs(step, 'FORWARDS'), await allPairs(step, 'BACKWARDS')];
        expect(back).toEqual(there);
        return there;
      }),
    );
    expect(seen[1]).toContain(`${argumentId} ${further.findingId}`);
    expect(seen[0]).toContain(`${heard} ${further.findingId}`);
    expect(seen[2]).toEqual(expect.arrayContaining([`${findingId} ${priorityId}`, `${findingId} ${shared}`]));
    expect(seen[4]).toContain(`${recommendationId} ${measureId}`);
    const verdict = await matrixView(planner, { step: 'MEASURE_VERDICT', fieldId });
    const marked = verdict.columns.find(({ id }) => id === row(verdict, measureId)?.cells[0]?.columnId);
    expect([marked?.number, marked?.count]).toEqual(['erreicht', 1]);
    // The choice of a field is one of measures in this direction too.
    const back = await matrixView(planner, {
      step: 'MEASURE_VERDICT',
      direction: 'BACKWARDS',
      fieldId: await field('Leer'),
    });
    expect(back.items.every(({ count, outcome }) => count === 0 && outcome === 'NOT_NEEDED')).toBe(true);
  });

  it('tells on what is accepted and not carried out, and waits for what is not decided', async () => {
    const fieldId = await field('Ohne Maßnahme');
    const { recommendationId } = await chain(planner, fieldId, 'Es fehlt an Plätzen');
    const query = { fieldId, step: 'RECOMMENDATION_MEASURE' } as const;
    expect((await matrixView(planner, query)).items).toMatchObject([
      { outcome: 'NOT_NEEDED', reason: 'NOT_DECIDED' },
    ]);
    await moveRecommendation(planner, recommendationId, 'submit');
    await decide(planner, recommendationId, { result: 'ACCEPTED', final: true });
    expect((await matrixView(planner, query)).items).toMatchObject([
      { id: recommendationId, outcome: 'GAP' },
    ]);
    const measureId = await runningMeasure(planner, { title: 'Plätze schaffen', fieldId });
    expect((await matrixView(planner, { ...query, direction: 'BACKWARDS' })).items).toMatchObject([
      { id: measureId, outcome: 'GAP' },
    ]);
    const judged = { fieldId, step: 'MEASURE_VERDICT' } as const;
    expect((await matrixView(planner, judged)).items).toMatchObject([{ reason: 'NOT_COMPLETED' }]);
    await moveMeasure(planner, measureId, 'complete', { on: '2026-04-30' });
    expect((await matrixView(planner, judged)).items).toMatchObject([{ outcome: 'GAP' }]);
  });

  it('turns links of a recommendation that was reworded after its measure began', async () => {
    const fieldId = await field('Umformuliert');
    const { recommendationId } = await chain(planner, fieldId, 'Erst so');
    await moveRecommendation(planner, recommendationId, 'submit');
    await decide(planner, recommendationId, { result: 'ACCEPTED', final: true });
    await measure(planner, { title: 'Daraus', fieldId, recommendationIds: [recommendationId] });
    const { wording } = await recommendationView(planner, recommendationId);
    await changeRecommendation(planner, recommendationId, { wording: `${wording} Und mehr.` });
    expect((await matrixView(planner, { fieldId, step: 'RECOMMENDATION_MEASURE' })).items).toMatchObject([
      { toCheck: 1 },
    ]);
  });

  it('cuts rows down to a field and a period, columns go along wherever they belong', async () => {
    const [here, there] = [await field('Hier'), await field('Dort')];
    const own = await said(here, 'Aus dem Frühjahr.');
    const elsewhere = await finding(planner, { statement: 'Betrifft das andere Feld', fieldId: there });
    await addEvidence(planner, elsewhere, { feedbackIds: [own] });
    const spring = { fieldId: here, from: '2026-05-01', until: '2026-05-01' };
    const view = await matrixView(planner, spring);
    expect(view.items.map(({ id }) => id)).toEqual([own]);
    expect(view.columns).toMatchObject([{ id: elsewhere, field: { id: there } }]);
    expect((await matrixView(planner, { ...spring, from: '2026-05-02', until: '2026-12-31' })).items).toEqual(
      [],
    );
    expect(
      (await matrixView(planner, { fieldId: here, from: '2025-01-01', until: '2026-04-30' })).total,
    ).toBe(0);
    expect(await refusalOf(matrixView(planner, { from: 'gestern' }))).toBe('invalid-input');
  });

  it('shows many columns page by page and rows behind one another', async () => {
    const fieldId = await field('Viele');
    const feedbackId = await said(fieldId, 'Spricht für vieles.');
    const findings: string[] = [];
    for (let index = 0; index < 26; index += 1) {
      const id = await finding(planner, { statement: `Befund ${index}`, fieldId });
      findings.push(id);
      if (index < 25) await addEvidence(planner, id, { feedbackIds: [feedbackId] });
    }
    const first = await matrixView(planner, { fieldId });
    expect([first.columns.length, first.columnsTotal, first.columnsBefore]).toEqual([24, 26, 0]);
    expect([row(first, feedbackId)?.count, row(first, feedbackId)?.cells.length]).toEqual([25, 24]);
    const next = await matrixView(planner, { fieldId, columnsBefore: 24 });
    expect([next.columns.map(({ count }) => count), next.columnsBefore]).toEqual([[1, 0], 24]);
    expect(row(next, feedbackId)?.cells.length).toBe(1);
    expect((await matrixView(planner, { fieldId, columnsBefore: 500 })).columnsBefore).toBe(24);

    const query = { fieldId, direction: 'BACKWARDS', limit: 20 } as const;
    const upper = await matrixView(planner, query);
    const lower = await matrixView(planner, { ...query, after: upper.next ?? '' });
    expect([upper.total, upper.items.length, lower.items.length, lower.next]).toEqual([26, 20, 6, null]);
    expect(new Set([...upper.items, ...lower.items].map(({ id }) => id))).toEqual(new Set(findings));
  });

  it('shows nobody a Hinweis they may not see, in rows, columns and counts, and does not call its Befund a gap', async () => {
    const fieldId = await field('Fremd');
    const feedbackId = await said(fieldId, 'Nur für die Planung.');
    const findingId = await finding(planner, { statement: 'Steht für alle im Büro', fieldId });
    await addEvidence(planner, findingId, { feedbackIds: [feedbackId] });
    const stranger = await signedIn(app, 'coordinator');
    const there = await matrixView(stranger, { fieldId });
    expect([there.items, there.total, there.columns.map(({ count }) => count)]).toEqual([[], 0, [0]]);
    const back = await matrixView(stranger, { fieldId, direction: 'BACKWARDS' });
    expect(back.columns).toEqual([]);
    expect(back.items).toMatchObject([
      { id: findingId, count: 0, outcome: 'NOT_NEEDED', reason: 'OTHER_EVIDENCE', cells: [] },
    ]);
    expect(await matrixCounts(stranger, 'FEEDBACK_FINDING', { fieldId })).toMatchObject({
      total: 0,
      linked: 0,
      gaps: 0,
      toCheck: 0,
    });
    for (const role of ['reader', 'provider'] as const)
      expect(await refusalOf(matrixView(await signedIn(app, role), { fieldId }))).toBe('forbidden');
  });

  it('is a table for Excel and CSV, marks and gaps in words', async () => {
    const fieldId = await field('Datei');
    const linked = await said(fieldId, 'Ist belegt.');
    await said(fieldId, 'Führt zu nichts.');
    const findingId = await finding(planner, { statement: 'Der Beleg', fieldId });
    await addEvidence(planner, findingId, { feedbackIds: [linked] });
    const csv = await (await planner.raw('GET', `/api/trace-matrix/export.csv?fieldId=${fieldId}`)).text();
    const [head, ...lines] = csv.replace('\uFEFF', '').trim().split('\r\n');
    expect(head).toMatch(/^Nummer;Titel;Handlungsfeld;Stand;Verknüpft mit;Zu prüfen;B-2026-\d+ Der Beleg$/);
    expect(lines.map((line) => line.split(';').slice(2))).toEqual([
      ['Datei', 'Lücke: führt zu keinem Befund', '0', '0', ''],
      ['Datei', '1 Befund', '1', '0', 'verknüpft'],
    ]);
    const file = await planner.raw('GET', `/api/trace-matrix/export.xlsx?fieldId=${fieldId}`);
    const cells: string[] = [];
    await readXlsx(Buffer.from(await file.arrayBuffer()), 'Spur', {
      head: async () => undefined,
      row: async (line) => void cells.push(...line.cells),
    });
    expect(cells).toEqual(expect.arrayContaining(['Lücke: führt zu keinem Befund', 'verknüpft']));
  });
});
