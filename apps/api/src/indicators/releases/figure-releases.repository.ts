import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { HIDDEN_SIGN, HIDDEN_SIGN_SAYS, hiddenSentence } from '@runder-tisch/domain/disclosure';
import { shownPeriod, shownValue, type ValueFlag } from '@runder-tisch/domain/indicators';
import type { IndicatorUnit, PeriodKind } from '@runder-tisch/domain/indicators/catalogue';
import {
  type FigureReleaseListItem,
  figureReleaseMoves,
  type FigureReleaseView,
  MOST_REPORTED,
} from '@runder-tisch/domain/indicators/releases';
import type { Page } from '@runder-tisch/domain/lists';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { changeableFigureReleases, visibleFigureReleases } from './figure-releases-access';

type Stored = Omit<FigureReleaseListItem, 'report' | 'moves'> & { mayChange: boolean };

interface StoredCell {
  observationId: string;
  areaName: string;
  periodKind: PeriodKind;
  periodStart: string;
  periodEnd: string;
  dimensions: string;
  hidden: boolean;
  value: number | null;
  flag: ValueFlag;
}

const columns = (
  viewer: Viewer,
): Sql => sql`it.id, it.version, it.number, it.state, it.first_day::text as "firstDay", it.last_day::text as "lastDay",
  it.rule, it.zeros, it.cells, it.hidden, it.refusal, it.created_by as "createdBy", it.created_at as "createdAt", it.released_by as "releasedBy",
  it.released_at as "releasedAt", it.withdrawn_by as "withdrawnBy", it.withdrawn_at as "withdrawnAt", it.withdrawn_reason as "withdrawnReason",
  it.released_alone as "releasedAlone", it.contributors_confirmed_by as "contributorsConfirmedBy", it.contributors_confirmed_at as "contributorsConfirmedAt",
  it.contributors_reason as "contributorsReason", it.state = 'READY' and coalesce((select four_eyes from county_settings), false)
    and coalesce(it.created_by_account_id = ${viewer.accountId}::uuid, it.created_by = ${viewer.displayName}) as "waitsForOther",
  ${changeableFigureReleases(viewer)} as "mayChange"`;

@Injectable()
export class FigureReleasesRepository {
  constructor(private readonly database: Database) {}

  /** The newest first; a county makes a few a year. */
  async list(viewer: Viewer, indicatorId: string): Promise<Page<FigureReleaseListItem>> {
    const rows = await this.database.rows<Stored>(sql`
      select ${columns(viewer)} from figure_release it
      where it.indicator_id = ${indicatorId} and ${visibleFigureReleases(viewer)} order by it.number desc limit 100`);
    return { items: rows.map(told), total: rows.length, next: null };
  }

  async find(viewer: Viewer, id: string): Promise<FigureReleaseView> {
    const { cellRows, indicatorId, unit, ...row } = await this.database.found<
      Stored & { indicatorId: string; unit: IndicatorUnit; cellRows: StoredCell[] }
    >(sql`
      select ${columns(viewer)}, it.indicator_id as "indicatorId", told.unit,
             coalesce((select json_agg(cell) from (
               select cell.observation_id as "observationId", cell.area_name as "areaName", seen.period_kind as "periodKind",
                      seen.period_start as "periodStart", seen.period_end as "periodEnd", seen.dimensions, cell.because is not null as hidden,
                      cell.value::float8 as value, case when cell.because is null then seen.value_flag else 'OK' end as flag
               from figure_release_cell cell join observation seen on seen.id = cell.observation_id
               where cell.release_id = it.id order by cell.because is null, cell.position limit ${MOST_REPORTED}) cell), '[]') as "cellRows"
      from figure_release it join indicator_version told on told.id = it.version_id
      where it.id = ${id} and ${visibleFigureReleases(viewer)}`);
    return {
      ...told(row),
      indicatorId,
      signSays: HIDDEN_SIGN_SAYS,
      shownCells: cellRows.map((it) => ({
        observationId: it.observationId,
        name: [
          it.areaName,
          shownPeriod(it.periodKind, it.periodStart, it.periodEnd),
          it.dimensions.replaceAll(';', ', '),
        ]
          .filter(Boolean)
          .join(', '),
        shown: it.hidden ? HIDDEN_SIGN : shownValue(it.value, it.flag, unit),
        hidden: it.hidden,
      })),
    };
  }
}

function told({ mayChange, ...row }: Stored): FigureReleaseListItem {
  return {
    ...row,
    report: row.state === 'CHECKING' || row.state === 'REFUSED' ? '' : hiddenSentence(row.hidden, row.cells),
    moves: mayChange
      ? figureReleaseMoves
          .from(row.state)
          .filter((it) => (it === 'release' && !row.waitsForOther) || it === 'withdraw')
      : [],
  };
}
