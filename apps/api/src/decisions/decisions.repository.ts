import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  decisionMoves,
  type OpenDecisionListItem,
  type OpenDecisionView,
} from '@runder-tisch/domain/decisions';
import type { OpenDecisionQuery } from '@runder-tisch/domain/decisions/decisions-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { forChange } from '../database/for-change';
import { byId, listPage } from '../database/list-page';
import { reference } from '../database/reference';
import { contains } from '../database/words';
import { ended } from '../data-requests/data-requests-sql';
import { currentScope } from '../indicators/indicator-sql';
import { visibleMeetings } from '../meetings/meetings-access';
import { changeableDecisions, visibleDecisions } from './decisions-access';
import { Decision } from './decision.entity';

type Found = Omit<OpenDecisionView, 'moves' | 'steps'> & {
  steps: (Omit<OpenDecisionView['steps'][number], 'at'> & { at: string })[];
};

@Injectable()
export class OpenDecisionsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What is open first, by its day; behind it what was decided, the newest first. */
  list(viewer: Viewer, query: OpenDecisionQuery): Promise<Page<OpenDecisionListItem>> {
    return listPage(this.database, query, {
      from: raw('decision'),
      where: [visibleDecisions(viewer), ...filters(query)],
      order: [
        { by: sql`case when it.state = 'DECIDED' then 1::bigint else 0::bigint end`, type: 'bigint' },
        {
          by: sql`case when it.state = 'DECIDED' then '2200-01-01'::date - (it.decided_on - '2000-01-01'::date)
                       else coalesce(it.due_on, '2199-12-31'::date) end`,
          type: 'date',
        },
        byId,
      ],
      joins: sql`left join committee on committee.id = it.committee_id
        left join decision_option option on option.id = coalesce(it.decided_option_id, it.proposed_option_id)`,
      columns: sql`it.id, it.kind, it.title, it.state, it.due_on::text as "dueOn", ${this.overdue()} as overdue,
        ${reference('committee')} as committee, option.title as chosen, it.decided_on::text as "decidedOn", it.decided_by as "decidedBy"`,
    });
  }

  async find(viewer: Viewer, id: string): Promise<OpenDecisionView> {
    const { steps, ...found } = await this.database.found<Found>(sql`
      select it.id, it.version, it.kind, it.title, it.explanation, it.state, it.due_on::text as "dueOn", ${this.overdue()} as overdue,
             ${reference('committee')} as committee,
             coalesce((select json_agg(json_build_object('id', option.id, 'code', option.code, 'title', option.title, 'consequences', option.consequences)
               order by option.position) from decision_option option where option.decision_id = it.id), '[]') as options,
             case when it.proposed_on is null then null else json_build_object('optionId', it.proposed_option_id, 'by', it.proposed_by,
               'on', it.proposed_on, 'reason', it.proposal_reason) end as proposal,
             case when it.state <> 'DECIDED' then null else json_build_object('optionId', it.decided_option_id, 'on', it.decided_on,
               'body', it.decided_by, 'committee', ${reference('decider')}, 'meeting', ${reference('meeting', sql`meeting.title`)},
               'reference', it.reference, 'wording', it.wording, 'reason', it.reason) end as outcome,
             coalesce((select json_agg(json_build_object('state', step.state, 'at', step.at, 'by', step.by_name, 'words', step.words)
               order by step.at desc, step.id desc) from decision_step step where step.decision_id = it.id), '[]') as steps,
             case it.kind when 'SCOPE' then ${scopeFacts} end as scope,
             case it.kind when 'TOPICS' then ${topicsFacts} end as topics,
             ${changeableDecisions(viewer)} as "mayChange"
      from decision it
        left join committee on committee.id = it.committee_id
        left join committee decider on decider.id = it.decided_committee_id
        left join (select it.id, it.title from meeting it where ${visibleMeetings(viewer)}) meeting on meeting.id = it.meeting_id
      where it.id = ${id} and ${visibleDecisions(viewer)}`);
    return {
      ...found,
      // JSON of the database has its own way to write instants.
      steps: steps.map((step) => ({ ...step, at: new Date(step.at).toISOString() })),
      moves: found.mayChange
        ? decisionMoves.from(found.state).filter((move) => move !== 'remove' || found.kind === 'OTHER')
        : [],
    };
  }

  /** Locked for a change by this viewer. */
  async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<Decision> {
    const rights = {
      table: 'decision',
      visible: visibleDecisions(viewer),
      may: changeableDecisions(viewer),
    };
    await forChange(tx, rights, id);
    return tx.findOneByOrFail(Decision, { id });
  }

  private overdue(): Sql {
    return sql`(it.state <> 'DECIDED' and coalesce(it.due_on < ${berlinDay(this.clock.now())}::date, false))`;
  }
}

const scopeFacts = sql`(select json_build_object(
  'indicators', count(*), 'notInfrastructure', count(*) filter (where not infrastructure),
  'optionalNow', ${currentScope} = 'B') from indicator where active)`;

const topicsFacts = sql`(select json_build_object(
  'topics', count(*),
  'withoutDelivery', count(*) filter (where not exists (select from topic_agreement told where told.topic_id = topic.id)),
  'agreements', (select count(distinct told.agreement_id) from topic_agreement told
    join topic known on known.id = told.topic_id where known.active),
  'openRequests', (select count(*) from data_request it where not ${ended} and exists (
    select from topic_agreement told join topic known on known.id = told.topic_id where known.active and told.agreement_id = it.agreement_id)))
  from topic where topic.active)`;

function filters(query: OpenDecisionQuery): Sql[] {
  const conditions: Sql[] = [];
  if (query.search) conditions.push(contains(sql`it.title || ' ' || it.explanation`, query.search));
  if (query.state) conditions.push(sql`it.state = ${query.state}`);
  if (query.open) conditions.push(sql`it.state <> 'DECIDED'`);
  return conditions;
}
