import type { TestApp } from '@runder-tisch/api/test';
import type { World } from '../world';
import { clientOf } from './client';

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

/** Vorlagen are not in the kept demo yet: one is made for its page. */
export async function ofPapers(world: World, app: TestApp, accountId: string) {
  const planner = await clientOf(world, app, accountId);
  return { paper: await world.papers.paper(planner, { title: 'Vorlage (Demo)' }) };
}

/** A cycle with one of its steps, the Bauplan, the draft of its next version and a Methodenblatt. */
export async function ofCycles(world: World, app: TestApp, accountId: string) {
  const planner = await clientOf(world, app, accountId);
  const template = (await world.cycles.releasedTemplate(planner)).id;
  const [note] = await world.cycles.methodNotes(planner);
  const cycle = await world.cycles.cycle(planner, { name: '1. Zyklus' });
  const cycleStep = world.cycles.stepNamed(await world.cycles.cycleView(planner, cycle), '3.1').id;
  const templateDraft = (await world.cycles.templateDraft(planner)).id;
  return { cycle, cycleStep, template, templateDraft, methodNote: note?.id ?? '' };
}
