import type { CycleMove, StepActorView } from '@runder-tisch/domain/cycles';
import {
  asActor,
  changeCycle,
  changeStep,
  cycle,
  cycleView,
  moveCycle,
  moveStep,
  stepNamed,
  stepView,
} from '@runder-tisch/scenario/planning/cycles';
import type { DemoStory } from '../../story/demo-story';
import type { DemoTimeline } from '../../story/timeline';

/** The first cycle: made from the Bauplan, moved on as the year went, with steps done, late and waiting. */
export function tellCycle(timeline: DemoTimeline): void {
  const { story } = timeline;
  let id = '';
  timeline.on('2024-12-16', '10:00', async () => {
    const planner = await story.as('planner');
    id = await cycle(planner, {
      name: '1. Zyklus bis zur Fortschreibung 2026',
      beginsOn: '2024-01-01',
      endsOn: '2026-12-31',
    });
    story.planned.set('cycle', id);
    const { milestones } = await cycleView(planner, id);
    const [first, ...others] = milestones;
    await changeCycle(planner, id, {
      termName: 'Wahlperiode 2024–2029',
      termBeginsOn: '2024-07-01',
      termEndsOn: '2029-06-30',
      planTitle: 'Teilplan Beratung 2018 (Demo)',
      planAdoptedOn: '2018-06-14',
      milestones: [...(first ? [{ ...first, doneOn: '2024-12-16' }] : []), ...others],
    });
    await finished(story, id, '0.1');
  });

  const moved = (day: string, ...moves: CycleMove[]): void =>
    timeline.on(day, '08:40', async () => void (await moveCycle(await story.as('planner'), id, ...moves)));
  const done = (day: string, ...numbers: string[]): void =>
    timeline.on(day, '16:10', async () => {
      for (const number of numbers) await finished(story, id, number);
    });
  moved('2025-01-20', 'collect');
  done('2025-03-14', '1.1', '1.2', '3.2');
  moved('2025-04-28', 'analyse');
  done('2025-05-26', '1.4', '2.1');
  moved('2025-06-05', 'discuss');
  done('2025-06-24', '2.2', '3.1');
  moved('2026-03-02', 'prioritise');
  done('2026-03-31', '3.3', '4.1');

  timeline.on(story.notBefore('2026-04-01', -40), '11:30', async () => {
    const planner = await story.as('planner');
    await moveStep(
      planner,
      await stepOf(story, id, '0.2'),
      'block',
      'Der Kreistag hat noch nicht entschieden.',
    );
    for (const number of ['1.3', '3.4', '4.2', '6.1'])
      await moveStep(planner, await stepOf(story, id, number), 'start');
    await changeStep(planner, await stepOf(story, id, '3.4'), {
      responsibleId: story.id('personIds', 'planner'),
    });
    await agreeWithProviders(story, await stepOf(story, id, '4.3'));
  });
}

/** Who was asked about the draft, and what they said. */
async function agreeWithProviders(story: DemoStory, stepId: string): Promise<void> {
  const planner = await story.as('planner');
  const on = story.notBefore('2026-04-01', -42);
  const asked = (key: string, name: string, standing: StepActorView['standing'], words = '') => ({
    id: null,
    side: 'EXTERNAL' as const,
    name,
    organisationId: story.id('organisationIds', key),
    standing,
    on,
    words,
  });
  const { actors } = await stepView(planner, stepId);
  await changeStep(planner, stepId, {
    actors: [
      ...actors.map(asActor),
      asked('O04', 'Ahornhaus (Demo)', 'AGREED'),
      asked('O05', 'Beratungsbrücke Fuhne (Demo)', 'COMMENTED', 'Die Wartezeit bitte je Außenstelle nennen.'),
      asked('O07', 'Pflegenest Elbaue (Demo)', 'ASKED'),
      asked('O09', 'Ankommen in Anhalt (Demo)', 'SILENT'),
    ],
  });
}

async function stepOf(story: DemoStory, cycleId: string, number: string): Promise<string> {
  return stepNamed(await cycleView(await story.as('planner'), cycleId), number).id;
}

async function finished(story: DemoStory, cycleId: string, number: string): Promise<void> {
  await moveStep(await story.as('planner'), await stepOf(story, cycleId, number), 'finish');
}
