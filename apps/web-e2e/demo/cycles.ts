import type { Page } from '@runder-tisch/domain/lists';
import type { TestApp } from '@runder-tisch/api/test';
import type { World } from '../world';
import { clientOf } from './client';

type Planner = Awaited<ReturnType<typeof clientOf>>;

/** The order of topics, with its topics to move. */
export async function ofDecisions(world: World, app: TestApp, accountId: string) {
  const planner = await clientOf(world, app, accountId);
  return { decision: (await world.decisions.givenDecision(planner, 'TOPICS')).id };
}

/** A paper that both bodies adopted and that is under control, and one that is still written. */
export async function ofPapers(world: World, app: TestApp, accountId: string) {
  const planner = await clientOf(world, app, accountId);
  const { items } = await planner.get<Page<{ id: string; paper: { id: string } }>>('/api/controls');
  const [control] = items;
  const papers = await planner.get<Page<{ id: string; title: string }>>('/api/papers?limit=50');
  const scheduled = papers.items.find(({ title }) => title.startsWith('Sammelanträge'))?.id ?? '';
  const { consultations } = await world.papers.paperView(planner, scheduled);
  const draftPaper = await world.papers.paper(planner, { title: 'Lotsen für Anträge (Demo)' });
  return {
    paper: control?.paper.id ?? '',
    control: control?.id ?? '',
    draftPaper,
    councilSession: consultations[0]?.session?.id ?? '',
  };
}

/** The cycle of the demo with one of its steps and its round, the Bauplan, the draft of its next version and a Methodenblatt. */
export async function ofCycles(world: World, app: TestApp, accountId: string) {
  const planner = await clientOf(world, app, accountId);
  const template = (await world.cycles.releasedTemplate(planner)).id;
  const [note] = await world.cycles.methodNotes(planner);
  const { items } = await planner.get<Page<{ id: string }>>('/api/cycles');
  const cycle = items[0]?.id ?? '';
  const view = await world.cycles.cycleView(planner, cycle);
  const cycleStep = world.cycles.stepNamed(view, '4.3').id;
  // The demo has no Akteursanalyse yet: one is made for its page.
  await judgedActors(world, planner, cycle);
  const discourse = view.rounds.find(({ state }) => state === 'RUNNING')?.id ?? '';
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
