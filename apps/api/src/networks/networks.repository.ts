import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type LightFacts,
  networkGaps,
  networkLight,
  type NetworkListItem,
  networkMoves,
  type NetworkState,
  type NetworkWork,
  type NetworkView,
} from '@runder-tisch/domain/networks';
import type { NetworkQuery } from '@runder-tisch/domain/networks/networks-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { networkProblems } from '@runder-tisch/domain/networks';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { visibleCommittees } from '../committees/committees-access';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { personNameOf } from '../database/person-name';
import { forChange } from '../database/for-change';
import { byId, byWords, listPage } from '../database/list-page';
import { reference, references, replaceLinks } from '../database/reference';
import { oneIn } from '../database/rows';
import { contains } from '../database/words';
import { bouncedOf } from '../outbox/returns/bounced-addresses';
import { problem } from '../problem/problem';
import { currentSeats } from './membership-sql';
import { workOf } from './network-work';
import {
  changeableNetworks,
  networksWithContacts,
  networksWithMembers,
  visibleNetworks,
} from './networks-access';

type Facts = { facts: Omit<LightFacts, keyof NetworkWork>; work: NetworkWork; seesMembers: boolean };
type ListRow = Omit<NetworkListItem, 'light' | 'members' | 'vacancies'> & Facts;
type ViewRow = Omit<NetworkView, 'gaps' | 'light' | 'moves'> & Facts;

export interface ChangeableNetwork {
  id: string;
  version: number;
  state: NetworkState;
}

@Injectable()
export class NetworksRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Seats and tasks are counted only for the rows of the page. */
  async list(viewer: Viewer, query: NetworkQuery): Promise<Page<NetworkListItem>> {
    const today = berlinDay(this.clock.now());
    const found = await listPage<ListRow>(this.database, query, {
      from: raw('network'),
      where: [visibleNetworks(viewer), ...filters(viewer, query)],
      order: [byWords('name'), byId],
      columns: sql`it.id, it.name, it.short_name as "shortName", it.kind, it.state, ${networksWithMembers(viewer)} as "seesMembers",
        ${lightFacts(today)} as facts, ${workOf(today)} as work,
        array(select ${personNameOf('person')} from membership join person on person.id = membership.person_id
              where membership.network_id = it.id and membership.role = 'COORDINATOR' and ${currentSeats(today)}
              order by membership.from_day) as coordination,
        array(select field_of_action.name from network_field join field_of_action on field_of_action.id = network_field.field_id
              where network_field.network_id = it.id order by field_of_action.position) as fields,
        it.id = any(${viewer.networkIds}::uuid[]) as mine`,
    });
    const items = found.items.map(({ facts, work, seesMembers, ...item }) => ({
      ...item,
      light: seesMembers ? networkLight({ ...facts, ...work }) : null,
      members: seesMembers ? facts.members : null,
      vacancies: seesMembers ? facts.vacancies : null,
    }));
    return { ...found, items };
  }

  async find(viewer: Viewer, id: string): Promise<NetworkView> {
    const today = berlinDay(this.clock.now());
    const { facts, work, seesMembers, ...row } = await this.database.found<ViewRow>(sql`
      select it.id, it.version, it.name, it.short_name as "shortName", it.kind, it.state, it.purpose, it.legal_basis as "legalBasis",
             ${reference('committee')} as "reportsTo",
             it.meeting_interval_months as "meetingIntervalMonths", it.meeting_habit as "meetingHabit",
             it.cooperation_agreement_on::text as "cooperationAgreementOn", it.target_size as "targetSize", it.target_types as "targetTypes",
             ${references('field_of_action', 'network_field', 'field_id', 'network_id', sql`it.id`)} as fields,
             ${references('planning_area', 'network_planning_area', 'planning_area_id', 'network_id', sql`it.id`)} as "planningAreas",
             coalesce((select json_agg(json_build_object('name', ${personNameOf('person')}, 'organisation', coalesce(organisation.name, ''),
                 'deputy', case when deputy.id is null then null else ${personNameOf('deputy')} end) order by membership.from_day)
               from membership join person on person.id = membership.person_id
                 left join person deputy on deputy.id = membership.deputy_person_id
                 left join organisation on organisation.id = membership.organisation_id
               where membership.network_id = it.id and membership.role = 'COORDINATOR' and ${currentSeats(today)}), '[]') as coordination,
             case when ${networksWithMembers(viewer)} then ${members(viewer)} end as members,
             ${changeableNetworks(viewer)} as "mayChange", ${networksWithMembers(viewer)} as "seesMembers", ${lightFacts(today)} as facts, ${workOf(today)} as work
      from network it left join committee on committee.id = it.reports_to_committee_id and ${visibleCommittees(viewer)}
      where it.id = ${id} and ${visibleNetworks(viewer)}`);
    return {
      ...row,
      light: seesMembers ? networkLight({ ...facts, ...work }) : null,
      gaps: seesMembers ? networkGaps(facts) : null,
      moves: row.mayChange ? networkMoves.from(row.state) : [],
    };
  }

  /** The network, locked, if this viewer may change it: out of sight is 404, somebody else's is 403, dissolved is 409. */
  async lockChangeable(tx: EntityManager, viewer: Viewer, id: string): Promise<ChangeableNetwork> {
    const found = await forChange<ChangeableNetwork>(
      tx,
      {
        table: 'network',
        visible: visibleNetworks(viewer),
        may: changeableNetworks(viewer),
        refusal: () => problem(networkProblems, 'not-your-network'),
      },
      id,
      sql`it.id, it.version, it.state`,
    );
    if (found.state === 'DISSOLVED') throw problem(networkProblems, 'network-dissolved');
    return found;
  }

  /** What areas further right know of it, for a change that asks them. */
  async work(tx: EntityManager, id: string): Promise<NetworkWork> {
    const today = berlinDay(this.clock.now());
    const known = await oneIn<{ work: NetworkWork }>(
      tx,
      sql`select ${workOf(today)} as work from network it where it.id = ${id}`,
    );
    return known?.work ?? { meetings: null, results: null, check: null };
  }

  async countCoordinators(tx: EntityManager, id: string): Promise<number> {
    const today = berlinDay(this.clock.now());
    const counted = await oneIn<{ count: number }>(
      tx,
      sql`select count(*)::int as count from membership
          where network_id = ${id} and role = 'COORDINATOR' and person_id is not null and ${currentSeats(today)}`,
    );
    return counted?.count ?? 0;
  }

  async replaceFields(
    tx: EntityManager,
    id: string,
    fieldIds: readonly string[],
    planningAreaIds: readonly string[],
  ): Promise<void> {
    const network = { column: 'network_id', id };
    await replaceLinks(tx, 'network_field', network, { column: 'field_id', ids: fieldIds });
    await replaceLinks(tx, 'network_planning_area', network, {
      column: 'planning_area_id',
      ids: planningAreaIds,
    });
  }
}

/** What the light is made of, counted for the alias `it`. */
function lightFacts(today: string): Sql {
  return sql`(select json_build_object('today', ${today}::date, 'state', it.state,
      'since', (it.created_at at time zone 'Europe/Berlin')::date, 'meetingIntervalMonths', it.meeting_interval_months, 'targetSize', it.target_size, 'targetTypes', it.target_types,
      'membersByType', coalesce((select json_object_agg(counted.type, counted.count) from (
          select organisation.type, count(*) from membership join organisation on organisation.id = membership.organisation_id
          where membership.network_id = it.id and membership.role <> 'GUEST' and membership.person_id is not null and ${currentSeats(today)}
          group by organisation.type) counted), '{}'),
      'members', count(*) filter (where role <> 'GUEST' and person_id is not null),
      'vacancies', count(*) filter (where person_id is null),
      'coordinators', count(*) filter (where role = 'COORDINATOR' and person_id is not null),
      'coordinationDeputies', count(*) filter (where role = 'COORDINATOR' and deputy_person_id is not null),
      'overdueTasks', (select count(*) from task where task.network_id = it.id and task.state = 'OPEN' and task.due_on < ${today}::date))
    from membership where membership.network_id = it.id and ${currentSeats(today)})`;
}

/** All seats, today's before former ones, coordination first, then by organisation; vacancies stand with theirs. */
function members(viewer: Viewer): Sql {
  return sql`coalesce((select json_agg(json_build_object('id', membership.id, 'version', membership.version,
      'organisation', ${reference('organisation')}, 'person', ${reference('person', personNameOf('person'))},
      'deputy', ${reference('deputy', personNameOf('deputy'))},
      'role', membership.role, 'fromDay', membership.from_day, 'toDay', membership.to_day,
      'mail', case when ${networksWithContacts(viewer)} then coalesce(person.mail, '') else '' end,
      'bounced', case when ${networksWithContacts(viewer)} then ${bouncedOf(sql`person.mail`)} end)
      order by membership.to_day nulls first, membership.role <> 'COORDINATOR', organisation.name collate "de-x-icu" nulls last, person.family_name collate "de-x-icu", membership.id)
    from membership left join organisation on organisation.id = membership.organisation_id
      left join person on person.id = membership.person_id left join person deputy on deputy.id = membership.deputy_person_id
    where membership.network_id = it.id), '[]')`;
}

function filters(viewer: Viewer, query: NetworkQuery): Sql[] {
  const conditions: Sql[] = [];
  if (query.search) conditions.push(contains(sql`it.name || ' ' || it.short_name`, query.search));
  if (query.kind) conditions.push(sql`it.kind = ${query.kind}`);
  if (query.state) conditions.push(sql`it.state = ${query.state}`);
  if (query.fieldId) {
    conditions.push(
      sql`exists (select 1 from network_field where network_field.network_id = it.id and network_field.field_id = ${query.fieldId})`,
    );
  }
  if (query.of === 'mine') conditions.push(sql`it.id = any(${viewer.networkIds}::uuid[])`);
  return conditions;
}
