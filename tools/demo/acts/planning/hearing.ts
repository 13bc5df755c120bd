import type { FeedbackInboxView } from '@runder-tisch/domain/feedback';
import type { CoverageDimension } from '@runder-tisch/domain/findings/heard';
import { CreateNeedStatement } from '@runder-tisch/domain/findings/need-requests';
import { assignFeedback, responsible } from '@runder-tisch/scenario/assignments';
import { feedbackGroup } from '@runder-tisch/scenario/condensing';
import type { DemoTimeline } from '../../story/timeline';
import { areaOf } from './findings';

/** Whom planning wants to hear, what a field has and lacks, and what lies together on the table. */
export function tellHearing(timeline: DemoTimeline): void {
  const { story } = timeline;
  timeline.on('2026-01-15', '09:00', async () => {
    const planner = await story.as('planner');
    const want = (dimension: CoverageDimension, id: string, wanted: number) =>
      planner.put('/api/coverage/wishes', { dimension, id, wanted });
    for (const [ags, wanted] of Object.entries({
      '15082005': 3,
      '15082256': 2,
      '15082377': 2,
      '15082430': 4,
    }))
      await want('MUNICIPALITY', story.id('municipalityIds', ags), wanted);
    await want('PLANNING_AREA', await areaOf(story, 'Köthen'), 8);
    for (const key of ['O02', 'O07', 'O10']) await want('ORGANISATION', story.id('organisationIds', key), 2);
    for (const [key, wanted] of Object.entries({ N2: 6, N3: 4 }))
      await want('NETWORK', story.id('networkIds', key), wanted);
  });
  timeline.on(story.notBefore('2026-04-07', -35), '13:00', async () => {
    const planner = await story.as('planner');
    for (const { field, area, ...words } of needs)
      await planner.post(
        '/api/need-statements',
        Object.assign(new CreateNeedStatement(), words, {
          fieldId: story.id('fieldIds', field),
          planningAreaId: area ? await areaOf(story, area) : null,
          asOf: story.notBefore('2026-04-06', -36),
        }),
      );
  });
  timeline.on(story.notBefore('2026-04-08', -6), '11:20', async () => {
    const planner = await story.as('planner');
    await feedbackGroup(planner, 'Wege: Bus, Praxis, Schule', await story.hinweiseOf(10, 11, 31));
    await feedbackGroup(planner, 'Kinder und Jugendliche ohne Anschluss', await story.hinweiseOf(6, 27, 30));
  });
  timeline.on(story.notBefore('2026-04-08', -5), '08:40', async () => {
    const planner = await story.as('planner');
    const accountId = story.accountIds.get('planner') ?? '';
    await responsible(planner, story.id('fieldIds', 'Soziale Lage'), accountId, 21);
    const { items } = await planner.get<FeedbackInboxView>('/api/feedback?view=to-decide&limit=2');
    for (const [at, { id }] of items.entries())
      await assignFeedback(planner, id, accountId, story.notBefore('2026-04-10', 2 + 5 * at));
  });
}

const needs: readonly (Pick<CreateNeedStatement, 'stock' | 'need' | 'gap' | 'source'> & {
  field: string;
  area?: string;
})[] = [
  {
    field: 'Soziale Lage',
    stock:
      'Schuldnerberatung in Bitterfeld-Wolfen und, seit dem Frühjahr, in Zerbst an je zwei Tagen in der Woche (Demo).',
    need: 'Strom- und Heizkosten bringen Menschen in die Beratung, die früher ohne auskamen; gefragt sind kurze Wege und Termine am Nachmittag.',
    gap: 'In Zerbst wartet man rund zehn Wochen, in Bitterfeld-Wolfen acht. Im Planungsraum Köthen gibt es noch keine Schuldnerberatung.',
    source: 'Bestandserhebung der Träger, Hinweise aus dem Fachgespräch vom 12.03.2025',
  },
  {
    field: 'Soziale Lage',
    area: 'Zerbst',
    stock: 'Eine Außenstelle, seit dem Frühjahr an zwei Tagen (Demo).',
    need: 'Etwa 140 Ratsuchende im Jahr, ein Drittel davon wegen Energieschulden (Schätzung des Trägers).',
    gap: 'Es fehlt noch ein halber Beratungstag, damit niemand länger als sechs Wochen wartet.',
    source: 'Statistik des Ahornhauses (Demo)',
  },
  {
    field: 'Pflege und Teilhabe',
    area: 'Zerbst',
    stock: 'Ein ambulanter Pflegedienst fährt bis in die Ortsteile, Tagespflege gibt es in Aken (Demo).',
    need: 'Angehörige suchen Kurzzeitpflege im Sommer und jemanden, der auch abends kommt.',
    gap: 'Keine Kurzzeitpflege im Planungsraum; Touren über 20 Kilometer lohnen sich für die Dienste nicht.',
    source: 'Planungsraumkonferenz Zerbst vom 24.09.2025',
  },
];
