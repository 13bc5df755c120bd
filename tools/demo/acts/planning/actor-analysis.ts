import type { SaveActorEntry } from '@runder-tisch/domain/cycles/actors/actor-analysis-requests';
import { addActor, addActorGap } from '@runder-tisch/scenario/planning/actor-analysis';
import type { DemoTimeline } from '../../story/timeline';

type Judged = Pick<SaveActorEntry, 'influence' | 'affectedness' | 'part'> & {
  key?: string;
  name?: string;
  note?: string;
};

const judged: readonly Judged[] = [
  { key: 'O02', influence: 3, affectedness: 2, part: 'CONTRIBUTES' },
  { key: 'O03', influence: 2, affectedness: 2, part: 'CONTRIBUTES' },
  { key: 'O04', influence: 2, affectedness: 3, part: 'CONTRIBUTES' },
  { key: 'O07', influence: 1, affectedness: 3, part: 'HEARD' },
  { key: 'O10', influence: 1, affectedness: 2, part: 'HEARD' },
  { key: 'O12', influence: 1, affectedness: 3, part: 'HEARD' },
  {
    name: 'Alleinerziehende',
    influence: 1,
    affectedness: 3,
    part: 'INFORMED',
    note: 'Erreichbar über Kitas.',
  },
  { name: 'Pflegende Angehörige', influence: 1, affectedness: 3, part: 'HEARD' },
];

/** Who decides, who is concerned and who is missing, as step 3.1 of the Bauplan asks. */
export function tellActorAnalysis(timeline: DemoTimeline): void {
  const { story } = timeline;
  timeline.on('2025-06-23', '10:30', async () => {
    const planner = await story.as('planner');
    const cycleId = story.plan('cycle');
    for (const { key, name = '', note = '', ...rest } of judged)
      await addActor(planner, cycleId, {
        ...rest,
        name,
        note,
        organisationId: key ? story.id('organisationIds', key) : null,
      });
    await addActorGap(
      planner,
      cycleId,
      'Jugendliche ohne Verein',
      'Schülervertretungen der Sekundarschulen einladen.',
    );
  });
}
