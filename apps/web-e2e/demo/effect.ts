import type { TestApp } from '@runder-tisch/api/test';
import { clientOf } from './client';
import type { World } from '../world';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A Handlungsfeld whose results everybody may read, and a letter that stands there. */
export async function ofOutcomes(
  world: World,
  app: TestApp,
  accountId: string,
  ids: { returnMessage: string; evaluatedMeasure: string },
) {
  const planner = await clientOf(world, app, accountId);
  const { field } = await world.measures.measureView(planner, ids.evaluatedMeasure);
  await planner.post(`/api/fields-of-action/${field?.id}/publish`);
  await world.feedback.publishReturnMessage(planner, ids.returnMessage);
  return { publishedField: field?.id ?? '', publicLetter: ids.returnMessage };
}

/** A Handlungsfeld with much of everything, and with what contradicts itself, for its page. */
export async function ofField(world: World, app: TestApp, accountId: string) {
  const planner = await clientOf(world, app, accountId);
  const { evaluation, feedback, findings, measures } = world;
  const [field] = await world.lists.fieldsOfAction(planner);
  const fieldId = field?.id ?? '';
  const said = async (text: string, facts: object): Promise<string> => {
    const id = await feedback.checkedFeedback(planner, { text, ...facts });
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
  const said = (text: string): Promise<string> =>
    world.feedback.checkedFeedback(planner, { text, organisationId });
  const waiting = await said(
    'Wer in Zerbst Schulden hat, wartet zwölf Wochen auf den ersten Termin. Viele geben vorher auf.',
  );
  const incomingLetter = await world.letters.enterLetter(planner, {
    subject: 'Stellungnahme zur Schuldnerberatung',
    text: 'Guten Tag,\n\nwer Schulden hat, braucht bald einen Termin. Zwölf Wochen sind zu lang.\n\nDie Beratung soll auch abends offen sein.\n\nMit freundlichen Grüßen',
    organisationId,
  });
  await world.letters.markPassage(planner, incomingLetter, 'Zwölf Wochen sind zu lang.');
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
  // The organisation sees it once nobody can take it back any more.
  app.clock.set(new Date(app.clock.now().getTime() + 2 * MINUTE));
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
  return { incomingLetter, writtenOrganisation: organisationId, yearLetter, letterToken };
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
