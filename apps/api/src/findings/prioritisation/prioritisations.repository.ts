import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type BeamerView,
  prioritisationMoves,
  type PrioritisationListItem,
  type PrioritisationOptionView,
  type PrioritisationResultView,
  prioritisationStateAt,
  type PrioritisationView,
  type PriorityChoice,
  type PriorityPointsView,
  rankedByPoints,
  shownJoinCode,
  sumOf,
} from '@runder-tisch/domain/findings/prioritisation';
import type { PrioritisationQuery } from '@runder-tisch/domain/findings/prioritisation/prioritisation-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { ListQuery } from '@runder-tisch/domain/lists/list-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import { MailLinks } from '../../access/mail-links';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { forChange } from '../../database/for-change';
import { byId, byInstant, byWords, listPage } from '../../database/list-page';
import { reference } from '../../database/reference';
import { contains } from '../../database/words';
import { visibleMeetings } from '../../meetings/meetings-access';
import { ofRow, peopleAsked } from './prioritisation-people';
import { changeablePrioritisations, visiblePrioritisations } from './prioritisation-access';
import { Prioritisation } from './prioritisation.entity';
import { qrCode } from './qr-code';

export interface CountedOption extends PrioritisationOptionView {
  /** Null until it is over. */
  points: number | null;
}

interface Counted {
  options: CountedOption[];
  voters: number;
}

type ViewRow = Omit<PrioritisationView, 'moves' | 'result' | 'options' | 'closesDay' | 'closesAt'> &
  Counted & { closesAt: Date | null };

type BeamerRow = Omit<BeamerView, 'join' | 'result' | 'options' | 'closesAt'> &
  Counted & { joinCode: string | null; closesAt: Date | null };

@Injectable()
export class PrioritisationsRepository {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly clock: Clock,
  ) {}

  list(viewer: Viewer, query: PrioritisationQuery): Promise<Page<PrioritisationListItem>> {
    return listPage(this.database, query, {
      from: raw('prioritisation'),
      where: [visiblePrioritisations(viewer), ...filters(query, this.clock.now())],
      order: [byInstant('created_at'), byId],
      descending: true,
      joins: sql`${ofMeeting(viewer)} left join network on network.id = it.network_id`,
      columns: sql`it.id, it.question, ${stateAt(this.clock.now())} as state, it.mode, it.voters,
        it.closes_at as "closesAt", it.closed_at as "closedAt", it.created_at as "createdAt",
        ${reference('meeting', sql`meeting.title`)} as meeting, ${reference('network')} as network,
        (select count(*)::int from prioritisation_option option where option.prioritisation_id = it.id) as options,
        coalesce((select json_agg(best.title order by best.position) from (
          select option.title, option.position, option.points, max(option.points) over () as most
          from prioritisation_option option where option.prioritisation_id = it.id) best
          where best.points = best.most and best.points > 0), '[]') as first`,
    });
  }

  async find(viewer: Viewer, id: string): Promise<PrioritisationView> {
    const now = this.clock.now();
    const row = await this.database.found<ViewRow>(sql`
      select it.id, it.version, it.question, it.explanation, it.mode, it.points_per_person as "pointsPerPerson",
             it.most_per_option as "mostPerOption", it.places, it.state, it.closes_at as "closesAt", it.closed_at as "closedAt",
             it.opened_at as "openedAt", it.reminded_at as "remindedAt", it.cancelled_reason as "cancelledReason",
             ${reference('meeting', sql`meeting.title`)} as meeting, ${reference('network')} as network,
             case when it.mode <> 'MAIL' then 0 when it.state = 'DRAFT'
               then (select count(*)::int from ${peopleAsked(ofRow, berlinDay(now))} asked)
               else (select count(*)::int from prioritisation_ballot ballot where ballot.prioritisation_id = it.id) end as recipients,
             ${givenOf} as given, ${votersOf} as voters, ${optionsOf(now)} as options,
             ${changeablePrioritisations(viewer)} as "mayChange"
      from prioritisation it ${ofMeeting(viewer)} left join network on network.id = it.network_id
      where it.id = ${id} and ${visiblePrioritisations(viewer)}`);
    const { voters, options, ...view } = row;
    const state = prioritisationStateAt(row, now);
    return {
      ...view,
      state,
      closesAt: row.closesAt?.toISOString() ?? null,
      closesDay: row.closesAt ? berlinDay(row.closesAt) : '',
      options: options.map(withoutPoints),
      result: resultOf(state, { options, voters }),
      moves: view.mayChange ? prioritisationMoves.from(state) : [],
    };
  }

  /** For the wall: no more than everybody in the room may see. */
  async beamer(viewer: Viewer, id: string): Promise<BeamerView> {
    const now = this.clock.now();
    const { joinCode, voters, options, ...row } = await this.database.found<BeamerRow>(sql`
      select it.question, it.explanation, it.mode, it.state, it.points_per_person as "pointsPerPerson",
             it.most_per_option as "mostPerOption", it.places, it.closes_at as "closesAt", it.closed_at as "closedAt",
             it.join_code as "joinCode", ${givenOf} as given, ${votersOf} as voters, ${optionsOf(now)} as options
      from prioritisation it where it.id = ${id} and ${visiblePrioritisations(viewer)}`);
    const state = prioritisationStateAt(row, now);
    return {
      ...row,
      state,
      closesAt: row.closesAt?.toISOString() ?? null,
      join: joinCode && state === 'OPEN' ? this.joinOf(joinCode) : null,
      options: options.map(withoutPoints),
      result: resultOf(state, { options, voters }),
    };
  }

  /** Handlungsschwerpunkte to choose from. */
  priorities(viewer: Viewer, query: ListQuery): Promise<Page<PriorityChoice>> {
    return listPage(this.database, query, {
      from: raw('action_priority'),
      where: [
        visiblePrioritisations(viewer),
        sql`it.state <> 'DROPPED'`,
        ...(query.search
          ? [sql`(${contains(sql`it.title`, query.search)} or ${contains(sql`it.number`, query.search)})`]
          : []),
      ],
      order: [byWords('title'), byId],
      joins: sql`join field_of_action field on field.id = it.field_id`,
      columns: sql`it.id, it.number, it.title, field.name as field`,
    });
  }

  /** How a Handlungsschwerpunkt came off wherever it was put to the vote, the last one first. */
  ofPriority(viewer: Viewer, priorityId: string): Promise<PriorityPointsView[]> {
    return this.database.rows<PriorityPointsView>(sql`
      select it.id as "prioritisationId", it.question, ranked.points, ranked.rank, ranked.tied, ranked.of, it.voters,
             it.closed_at as "closedAt"
      from prioritisation it join (${rankedOptions}) ranked
        on ranked.prioritisation_id = it.id and ranked.priority_id = ${priorityId}::uuid
      where it.state = 'CLOSED' and ${visiblePrioritisations(viewer)}
        and it.id in (select prioritisation_id from prioritisation_option where priority_id = ${priorityId}::uuid)
      order by it.closed_at desc, it.id`);
  }

  /** Locked for a change by this viewer. */
  async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<Prioritisation> {
    const rights = {
      table: 'prioritisation',
      visible: visiblePrioritisations(viewer),
      may: changeablePrioritisations(viewer),
    };
    await forChange(tx, rights, id);
    return tx.findOneByOrFail(Prioritisation, { id });
  }

  private joinOf(code: string): BeamerView['join'] {
    const url = this.links.url(`/punkte/${code}`);
    const address = this.links.url('/punkte').replace(/^https?:\/\//, '');
    return { url, address, code: shownJoinCode(code), qr: qrCode(url) };
  }
}

/** Every option of what is closed with its rank among the others. */
export const rankedOptions: Sql = sql`select option.prioritisation_id, option.priority_id, option.points,
    (rank() over (partition by option.prioritisation_id order by option.points desc))::int as rank,
    count(*) over (partition by option.prioritisation_id, option.points) > 1 as tied,
    (count(*) over (partition by option.prioritisation_id))::int as of
  from prioritisation_option option`;

/** Whether points can be counted: until then no statement reads them. */
export function isOver(now: Date): Sql {
  return sql`(it.state = 'CLOSED' or (it.state = 'OPEN' and it.closes_at <= ${now}))`;
}

/** The options of `it` in their order; what was not frozen yet is counted. */
export function optionsOf(now: Date): Sql {
  return sql`coalesce((
    select json_agg(json_build_object('id', option.id, 'title', option.title,
        'priority', case when priority.id is null then null else json_build_object('id', priority.id, 'number', priority.number) end,
        'points', case when ${isOver(now)} then coalesce(option.points, (select sum(given.points)::int from prioritisation_points given
          where given.option_id = option.id), 0) end)
      order by option.position)
    from prioritisation_option option left join action_priority priority on priority.id = option.priority_id
    where option.prioritisation_id = it.id), '[]')`;
}

const givenOf: Sql = sql`coalesce(it.voters, (select count(*)::int from prioritisation_ballot ballot
  where ballot.prioritisation_id = it.id and ballot.given))`;
export const votersOf = givenOf;

export function resultOf(
  state: PrioritisationView['state'],
  { options, voters }: { options: readonly CountedOption[]; voters: number },
): PrioritisationResultView | null {
  if (state !== 'CLOSED') return null;
  const counted = options.map((option) => ({ ...option, points: option.points ?? 0 }));
  return { voters, points: sumOf(counted), options: rankedByPoints(counted) };
}

function withoutPoints({ id, title, priority }: CountedOption): PrioritisationOptionView {
  return { id, title, priority };
}

function stateAt(now: Date): Sql {
  return sql`case when ${isOver(now)} then 'CLOSED' else it.state end`;
}

/** Its meeting, for those who may know of it: a Punktabfrage is the office's, a meeting is not. */
function ofMeeting(viewer: Viewer): Sql {
  return sql`left join lateral (select it.id, it.title from meeting it
    where it.id = meeting_id and ${visibleMeetings(viewer)}) meeting on true`;
}

function filters(query: PrioritisationQuery, now: Date): Sql[] {
  const conditions: Sql[] = [];
  if (query.search) conditions.push(contains(sql`it.question`, query.search));
  if (query.state) conditions.push(sql`${stateAt(now)} = ${query.state}`);
  if (query.meetingId) conditions.push(sql`it.meeting_id = ${query.meetingId}`);
  if (query.networkId) conditions.push(sql`it.network_id = ${query.networkId}`);
  return conditions;
}
