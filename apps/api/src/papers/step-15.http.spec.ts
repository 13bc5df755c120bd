import { plainText } from '@runder-tisch/domain/documents';
import type { TraceView } from '@runder-tisch/domain/trace';
import { refusalOf, RefusedError } from '@runder-tisch/scenario/client';
import { moveRecommendation, recommendationView } from '@runder-tisch/scenario/findings';
import { committee, fieldOfAction } from '@runder-tisch/scenario/lists';
import { invitedMeeting, staffMeeting } from '@runder-tisch/scenario/meetings';
import {
  agendaTopic,
  enterResult,
  matters,
  schedule,
  submittedPaper,
} from '@runder-tisch/scenario/council/papers';
import { keepCommitteeSession } from '@runder-tisch/scenario/council/committee-sessions';
import { approveMinutes, endSession, guest, minutesLine, protocolOf } from '@runder-tisch/scenario/session';
import { chain } from '../../test/finding-world';
import { type SignedIn, signedIn, signedInAgain } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

/** Step 15 of the acceptance script, as far as it is reached without the document editor: the pack comes with Unterlagen. */
describe('The session of 5 June 2025', () => {
  let app: TestApp;
  let planner: SignedIn;
  let meetingId: string;
  let items: readonly { id: string; title: string }[];

  beforeAll(async () => {
    app = await testApp({ now: '2025-05-12T08:00:00Z', smtp: false });
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  const traced = async (kind: string, id: string): Promise<string> =>
    JSON.stringify(await planner.get<TraceView>(`/api/trace/${kind}/${id}`));

  it('has Befunde on its agenda, and its minutes wait for the votes on its papers', async () => {
    const committeeId = await committee(planner, { name: 'Sozialausschuss (Demo)' });
    const social = await fieldOfAction(planner, 'Öffentliche Sozialleistungen');
    const people = await fieldOfAction(planner, 'Demografie und Sozialstruktur');
    const [benefits, ageing] = [
      await chain(planner, social, 'Wohngeld dauert fünf Monate'),
      await chain(planner, people, 'Dörfer werden älter'),
    ];
    await moveRecommendation(planner, benefits.recommendationId, 'submit');
    ({ id: meetingId } = await invitedMeeting(planner, {
      type: 'COMMITTEE',
      title: 'Sitzung des Sozialausschusses',
      committeeId,
      day: '2025-06-05',
      agenda: ['Lage der Sozialleistungen', 'Lage der Bevölkerung'],
      invitees: ['vorsitz@gremium.test'],
    }));
    items = (await staffMeeting(planner, meetingId)).agenda;
    for (const [index, { findingId }] of [benefits, ageing].entries())
      await agendaTopic(planner, meetingId, {
        agendaItemId: items[index]?.id ?? '',
        kind: 'finding',
        objectId: findingId,
      });
    const topics = (await matters(planner, meetingId)).items.flatMap((it) => it.topics);
    expect(topics.map((it) => it.path)).toEqual([
      `/planung/befunde/${benefits.findingId}`,
      `/planung/befunde/${ageing.findingId}`,
    ]);

    const facts = {
      title: 'Wohngeld beschleunigen',
      proposal: 'Der Ausschuss beschließt zwei Stellen.',
      recommendationIds: [benefits.recommendationId],
    };
    const submitted = await submittedPaper(planner, facts, [committeeId]);
    const scheduled = await schedule(planner, submitted.consultations[0] ?? missing(), meetingId);
    app.clock.set('2025-06-05T16:00:00Z');
    planner = await signedInAgain(app, planner);
    await minutesLine(planner, meetingId, {
      kind: 'TEXT',
      text: 'Der Ausschuss beriet.',
      agendaItemId: items[0]?.id ?? '',
    });
    await guest(planner, meetingId, 'Vorsitz');
    await endSession(planner, meetingId);
    await keepCommitteeSession(planner, meetingId, { quorumWords: 'Der Ausschuss war beschlussfähig.' });

    const refused: unknown = await approveMinutes(planner, meetingId).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RefusedError);
    const { problem } = refused as RefusedError;
    expect(problem.code).toBe('committee-minutes-incomplete');
    expect(problem.errors.map((it) => it.detail)).toEqual([
      `TOP 3: Zur Vorlage ${submitted.number} fehlt, wie abgestimmt wurde.`,
    ]);
    const uncounted = { resolutionNumber: 'SA-7/2025', votesYes: null };
    const consulted = scheduled.consultations[0] ?? missing();
    expect(await refusalOf(enterResult(planner, consulted, uncounted))).toBe('consultation-votes-missing');

    const adopted = await enterResult(planner, consulted, { resolutionNumber: 'SA-7/2025' });
    expect(adopted).toMatchObject({ state: 'ADOPTED', consultations: [{ decidedOn: '2025-06-05' }] });
    await approveMinutes(planner, meetingId);
    const { content } = await protocolOf(planner, meetingId);
    const words = content.blocks.flatMap((it) => (it.kind === 'paragraph' ? [plainText(it.runs)] : []));
    expect(words).toContain('Der Ausschuss beschließt zwei Stellen.');
    expect(words).toContain('Ergebnis: Angenommen, Beschluss SA-7/2025, 9 dafür, 1 dagegen, 2 enthalten');

    // What was decided stands on the recommendation, with the way to session and paper.
    const recommendation = await recommendationView(planner, benefits.recommendationId);
    expect(recommendation).toMatchObject({
      state: 'ACCEPTED',
      decisions: [
        {
          bodyName: 'Sozialausschuss (Demo)',
          decidedOn: '2025-06-05',
          reference: `${submitted.number}, SA-7/2025`,
          meetingId,
          sourcePath: `/planung/vorlagen/${submitted.id}`,
          wording: recommendation.wording,
        },
      ],
    });
    const withdrawn = planner.post(
      `/api/recommendations/${recommendation.id}/decisions/${recommendation.decisions[0]?.id}/remove`,
      {},
      recommendation.version,
    );
    expect(await refusalOf(withdrawn)).toBe('decision-from-paper');
    expect(await traced('recommendation', recommendation.id)).toContain(
      `${submitted.number} · Wohngeld beschleunigen`,
    );
  });
});

function missing(): never {
  throw new Error('The paper has no consultation.');
}
