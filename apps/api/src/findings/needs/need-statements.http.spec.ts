import type { NeedStatementView } from '@runder-tisch/domain/findings';
import { SaveNeedStatement } from '@runder-tisch/domain/findings/need-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { refusalOf } from '@runder-tisch/scenario/client';
import { fieldOfAction, planningArea } from '@runder-tisch/scenario/lists';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Bestand, Bedarf and Lücke', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Bestand und Bedarf');
  });
  afterAll(() => app.close());

  const entered = (facts: Partial<SaveNeedStatement>): Promise<{ id: string }> =>
    planner.post('/api/need-statements', {
      ...Object.assign(
        new SaveNeedStatement(),
        { source: 'Bestandserhebung 2026', asOf: '2026-06-30' },
        facts,
      ),
      fieldId,
    });
  const stated = async (): Promise<NeedStatementView[]> =>
    (await planner.get<Page<NeedStatementView>>(`/api/need-statements?fieldId=${fieldId}`)).items;

  it('are stated for the county and for each Planungsraum, once each, with source and date', async () => {
    const planningAreaId = await planningArea(planner, 'Zerbst (Probe)');
    await entered({ planningAreaId, stock: 'Zwei Beratungsstellen', gap: 'Keine in Loburg' });
    await entered({ need: 'Vier Beratungsstellen' });
    expect((await stated()).map((it) => [it.planningArea?.name ?? null, it.stock, it.need])).toEqual([
      [null, '', 'Vier Beratungsstellen'],
      ['Zerbst (Probe)', 'Zwei Beratungsstellen', ''],
    ]);
    for (const again of [{ planningAreaId }, {}])
      expect(await refusalOf(entered({ ...again, need: 'Noch einmal' }))).toBe('need-statement-taken');
    expect(await refusalOf(entered({ source: 'Leer' }))).toBe('need-statement-empty');
  });

  it('are changed and taken away again', async () => {
    const planningAreaId = await planningArea(planner, 'Köthen (Probe)');
    await entered({ planningAreaId, need: 'Drei Beratungsstellen' });
    const own = async () => (await stated()).filter((it) => it.planningArea?.name === 'Köthen (Probe)');
    const [first] = await own();
    const { id = '', version = 0 } = first ?? {};
    const request = Object.assign(new SaveNeedStatement(), {
      planningAreaId,
      need: 'Fünf Beratungsstellen',
      source: 'Neue Erhebung',
      asOf: '2026-09-30',
    });
    await planner.put(`/api/need-statements/${id}`, request, version);
    expect((await own())[0]).toMatchObject({ need: 'Fünf Beratungsstellen', asOf: '2026-09-30' });
    await planner.delete(`/api/need-statements/${id}`);
    expect(await own()).toEqual([]);
    expect(await refusalOf(planner.delete(`/api/need-statements/${id}`))).toBe('not-found');
  });
});
