import type { Page } from '@runder-tisch/domain/lists';
import type { MeetingListItem } from '@runder-tisch/domain/meetings';
import { movePriority } from '@runder-tisch/scenario/findings';
import {
  closePrioritisation,
  joinPath,
  openPrioritisation,
  Phone,
  type PrioritisationFacts,
  prioritisationView,
} from '@runder-tisch/scenario/prioritisation';
import type { DemoStory } from '../../story/demo-story';
import type { DemoTimeline } from '../../story/timeline';

/** Points for five Schwerpunkte at the Sozialkonferenz, and a question that runs when the demo is opened. */
export function tellPoints(timeline: DemoTimeline): void {
  const { story } = timeline;
  // Behind the forums, when the minutes of the conference are written.
  timeline.on('2026-02-26', '13:05', async () => {
    const planner = await story.as('planner');
    const id = await asked(
      story,
      {
        question: 'Welcher Handlungsschwerpunkt soll zuerst ins Planungsdokument?',
        explanation: 'Sie haben fünf Punkte. Auf einen Schwerpunkt dürfen höchstens drei davon.',
        meetingId: await conferenceOf(story),
        pointsPerPerson: 5,
        mostPerOption: 3,
        places: 24,
        options: ['access', 'places', 'family', 'arriving', 'passage'].map((key) => ({
          priorityId: story.plan(key),
        })),
      },
      conference,
    );
    await closePrioritisation(planner, id);
    story.planned.set('conferencePoints', id);
  });
  timeline.on('2026-03-02', '08:50', async () => {
    const planner = await story.as('planner');
    for (const key of ['access', 'places', 'family'])
      await movePriority(planner, story.plan(key), 'set', 'Reihenfolge der Sozialkonferenz vom 26.02.2026');
  });
  timeline.on(story.notBefore('2026-04-01', -4), '13:00', async () => {
    const id = await asked(
      story,
      {
        question: 'Womit soll das Netzwerk im neuen Jahr beginnen?',
        explanation: 'Die Ergebnisse sehen wir uns beim nächsten Treffen gemeinsam an.',
        networkId: story.id('networkIds', 'N2'),
        pointsPerPerson: 3,
        places: 30,
        closesDay: story.notBefore('2026-04-20', 11),
        options: [
          'Lotsensprechstunden in Köthen und Zerbst',
          'Ein Formular für Bildung und Teilhabe',
          'Gemeinsame Fortbildung Energieschulden',
          'Warteliste für Beratungstermine',
        ],
      },
      running,
    );
    story.planned.set('runningPoints', id);
  });
}

/** Points of one phone each, in the order of the options. */
const conference: readonly (readonly number[])[] = [
  [3, 1, 1, 0, 0],
  [2, 2, 1, 0, 0],
  [3, 0, 2, 0, 0],
  [2, 1, 0, 2, 0],
  [1, 3, 1, 0, 0],
  [3, 2, 0, 0, 0],
  [0, 3, 0, 0, 2],
  [2, 1, 2, 0, 0],
  [1, 0, 1, 3, 0],
  [2, 2, 0, 1, 0],
  [1, 1, 3, 0, 0],
];

const running: readonly (readonly number[])[] = [
  [2, 1, 0, 0],
  [1, 0, 2, 0],
  [3, 0, 0, 0],
  [0, 2, 0, 1],
];

async function asked(
  story: DemoStory,
  facts: PrioritisationFacts,
  ballots: readonly (readonly number[])[],
): Promise<string> {
  const planner = await story.as('planner');
  const id = await openPrioritisation(planner, facts);
  const { options } = await prioritisationView(planner, id);
  const path = await joinPath(planner, id);
  for (const points of ballots) {
    const phone = new Phone(story.world.url);
    await phone.open(path);
    const { status } = await phone.give(path, options, points);
    if (status !== 303) throw new Error(`Die Punkte wurden nicht angenommen (${status}).`);
  }
  return id;
}

async function conferenceOf(story: DemoStory): Promise<string> {
  const planner = await story.as('planner');
  const { items } = await planner.get<Page<MeetingListItem>>(
    '/api/meetings?type=SOCIAL_CONFERENCE&when=past&limit=100',
  );
  const found = items.find(({ title }) => title.startsWith('Sozialkonferenz'));
  if (!found) throw new Error('Die Demo kennt die Sozialkonferenz nicht.');
  return found.id;
}
