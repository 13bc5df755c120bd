import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { figureReleaseProblems, type IndicatorLinksView } from '@runder-tisch/domain/indicators/releases';
import type {
  StateIndicatorSum,
  TellContributors,
} from '@runder-tisch/domain/indicators/releases/release-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { IndicatorVersion } from '../indicator.entity';
import { IndicatorsRepository } from '../indicators.repository';
import { visibleIndicators } from '../indicators-access';
import { indicatorLinks } from './linked-figures';

const named: Sql = sql`json_build_object('id', it.id, 'code', it.code, 'name', told.name)`;
const indicators: Sql = sql`indicator it join indicator_version told on told.id = it.current_version_id`;

/** What planners know of figures beside their numbers: which add up, and who brought in how much. */
@Injectable()
export class IndicatorSums {
  constructor(
    private readonly database: Database,
    private readonly indicators: IndicatorsRepository,
    private readonly clock: Clock,
  ) {}

  list(viewer: Viewer, indicatorId: string): Promise<IndicatorLinksView> {
    return this.database.read(async (tx) => {
      const { linkedIds } = await indicatorLinks(tx, indicatorId);
      const [row] = await rowsIn<IndicatorLinksView>(
        tx,
        sql`select coalesce((select json_agg(${named} order by it.code) from ${indicators} where it.id = any(${linkedIds}::uuid[])), '[]') as linked,
              coalesce((select json_agg(json_build_object('id', stated.id, 'measure', stated.measure, 'statedBy', stated.stated_by, 'statedAt', stated.stated_at,
                'whole', (select ${named} from ${indicators} where it.id = stated.indicator_id),
                'parts', (select json_agg(${named} order by it.code) from ${indicators} join indicator_sum_part part on part.indicator_id = it.id
                          where part.sum_id = stated.id)) order by stated.id)
                from indicator_sum stated where stated.indicator_id = ${indicatorId}
                  or exists (select from indicator_sum_part part where part.sum_id = stated.id and part.indicator_id = ${indicatorId})), '[]') as sums
            from indicator it where it.id = ${indicatorId} and ${visibleIndicators(viewer)}`,
      );
      if (!row) throw problem(generalProblems, 'not-found');
      return row;
    });
  }

  state(
    viewer: Viewer,
    indicatorId: string,
    { measure, partIds }: StateIndicatorSum,
  ): Promise<{ id: string }> {
    // A denominator may well be the numerator and the rest.
    if (measure === 'COUNTED' && partIds.includes(indicatorId))
      throw problem(figureReleaseProblems, 'indicator-sum-of-itself', 'partIds');
    return this.database.write(viewer, 'indicator-sum.state', async (tx) => {
      await this.indicators.toChange(tx, viewer, indicatorId);
      const id = newId();
      await rowsIn(
        tx,
        sql`insert into indicator_sum (id, indicator_id, measure, stated_by, stated_at)
            values (${id}, ${indicatorId}, ${measure}, ${viewer.displayName}, ${this.clock.now()})`,
      );
      const parts = await rowsIn(
        tx,
        sql`insert into indicator_sum_part (sum_id, indicator_id)
            select ${id}, indicator.id from indicator where indicator.id = any(${partIds}::uuid[]) returning indicator_id`,
      );
      if (parts.length !== partIds.length)
        throw problem(figureReleaseProblems, 'indicator-sum-unknown-part', 'partIds');
      return { id };
    });
  }

  /** What was released under it stays known with it. */
  remove(viewer: Viewer, indicatorId: string, sumId: string): Promise<void> {
    return this.database.write(viewer, 'indicator-sum.remove', async (tx) => {
      await this.indicators.toChange(tx, viewer, indicatorId);
      await rowsIn(
        tx,
        sql`delete from indicator_sum_part where sum_id = (select id from indicator_sum where id = ${sumId} and indicator_id = ${indicatorId})`,
      );
      const gone = await rowsIn(
        tx,
        sql`delete from indicator_sum where id = ${sumId} and indicator_id = ${indicatorId} returning id`,
      );
      if (gone.length === 0) throw problem(generalProblems, 'not-found');
    });
  }

  tell(viewer: Viewer, indicatorId: string, { observationId, amounts }: TellContributors): Promise<void> {
    return this.database.write(viewer, 'observation-contributors.tell', async (tx) => {
      const { currentVersionId } = await this.indicators.toChange(tx, viewer, indicatorId);
      const { disclosureRule } = await tx.findOneByOrFail(IndicatorVersion, { id: currentVersionId });
      if (disclosureRule !== 'R4') throw problem(figureReleaseProblems, 'figure-release-no-contributors');
      const known = await rowsIn(
        tx,
        sql`select 1 from observation where id = ${observationId} and indicator_id = ${indicatorId} and superseded_at is null`,
      );
      if (known.length === 0)
        throw problem(figureReleaseProblems, 'figure-release-unknown-value', 'observationId');
      if (amounts.length === 0)
        await rowsIn(tx, sql`delete from observation_contributors where observation_id = ${observationId}`);
      else
        await rowsIn(
          tx,
          sql`insert into observation_contributors (observation_id, amounts, told_by, told_at)
              values (${observationId}, ${amounts}::numeric[], ${viewer.displayName}, ${this.clock.now()})
              on conflict (observation_id) do update set amounts = excluded.amounts, told_by = excluded.told_by, told_at = excluded.told_at`,
        );
    });
  }
}
