import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type DiscourseDefaults,
  type DiscourseFacts,
  type DiscourseItem,
  type DiscourseList,
  type DiscourseView,
  offeredDiscourseMoves,
} from '@runder-tisch/domain/cycles';
import type { Page } from '@runder-tisch/domain/lists';
import type { PageQuery } from '@runder-tisch/domain/lists/list-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Database, foundIn } from '../../database/database';
import { forChange } from '../../database/for-change';
import { byId, byWords, listPage } from '../../database/list-page';
import { problem } from '../../problem/problem';
import { changeableCycles, seesCounters, visibleCycles } from '../cycles/cycles-access';
import { discourseCounts, discourseRows } from './discourse-lists-sql';
import { DiscourseRound } from './discourse-round.entity';

/** Who knows of a cycle knows its rounds (alias `it`); what was learnt in them is the office's. */
const office = (viewer: Viewer, words: Sql): Sql => (seesCounters(viewer) ? words : sql`''`);

@Injectable()
export class DiscourseRepository {
  constructor(private readonly database: Database) {}

  async find(viewer: Viewer, id: string): Promise<DiscourseView> {
    const found = await this.database.found<Omit<DiscourseView, 'moves'>>(sql`
      select round.id, round.version, round.number, round.title, round.state, ${office(viewer, sql`round.state_reason`)} as "stateReason",
             round.starts_on::text as "startsOn", round.ends_on::text as "endsOn", round.closed_on::text as "closedOn", round.question,
             ${office(viewer, sql`round.reflection`)} as reflection, json_build_object('id', cycle.id, 'name', cycle.name) as cycle,
             case when previous.id is not null then json_build_object('id', previous.id, 'number', previous.number, 'title', previous.title,
               'state', previous.state, 'reflection', ${office(viewer, sql`previous.reflection`)}) end as previous,
             case when next.id is not null then json_build_object('id', next.id, 'number', next.number, 'title', next.title, 'state', next.state) end as next,
             ${discourseCounts(viewer)} as counts, ${changeableCycles(viewer)} as "mayChange"
      from discourse_round round join cycle on cycle.id = round.cycle_id
        left join discourse_round previous on previous.id = round.previous_id left join discourse_round next on next.previous_id = round.id
      where round.id = ${id} and ${visibleCycles(viewer)}`);
    return { ...found, moves: found.mayChange ? offeredDiscourseMoves(found.state) : [] };
  }

  /** What the next round begins with. */
  async defaults(): Promise<DiscourseDefaults> {
    return this.database.found<DiscourseDefaults>(sql`
      select coalesce(last.number, 0) + 1 as number, case when last.id is not null then json_build_object('id', last.id, 'number', last.number,
        'title', last.title, 'state', last.state, 'reflection', last.reflection) end as previous
      from (select 1) one left join lateral (select * from discourse_round order by number desc limit 1) last on true`);
  }

  /** What one count of the ring counts. */
  async listed(
    viewer: Viewer,
    id: string,
    list: DiscourseList,
    query: PageQuery,
  ): Promise<Page<DiscourseItem>> {
    if (!seesCounters(viewer)) throw problem(generalProblems, 'not-found');
    await this.database.found(
      sql`select it.id from discourse_round it where it.id = ${id} and ${visibleCycles(viewer)}`,
    );
    return listPage(this.database, query, {
      from: discourseRows(viewer, list, id),
      where: [],
      order: [byWords('title'), byId],
      columns: sql`it.id, it.title, it.path`,
      once: true,
    });
  }

  /** Locked for a change by this viewer. */
  async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<DiscourseRound> {
    const rights = {
      table: 'discourse_round',
      visible: visibleCycles(viewer),
      may: changeableCycles(viewer),
    };
    await forChange(tx, rights, id);
    return tx.findOneByOrFail(DiscourseRound, { id });
  }

  /** How the rounds before and after stand; both stay so until this change is done. */
  neighboursOf(tx: EntityManager, id: string): Promise<Pick<DiscourseFacts, 'previousOpen' | 'nextBegan'>> {
    return foundIn<Pick<DiscourseFacts, 'previousOpen' | 'nextBegan'>>(
      tx,
      sql`select coalesce(bool_or(beside.number < round.number and beside.state <> 'CLOSED'), false) as "previousOpen",
                 coalesce(bool_or(beside.number > round.number and beside.state <> 'PLANNED'), false) as "nextBegan"
          from discourse_round round left join (select id, number, state, previous_id from discourse_round for share) beside
            on beside.id = round.previous_id or beside.previous_id = round.id
          where round.id = ${id}`,
    );
  }
}
