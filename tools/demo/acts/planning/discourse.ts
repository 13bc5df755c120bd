import type { Page } from '@runder-tisch/domain/lists';
import { addToDiscourse, discourse, moveDiscourse } from '@runder-tisch/scenario/planning/discourse';
import type { DemoStory } from '../../story/demo-story';
import type { DemoTimeline } from '../../story/timeline';

/** Two rounds of the discourse: what the first taught is where the second, which runs, begins. */
export function tellDiscourse(timeline: DemoTimeline): void {
  const { story } = timeline;
  let first = '';
  timeline.on('2025-01-22', '11:00', async () => {
    const planner = await story.as('planner');
    first = await discourse(planner, {
      cycleId: story.plan('cycle'),
      title: 'Wege zur Beratung (Demo)',
      question: 'Wie finden Menschen im Landkreis die Beratung, die sie brauchen?',
      startsOn: '2025-01-20',
      endsOn: '2025-12-19',
    });
    await moveDiscourse(planner, first, 'start');
  });
  timeline.on('2025-12-18', '15:00', async () => {
    const planner = await story.as('planner');
    await add(story, first);
    await moveDiscourse(planner, first, 'close', {
      reflection:
        'Zu den Abenden kamen vor allem Fachkräfte. Die nächste Runde geht in die Ortschaften und fragt Familien dort, wo sie ohnehin sind.',
    });
  });
  timeline.on('2026-01-15', '11:00', async () => {
    const planner = await story.as('planner');
    const id = await discourse(planner, {
      cycleId: story.plan('cycle'),
      title: 'Familien im ländlichen Raum (Demo)',
      question: 'Was brauchen Familien in den Ortschaften, damit Hilfe bei ihnen ankommt?',
      startsOn: '2026-01-12',
      endsOn: '2026-12-31',
    });
    story.planned.set('discourse', id);
    await moveDiscourse(planner, id, 'start');
  });
  timeline.on('2026-03-30', '15:00', () => add(story, story.plan('discourse')));
}

/** What there is by now of Befunde and formats. */
async function add(story: DemoStory, id: string): Promise<void> {
  const planner = await story.as('planner');
  const some = async (path: string): Promise<string[]> =>
    (await planner.get<Page<{ id: string; state: string }>>(path)).items
      .filter(({ state }) => state !== 'DROPPED' && state !== 'CANCELLED')
      .map((it) => it.id);
  await addToDiscourse(planner, id, 'findings', (await some('/api/findings?limit=50')).slice(0, 6));
  await addToDiscourse(planner, id, 'formats', (await some('/api/formats?limit=50')).slice(0, 3));
}
