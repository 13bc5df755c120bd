import sql, { raw, type Sql } from 'sql-template-tag';
import type { Viewer } from '../access/viewer';
import type { Contribution } from '../contribution';
import { firstWords } from '../database/first-words';
import { findingsOfChangedEvidence } from './evidence-sources';
import { visibleFindings, visiblePriorities, visibleRecommendations } from './findings-access';

/** What is still open with Befunde, Schwerpunkte and Empfehlungen. */
export const findingsLooseEnds: Contribution['looseEnds'] = {
  WITHOUT_EVIDENCE: (viewer) => sql`
    select it.id, ${findingTitle}, '/planung/befunde/' || it.id || '?beleg=1', it.created_at, it.field_id
    from finding it where it.state <> 'DROPPED' and ${visibleFindings(viewer)}
      and not exists (select 1 from finding_evidence where finding_evidence.finding_id = it.id)`,
  WITHOUT_DECISION: (viewer) => sql`
    select it.id, ${recommendationTitle}, '/planung/empfehlungen/' || it.id || '?beschluss=1', it.created_at, it.field_id
    from recommendation it where it.state = 'SUBMITTED' and ${visibleRecommendations(viewer)}`,
  TO_CHECK: (viewer) => sql`${findingsToCheck(viewer)} union all ${prioritiesToCheck(viewer)}
    union all ${recommendationsToCheck(viewer)}`,
};

const findingTitle = raw(`it.number || ' · ' || ${firstWords('it.statement', 120)}`);
const recommendationTitle = raw(`it.number || ' · ' || ${firstWords('it.wording', 120)}`);

function findingsToCheck(viewer: Viewer): Sql {
  return sql`select it.id, ${findingTitle}, '/planung/befunde/' || it.id, it.created_at, it.field_id
    from finding it where it.state <> 'DROPPED' and ${visibleFindings(viewer)} and it.id in (${findingsOfChangedEvidence()})`;
}

function prioritiesToCheck(viewer: Viewer): Sql {
  return sql`select it.id, it.number || ' · ' || it.title, '/planung/schwerpunkte/' || it.id, it.created_at, it.field_id
    from action_priority it where it.state <> 'DROPPED' and ${visiblePriorities(viewer)} and it.id in (
      select link.priority_id from priority_finding link join finding on finding.id = link.finding_id
      where finding.fingerprint <> link.fingerprint)`;
}

function recommendationsToCheck(viewer: Viewer): Sql {
  return sql`select it.id, ${recommendationTitle}, '/planung/empfehlungen/' || it.id, it.created_at, it.field_id
    from recommendation it where it.state <> 'WITHDRAWN' and ${visibleRecommendations(viewer)} and it.id in (
      select link.recommendation_id from recommendation_priority link
      join action_priority on action_priority.id = link.priority_id where action_priority.fingerprint <> link.fingerprint
      union all
      select link.recommendation_id from recommendation_decision link
      join recommendation on recommendation.id = link.recommendation_id where link.fingerprint <> recommendation.fingerprint)`;
}
