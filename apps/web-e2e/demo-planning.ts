import type { TestApp } from '@runder-tisch/api/test';
import { clientOf } from './demo-client';
import type { World } from './world';

const DAY = 86_400_000;

/** Groups and arguments are not in the kept demo yet: one of each is made for its page. */
export async function ofCondensing(world: World, app: TestApp, accountId: string, fieldId: string) {
  const planner = await clientOf(world, app, accountId);
  const checked = await app.database.rows<{ id: string }>(
    `select id from feedback where triaged_text is not null order by number limit 6`,
  );
  const ids = checked.map(({ id }) => id);
  const made = await world.condensing.argument(planner, {
    title: 'Anträge sind zu schwer zu verstehen (Demo)',
    summary: 'Formulare und Bescheide sind ohne Hilfe kaum zu verstehen.',
    fieldId,
    feedbackIds: ids.slice(0, 4),
  });
  await planner.put(`/api/arguments/${made.id}/feedback/${ids[0]}`, { individual: 'betrifft auch Wohngeld' });
  const group = await world.condensing.feedbackGroup(planner, 'Anträge und Bescheide (Demo)', ids);
  return { argument: made.id, group: group.id };
}

/** A Punktabfrage that runs and one that is closed, each with the points of some phones. */
export async function ofPoints(world: World, app: TestApp, accountId: string) {
  const planner = await clientOf(world, app, accountId);
  const { prioritisation: points } = world;
  const begun = async (question: string) => {
    const id = await points.openPrioritisation(planner, { question, places: 24, pointsPerPerson: 3 });
    const { options } = await points.prioritisationView(planner, id);
    const path = await points.joinPath(planner, id);
    for (const given of [
      [2, 1, 0],
      [1, 2, 0],
      [3, 0, 0],
      [0, 2, 0],
    ]) {
      const phone = new points.Phone(app.url);
      await phone.open(path);
      await phone.give(path, options, given);
    }
    return { id, code: path.replace('/punkte/', '') };
  };
  const running = await begun('Was ist am dringendsten? (Demo)');
  const closed = await begun('Womit fangen wir an? (Demo)');
  await points.closePrioritisation(planner, closed.id);
  return { runningPoints: running.id, closedPoints: closed.id, pointsCode: running.code };
}

/** Befunde and what follows from them are not in the kept demo yet: a chain is made for their pages. */
export async function ofFindings(world: World, app: TestApp, accountId: string) {
  const planner = await clientOf(world, app, accountId);
  const [field] = await world.lists.fieldsOfAction(planner);
  const fieldId = field?.id ?? '';
  const hinweis = await world.feedback.feedback(planner, { text: 'Der Antrag lag fünf Monate.' });
  await world.feedback.triageFeedback(planner, hinweis.id);
  const finding = await world.findings.finding(planner, {
    statement: 'Leistungen erreichen Berechtigte spät oder gar nicht.',
    caveat: 'Zahlen der Wohngeldstelle liegen noch nicht vor.',
    fieldId,
    feedbackIds: [hinweis.id],
    silence: 'Von Berufstätigen mit kleinem Einkommen kam nichts.',
  });
  await world.findings.moveFinding(planner, finding, 'confirm');
  const priority = await world.findings.priority(planner, {
    title: 'Zugang zu Leistungen',
    fieldId,
    findingIds: [finding],
  });
  await world.findings.movePriority(planner, priority, 'propose');
  const recommendation = await world.findings.recommendation(planner, {
    wording: 'Der Landkreis richtet zwei Stellen für Antragslotsen ein und evaluiert sie nach einem Jahr.',
    fieldId,
    priorityIds: [priority],
  });
  await world.findings.moveRecommendation(planner, recommendation, 'submit');
  await world.findings.decide(planner, recommendation, {
    result: 'CHANGED',
    wording: 'Der Landkreis richtet eine Stelle für Antragslotsen ein und evaluiert sie nach zwei Jahren.',
    reason: 'Der Haushalt trägt zunächst eine Stelle.',
    reference: 'BV/0123/2026 (Demo)',
    final: true,
    votesYes: 31,
    votesNo: 6,
    votesAbstained: 4,
  });
  await world.findings.changePriority(planner, priority, { title: 'Leichter Zugang zu Leistungen' });
  return { finding, priority, recommendation };
}

/** Maßnahmen are not in the kept demo yet: some are made for their pages. */
export async function ofMeasures(world: World, app: TestApp, accountId: string, ids: { shelter: string }) {
  const planner = await clientOf(world, app, accountId);
  const { measure, moveMeasure, reportProgress, runningMeasure } = world.measures;
  const [lead] = await app.database.rows<{ id: string }>('select id from organisation order by name limit 1');
  const running = await runningMeasure(planner, {
    title: 'Zweiter Beratungstag Schuldnerberatung in Zerbst (Demo)',
    target: 'Wartezeit in der Außenstelle von 84 auf 42 Tage',
    kind: 'PROJECT',
    leadOrganisationId: lead?.id ?? null,
    startsOn: '2025-09-01',
    dueOn: '2026-12-31',
    funder: 'Stiftung (Demo)',
    fundingUntil: '2026-12-31',
    fundingSource: 'Land',
    costs: [
      { year: 2025, oneOff: 4000, yearly: 6000 },
      { year: 2026, oneOff: 0, yearly: 18_000 },
    ],
    milestones: [
      { id: null, title: 'Raum gefunden', dueOn: '2025-10-31', doneOn: '2025-10-20' },
      { id: null, title: 'Stelle besetzt', dueOn: '2026-02-01', doneOn: null },
    ],
  });
  await reportProgress(planner, running, {
    standing: 'AT_RISK',
    words: 'Die halbe Stelle ist noch unbesetzt.',
  });
  const step = await measure(planner, {
    title: 'Antragslotsen für Grundsicherung im Alter (Demo)',
    kind: 'PROVISIONAL_STEP',
    costNeutral: true,
    startsOn: '2026-03-01',
    dueOn: '2026-09-30',
  });
  await moveMeasure(planner, step, 'start');
  const progressToken = await app.get(world.Database).write(world.systemViewer, 'test.links', (tx) =>
    app.get(world.MailLinks).create(tx, {
      purpose: 'measure-progress',
      personId: ids.shelter,
      objectKind: 'measure',
      objectId: running,
      expiresAt: new Date(app.clock.now().getTime() + 30 * DAY),
    }),
  );
  return { measure: running, progressToken };
}

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
