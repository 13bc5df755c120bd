import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { FeedbackState } from '@runder-tisch/domain/feedback';
import type {
  MatrixDirection,
  MatrixKind,
  MatrixReason,
  MatrixStep,
} from '@runder-tisch/domain/measures/matrix';
import { berlinDayBounds, dayParts } from '@runder-tisch/domain/time';
import { hasRole, type Viewer } from '../../access/viewer';
import { NO_OBJECT } from '../../contribution';
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
  /** Where the pairs of `FEEDBACK_FINDING` know this end themselves; null where this viewer does not see all of them. */
  inPairs?: (viewer: Viewer) => KnownEnd | null;
  /**
   * Where they are counted without reading each: a statement in brackets with the columns that `stands`, `visible`, `field`
   * and `openOf` look at, and `count`; null where this viewer does not see all of them.
   */
  counted?: (viewer: Viewer) => Sql | null;
  /** So many that those without a link are no columns: they are the gaps of the other direction. */
  many?: true;
}

/** Over the alias `link`, instead of looking up thousands of ends. */
export interface KnownEnd {
  /** The same as `stands` and `visible`. */
  stands: Sql;
  /** The same as `openOf` of what has a link. */
  open: Sql;
  /** The same as `field` and as `since`, where they are known as well. */
  field?: Sql;
  since?: Sql;
}

export interface Period {
  from: string;
  until: string;
}

const since = (column: string) => (period: Period) =>
  sql`(${raw(column)} >= ${berlinDayBounds(period.from).from} and ${raw(column)} < ${berlinDayBounds(period.until).until})`;

const named = (states: readonly FeedbackState[]): Sql => raw(states.map((it) => `'${it}'`).join(', '));
// Somebody has read it and did not turn it away, as evidence demands.
const read: readonly FeedbackState[] = ['TRIAGED', 'LINKED', 'DECIDED', 'ANSWERED', 'ARCHIVED'];
const readStates = named(read);

const seesAllFeedback = (viewer: Viewer): boolean => viewer.kind === 'system' || hasRole(viewer, 'planner');

export const axes: Record<MatrixKind, Axis> = {
  feedback: {
    from: raw('feedback'),
    number: 'it.number',
    title: firstWords('it.triaged_text', 120),
    field: 'it.primary_field_id',
    since: 'it.received_at',
    stands: sql`it.state in (${readStates})`,
    visible: visibleFeedback,
    within: since('it.received_at'),
    inPairs: (viewer) =>
      seesAllFeedback(viewer)
        ? {
            stands: raw('link.feedback_stands'),
            open: raw('link.feedback_open'),
            field: raw('link.field_id'),
            since: raw('link.received_at'),
          }
        : null,
    counted: (viewer) =>
      seesAllFeedback(viewer)
        ? sql`(select kept.field_id as primary_field_id, kept.state, kept.decision, kept.count,
            case when not kept.alone then ${NO_OBJECT}::uuid end as counted_with_id from feedback_count kept where not kept.further)`
        : null,
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
    // Whoever has a voice has evidence.
    inPairs: (viewer) =>
      visibleFindings(viewer).sql === 'true'
        ? { stands: raw('link.finding_stands'), open: sql`false` }
        : null,
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
 * Every link of a step, with the columns `from_id, to_id, since, fingerprint, now, through, accepted_by, accepted_at`;
 * `now` is the fingerprint of its source, which evidence from Hinweise holds itself: nobody looks up thousands of them.
 * @param today as `YYYY-MM-DD`
 * @param measures ids of those whose verdicts are worked out; all of them without
 */
export function linksOf(step: MatrixStep, today: string, measures?: Sql): Sql {
  switch (step) {
    case 'FEEDBACK_FINDING':
      return sql`select link.feedback_id as from_id, link.finding_id as to_id, link.since, link.fingerprint, link.feedback_fingerprint as now,
               ''::text as through, link.accepted_by, link.accepted_at from finding_evidence link where link.feedback_id is not null
        union all
        select carried.feedback_id, link.finding_id, greatest(carried.since, link.since), link.fingerprint, argument.fingerprint,
               argument.number, link.accepted_by, link.accepted_at
        from argument_feedback carried join finding_evidence link on link.argument_id = carried.argument_id
          left join argument on argument.id = link.argument_id`;
    case 'ARGUMENT_FINDING':
      return sql`${linked('finding_evidence', 'argument', 'argument_id', 'finding_id')} where link.argument_id is not null`;
    case 'FINDING_PRIORITY':
      return linked('priority_finding', 'finding', 'finding_id', 'priority_id');
    case 'PRIORITY_RECOMMENDATION':
      return linked('recommendation_priority', 'action_priority', 'priority_id', 'recommendation_id');
    case 'RECOMMENDATION_MEASURE':
      return linked('measure_recommendation', 'recommendation', 'recommendation_id', 'measure_id');
    case 'MEASURE_VERDICT':
      return sql`select judged.measure_id as from_id, judged.verdict_id as to_id, judged.since, ''::text as fingerprint, ''::text as now,
                        ''::text as through, ''::text as accepted_by, null::timestamptz as accepted_at
                 from (${verdicts(today, measures)}) judged`;
  }
}

/**
 * The ends of all links of a step, each pair once: `from_id, to_id` and whether the `source_changed` on some way; of
 * Hinweise and Befunde what `Axis.inPairs` names as well.
 */
export function pairsOf(step: MatrixStep, links: Sql): Sql {
  if (step === 'FEEDBACK_FINDING')
    return sql`select voice.feedback_id as from_id, voice.finding_id as to_id, voice.changed > 0 as source_changed,
      voice.finding_stands, voice.feedback_stands, voice.feedback_open, voice.field_id, voice.received_at from finding_voice voice`;
  return sql`select link.from_id, link.to_id, ${toCheckOf(step)} as source_changed from (${links}) link`;
}

/** Over the alias `link`: its source says something else by now; a verdict always says what is so today. */
export function toCheckOf(step: MatrixStep): Sql {
  return step === 'MEASURE_VERDICT' ? sql`false` : sql`link.fingerprint <> link.now`;
}

function linked(table: string, source: string, from: string, to: string): Sql {
  return raw(`select link.${from} as from_id, link.${to} as to_id, link.since, link.fingerprint, source.fingerprint as now,
    ''::text as through, link.accepted_by, link.accepted_at from ${table} link left join ${source} source on source.id = link.${from}`);
}

/** Why a row without a link is no gap: a `MatrixReason` over the alias `it`, or null. */
export function reasonOf(step: MatrixStep, direction: MatrixDirection): Sql {
  const excuses = excusesOf(step, direction);
  if (excuses.length === 0) return sql`null::text`;
  return sql`case ${excuses.reduce((all, [condition, reason]) => sql`${all} when ${condition} then ${raw(`'${reason}'`)}`, raw(''))} end`;
}

/** Over the alias `it`: there is no such reason; null where there never is one. */
export function openOf(step: MatrixStep, direction: MatrixDirection): Sql | null {
  const excuses = excusesOf(step, direction);
  if (excuses.length === 0) return null;
  return sql`(${join(
    excuses.map(([condition]) => sql`(${condition}) is not true`),
    ' and ',
  )})`;
}

function excusesOf(step: MatrixStep, direction: MatrixDirection): readonly (readonly [Sql, MatrixReason])[] {
  if (direction === 'FORWARDS')
    switch (step) {
      case 'FEEDBACK_FINDING':
        return [
          [sql`it.counted_with_id is not null`, 'COUNTED_WITH_ANOTHER'],
          [sql`it.decision in ('NOTED', 'NOT_INCORPORATED', 'OUT_OF_SCOPE')`, 'DECIDED_OTHERWISE'],
        ];
      case 'RECOMMENDATION_MEASURE':
        return [
          [sql`it.state = 'REJECTED'`, 'REJECTED'],
          [sql`it.state in ('DRAFT', 'SUBMITTED')`, 'NOT_DECIDED'],
        ];
      case 'MEASURE_VERDICT':
        return [
          [sql`it.state in ('PROPOSED', 'APPROVED', 'IN_PROGRESS', 'ON_HOLD')`, 'NOT_COMPLETED'],
          [sql`it.state in ('REJECTED', 'DISCONTINUED', 'SUPERSEDED')`, 'ENDED'],
        ];
      default:
        return [];
    }
  switch (step) {
    case 'FEEDBACK_FINDING':
    case 'ARGUMENT_FINDING':
      return [
        [sql`exists (select 1 from finding_evidence other where other.finding_id = it.id)`, 'OTHER_EVIDENCE'],
      ];
    case 'FINDING_PRIORITY':
      return [[sql`it.without_voice <> ''`, 'WITHOUT_VOICE']];
    case 'PRIORITY_RECOMMENDATION':
      return [[sql`it.earlier_plan <> ''`, 'EARLIER_PLAN']];
    case 'RECOMMENDATION_MEASURE':
      return [[sql`it.kind = 'PROVISIONAL_STEP'`, 'PROVISIONAL']];
    case 'MEASURE_VERDICT':
      return [[sql`true`, 'NOT_GIVEN']];
  }
}
