import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { type Verdict, verdictLabels } from '@runder-tisch/domain/measures/evaluation';

/** What `judgeTogether` may say of a measure that nothing supersedes, the worst first. */
const words = [
  'WORSENED',
  'UNCHANGED',
  'BEHIND',
  'ON_COURSE',
  'REACHED',
  'NO_VERDICT',
] as const satisfies Verdict[];

/** Verdicts are words and no rows; where they stand beside rows they are told apart by these. */
const idOf = (index: number): string => `00000000-0000-4000-8000-00000000000${index + 1}`;

const ids = raw(words.map((_, index) => `'${idOf(index)}'::uuid`).join(', '));
const named = raw(words.map((word) => `'${word}'`).join(', '));

/** All verdicts as rows, in brackets: the best first when sorted by `since` backwards, no verdict last. */
export const verdictRows: Sql = raw(
  `(select * from (values ${words
    .map((word, index) => {
      const place = word === 'NO_VERDICT' ? 0 : index + 1;
      return `('${idOf(index)}'::uuid, '${verdictLabels[word]}', timestamptz '2000-01-0${place + 1} 00:00:00Z')`;
    })
    .join(', ')}) verdict (id, word, since))`,
);

/**
 * The verdict of `judge` and `judgeTogether` of each measure that has goals and is not superseded: `measure_id,
 * verdict_id, word, since`, the beginning of its evaluation. A test holds both side by side.
 * @param today as `YYYY-MM-DD`
 * @param among ids of the measures that are looked at; all of them without
 */
export function verdicts(today: string, among?: Sql): Sql {
  return sql`
    select judged.measure_id, (array[${ids}])[min(judged.place)] as verdict_id, (array[${named}])[min(judged.place)] as word,
           evaluation.created_at as since
    from (select goal.measure_id, case
            when share.gone is null then 6
            when share.gone < -0.05 - 1e-9 then 1
            when share.gone <= 0.05 + 1e-9 then 2
            when case when goal.target > goal.baseline then actual.value >= goal.target else actual.value <= goal.target end then 5
            when share.gone >= least(1, greatest(0, (${today}::date - goal.baseline_on)::numeric / (goal.target_on - goal.baseline_on))) - 0.1 - 1e-9 then 4
            else 3 end as place
          from evaluation_goal goal
          left join lateral (select seen.value from evaluation_value seen
            where seen.goal_id = goal.id and seen.seen_on > goal.baseline_on and seen.seen_on <= ${today}::date
            order by seen.seen_on desc limit 1) actual on true
          left join lateral (select (actual.value - goal.baseline) / nullif(goal.target - goal.baseline, 0) as gone) share on true
          ${among ? sql`where goal.measure_id in (${among})` : empty}) judged
    join evaluation on evaluation.measure_id = judged.measure_id
    join measure on measure.id = judged.measure_id and measure.state <> 'SUPERSEDED'
    group by judged.measure_id, evaluation.created_at`;
}
