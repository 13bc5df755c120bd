import type { BriefingView } from '@runder-tisch/domain/briefing';
import { linkFeedback } from '@runder-tisch/scenario/feedback';
import { indicatorByCode, indicatorView } from '@runder-tisch/scenario/indicators';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { readFeedback } from '../../test/finding-world';
import { recordValues, type ToldValue } from '../../test/indicators/record-values';
import { elementsWith, readPdf } from '../../test/pdf/read-pdf';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('The figures of a Handlungsfeld', () => {
  let app: TestApp;
  let planner: SignedIn;
  let reader: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    [planner, reader] = await Promise.all([signedIn(app, 'planner'), signedIn(app, 'reader')]);
    await planner.post('/api/municipalities', { ags: '15082005', name: 'Aken (Elbe)', planningAreaId: null });
  });
  afterAll(() => app.close());

  const briefing = (fieldId: string, client = planner): Promise<BriefingView> =>
    client.get(`/api/fields-of-action/${fieldId}/briefing`);
  const record = async (fieldId: string, code: string, ...values: Partial<ToldValue>[]): Promise<void> => {
    const { id, version } = await indicatorView(planner, (await indicatorByCode(planner, code)).id);
    const view = await indicatorView(planner, id);
    await planner.put(`/api/indicators/${id}`, { fieldId, infrastructure: false, active: true }, version);
    const of = { indicatorId: id, versionId: view.current.id };
    await recordValues(app, ...values.map((it) => ({ ...of, territoryStatus: it.periodEnd ?? null, ...it })));
  };
  const share = (periodEnd: string, numerator: number): Partial<ToldValue> => ({
    periodEnd,
    value: numerator / 100,
    numerator,
    denominator: 10_000,
  });

  it('are none before there is a value, four tiles at most, and the others are counted', async () => {
    const fieldId = await fieldOfAction(planner, 'Kacheln');
    expect(await briefing(fieldId)).toMatchObject({ figures: [], furtherFigures: 0 });
    await record(fieldId, 'SOZ-01', share('2024-12-31', 2000), share('2025-12-31', 1500));
    for (const code of ['SOZ-05', 'SOZ-06', 'SOZ-07', 'SOZ-08'])
      await record(fieldId, code, share('2025-12-31', 900));
    const view = await briefing(fieldId);
    expect(view.furtherFigures).toBe(1);
    expect(view.figures.map(({ code }) => code)).toEqual(['SOZ-01', 'SOZ-05', 'SOZ-06', 'SOZ-07']);
    expect(view.figures[0]).toMatchObject({
      name: 'Mindestsicherungsquote',
      value: '15,0 %',
      period: '31.12.2025',
      trend: 'seit 31.12.2024 um 5,0 Prozentpunkte gefallen, mehr als durch Zufall',
      turn: 'BETTER',
    });
  });

  it('show readers nothing that is not to be published', async () => {
    const fieldId = await fieldOfAction(planner, 'Gesperrtes');
    await record(fieldId, 'SOZ-02', { ...share('2026-06-30', 7700), disclosure: 'PRIMARY' });
    expect((await briefing(fieldId)).figures[0]?.value).toBe('77,0 %');
    expect(JSON.stringify(await briefing(fieldId, reader))).not.toContain('77,0');
    await app.database.rows(
      `update observation set superseded_at = recorded_at where period_end = '2026-06-30'`,
    );
  });

  it('stand against voices: better, while clearly more Hinweise are critical', async () => {
    const fieldId = await fieldOfAction(planner, 'Gegen Stimmen');
    await record(fieldId, 'SOZ-03', share('2024-12-31', 2000), share('2025-12-31', 1500));
    const kinds = async (client = planner) =>
      (await briefing(fieldId, client)).contradictions.map(({ kind }) => kind);
    expect(await kinds()).not.toContain('FIGURES_AGAINST_VOICES');
    for (let index = 0; index < 7; index += 1) {
      const id = await readFeedback(planner, `Das Geld reicht nicht, Stimme ${index}`, {
        sentiment: 'NEGATIVE',
      });
      await linkFeedback(planner, id, fieldId);
    }
    const { contradictions } = await briefing(fieldId);
    expect(contradictions[0]).toMatchObject({
      kind: 'FIGURES_AGAINST_VOICES',
      says: expect.stringMatching(
        /^„[^“]+“ ist besser geworden .+ 7 Hinweise in den letzten 12 Monaten statt 0 davor\.$/,
      ),
    });
    // Voices are not for those who decide.
    expect(await kinds(reader)).not.toContain('FIGURES_AGAINST_VOICES');
  });

  it('stand on the Sprechzettel', async () => {
    const fieldId = await fieldOfAction(planner, 'Zettel');
    await record(fieldId, 'SOZ-04', share('2025-12-31', 1500));
    const answer = await planner.raw('GET', `/api/fields-of-action/${fieldId}/briefing.pdf`);
    const { structure } = readPdf(Buffer.from(await answer.arrayBuffer()));
    expect(elementsWith(structure, 'H2').map(({ text }) => text)).toContain('Zahlen');
    expect(structure.text).toContain('Leistungsberechtigten: 15,0 %');
  });
});
