import { interfaceOf } from '@runder-tisch/scenario/data-requests';
import { decision, givenDecision, propose, topic } from '@runder-tisch/scenario/decisions';
import type { DemoTimeline } from '../../story/timeline';

/** The scope is open to this day; the order of topics is proposed and waits for the committee. */
export function tellDecisions(timeline: DemoTimeline): void {
  const { story } = timeline;
  timeline.on('2025-01-20', '09:10', async () => {
    const planner = await story.as('planner');
    const agreement = async (partner: string) => [(await interfaceOf(planner, partner)).id];
    await topic(planner, {
      name: 'Öffentliche Sozialleistungen',
      fieldId: story.fieldIds.get('Öffentliche Sozialleistungen') ?? null,
      note: 'Wie viele Menschen Hilfen des Staates brauchen, und wer sie sind.',
      ...{ urgency: 3, dataAvailability: 3, mandate: 2, funding: 2 },
      agreementIds: await agreement('Jobcenter'),
    });
    await topic(planner, {
      name: 'Demografie und Sozialstruktur',
      fieldId: story.fieldIds.get('Demografie und Sozialstruktur') ?? null,
      ...{ urgency: 2, dataAvailability: 3, mandate: 2, funding: 1 },
      agreementIds: await agreement('Statistisches Landesamt'),
    });
    await topic(planner, {
      name: 'Gesundheit der Kinder vor der Einschulung',
      ...{ urgency: 2, dataAvailability: 1, mandate: 1, funding: 1 },
      agreementIds: await agreement('Gesundheitsamt'),
    });
  });
  timeline.on('2025-01-21', '14:00', async () => {
    const planner = await story.as('planner');
    const { id } = await givenDecision(planner, 'TOPICS');
    await propose(planner, id, {
      by: 'Stabsstelle Sozialplanung',
      reason: 'Hier drängt es, und die Daten liegen am schnellsten vor.',
    });
  });
  timeline.on('2025-02-03', '10:30', async () => {
    const planner = await story.as('planner');
    await decision(planner, {
      title: 'Tagt die Sozialkonferenz jedes Jahr oder alle zwei Jahre?',
      explanation: 'Die erste fand großen Anklang, die Vorbereitung dauerte drei Monate.',
      options: [
        { title: 'jedes Jahr', consequences: 'Rund 40 Arbeitstage und 6.000 € im Jahr.' },
        { title: 'alle zwei Jahre', consequences: 'Dazwischen Planungsraumkonferenzen.' },
      ],
    });
  });
}
