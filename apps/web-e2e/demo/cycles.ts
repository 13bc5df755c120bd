import type { Page } from '@runder-tisch/domain/lists';
import type { TestApp } from '@runder-tisch/api/test';
import type { World } from '../world';
import { clientOf } from './client';

type Planner = Awaited<ReturnType<typeof clientOf>>;

/** The order of topics, with two to move. */
export async function ofDecisions(world: World, app: TestApp, accountId: string) {
  const planner = await clientOf(world, app, accountId);
  await world.decisions.topic(planner, {
    name: 'Öffentliche Sozialleistungen (Demo)',
    urgency: 3,
    mandate: 2,
  });
  await world.decisions.topic(planner, { name: 'Demografie und Sozialstruktur (Demo)', urgency: 2 });
  return { decision: (await world.decisions.givenDecision(planner, 'TOPICS')).id };
}

/** Vorlagen are not in the kept demo yet: one is made for its page, adopted and under control. */
export async function ofPapers(world: World, app: TestApp, accountId: string) {
  const planner = await clientOf(world, app, accountId);
  const { items } = await planner.get<Page<{ id: string }>>('/api/committees');
  const { id: paper, consultations } = await world.papers.submittedPaper(
    planner,
    { title: 'Lotsen für Anträge (Demo)', applicant: 'Fraktion (Demo)', unit: 'Amt für Soziales (Demo)' },
    [items[0]?.id ?? ''],
  );
  const decided = { decidedOn: '2025-01-16', resolutionNumber: 'KT-4/2025' };
  const view = await world.papers.enterResult(planner, consultations[0] ?? { id: '', version: 0 }, decided);
  const control = await world.controls.control(planner, view.consultations[0]?.id ?? '');
  await world.controls.changeControl(planner, control, { dueOn: '2025-03-31' });
  await world.controls.moveControl(planner, control, 'delay', { reason: 'Die Stelle ist noch unbesetzt.' });
  return { paper, control };
}

/** A cycle with one of its steps, the Bauplan, the draft of its next version and a Methodenblatt. */
export async function ofCycles(world: World, app: TestApp, accountId: string) {
  const planner = await clientOf(world, app, accountId);
  const template = (await world.cycles.releasedTemplate(planner)).id;
  const [note] = await world.cycles.methodNotes(planner);
  const cycle = await world.cycles.cycle(planner, { name: '1. Zyklus' });
  const cycleStep = world.cycles.stepNamed(await world.cycles.cycleView(planner, cycle), '3.1').id;
  await judgedActors(world, planner, cycle);
  const discourse = await runningRound(world, planner, cycle);
  const templateDraft = (await world.cycles.templateDraft(planner)).id;
  return { cycle, cycleStep, discourse, template, templateDraft, methodNote: note?.id ?? '' };
}

/** Some organisations of the register and two groups of people, judged, with a gap in somebody's own words. */
async function judgedActors(world: World, planner: Planner, cycleId: string): Promise<void> {
  const { addActor, addActorGap, addActors, judgeActor } = world.actorAnalysis;
  const { items } = await planner.get<Page<{ id: string; name: string }>>(
    `/api/actor-analyses/${cycleId}/proposals?limit=7`,
  );
  await addActors(
    planner,
    cycleId,
    items.map(({ id }) => id),
  );
  for (const [at, { name }] of items.slice(0, 6).entries())
    await judgeActor(planner, cycleId, name, {
      influence: at < 2 ? 3 : at < 4 ? 2 : 1,
      affectedness: at % 2 === 0 ? 2 : 3,
      part: at < 2 ? 'CONTRIBUTES' : 'HEARD',
    });
  const groups = [
    { name: 'Alleinerziehende', affectedness: 3, part: 'INFORMED', note: 'Erreichbar über Kitas.' },
    { name: 'Pflegende Angehörige', affectedness: 3, part: 'HEARD', note: '' },
  ] as const;
  for (const group of groups) await addActor(planner, cycleId, { ...group, influence: 1 });
  const remedy = 'Schülervertretungen der Sekundarschulen einladen.';
  await addActorGap(planner, cycleId, 'Jugendliche ohne Verein', remedy);
}

/** The second round, which goes on with what the first has taught: with what the demo has of Befunde and formats. */
async function runningRound(world: World, planner: Planner, cycleId: string): Promise<string> {
  const { addToDiscourse, discourse, moveDiscourse } = world.discourse;
  const first = await discourse(planner, { cycleId, title: 'Wege zur Beratung (Demo)' });
  await moveDiscourse(planner, first, 'start');
  await moveDiscourse(planner, first, 'close', {
    reflection:
      'Zu den Abenden kamen vor allem Fachkräfte. Die nächste Runde geht in die Ortschaften und fragt Familien dort, wo sie ohnehin sind.',
  });
  const id = await discourse(planner, {
    cycleId,
    title: 'Familien im ländlichen Raum (Demo)',
    question: 'Was brauchen Familien in den Ortschaften, damit Hilfe bei ihnen ankommt?',
    startsOn: '2026-06-01',
    endsOn: '2027-03-31',
  });
  const some = async (path: string): Promise<string[]> => {
    const { items } = await planner.get<{ items: { id: string; state: string }[] }>(path);
    return items.filter(({ state }) => state !== 'DROPPED' && state !== 'CANCELLED').map((it) => it.id);
  };
  await addToDiscourse(planner, id, 'findings', (await some('/api/findings?limit=50')).slice(0, 6));
  await addToDiscourse(planner, id, 'formats', (await some('/api/formats?limit=50')).slice(0, 3));
  await moveDiscourse(planner, id, 'start');
  return id;
}
