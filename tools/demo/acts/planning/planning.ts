import type { DemoTimeline } from '../../story/timeline';
import { tellCouncil } from './council';
import { tellCycle } from './cycle';
import { tellDecisions } from './decisions';
import { tellDiscourse } from './discourse';
import { tellEffects } from './effects';
import { tellFindings } from './findings';
import { tellHearing } from './hearing';
import { tellMeasures } from './measures';
import { tellPoints } from './points';
import { tellProgress } from './progress';
import { tellRecommendations } from './recommendations';

/** From what was heard to what comes of it: Befunde, Schwerpunkte, Empfehlungen, Beschlüsse, Maßnahmen and their effect. */
export function tellPlanning(timeline: DemoTimeline): void {
  tellCycle(timeline);
  tellDecisions(timeline);
  tellDiscourse(timeline);
  tellFindings(timeline);
  tellRecommendations(timeline);
  tellCouncil(timeline);
  tellPoints(timeline);
  tellMeasures(timeline);
  tellProgress(timeline);
  tellEffects(timeline);
  tellHearing(timeline);
}
