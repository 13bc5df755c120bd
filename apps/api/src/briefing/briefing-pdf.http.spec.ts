import { organisation } from '@runder-tisch/scenario/actors';
import { evaluationGoal, seenValue } from '@runder-tisch/scenario/evaluation';
import { decide, moveFinding, moveRecommendation } from '@runder-tisch/scenario/findings';
import { fieldOfAction, municipality } from '@runder-tisch/scenario/lists';
import { moveMeasure, runningMeasure } from '@runder-tisch/scenario/measures';
import { publishedService, wholeService } from '@runder-tisch/scenario/social-services';
import { chain, grounded } from '../../test/finding-world';
import { checkPdf } from '../../test/pdf/check-pdf';
import { elementsWith, readPdf } from '../../test/pdf/read-pdf';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

const LONG = 'Wortreich: Familienunterstützungsdienstleistungen fehlen nach Angaben der Träger. ';

describe('The Sprechzettel', () => {
  let app: TestApp;
  let planner: SignedIn;
  let reader: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    [planner, reader] = await Promise.all([signedIn(app, 'planner'), signedIn(app, 'reader')]);
  });
  afterAll(() => app.close());

  const sheet = async (fieldId: string, client = planner): Promise<Buffer> => {
    const answer = await client.raw('GET', `/api/fields-of-action/${fieldId}/briefing.pdf`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    return Buffer.from(await answer.arrayBuffer());
  };

  it('is one page that says for whom, of which day and that there is nothing yet', async () => {
    const bytes = await sheet(await fieldOfAction(planner, 'Noch leer'));
    const { pages, structure } = readPdf(bytes);
    expect(checkPdf(bytes)).toEqual([]);
    expect(pages).toHaveLength(1);
    expect(structure.text).toContain('Noch leer');
    expect(structure.text).toMatch(/Sprechzettel, Stand 23\. November 2026, für \S+/);
    expect(structure.text).toContain('gibt es noch keinen Hinweis');
  });

  it('stays one page with much of everything, and counts what has no room', async () => {
    const fieldId = await fieldOfAction(
      planner,
      'Hilfen für Familien, Kinder und Jugendliche in allen Lebenslagen',
    );
    for (let index = 0; index < 8; index += 1) {
      const words = `${index} ${LONG.repeat(index % 2 ? 4 : 1)}`;
      const { findingId, recommendationId } = await chain(planner, fieldId, words.slice(0, 190));
      await moveRecommendation(planner, recommendationId, 'submit');
      if (index % 2) continue;
      await decide(planner, recommendationId, { result: 'ACCEPTED', final: true });
      await moveFinding(planner, findingId, 'reopen');
      const id = await runningMeasure(planner, {
        title: `${words}`.slice(0, 190),
        fieldId,
        recommendationIds: [recommendationId],
        dueOn: '2026-10-01',
        milestones: [{ id: null, title: LONG.slice(0, 80), dueOn: '2026-02-01', doneOn: null }],
      });
      await evaluationGoal(planner, id);
      await seenValue(planner, id, { seenOn: '2026-11-02', value: 99 });
      if (index % 4 === 0) await moveMeasure(planner, id, 'complete', { on: '2026-11-01' });
    }
    for (let index = 0; index < 4; index += 1) await grounded(planner, fieldId, `${index} ${LONG.repeat(5)}`);
    let municipalityId = '';
    for (let index = 0; index < 20; index += 1)
      municipalityId = await municipality(planner, {
        name: `Verwaltungsgemeinschaft Langenname ${index} (Probe)`,
        ags: `150001${10 + index}`,
      });
    const house = await organisation(planner, { name: 'Haus der Beratung (Demo)' });
    await publishedService(
      planner,
      planner,
      await wholeService(planner, house, {
        title: `Beratung ${LONG}`.slice(0, 110),
        fieldId,
        municipalityId,
        waitingDays: 120,
        waitingOn: '2026-11-01',
      }),
    );

    for (const client of [planner, reader]) {
      const bytes = await sheet(fieldId, client);
      const { pages, structure } = readPdf(bytes);
      expect(checkPdf(bytes)).toEqual([]);
      expect(pages).toHaveLength(1);
      const headings = elementsWith(structure, 'H2').map(({ text }) => text);
      expect(headings).toEqual(
        expect.arrayContaining(['Widersprüche', 'Angebote', 'Maßnahmen', 'Empfehlungen']),
      );
      expect(headings.includes('Stimmen und Befunde')).toBe(client === planner);
      expect(structure.text).toContain('verschlechtert');
      expect(structure.text).toContain('im Verzug');
      expect(structure.text).toMatch(/und \d+ weitere/);
      expect(structure.text.includes('B-2026')).toBe(client === planner);
    }
  });
});
