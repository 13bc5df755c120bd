import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  figureReleaseMoves,
  figureReleaseProblems,
  ruleMinimum,
} from '@runder-tisch/domain/indicators/releases';
import type {
  PrepareFigureRelease,
  WithdrawFigureRelease,
} from '@runder-tisch/domain/indicators/releases/release-requests';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { forChange } from '../../database/for-change';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { onConflict } from '../../problem/on-conflict';
import { problem, refused } from '../../problem/problem';
import { Settings } from '../../settings/settings';
import { IndicatorVersion } from '../indicator.entity';
import { IndicatorsRepository } from '../indicators.repository';
import { FigureRelease } from './figure-release.entity';
import { changeableFigureReleases, visibleFigureReleases } from './figure-releases-access';
import { indicatorLinks } from './linked-figures';

/** Preparing a release, releasing it, taking it back. What may be shown is decided by the check in the worker. */
@Injectable()
export class FigureReleasesService {
  constructor(
    private readonly database: Database,
    private readonly indicators: IndicatorsRepository,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  prepare(viewer: Viewer, indicatorId: string, request: PrepareFigureRelease): Promise<{ id: string }> {
    const { firstDay, lastDay, zeros, wanted } = request;
    const contributorsReason = request.contributorsReason.trim();
    if (firstDay && lastDay && firstDay > lastDay)
      throw problem(figureReleaseProblems, 'figure-release-period', 'lastDay');
    return onConflict(
      figureReleaseProblems,
      { figure_release_open: ['figure-release-open-exists', ''] },
      () =>
        this.database.write(viewer, 'figure-release.prepare', async (tx) => {
          const { currentVersionId } = await this.indicators.toChange(tx, viewer, indicatorId);
          const { disclosureRule: rule } = await tx.findOneByOrFail(IndicatorVersion, {
            id: currentVersionId,
          });
          if (contributorsReason && rule !== 'R4')
            throw problem(figureReleaseProblems, 'figure-release-no-contributors', 'contributorsReason');
          const known = await oneIn<{ count: number; next: number }>(
            tx,
            sql`select (select count(*)::int from observation where id = any(${wanted}::uuid[]) and indicator_id = ${indicatorId}
                        and version_id = ${currentVersionId} and superseded_at is null) as count,
                     (select coalesce(max(number), 0) + 1 from figure_release where indicator_id = ${indicatorId}) as next`,
          );
          if (known?.count !== wanted.length)
            throw problem(figureReleaseProblems, 'figure-release-unknown-value', 'wanted');
          const id = newId();
          await tx.insert(FigureRelease, {
            id,
            indicatorId,
            versionId: currentVersionId,
            number: known.next,
            state: 'CHECKING',
            firstDay,
            lastDay,
            rule,
            minimum: ruleMinimum[rule],
            zeros,
            wanted,
            createdBy: viewer.displayName,
            createdByAccountId: viewer.accountId,
            createdAt: this.clock.now(),
            contributorsReason,
            contributorsConfirmedBy: contributorsReason ? viewer.displayName : '',
            contributorsConfirmedAt: contributorsReason ? this.clock.now() : null,
            version: 1,
          });
          return { id };
        }),
    );
  }

  /** Only as it was checked: values or releases that came since then would make it another question. */
  release(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.database.write(viewer, 'figure-release.release', async (tx) => {
      const release = await this.toChange(tx, viewer, id);
      const { to, refusal } = figureReleaseMoves.next(release.state, 'release');
      if (refusal) throw refused(figureReleaseProblems, refusal);
      const { createdByAccountId, createdBy } = release;
      const own = createdByAccountId
        ? createdByAccountId === viewer.accountId
        : createdBy === viewer.displayName;
      const { fourEyes } = await this.settings.current(tx);
      if (own && fourEyes) throw problem(figureReleaseProblems, 'figure-release-own');
      await this.mustNotBeOvertaken(tx, release);
      const now = this.clock.now();
      await updateVersioned(tx, FigureRelease, id, version, {
        state: to,
        releasedBy: viewer.displayName,
        releasedAt: now,
        releasedAlone: own,
      });
      await this.tellObservations(tx, id);
    });
  }

  private async mustNotBeOvertaken(tx: EntityManager, release: FigureRelease): Promise<void> {
    const { id, indicatorId, checkedAt } = release;
    const { linkedIds } = await indicatorLinks(tx, indicatorId);
    const together = [indicatorId, ...linkedIds].sort();
    // Releases that say something of one another come out one after the other.
    await rowsIn(
      tx,
      sql`select 1 from indicator where id = any(${together}::uuid[]) order by id for no key update`,
    );
    const overtaken = await rowsIn(
      tx,
      sql`select 1 from figure_release other where other.indicator_id = any(${together}::uuid[]) and other.id <> ${id}
            and other.released_at > ${checkedAt}
          union all
          select 1 from figure_release_cell cell join observation on observation.id = cell.observation_id
          where cell.release_id = ${id} and observation.superseded_at is not null
          union all
          select 1 from indicator_sum where stated_at > ${checkedAt} and indicator_id = any(${together}::uuid[])
          union all
          select 1 from indicator_version where changed_at > ${checkedAt} and indicator_id = any(${linkedIds}::uuid[])
          limit 1`,
    );
    if (overtaken.length > 0) throw problem(figureReleaseProblems, 'figure-release-overtaken');
  }

  withdraw(viewer: Viewer, id: string, version: number, { reason }: WithdrawFigureRelease): Promise<void> {
    return this.database.write(viewer, 'figure-release.withdraw', async (tx) => {
      const release = await this.toChange(tx, viewer, id);
      const { to, refusal } = figureReleaseMoves.next(release.state, 'withdraw');
      if (refusal) throw refused(figureReleaseProblems, refusal);
      await updateVersioned(tx, FigureRelease, id, version, {
        state: to,
        withdrawnBy: viewer.displayName,
        withdrawnAt: this.clock.now(),
        withdrawnReason: reason,
      });
      if (release.state === 'RELEASED') await this.tellObservations(tx, id);
    });
  }

  /** What a value is by the releases it stands in: hidden in one is hidden; in none it is unchecked. */
  private async tellObservations(tx: EntityManager, id: string): Promise<void> {
    await rowsIn(
      tx,
      sql`with told as (
            select own.observation_id,
                   case when bool_or(cell.because in ('SOURCE', 'PRIMARY')) then 'PRIMARY' when bool_or(cell.because = 'SECONDARY') then 'SECONDARY'
                        when count(cell.release_id) > 0 then 'PUBLISHABLE' else 'UNCHECKED' end as state
            from figure_release_cell own
              left join (figure_release_cell cell join figure_release release on release.id = cell.release_id and release.state = 'RELEASED')
                on cell.observation_id = own.observation_id
            where own.release_id = ${id} group by own.observation_id)
          update observation set disclosure_state = told.state from told
          where observation.id = told.observation_id and observation.disclosure_state <> told.state`,
    );
  }

  private async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<FigureRelease> {
    const rights = {
      table: 'figure_release',
      visible: visibleFigureReleases(viewer),
      may: changeableFigureReleases(viewer),
    };
    await forChange(tx, rights, id);
    return tx.findOneByOrFail(FigureRelease, { id });
  }
}
