import type { OwnFeedbackView } from '@runder-tisch/domain/feedback';
import { argument } from '@runder-tisch/scenario/condensing';
import { concluded, evaluationGoal, seenValue } from '@runder-tisch/scenario/evaluation';
import {
  answerFeedback,
  decideFeedback,
  linkFeedback,
  triageFeedback,
  voice,
} from '@runder-tisch/scenario/feedback';
import {
  decide,
  finding,
  moveFinding,
  movePriority,
  moveRecommendation,
  priority,
  recommendation,
} from '@runder-tisch/scenario/findings';
import { organisation } from '@runder-tisch/scenario/actors';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { measure, moveMeasure } from '@runder-tisch/scenario/measures';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

/** What nobody but its sender and the office may ever read. */
const CANARY = 'Kanarienvogel';

describe('What became of a Hinweis, told to whoever gave it', () => {
  let app: TestApp;
  let planner: SignedIn;
  let provider: SignedIn;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T09:00:00+01:00' });
    planner = await signedIn(app, 'planner');
    provider = await signedIn(app, 'provider');
    fieldId = await fieldOfAction(planner, 'Schulden');
  });
  afterAll(() => app.close());

  interface Given {
    id: string;
    code: string;
  }

  /** Without a name, checked and linked. */
  async function heard(text: string): Promise<Given> {
    const given = await voice(provider, { voice: 'UNNAMED', text });
    const { items } = await planner.get<{ items: { id: string; number: string }[] }>(
      '/api/feedback?limit=100',
    );
    const id = items.find((it) => it.number === given.number)?.id ?? '';
    await triageFeedback(planner, id);
    await linkFeedback(planner, id, fieldId);
    return { id, code: given.code ?? '' };
  }

  async function page({ code }: Given): Promise<string> {
    const answer = await fetch(`${app.url}/hinweis/${code}`);
    expect(answer.status).toBe(200);
    return (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  }

  async function resting(
    feedbackIds: string[],
    statement: string,
  ): Promise<{ findingId: string; priorityId: string }> {
    const findingId = await finding(planner, { statement, fieldId, feedbackIds });
    return {
      findingId,
      priorityId: await priority(planner, { title: 'Beratung stärken', fieldId, findingIds: [findingId] }),
    };
  }

  it('goes on from the Befund to the decision, the measure and its effect, each once it may be known', async () => {
    const own = await heard('Ich warte seit Monaten auf einen Termin.');
    const other = await heard(`${CANARY} wartet auch.`);
    expect(await page(own)).not.toContain('Was daraus wurde');

    const { findingId, priorityId } = await resting(
      [own.id, other.id],
      'Auf Beratung wartet man zwölf Wochen.',
    );
    expect(await page(own)).not.toContain('zwölf Wochen');
    await moveFinding(planner, findingId, 'confirm');
    const told = await page(own);
    expect(told).toContain('Was daraus wurde');
    expect(told).toContain('Auf Beratung wartet man zwölf Wochen.');
    expect(told).not.toContain('Beratung stärken');

    await movePriority(planner, priorityId, 'propose');
    const recommendationId = await recommendation(planner, {
      wording: 'Der Landkreis richtet eine zweite Stelle ein.',
      fieldId,
      priorityIds: [priorityId],
    });
    expect(await page(own)).not.toContain('zweite Stelle');
    await moveRecommendation(planner, recommendationId, 'submit');
    const submitted = await page(own);
    expect(submitted).toContain('Der Landkreis richtet eine zweite Stelle ein.');
    expect(submitted).toContain('An: Kreistag');
    expect(submitted).toContain('noch ohne Beschluss');
    expect(submitted).not.toContain('Beratung stärken');
    await movePriority(planner, priorityId, 'set');
    expect(await page(own)).toContain('Beratung stärken');

    await decide(planner, recommendationId, {
      bodyName: 'Kreistag',
      result: 'CHANGED',
      final: true,
      wording: 'Der Landkreis richtet eine halbe Stelle ein.',
      reason: 'Der Haushalt trägt keine ganze.',
    });
    const decided = await page(own);
    expect(decided).toContain('halbe Stelle');
    expect(decided).not.toContain('zweite Stelle');
    expect(decided).toContain('Geändert angenommen am 12. März 2026 (Kreistag).');
    expect(decided).toContain('Begründung: Der Haushalt trägt keine ganze.');

    const lead = await organisation(planner, { name: 'Schuldnerhilfe (Demo)' });
    const measureId = await measure(planner, {
      title: 'Halbe Stelle Schuldnerberatung',
      ...{ fieldId, leadOrganisationId: lead, recommendationIds: [recommendationId] },
    });
    expect(await page(own)).not.toContain('Halbe Stelle Schuldnerberatung');
    await moveMeasure(planner, measureId, 'approve');
    await moveMeasure(planner, measureId, 'start');
    const { version } = await planner.get<{ version: number }>(`/api/measures/${measureId}`);
    await planner.put(
      `/api/measures/${measureId}/status`,
      { status: 'AT_RISK', reason: 'Die Stelle ist noch nicht besetzt.' },
      version,
    );
    await evaluationGoal(planner, measureId, { unit: 'Kanarientage' });
    await seenValue(planner, measureId, { seenOn: '2026-11-01', value: 84.321 });
    await concluded(planner, measureId, { otherInfluences: 'Die Zinsen sind gefallen.' });
    const running = await page(own);
    expect(running).toContain('Halbe Stelle Schuldnerberatung');
    expect(running).toContain('Federführend: Schuldnerhilfe (Demo)');
    expect(running).toContain(
      'Stand: gefährdet, so eingeschätzt von der Sozialplanung: Die Stelle ist noch nicht besetzt.',
    );
    expect(running).toContain('Wirkung: unverändert');
    expect(running).not.toMatch(/84[.,]3/);
    expect(running).not.toContain('Kanarientage');
    expect(running).not.toContain('Zinsen');
    expect(running).not.toContain(CANARY);
    await concluded(planner, measureId, {
      ...{
        conclusion: 'Noch keine Wirkung.',
        consequence: 'Weiter.',
        otherInfluences: 'Die Zinsen sind gefallen.',
      },
      evaluatedOn: '2026-11-22',
    });
    expect(await page(own)).toContain('Was sonst gewirkt haben kann: Die Zinsen sind gefallen.');

    await moveFinding(planner, findingId, 'reopen');
    expect(await page(own)).not.toContain('Was daraus wurde');
  });

  it('follows an argument it carries, and says nothing of what it does not stand behind', async () => {
    const [carried, apart] = [
      await heard('Der Bus fährt abends nicht.'),
      await heard('Mehr Licht am Platz.'),
    ];
    const { id: argumentId } = await argument(planner, {
      title: 'Kein Bus am Abend',
      ...{ fieldId, feedbackIds: [carried.id] },
    });
    const findingId = await finding(planner, {
      statement: 'Abends fehlt der Bus.',
      fieldId,
      argumentIds: [argumentId],
    });
    await moveFinding(planner, findingId, 'confirm');
    expect(await page(carried)).toContain('Abends fehlt der Bus.');
    expect(await page(apart)).not.toContain('Abends fehlt der Bus.');
  });

  it('stands in the workspace of whoever gave it as well, words of others never', async () => {
    const { id } = await voice(provider, { voice: 'PERSONAL', text: 'Es fehlt ein Sprechtag.' });
    const givenId = id ?? '';
    await triageFeedback(planner, givenId);
    await linkFeedback(planner, givenId, fieldId);
    await decideFeedback(planner, givenId, { decision: 'INCORPORATED', reason: 'Ja.' });
    await answerFeedback(planner, givenId, 'Danke.');
    const { findingId } = await resting(
      [givenId, (await heard(`${CANARY} auch.`)).id],
      'Ein Sprechtag fehlt.',
    );
    await moveFinding(planner, findingId, 'confirm');
    const view = await provider.get<OwnFeedbackView>(`/api/feedback/${givenId}`);
    expect(view.outcomes).toMatchObject([{ kind: 'finding', text: 'Ein Sprechtag fehlt.', from: [] }]);
    expect(JSON.stringify(view)).not.toContain(CANARY);
  });
});
