import sql, { raw } from 'sql-template-tag';
import { addMonths, berlinDay } from '@runder-tisch/domain/time';
import type { Contribution } from '../contribution';
import { firstWords } from '../database/first-words';
import { MONTHS_TO_EVALUATE } from './evaluation/evaluation-due';
import { visibleRecommendations } from '../findings/findings-access';
import { visibleMeasures } from './measures-access';

const measureTitle = raw(`it.number || ' · ' || it.title`);
const recommendationTitle = raw(`it.number || ' · ' || ${firstWords('it.wording', 120)}`);

/** What hangs loose at the right end of the trace; the button of each leads to where it is tied. */
export const measuresLooseEnds: Contribution['looseEnds'] = {
  WITHOUT_MEASURE: (viewer) => sql`
    select it.id, ${recommendationTitle}, '/planung/massnahmen?neu=1&empfehlung=' || it.id,
           coalesce((select decision.decided_on::timestamptz from recommendation_decision decision
             where decision.recommendation_id = it.id and decision.final), it.created_at), it.field_id
    from recommendation it where it.state in ('ACCEPTED', 'CHANGED') and ${visibleRecommendations(viewer)} and not exists (
      select 1 from measure_recommendation link join measure on measure.id = link.measure_id
      where link.recommendation_id = it.id and measure.state not in ('REJECTED', 'DISCONTINUED'))`,
  WITHOUT_EVALUATION: (viewer, now) => sql`
    select it.id, ${measureTitle}, '/planung/massnahmen/' || it.id, it.completed_on::timestamptz, it.field_id
    from measure it where it.state = 'COMPLETED' and ${visibleMeasures(viewer)}
      and it.completed_on <= ${addMonths(berlinDay(now), -MONTHS_TO_EVALUATE)}::date`,
  TO_CHECK: (viewer) => sql`
    select it.id, ${measureTitle}, '/planung/massnahmen/' || it.id, it.created_at, it.field_id
    from measure it where ${visibleMeasures(viewer)} and it.id in (
      select link.measure_id from measure_recommendation link join recommendation on recommendation.id = link.recommendation_id
      where link.fingerprint <> recommendation.fingerprint)`,
};
