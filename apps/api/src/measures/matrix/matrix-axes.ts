import sql, { raw, type Sql } from 'sql-template-tag';
import type {
  MatrixDirection,
  MatrixKind,
  MatrixReason,
  MatrixStep,
} from '@runder-tisch/domain/measures/matrix';
import { berlinDayBounds, dayParts } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { firstWords } from '../../database/first-words';
import { visibleArguments } from '../../feedback/condensing/condensing-access';
import { visibleFeedback } from '../../feedback/feedback-access';
import { visibleFindings, visiblePriorities, visibleRecommendations } from '../../findings/findings-access';
import { verdictRows, verdicts } from '../evaluation/verdict-sql';
import { visibleMeasures } from '../measures-access';

/** What can stand in rows or columns; all expressions over the alias `it`. */
export interface Axis {
  /** A table, or a statement in brackets. */
  from: Sql;
  number: string;
  title: string;
  /** Its Handlungsfeld; null for what is no object of its own. */
  field: string | null;
  /** The newest come first. */
  since: string;
  /** Which of them are on their way at all: what was dropped leads nowhere and nothing leads there. */
  stands: Sql;
  visible: (viewer: Viewer) => Sql;
  within: (period: Period) => Sql;
  /** So many that those without a link are no columns: they are the gaps of the other direction. */
  many?: true;
}

export interface Period {
  from: string;
  until: string;
}

const since = (column: string) => (period: Period) =>
  sql`(${raw(column)} >= ${berlinDayBounds(period.from).from} and ${raw(column)} < ${berlinDayBounds(period.until).until})`;

export const axes: Record<MatrixKind, Axis> = {
  feedback: {
    from: raw('feedback'),
    number: 'it.number',
    title: firstWords('it.triaged_text', 120),
    field: 'it.primary_field_id',
    since: 'it.received_at',
    // Somebody has read it and did not turn it away, as evidence demands.
    stands: sql`it.state in ('TRIAGED', 'LINKED', 'DECIDED', 'ANSWERED', 'ARCHIVED')`,
    visible: visibleFeedback,
    within: since('it.received_at'),
    many: true,
  },
  argument: {
    from: raw('argument'),
    number: 'it.number',
    title: 'it.title',
    field: 'it.field_id',
    since: 'it.created_at',
    stands: sql`true`,
    visible: visibleArguments,
    within: since('it.created_at'),
  },
  finding: {
    from: raw('finding'),
    number: 'it.number',
    title: firstWords('it.statement', 120),
    field: 'it.field_id',
    since: 'it.created_at',
    stands: sql`it.state <> 'DROPPED'`,
    visible: visibleFindings,
    within: since('it.created_at'),
  },
  priority: {
    from: raw('action_priority'),
    number: 'it.number',
    title: 'it.title',
    field: 'it.field_id',
    since: 'it.created_at',
    stands: sql`it.state <> 'DROPPED'`,
    visible: visiblePriorities,
    within: since('it.created_at'),
  },
  recommendation: {
    from: raw('recommendation'),
    number: 'it.number',
    title: firstWords('it.wording', 120),
    field: 'it.field_id',
    since: 'it.created_at',
    stands: sql`it.state <> 'WITHDRAWN'`,
    visible: visibleRecommendations,
    within: ({ from, until }) =>
      sql`it.year between ${dayParts(from).year}::int and ${dayParts(until).year}::int`,
  },
  measure: {
    from: raw('measure'),
    number: 'it.number',
    title: 'it.title',
    field: 'it.field_id',
    since: 'it.created_at',
    stands: sql`true`,
    visible: visibleMeasures,
    within: (period) => sql`(it.starts_on between ${period.from}::date and ${period.until}::date
      or (it.starts_on is null and ${since('it.created_at')(period)}))`,
  },
  verdict: {
    from: verdictRows,
    number: 'it.word',
    title: `''`,
    field: null,
    since: 'it.since',
    stands: sql`true`,
    visible: () => sql`true`,
    within: () => sql`true`,
  },
};

/**
 * Every link of a step, with the columns `from_id, to_id, since, to_check, through, accepted_by, accepted_at`. Whether
 * a link is to be checked is looked up for the rows that ask: joined, the database would read all Hinweise.
 * @param today as `YYYY-MM-DD`
 */
export function linksOf(step: MatrixStep, today: string): Sql {
  switch (step) {
    case 'FEEDBACK_FINDING':
      return sql`${evidence('feedback')} union all
        select carried.feedback_id, link.finding_id, greatest(carried.since, link.since),
               link.fingerprint <> (select argument.fingerprint from argument where argument.id = link.argument_id),
               (select argument.number from argument where argument.id = link.argument_id), link.accepted_by, link.accepted_at
        from argument_feedback carried join finding_evidence link on link.argument_id = carried.argument_id`;
    case 'ARGUMENT_FINDING':
      return evidence('argument');
    case 'FINDING_PRIORITY':
      return linked('priority_finding', 'finding', 'finding_id', 'priority_id');
    case 'PRIORITY_RECOMMENDATION':
      return linked('recommendation_priority', 'action_priority', 'priority_id', 'recommendation_id');
    case 'RECOMMENDATION_MEASURE':
      return linked('measure_recommendation', 'recommendation', 'recommendation_id', 'measure_id');
    case 'MEASURE_VERDICT':
      return sql`select judged.measure_id as from_id, judged.verdict_id as to_id, judged.since, false as to_check, ''::text as through,
                        ''::text as accepted_by, null::timestamptz as accepted_at
                 from (${verdicts(today)}) judged`;
  }
}

const evidence = (source: 'feedback' | 'argument'): Sql =>
  sql`${linked('finding_evidence', source, `${source}_id`, 'finding_id')} where ${raw(`link.${source}_id is not null`)}`;

function linked(table: string, source: string, from: string, to: string): Sql {
  return raw(`select link.${from} as from_id, link.${to} as to_id, link.since,
    link.fingerprint <> (select source.fingerprint from ${source} source where source.id = link.${from}) as to_check,
    ''::text as through, link.accepted_by, link.accepted_at from ${table} link`);
}

/** Why a row without a link is no gap: a `MatrixReason` over the alias `it`, or null. */
export function reasonOf(step: MatrixStep, direction: MatrixDirection): Sql {
  const when = (...cases: (readonly [Sql, MatrixReason])[]): Sql =>
    cases.length === 0
      ? sql`null::text`
      : sql`case ${cases.reduce((all, [condition, reason]) => sql`${all} when ${condition} then ${raw(`'${reason}'`)}`, raw(''))} end`;
  if (direction === 'FORWARDS')
    switch (step) {
      case 'FEEDBACK_FINDING':
        return when(
          [sql`it.counted_with_id is not null`, 'COUNTED_WITH_ANOTHER'],
          [sql`it.decision in ('NOTED', 'NOT_INCORPORATED', 'OUT_OF_SCOPE')`, 'DECIDED_OTHERWISE'],
        );
      case 'RECOMMENDATION_MEASURE':
        return when(
          [sql`it.state = 'REJECTED'`, 'REJECTED'],
          [sql`it.state in ('DRAFT', 'SUBMITTED')`, 'NOT_DECIDED'],
        );
      case 'MEASURE_VERDICT':
        return when(
          [sql`it.state in ('PROPOSED', 'APPROVED', 'IN_PROGRESS', 'ON_HOLD')`, 'NOT_COMPLETED'],
          [sql`it.state in ('REJECTED', 'DISCONTINUED', 'SUPERSEDED')`, 'ENDED'],
        );
      default:
        return when();
    }
  switch (step) {
    case 'FEEDBACK_FINDING':
    case 'ARGUMENT_FINDING':
      return when([
        sql`exists (select 1 from finding_evidence other where other.finding_id = it.id)`,
        'OTHER_EVIDENCE',
      ]);
    case 'FINDING_PRIORITY':
      return when([sql`it.without_voice <> ''`, 'WITHOUT_VOICE']);
    case 'PRIORITY_RECOMMENDATION':
      return when([sql`it.earlier_plan <> ''`, 'EARLIER_PLAN']);
    case 'RECOMMENDATION_MEASURE':
      return when([sql`it.kind = 'PROVISIONAL_STEP'`, 'PROVISIONAL']);
    case 'MEASURE_VERDICT':
      return when([sql`true`, 'NOT_GIVEN']);
  }
}
