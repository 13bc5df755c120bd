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
  /** The same as `openOf` of what has a link, where that is asked. */
  open?: Sql;
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
 * @param measures `id, state` of those whose verdicts are looked up; all of them without
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
    case 'FINDING_PRIORITY':
    case 'PRIORITY_RECOMMENDATION':
    case 'RECOMMENDATION_MEASURE':
      return linked(plainLinks[step]);
    case 'MEASURE_VERDICT':
      return sql`select judged.measure_id as from_id, judged.verdict_id as to_id, judged.since, ''::text as fingerprint, ''::text as now,
                        ''::text as through, ''::text as accepted_by, null::timestamptz as accepted_at
                 from (${verdicts(today, measures)}) judged`;
  }
}

type PlainStep = Exclude<MatrixStep, 'FEEDBACK_FINDING' | 'MEASURE_VERDICT'>;
interface PlainLink {
  table: string;
  source: MatrixKind;
  from: string;
  to: string;
}

/** Steps whose links are rows that point at both ends. */
const plainLinks: Record<PlainStep, PlainLink> = {
  ARGUMENT_FINDING: { table: 'finding_evidence', source: 'argument', from: 'argument_id', to: 'finding_id' },
  FINDING_PRIORITY: { table: 'priority_finding', source: 'finding', from: 'finding_id', to: 'priority_id' },
  PRIORITY_RECOMMENDATION: {
    table: 'recommendation_priority',
    source: 'priority',
    from: 'priority_id',
    to: 'recommendation_id',
  },
  RECOMMENDATION_MEASURE: {
    table: 'measure_recommendation',
    source: 'recommendation',
    from: 'recommendation_id',
    to: 'measure_id',
  },
};

const isPlain = (step: MatrixStep): step is PlainStep => step in plainLinks;

/** What the pairs of a step know of this end themselves; null where they do not, or this viewer does not see all of it. */
export function knownInPairs(step: MatrixStep, kind: MatrixKind, viewer: Viewer): KnownEnd | null {
  const axis = axes[kind];
  if (step === 'FEEDBACK_FINDING') return axis.inPairs?.(viewer) ?? null;
  if (!isPlain(step) || plainLinks[step].source !== kind || axis.visible(viewer).sql !== 'true') return null;
  const stands = raw('link.source_stands');
  const field = raw('link.source_field');
  return openOf(step, 'FORWARDS') ? { stands, field, open: raw('link.source_open') } : { stands, field };
}

/**
 * The ends of all links of a step, each pair once: `from_id, to_id` and whether the `source_changed` on some way; beside
 * them what `knownInPairs` names.
 */
export function pairsOf(step: MatrixStep, links: Sql): Sql {
  if (isPlain(step)) {
    const { table, source, from, to } = plainLinks[step];
    return sql`select link.${raw(from)} as from_id, link.${raw(to)} as to_id, link.fingerprint <> it.fingerprint as source_changed,
      ${axes[source].stands} as source_stands, it.field_id as source_field, ${openOf(step, 'FORWARDS') ?? sql`true`} as source_open
      from ${raw(table)} link left join ${axes[source].from} it on it.id = link.${raw(from)} where link.${raw(from)} is not null`;
  }
  if (step === 'FEEDBACK_FINDING')
    return sql`select voice.feedback_id as from_id, voice.finding_id as to_id, voice.changed > 0 as source_changed,
      voice.finding_stands, voice.feedback_stands, voice.feedback_open, voice.field_id, voice.received_at from finding_voice voice`;
  return sql`select link.from_id, link.to_id, ${toCheckOf(step)} as source_changed from (${links}) link`;
}

/** Over the alias `link`: its source says something else by now; a verdict always says what is so today. */
export function toCheckOf(step: MatrixStep): Sql {
  return step === 'MEASURE_VERDICT' ? sql`false` : sql`link.fingerprint <> link.now`;
}

function linked({ table, source, from, to }: PlainLink): Sql {
  return sql`select link.${raw(from)} as from_id, link.${raw(to)} as to_id, link.since, link.fingerprint, source.fingerprint as now,
    ''::text as through, link.accepted_by, link.accepted_at
    from ${raw(table)} link left join ${axes[source].from} source on source.id = link.${raw(from)} where link.${raw(from)} is not null`;
}

/** Why a row without a link is no gap: a `MatrixReason` over the alias `it`, or null. */
export function reasonOf(step: MatrixStep, direction: MatrixDirection): Sql {
  const excuses = excusesOf(step, direction);
  if (excuses.length === 0) return sql`null::text`;
  return sql`case ${excuses.reduce((all, [condition, reason]) => sql`${all} when ${condition} then ${raw(`'${reason}'`)}`, raw(''))} end`;
}

/** Over the alias `it`: there is no such reason; null where there never is one. */
export function openOf(step: MatrixStep, direction: MatrixDirection): Sql | null {
  const excuses = excusesOf(step, direction, otherEvidence.ofAll);
  if (excuses.length === 0) return null;
  return sql`(${join(
    excuses.map(([condition]) => sql`(${condition}) is not true`),
    ' and ',
  )})`;
}

/** Asked of the rows of one page, and of all rows when they are counted: there the evidence is read once. */
const otherEvidence = {
  ofOne: sql`exists (select 1 from finding_evidence other where other.finding_id = it.id)`,
  ofAll: sql`it.id in (select other.finding_id from finding_evidence other)`,
};

function excusesOf(
  step: MatrixStep,
  direction: MatrixDirection,
  evidence = otherEvidence.ofOne,
): readonly (readonly [Sql, MatrixReason])[] {
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
      return [[evidence, 'OTHER_EVIDENCE']];
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
