import type { TestApp } from '@runder-tisch/api/test';
import { clientOf } from './demo-client';
import type { World } from './world';

/** A Handlungsfeld with much of everything, and with what contradicts itself, for its page. */
export async function ofField(world: World, app: TestApp, accountId: string) {
  const planner = await clientOf(world, app, accountId);
  const { evaluation, feedback, findings, measures } = world;
  const [field] = await world.lists.fieldsOfAction(planner);
  const fieldId = field?.id ?? '';
  const said = async (text: string, facts: object): Promise<string> => {
    const { id } = await feedback.feedback(planner, { text, ...facts });
    await feedback.triageFeedback(planner, id);
    await feedback.linkFeedback(planner, id, fieldId);
    return id;
  };
  const chain = async (statement: string, wording: string, feedbackIds: string[]) => {
    const finding = await findings.finding(planner, { statement, fieldId, feedbackIds });
    await findings.moveFinding(planner, finding, 'confirm');
    const priority = await findings.priority(planner, { title: statement, fieldId, findingIds: [finding] });
    await findings.movePriority(planner, priority, 'propose');
    const recommendation = await findings.recommendation(planner, {
      wording,
      fieldId,
      priorityIds: [priority],
    });
    await findings.moveRecommendation(planner, recommendation, 'submit');
    return { finding, recommendation };
  };
  const complaint = await said('Auf den ersten Termin warten wir zwölf Wochen.', {
    source: 'CITIZEN',
    sentiment: 'NEGATIVE',
  });
  const praise = await said('Der zweite Beratungstag hat uns geholfen.', {
    source: 'PROVIDER',
    sentiment: 'POSITIVE',
  });
  const third = await said('Abends erreicht man niemanden.', { source: 'COMMITTEE' });
  const { finding, recommendation } = await chain(
    'Ratsuchende warten auf den ersten Termin der Schuldnerberatung länger als zehn Wochen.',
    'Der Landkreis finanziert einen zweiten Beratungstag und veröffentlicht die Wartezeiten vierteljährlich.',
    [complaint, praise, third],
  );
  await findings.decide(planner, recommendation, {
    result: 'ACCEPTED',
    final: true,
    decidedOn: '2026-02-12',
  });
  const done = await measures.runningMeasure(planner, {
    title: 'Zweiter Beratungstag in Köthen (Demo)',
    fieldId,
    recommendationIds: [recommendation],
  });
  await evaluation.evaluationGoal(planner, done);
  await evaluation.seenValue(planner, done, { seenOn: '2026-06-30', value: 96 });
  await measures.moveMeasure(planner, done, 'complete', { on: '2026-03-01' });
  const late = await measures.runningMeasure(planner, {
    title: 'Sprechstunde am Abend, abwechselnd in Aken, Bitterfeld-Wolfen, Köthen und Zerbst (Demo)',
    fieldId,
    dueOn: '2026-01-31',
  });
  const { version } = await measures.measureView(planner, late);
  await planner.put(
    `/api/measures/${late}/status`,
    { status: 'AT_RISK', reason: 'Der Träger hat eine Vertretung zugesagt, der Raum fehlt noch.' },
    version,
  );
  await chain(
    'Formulare sind ohne Hilfe kaum auszufüllen.',
    'Der Landkreis führt Antragslotsen in allen Gemeinden ein.',
    [third],
  );
  await findings.moveFinding(planner, finding, 'reopen');
  return { fullField: fieldId };
}
