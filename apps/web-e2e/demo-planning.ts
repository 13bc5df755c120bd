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
