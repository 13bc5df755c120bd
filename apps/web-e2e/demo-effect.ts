import type { TestApp } from '@runder-tisch/api/test';
import { clientOf } from './demo-client';
import type { World } from './world';

const DAY = 86_400_000;

/** What came of a Hinweis up to its effect, and a Handlungsfeld whose results everybody may read. */
export async function ofOutcomes(
  world: World,
  app: TestApp,
  accountId: string,
  ids: {
    answeredFeedback: string;
    returnMessage: string;
    finding: string;
    priority: string;
    recommendation: string;
  },
) {
  const planner = await clientOf(world, app, accountId);
  const { findings, measures, evaluation } = world;
  await findings.addEvidence(planner, ids.finding, { feedbackIds: [ids.answeredFeedback] });
  await findings.movePriority(planner, ids.priority, 'set');
  const { field } = await findings.findingView(planner, ids.finding);
  const rejected = await findings.recommendation(planner, {
    wording: 'Der Landkreis öffnet in jeder Gemeinde eine eigene Antragsstelle.',
    ...{ fieldId: field.id, priorityIds: [ids.priority] },
  });
  await findings.moveRecommendation(planner, rejected, 'submit');
  await findings.decide(planner, rejected, {
    result: 'REJECTED',
    reason: 'Dafür reichen Personal und Räume nicht; die Lotsen kommen stattdessen in die Gemeinden.',
    final: true,
  });
  const [lead] = await app.database.rows<{ id: string }>('select id from organisation order by name limit 1');
  const lotsen = await measures.runningMeasure(planner, {
    title: 'Eine Stelle für Antragslotsen (Demo)',
    ...{ fieldId: field.id, leadOrganisationId: lead?.id ?? null, recommendationIds: [ids.recommendation] },
  });
  await evaluation.evaluationGoal(planner, lotsen, { title: 'Wartezeit auf einen Bescheid' });
  await evaluation.seenValue(planner, lotsen, { seenOn: '2025-09-01', value: 60 });
  const { version } = await measures.measureView(planner, lotsen);
  await planner.put(
    `/api/measures/${lotsen}/status`,
    { status: 'AT_RISK', reason: 'Die Stelle ist noch nicht besetzt.' },
    version,
  );
  await planner.post(`/api/fields-of-action/${field.id}/publish`);
  await world.feedback.publishReturnMessage(planner, ids.returnMessage);
  return { publishedField: field.id, publicLetter: ids.returnMessage };
}

/** A letter with a whole chain to the organisation of the provider, sent and since then overtaken. */
export async function ofLetters(
  world: World,
  app: TestApp,
  accounts: Readonly<Record<'planner' | 'provider', string>>,
) {
  const planner = await clientOf(world, app, accounts.planner);
  const [house] = await app.database.rows<{ id: string }>(
    `select representation.organisation_id as id from representation join account on account.person_id = representation.person_id
     where account.id = $1 order by representation.from_day limit 1`,
    [accounts.provider],
  );
  const organisationId = house?.id ?? '';
  const [field] = await world.lists.fieldsOfAction(planner);
  const fieldId = field?.id ?? '';
  const said = async (text: string): Promise<string> => {
    const { id } = await world.feedback.feedback(planner, { text, organisationId });
    await world.feedback.triageFeedback(planner, id);
    return id;
  };
  const waiting = await said(
    'Wer in Zerbst Schulden hat, wartet zwölf Wochen auf den ersten Termin. Viele geben vorher auf.',
  );
  const again = await said('In der Außenstelle gibt es seit dem Sommer keine Schuldnerberatung mehr.');
  await said('Der Aufzug im Beratungshaus ist seit März kaputt.');
  for (const id of [waiting, again]) {
    await world.feedback.linkFeedback(planner, id, fieldId);
    await world.feedback.decideFeedback(planner, id, {
      decision: 'INCORPORATED',
      reason: 'Drei weitere Stellen sagen dasselbe; die Statistik bestätigt es.',
    });
  }
  const finding = await world.findings.finding(planner, {
    statement: 'Schuldnerberatung ist im Norden des Landkreises nicht rechtzeitig erreichbar.',
    caveat: 'Für die Außenstelle liegen erst Zahlen aus zwei Jahren vor.',
    fieldId,
    feedbackIds: [waiting, again],
  });
  await world.findings.moveFinding(planner, finding, 'confirm');
  const priority = await world.findings.priority(planner, {
    title: 'Beratung in erreichbarer Nähe',
    fieldId,
    findingIds: [finding],
  });
  await world.findings.movePriority(planner, priority, 'propose');
  await world.findings.movePriority(planner, priority, 'set');
  const recommendation = await world.findings.recommendation(planner, {
    wording: 'Der Landkreis fördert zwei Beratungstage in der Woche in Zerbst.',
    fieldId,
    priorityIds: [priority],
  });
  await world.findings.moveRecommendation(planner, recommendation, 'submit');
  await world.findings.decide(planner, recommendation, {
    decidedOn: '2026-11-19',
    result: 'CHANGED',
    wording: 'Der Landkreis fördert einen Beratungstag in der Woche in Zerbst.',
    reason: 'Der Haushalt trägt zunächst einen Tag.',
    final: true,
  });
  const measure = await world.measures.runningMeasure(planner, {
    title: 'Beratungstag Schuldnerberatung (Demo)',
    fieldId,
    leadOrganisationId: organisationId,
    dueOn: '2027-06-30',
    recommendationIds: [recommendation],
  });
  const { version } = await world.measures.measureView(planner, measure);
  await planner.put(
    `/api/measures/${measure}/status`,
    { status: 'AT_RISK', reason: 'Die halbe Stelle ist noch unbesetzt.' },
    version,
  );
  await world.evaluation.evaluationGoal(planner, measure);
  await world.evaluation.seenValue(planner, measure, { seenOn: '2026-10-01', value: 70 });
  await otherHouses(world, planner, fieldId, organisationId);
  const letters = world.yearLetters;
  await letters.letterWords(planner, 2026, organisationId, 'Danke, dass Sie so hartnäckig nachfragen.');
  await letters.sendYearLetters(planner, 2026, [organisationId]);
  const { rows } = await letters.letterYear(planner, 2026);
  const yearLetter = rows.find(({ id }) => id === organisationId)?.sent?.id ?? '';
  const letterToken = await app.get(world.Database).write(world.systemViewer, 'test.links', (tx) =>
    app.get(world.MailLinks).create(tx, {
      purpose: 'year-letter',
      objectKind: 'year-letter',
      objectId: yearLetter,
      expiresAt: new Date(app.clock.now().getTime() + 30 * DAY),
    }),
  );
  return { writtenOrganisation: organisationId, yearLetter, letterToken };
}

/** Others who said something, some of them without an address. */
async function otherHouses(
  world: World,
  planner: Awaited<ReturnType<typeof clientOf>>,
  fieldId: string,
  but: string,
): Promise<void> {
  const { items } = await planner.get<{ items: { id: string }[] }>('/api/organisations?limit=14');
  const without = await world.actors.organisation(planner, { name: 'Nachbarschaftshilfe Fuhneaue (Demo)' });
  for (const [index, id] of [...items.map((it) => it.id), without].entries()) {
    if (id === but) continue;
    for (let said = 0; said <= index % 3; said += 1) {
      const { id: hint } = await world.feedback.feedback(planner, {
        text: `Die Wege zur Beratung sind zu weit (${index}.${said}).`,
        organisationId: id,
      });
      if (said > 0) continue;
      await world.feedback.triageFeedback(planner, hint);
      await world.feedback.linkFeedback(planner, hint, fieldId);
      await world.feedback.decideFeedback(planner, hint, {
        decision: 'PARTLY',
        reason: 'Wir prüfen Außenstellen.',
      });
    }
  }
}
