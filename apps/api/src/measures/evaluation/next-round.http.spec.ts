import type { FindingListItem } from '@runder-tisch/domain/findings';
import type { Page } from '@runder-tisch/domain/lists';
import type { LooseEnd } from '@runder-tisch/domain/loose-ends';
import type { TodayView } from '@runder-tisch/domain/tasks';
import type { TraceView } from '@runder-tisch/domain/trace';
import { refusalOf } from '@runder-tisch/scenario/client';
import { concluded } from '@runder-tisch/scenario/evaluation';
import { addEvidence, finding, findingView, moveFinding, priority } from '@runder-tisch/scenario/findings';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { measureView, moveMeasure, runningMeasure } from '@runder-tisch/scenario/measures';
import { type SignedIn, signedIn, signedInAgain } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('What was concluded of a measure', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;
  const words = {
    conclusion: 'Der zweite Beratungstag hat die Wartezeit halbiert.',
    consequence: 'Er wird auch in Zerbst angeboten.',
  };

  beforeAll(async () => {
    app = await testApp({ now: '2025-10-01T10:00:00+02:00' });
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Nächste Runde');
  });
  afterAll(() => app.close());

  async function evaluated(title: string): Promise<string> {
    const id = await runningMeasure(planner, { title, fieldId });
    await moveMeasure(planner, id, 'complete', { on: '2025-09-30' });
    await concluded(planner, id, { ...words, evaluatedOn: '2025-10-01' });
    return id;
  }

  it('begins a Befund of the next round, which is confirmed with it and leads on to a Schwerpunkt', async () => {
    const measureId = await evaluated('Zweiter Beratungstag (Demo)');
    const { number } = await measureView(planner, measureId);
    const id = await finding(planner, { statement: words.conclusion, fieldId, measureIds: [measureId] });
    expect((await findingView(planner, id)).evidence).toMatchObject([
      {
        kind: 'measure',
        title: `${number} · Zweiter Beratungstag (Demo)`,
        words: `${words.conclusion}\nDaraus folgt: ${words.consequence}`,
        path: `/planung/massnahmen/${measureId}`,
        toCheck: false,
      },
    ]);
    expect((await moveFinding(planner, id, 'confirm')).state).toBe('CONFIRMED');
    await priority(planner, { title: 'Beratung in der Fläche', fieldId, findingIds: [id] });
    const { items } = await planner.get<Page<FindingListItem>>(`/api/findings?measureId=${measureId}`);
    expect(items.map((it) => it.id)).toEqual([id]);
  });

  it('stands in the trace from both ends', async () => {
    const measureId = await evaluated('In der Spur (Demo)');
    const id = await finding(planner, { statement: 'In der Spur', fieldId, measureIds: [measureId] });
    const fromMeasure = await planner.get<TraceView>(`/api/trace/measure/${measureId}`);
    expect(fromMeasure.cameOfIt.map((it) => [it.kind, it.id, it.relation])).toContainEqual([
      'finding',
      id,
      'Auswertung belegt',
    ]);
    const fromFinding = await planner.get<TraceView>(`/api/trace/finding/${id}`);
    expect(fromFinding.ledHere.map((it) => [it.kind, it.id, it.relation])).toContainEqual([
      'measure',
      measureId,
      'belegt durch Auswertung von',
    ]);
  });

  it('is to be checked once it says something else, and not before', async () => {
    const measureId = await evaluated('Wird umgeschrieben (Demo)');
    const id = await finding(planner, { statement: 'Darauf beruht es', fieldId });
    await addEvidence(planner, id, { measureIds: [measureId] });
    const conclude = (consequence: string) =>
      concluded(planner, measureId, { ...words, consequence, evaluatedOn: '2025-10-01' });
    await conclude(words.consequence);
    expect((await findingView(planner, id)).evidence[0]?.toCheck).toBe(false);
    await conclude('Er wird eingestellt.');
    const [line] = (await findingView(planner, id)).evidence;
    expect(line).toMatchObject({
      toCheck: true,
      words: `${words.conclusion}\nDaraus folgt: Er wird eingestellt.`,
    });
    const open = await planner.get<Page<LooseEnd>>(`/api/loose-ends?kind=TO_CHECK&fieldId=${fieldId}`);
    expect(open.items.map((it) => it.id)).toEqual([id]);
    await planner.post(`/api/findings/${id}/evidence/${line?.id}/accept`, {});
    expect((await findingView(planner, id)).evidence[0]?.toCheck).toBe(false);
  });

  it('speaks for nothing as long as it is a draft', async () => {
    const measureId = await runningMeasure(planner, { title: 'Noch nicht ausgewertet (Demo)', fieldId });
    const early = () => finding(planner, { statement: 'Zu früh', fieldId, measureIds: [measureId] });
    expect(await refusalOf(early())).toBe('evidence-unknown');
    await concluded(planner, measureId, { ...words, evaluatedOn: null });
    expect(await refusalOf(early())).toBe('evidence-unknown');
  });

  it('leaves nothing open behind it, neither on Heute nor among the loose ends', async () => {
    const measureId = await evaluated('Bleibt geschlossen (Demo)');
    const id = await finding(planner, { statement: 'Geht weiter', fieldId, measureIds: [measureId] });
    app.clock.set('2026-06-01T10:00:00+02:00');
    planner = await signedInAgain(app, planner);
    const { items } = await planner.get<Page<LooseEnd>>(`/api/loose-ends?fieldId=${fieldId}`);
    expect(items.map((it) => it.id).filter((it) => it === measureId || it === id)).toEqual([]);
    const { lines } = await planner.get<TodayView>('/api/today');
    expect(lines.filter(({ text }) => text.includes('Bleibt geschlossen'))).toEqual([]);
  });
});
