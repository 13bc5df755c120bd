import { agreementsOf, fulfilAgreement } from '@runder-tisch/scenario/session';
import { consolidationCheck } from '@runder-tisch/scenario/structure';
import type { DemoStory } from '../story/demo-story';
import type { DemoTimeline } from '../story/timeline';

/** What the data cannot know, the coordination answers with its reason. */
export async function checkMigration(story: DemoStory, id: string, day: string): Promise<void> {
  await consolidationCheck(await story.as('coordinator'), 'NETWORK', id, day, {
    Benannte: [true, 'Acht Wochenstunden stehen unbefristet im Stellenplan.'],
    Regelmäßige: [true, 'Vier Treffen im Jahr; die Listen der ersten liegen in Papier vor.'],
    Ergebnisse: [
      true,
      'Der Wegweiser für Neuzugewanderte wurde vom Ausschuss angenommen, vor diesem Programm.',
    ],
  });
}

/** The yearly check some weeks ago: one network that lasts, one that does not yet, and the planning itself. */
export function tellConsolidation(timeline: DemoTimeline): void {
  const { story } = timeline;
  const day = story.workday(-45);
  timeline.on(day, '11:00', async () => {
    await checkMigration(story, story.id('networkIds', 'N4'), day);
    await consolidationCheck(await story.as('coordinator'), 'NETWORK', story.id('networkIds', 'N2'), day, {
      Benannte: [false, 'Die Stunden hängen an einem Projekt, das nächstes Jahr endet.'],
      Regelmäßige: [true, 'Ein Treffen je Quartal.'],
      Ergebnisse: [false, 'Die Empfehlung zu den Antragslotsen liegt dem Kreistag noch vor.'],
    });
    await consolidationCheck(await story.as('planner'), 'PLANNING', '', day, {
      Auftrag: [true, 'Konzeption vom 16.12.2024, im Ausschuss vorgestellt am 16.01.2025.'],
      Gesicherte: [
        false,
        'Eine halbe Stelle ist unbefristet, die andere über Förderung bis Ende nächsten Jahres.',
      ],
      Haushalt: [false, 'Beteiligung wird aus dem allgemeinen Ansatz bezahlt.'],
      Rhythmus: [true, 'Fünf Jahre mit Fortschreibung, so steht es in der Konzeption.'],
    });
  });
}

/** What became of the first agreements: the yearly report tells of it. */
export async function settleAgreements(story: DemoStory): Promise<void> {
  const client = await story.as('coordinator');
  for (const key of ['N1', 'N2']) {
    const agreements = await agreementsOf(client, story.id('networkIds', key));
    const first = agreements.at(-1);
    if (first) await fulfilAgreement(client, first.id, 'Im nächsten Treffen berichtet.');
  }
}
