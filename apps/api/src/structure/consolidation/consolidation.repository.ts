import { Injectable } from '@nestjs/common';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Page } from '@runder-tisch/domain/lists';
import {
  type ConsolidationEvidence,
  type ConsolidationListItem,
  type ConsolidationSubject,
  type ConsolidationView,
  type CriterionFacts,
  proposalFor,
  type ProposedAnswer,
  thresholdWords,
} from '@runder-tisch/domain/structure';
import type { ConsolidationQuery } from '@runder-tisch/domain/structure/consolidation/consolidation-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { NO_OBJECT } from '../../contribution';
import { Database } from '../../database/database';
import { listPage } from '../../database/list-page';
import { oneIn } from '../../database/rows';
import { contains } from '../../database/words';
import { checkable, visibleChecked } from './consolidation-access';
import { evidenceOf } from './evidence-sql';

interface Criterion extends CriterionFacts {
  id: string;
  name: string;
  question: string;
}

/** What a check of it asks today, as the database hands it out. */
export interface Asked {
  evidence: ConsolidationEvidence;
  criteria: Criterion[];
}

const sources: Record<ConsolidationSubject, Sql> = {
  NETWORK: sql`(select network.id, network.id as network_id, network.name as title from network)`,
  FORMAT: sql`(select format.id, format.network_id, format.title from participation_format format)`,
  PLANNING: sql`(select ${NO_OBJECT}::uuid as id, null::uuid as network_id, 'Sozialplanung' as title)`,
};

@Injectable()
export class ConsolidationRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Everything that can last and how its last check ended; what was checked longest ago stands first. */
  async list(viewer: Viewer, query: ConsolidationQuery): Promise<Page<ConsolidationListItem>> {
    const wanted = query.subject ? [query.subject] : (['PLANNING', 'NETWORK', 'FORMAT'] as const);
    const rows = wanted.map((subject) => rowsOf(viewer, subject));
    return listPage<ConsolidationListItem>(this.database, query, {
      from: sql`(${join(rows, ' union all ')})`,
      where: query.search ? [contains(sql`it.title`, query.search)] : [],
      order: [
        { by: sql`it.place`, type: 'bigint' },
        { by: sql`it.title collate "de-x-icu"`, type: 'text' },
        { by: sql`it.id`, type: 'uuid' },
      ],
      joins: sql`left join consolidation_check newest on newest.id = ${lastCheck()}
        left join consolidation_check earlier on earlier.id = ${lastCheck(sql`newest.checked_on - interval '11 months'`)}
        left join lateral (${counts(sql`newest.id`)}) now on true
        left join lateral (${counts(sql`earlier.id`)}) before on true`,
      columns: sql`it.id, it.subject, it.title, newest.checked_on::text as "checkedOn", now.met, now.of, now.open,
        case when earlier.id is not null then before.met end as "metBefore", case when earlier.id is not null then before.of end as "ofBefore"`,
    });
  }

  async find(viewer: Viewer, subject: ConsolidationSubject, id: string): Promise<ConsolidationView> {
    const today = berlinDay(this.clock.now());
    const row = await this.database.found<
      Pick<ConsolidationView, 'title' | 'mayCheck' | 'checks'> & {
        asked: Asked;
        before: { criterionId: string | null; met: boolean; reason: string }[];
      }
    >(sql`
      select it.title, ${checkable(viewer, subject)} as "mayCheck", ${askedOf(subject, today)} as asked,
        coalesce((select json_agg(json_build_object('id', checked.id, 'checkedOn', checked.checked_on, 'note', checked.note,
            'madeBy', checked.made_by, 'results', (${resultsOf})) order by checked.checked_on desc)
          from consolidation_check checked where ${isSubject(subject)}), '[]') as checks,
        coalesce((select json_agg(json_build_object('criterionId', result.criterion_id, 'met', result.met, 'reason', result.reason))
          from consolidation_result result where result.check_id = (select checked.id from consolidation_check checked
            where ${isSubject(subject)} order by checked.checked_on desc limit 1)), '[]') as before
      from ${sources[subject]} it where it.id = ${id} and ${visibleChecked(viewer, subject)}`);
    const { asked, before, ...view } = row;
    const earlier = new Map(before.map(({ criterionId, ...answer }) => [criterionId, answer]));
    const proposals = proposalsOf(asked, today).map((it) => ({
      ...it,
      before: earlier.get(it.criterionId) ?? null,
    }));
    return { ...view, subject, proposals };
  }

  /** What a check on this day asks, within the transaction that keeps its answers. */
  async asked(
    tx: EntityManager,
    subject: ConsolidationSubject,
    id: string,
    day: string,
  ): Promise<Omit<ProposedAnswer, 'before'>[]> {
    const found = await oneIn<{ asked: Asked }>(
      tx,
      sql`select ${askedOf(subject, day)} as asked from ${sources[subject]} it where it.id = ${id}`,
    );
    return found ? proposalsOf(found.asked, day) : [];
  }
}

function proposalsOf({ criteria, evidence }: Asked, day: string): Omit<ProposedAnswer, 'before'>[] {
  return criteria.map(({ id, name, question, ...facts }) => {
    const { met, evidence: words } = proposalFor(facts, evidence, day);
    return {
      criterionId: id,
      name,
      question,
      threshold: thresholdWords(facts),
      proposed: met,
      evidence: words,
    };
  });
}

/** The criteria in use and what the data knows of `it`. */
function askedOf(subject: ConsolidationSubject, day: string): Sql {
  return sql`json_build_object('evidence', ${evidenceOf(subject, day)}, 'criteria', coalesce((select json_agg(json_build_object(
      'id', criterion.id, 'name', criterion.name, 'question', criterion.question, 'measure', criterion.measure,
      'least', criterion.least, 'share', criterion.share, 'months', criterion.months) order by criterion.position, criterion.id)
    from consolidation_criterion criterion where criterion.active and criterion.subject = ${subject}), '[]'))`;
}

/** Over `checked` and the row `it` of that subject. */
function isSubject(subject: ConsolidationSubject): Sql {
  if (subject === 'PLANNING') return sql`checked.subject = 'PLANNING'`;
  return subject === 'NETWORK' ? sql`checked.network_id = it.id` : sql`checked.format_id = it.id`;
}

/** The id of the last check of the row `it` of the overview, each subject by its own index. */
function lastCheck(until?: Sql): Sql {
  const where = until ? sql`and checked.checked_on <= ${until}` : empty;
  const of = (which: Sql): Sql =>
    sql`(select checked.id from consolidation_check checked where ${which} ${where} order by checked.checked_on desc limit 1)`;
  return sql`(case it.subject when 'NETWORK' then ${of(sql`checked.network_id = it.id`)}
    when 'FORMAT' then ${of(sql`checked.format_id = it.id`)} else ${of(sql`checked.subject = 'PLANNING'`)} end)`;
}

const resultsOf = sql`select coalesce(json_agg(json_build_object('name', result.name, 'threshold', result.threshold, 'proposed', result.proposed,
    'evidence', result.evidence, 'met', result.met, 'reason', result.reason) order by result.position), '[]')
  from consolidation_result result where result.check_id = checked.id`;

function counts(checkId: Sql): Sql {
  return sql`select count(*) filter (where result.met)::int as met, count(*)::int as of,
      coalesce(array_agg(result.name order by result.position) filter (where not result.met), '{}') as open
    from consolidation_result result where result.check_id = ${checkId}`;
}

/** The rows of one subject for the overview; what ended needs no check any more. */
function rowsOf(viewer: Viewer, subject: ConsolidationSubject): Sql {
  const table = { NETWORK: 'network', FORMAT: 'participation_format', PLANNING: '' }[subject];
  if (subject === 'PLANNING')
    return sql`select it.id, 'PLANNING' as subject, it.title, 0 as place from ${sources.PLANNING} it where ${visibleChecked(viewer, subject)}`;
  const [title, place, ended] =
    subject === 'NETWORK'
      ? [sql`it.name`, sql`1`, sql`it.state <> 'DISSOLVED'`]
      : [sql`it.title`, sql`2`, sql`it.state not in ('DRAFT', 'CANCELLED')`];
  return sql`select it.id, ${subject}::text as subject, ${title} as title, ${place} as place
    from ${raw(table)} it where ${visibleChecked(viewer, subject)} and ${ended}`;
}
