import sql, { raw, type Sql } from 'sql-template-tag';
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

/** The place of BEHIND among them, as it stands where verdicts are kept. */
const BEHIND = raw(String(words.indexOf('BEHIND') + 1));

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
 * verdict_id, word, since`, the beginning of its evaluation. A test holds both side by side. It is kept; only where a
 * value is of a later day than today it is worked out.
 * @param today as `YYYY-MM-DD`
 * @param among `id, state` of the measures that are looked at; all of them without
 */
export function verdicts(today: string, among?: Sql): Sql {
  return sql`
    select judged.measure_id, (array[${ids}])[judged.place] as verdict_id, (array[${named}])[judged.place] as word, evaluation.created_at as since
    from (select kept.measure_id, case when kept.seen_until > ${today}::date then verdict_place(kept.measure_id, ${today}::date)
            when kept.behind_from <= ${today}::date then least(kept.place, ${BEHIND}) else kept.place end as place
          from measure_verdict kept join ${among ? sql`(${among})` : raw('measure')} it on it.id = kept.measure_id and it.state <> 'SUPERSEDED') judged
      left join evaluation on evaluation.measure_id = judged.measure_id`;
}
