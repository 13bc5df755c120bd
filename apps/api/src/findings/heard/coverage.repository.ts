import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import { type CoverageRow, type CoverageView, WANTED_UNLESS_SAID } from '@runder-tisch/domain/findings/heard';
import type { CoverageQuery } from '@runder-tisch/domain/findings/heard/coverage-requests';
import { addDays, addMonths, berlinDay, berlinDayBounds } from '@runder-tisch/domain/time';
import { Clock } from '../../clock';
import { Database } from '../../database/database';

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
    const ofField = fieldId
      ? sql`and (it.primary_field_id = ${fieldId} or exists (select 1 from feedback_field
              where feedback_field.feedback_id = it.id and feedback_field.field_id = ${fieldId}))`
      : empty;
    const rows = await this.database.rows<CoverageRow>(sql`
      with heard as materialized (
        select it.id, it.organisation_id, it.network_id, it.municipality_id,
               coalesce(it.planning_area_id, municipality.planning_area_id) as planning_area_id
        from feedback it left join municipality on municipality.id = it.municipality_id
        where it.received_at >= ${berlinDayBounds(from).from} and it.received_at < ${berlinDayBounds(until).until}
          and it.state not in ('SESSION', 'REJECTED') ${ofField}),
      serves as (
        select distinct social_service.organisation_id, of_group.target_group_id
        from social_service join service_version_target_group of_group on of_group.version_id = social_service.confirmed_version_id
        where social_service.state = 'PUBLISHED'),
      by_organisation as (select organisation_id as id, count(*)::int as heard from heard where organisation_id is not null group by 1),
      by_network as (select network_id as id, count(*)::int as heard from heard where network_id is not null group by 1),
      by_municipality as (select municipality_id as id, count(*)::int as heard from heard where municipality_id is not null group by 1),
      by_area as (select planning_area_id as id, count(*)::int as heard from heard where planning_area_id is not null group by 1),
      by_group as (select serves.target_group_id as id, sum(by_organisation.heard)::int as heard
                   from serves join by_organisation on by_organisation.id = serves.organisation_id group by 1),
      looked_at as (
        select 'ORGANISATION' as dimension, it.id, it.name, wish.wanted, by_organisation.heard
        from organisation it left join coverage_wish wish on wish.organisation_id = it.id left join by_organisation on by_organisation.id = it.id
        where it.active and (wish.wanted is not null or by_organisation.heard is not null
          or exists (select 1 from membership seat where seat.organisation_id = it.id and seat.from_day <= ${until} and coalesce(seat.to_day >= ${from}, true))
          or exists (select 1 from serves where serves.organisation_id = it.id))
        union all
        select 'NETWORK', it.id, it.name, wish.wanted, by_network.heard
        from network it left join coverage_wish wish on wish.network_id = it.id left join by_network on by_network.id = it.id
        where it.state not in ('DORMANT', 'DISSOLVED') or by_network.heard is not null
        union all
        select 'MUNICIPALITY', it.id, it.name, wish.wanted, by_municipality.heard
        from municipality it left join coverage_wish wish on wish.municipality_id = it.id left join by_municipality on by_municipality.id = it.id
        where it.active or by_municipality.heard is not null
        union all
        select 'PLANNING_AREA', it.id, it.name, wish.wanted, by_area.heard
        from planning_area it left join coverage_wish wish on wish.planning_area_id = it.id left join by_area on by_area.id = it.id
        where it.active or by_area.heard is not null
        union all
        select 'TARGET_GROUP', it.id, it.name, wish.wanted, by_group.heard
        from target_group it left join coverage_wish wish on wish.target_group_id = it.id left join by_group on by_group.id = it.id
        where it.active or by_group.heard is not null)
      select dimension, id, name, coalesce(wanted, ${WANTED_UNLESS_SAID}::int) as wanted, coalesce(heard, 0) as heard
      from looked_at
      order by dimension, coalesce(heard, 0) - coalesce(wanted, ${WANTED_UNLESS_SAID}::int), name collate "de-x-icu", id`);
    return { from, until, rows };
  }
}
