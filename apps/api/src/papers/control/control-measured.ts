import sql, { type Sql } from 'sql-template-tag';
import { type FromMeasures, fromMeasures } from '@runder-tisch/domain/papers/control';
import { statusFacts, type StoredStatus, statusView } from '../../measures/measure-status-sql';
import { carriesOut, measureIdsOf } from './control-sql';

export interface StoredMeasure {
  title: string;
  facts: StoredStatus;
}

/** The measures of a resolution with what their status is made of, as one value: `StoredMeasure[]` or null. */
export function measuresOfControl(controlId: string, paperId: string): Sql {
  return sql`(select json_agg(json_build_object('title', it.title, 'facts', ${statusFacts}) order by it.number)
    from measure it where it.id in (${measureIdsOf(controlId, paperId)}) and ${carriesOut})`;
}

/** What they say on a day; null without any. */
export function saidBy(measures: readonly StoredMeasure[] | null, today: string): FromMeasures | null {
  return fromMeasures((measures ?? []).map(({ title, facts }) => ({ title, ...statusView(facts, today) })));
}

/** Whether that is something else than was reported. */
export function isNews(said: FromMeasures | null, reported: { state: string; words: string }): boolean {
  return said !== null && (said.state !== reported.state || said.words !== reported.words);
}
