import type { SaveEvaluationGoal } from '@runder-tisch/domain/measures/evaluation/evaluation-requests';
import { concluded, evaluationGoal, seenValue } from '@runder-tisch/scenario/evaluation';
import type { DemoStory } from '../../story/demo-story';
import type { DemoTimeline } from '../../story/timeline';

/** What came of them: one is evaluated, others are on the way, behind, or cannot be judged yet. */
export function tellEffects(timeline: DemoTimeline): void {
  tellBarriers(timeline);
  tellRunning(timeline);
}

/** The Barrierecheck: twelve buildings, five things mended at once, and what it changed for those who come. */
function tellBarriers(timeline: DemoTimeline): void {
  const { story } = timeline;
  const source = 'Protokolle der Begehungen';
  timeline.on('2025-08-18', '09:00', async () => {
    await goal(story, 'MS10', {
      level: 'OUTPUT',
      title: 'Geprüfte Gebäude',
      unit: 'Gebäude',
      ...way('2025-08-18', 0, '2025-09-30', 12, source),
      confidence: 'HIGH',
    });
    await goal(story, 'MS10', {
      level: 'OUTPUT',
      title: 'Sofortmaßnahmen umgesetzt',
      unit: 'Stellen',
      ...way('2025-08-18', 0, '2026-03-31', 5, source),
      confidence: 'HIGH',
    });
    await goal(story, 'MS10', {
      level: 'OUTCOME',
      title: 'Eingänge, durch die man allein hineinkommt',
      unit: 'von 12 Eingängen',
      ...way('2025-08-18', 4, '2027-12-31', 12, source),
      otherInfluences: 'Zwei Gebäude werden unabhängig davon saniert.',
    });
  });
  timeline.on('2025-09-29', '10:00', () =>
    seen(story, 'MS10', 'Geprüfte Gebäude', [['2025-09-26', 12]], source),
  );
  timeline.on('2026-03-27', '10:00', async () => {
    await seen(story, 'MS10', 'Sofortmaßnahmen umgesetzt', [['2026-03-20', 5]], source);
    const title = 'Eingänge, durch die man allein hineinkommt';
    await seen(story, 'MS10', title, [['2026-03-20', 8]], 'Nachbegehung mit dem Behindertenbeirat');
  });
  timeline.on('2026-04-14', '11:00', async () => {
    const planner = await story.as('planner');
    await concluded(planner, story.plan('MS10'), {
      conclusion:
        'Zwölf von zwölf Gebäuden sind geprüft, fünf Sofortmaßnahmen umgesetzt. Menschen mit Rollstuhl kommen jetzt in acht Häusern allein zum Schalter, vorher in vier. Am meisten haben die Türtaster geholfen.',
      consequence:
        'Die Prüfung gehört künftig zu jedem Umbau. Für die vier übrigen Eingänge meldet die Gebäudewirtschaft Mittel an.',
      otherInfluences: 'Das Förderprogramm für Barrierefreiheit hat zwei Türtaster bezahlt.',
      evaluatedOn: '2026-04-14',
    });
  });
}

function tellRunning(timeline: DemoTimeline): void {
  const { story } = timeline;
  timeline.on('2026-03-31', '15:00', async () => {
    await goal(story, 'MS01', {
      level: 'OUTCOME',
      title: 'Wartezeit auf den ersten Termin in Zerbst',
      unit: 'Tage',
      ...way('2026-02-02', 84, story.monthEnd(128), 42, 'Bestandserhebung der Träger'),
      otherInfluences: 'Die Energiepreise bestimmen mit, wie viele kommen.',
    });
    await goal(story, 'MS02', {
      level: 'OUTPUT',
      title: 'Planungsräume mit Sprechstunde im Monat',
      unit: 'Planungsräume',
      ...way('2025-08-01', 0, story.monthEnd(190), 3, 'Kalender der Sprechstunden'),
      confidence: 'HIGH',
    });
    await goal(story, 'MS12', {
      level: 'OUTPUT',
      title: 'Dorfdialoge',
      unit: 'Abende',
      ...way('2026-03-02', 0, '2026-11-30', 4, 'Protokolle der Abende'),
      confidence: 'HIGH',
    });
    await goal(story, 'MS12', {
      level: 'OUTCOME',
      title: 'Neue Kümmererstellen',
      unit: 'Stellen',
      ...way('2026-03-02', 0, story.monthEnd(200), 2, 'Stellenplan des Bürgernetzes'),
    });
  });
  timeline.on('2026-05-04', '15:00', async () => {
    await seen(story, 'MS02', 'Planungsräume mit Sprechstunde im Monat', [
      ['2025-09-30', 1],
      ['2026-02-27', 2],
    ]);
    await seen(story, 'MS12', 'Dorfdialoge', [['2026-04-16', 1]]);
  });
  timeline.on('2026-07-06', '15:00', async () => {
    await seen(story, 'MS01', 'Wartezeit auf den ersten Termin in Zerbst', [['2026-07-01', 80]]);
    await seen(story, 'MS12', 'Dorfdialoge', [['2026-06-25', 2]]);
  });
  timeline.on(story.notBefore('2026-09-28', -13), '15:00', async () => {
    await seen(story, 'MS01', 'Wartezeit auf den ersten Termin in Zerbst', [[story.day(-14), 70]]);
    await seen(story, 'MS12', 'Dorfdialoge', [
      ['2026-09-24', 3],
      [story.day(-18), 4],
    ]);
  });
}

function way(
  baselineOn: string,
  baseline: number,
  targetOn: string,
  target: number,
  baselineSource: string,
): Partial<SaveEvaluationGoal> {
  return { baselineOn, baseline, targetOn, target, baselineSource };
}

async function goal(story: DemoStory, key: string, facts: Partial<SaveEvaluationGoal>): Promise<void> {
  await evaluationGoal(await story.as('planner'), story.plan(key), facts);
}

async function seen(
  story: DemoStory,
  key: string,
  title: string,
  values: readonly [seenOn: string, value: number][],
  source = 'Angabe der Federführung',
): Promise<void> {
  const planner = await story.as('planner');
  for (const [seenOn, value] of values)
    await seenValue(planner, story.plan(key), { seenOn, value, source }, title);
}
