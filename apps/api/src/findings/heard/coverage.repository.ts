import { Injectable } from '@nestjs/common';
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import {
  type CoverageDimension,
  type CoverageRow,
  type CoverageView,
  WANTED_UNLESS_SAID,
} from '@runder-tisch/domain/findings/heard';
import type { CoverageQuery } from '@runder-tisch/domain/findings/heard/coverage-requests';
import { addDays, addMonths, berlinDay, berlinDayBounds } from '@runder-tisch/domain/time';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { concernsField } from '../../feedback/feedback-access';

/** A county has 20,000 organisations; nobody reads further than this, and whoever was heard enough stands last. */
const SHOWN = 500;

/** Who was heard compared with what was wanted. What somebody said as their own view goes by no organisation. */
@Injectable()
export class CoverageRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(query: CoverageQuery): Promise<CoverageView> {
    const today = berlinDay(this.clock.now());
    const until = query.until ?? today;
    const from = query.from ?? addDays(addMonths(until, -12), 1);
    const { fieldId } = query;
    const ofField = fieldId ? sql`and ${concernsField(fieldId)}` : empty;
    const { dimension } = query;
    const found = await this.database.rows<CoverageRow & { total: number; silent: number }>(sql`
      with heard as (
        select it.id, it.organisation_id, it.network_id, it.municipality_id, it.planning_area_id
        from feedback it
        where it.received_at >= ${berlinDayBounds(from).from} and it.received_at < ${berlinDayBounds(until).until}
          and it.state not in ('SESSION', 'REJECTED') ${ofField}),
      serves as (
        select distinct social_service.organisation_id, of_group.target_group_id
        from social_service join service_version_target_group of_group on of_group.version_id = social_service.confirmed_version_id
        where social_service.state = 'PUBLISHED'),
      looked_at as (${lookedAt[dimension](from, until)})
      select id, name, coalesce(wanted, ${WANTED_UNLESS_SAID}::int) as wanted, coalesce(heard, 0) as heard, count(*) over ()::int as total,
             (count(*) filter (where coalesce(heard, 0) < coalesce(wanted, ${WANTED_UNLESS_SAID}::int)) over ())::int as silent
      from looked_at
      order by coalesce(heard, 0) - coalesce(wanted, ${WANTED_UNLESS_SAID}::int), name collate "de-x-icu", id limit ${raw(String(SHOWN))}`);
    const rows = found.map(({ id, name, wanted, heard }): CoverageRow => ({ id, name, wanted, heard }));
    return { dimension, from, until, rows, total: found[0]?.total ?? 0, silent: found[0]?.silent ?? 0 };
  }
}

const counted = (column: string): Sql =>
  sql`(select ${raw(column)} as id, count(*)::int as heard from heard where ${raw(column)} is not null group by 1)`;

/** Whom one looks at, with what is wanted of each and what was heard; over the statements of `of`. */
const lookedAt: Record<CoverageDimension, (from: string, until: string) => Sql> = {
  // Many organisations have no reason to be heard: the others are put together first.
  ORGANISATION: (from, until) => sql`
    select it.id, it.name, known.wanted, known.heard
    from (select organisation_id, max(wanted) as wanted, count(heard)::int as heard
        from (select organisation_id, null::int as wanted, id as heard from heard where organisation_id is not null
          union all select organisation_id, wanted, null from coverage_wish where organisation_id is not null
          union all select organisation_id, null, null from membership seat where seat.from_day <= ${until} and coalesce(seat.to_day >= ${from}, true)
          union all select organisation_id, null, null from serves) reason
        group by 1) known
      join organisation it on it.id = known.organisation_id where it.active`,
  NETWORK: () => sql`
    select it.id, it.name, wish.wanted, said.heard
    from network it left join coverage_wish wish on wish.network_id = it.id left join ${counted('network_id')} said on said.id = it.id
    where it.state not in ('DORMANT', 'DISSOLVED') or said.heard is not null`,
  MUNICIPALITY: () => sql`
    select it.id, it.name, wish.wanted, said.heard
    from municipality it left join coverage_wish wish on wish.municipality_id = it.id left join ${counted('municipality_id')} said on said.id = it.id
    where it.active or said.heard is not null`,
  PLANNING_AREA: () => sql`
    select it.id, it.name, wish.wanted, said.heard
    from planning_area it left join coverage_wish wish on wish.planning_area_id = it.id
      left join (select coalesce(heard.planning_area_id, municipality.planning_area_id) as id, count(*)::int as heard
        from heard left join municipality on municipality.id = heard.municipality_id group by 1) said on said.id = it.id
    where it.active or said.heard is not null`,
  TARGET_GROUP: () => sql`
    select it.id, it.name, wish.wanted, said.heard
    from target_group it left join coverage_wish wish on wish.target_group_id = it.id
      left join (select serves.target_group_id as id, count(*)::int as heard
        from serves join heard on heard.organisation_id = serves.organisation_id group by 1) said on said.id = it.id
    where it.active or said.heard is not null`,
};
