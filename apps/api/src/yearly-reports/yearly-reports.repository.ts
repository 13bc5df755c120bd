import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { networkGaps, type GapFacts } from '@runder-tisch/domain/networks';
import { berlinDay, dayParts } from '@runder-tisch/domain/time';
import type { YearlyReportFacts } from '@runder-tisch/domain/yearly-reports';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { currentSeats } from '../networks/membership-sql';
import {
  agreementsSql,
  attendanceSql,
  cancelledSql,
  checksSql,
  coordinationSql,
  feedbackSql,
  heldInSpan,
  meetingsSql,
  seatsSql,
  tasksSql,
  tookPart,
  yearsSql,
} from './yearly-report-sql';
import { reportedNetworks } from './yearly-reports-access';

type Stored = Omit<YearlyReportFacts, 'year' | 'until' | 'seats'> & {
  id: string;
  years: number[];
  seats: Omit<YearlyReportFacts['seats'], 'gaps'>;
  wanted: Pick<GapFacts, 'targetSize' | 'targetTypes' | 'membersByType'>;
};

export interface FoundReport {
  id: string;
  facts: YearlyReportFacts;
  years: number[];
}

/** All a yearly report tells, in one statement. */
@Injectable()
export class YearlyReportsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param asked the year; without one the running year */
  async find(viewer: Viewer, networkId: string, asked: number | undefined): Promise<FoundReport> {
    const today = berlinDay(this.clock.now());
    const thisYear = dayParts(today).year;
    const year = Math.min(asked ?? thisYear, thisYear);
    const until = year === thisYear ? today : `${year}-12-31`;
    const span = { from: `${year}-01-01`, until };
    const { id, years, wanted, seats, ...row } = await this.database.found<Stored>(sql`
      with it as materialized (select * from network it where it.id = ${networkId} and ${reportedNetworks(viewer)}),
        held as materialized (${heldInSpan(span)}), took as (${tookPart})
      select it.id, json_build_object('name', it.name, 'kind', it.kind, 'state', it.state, 'purpose', it.purpose) as network,
        ${coordinationSql(until)} as coordination,
        coalesce((select json_agg(field_of_action.name order by field_of_action.position) from network_field
          join field_of_action on field_of_action.id = network_field.field_id where network_field.network_id = it.id), '[]') as fields,
        ${meetingsSql} as meetings, ${cancelledSql(span)} as cancelled, ${attendanceSql} as attendance, ${agreementsSql(span)} as agreements,
        ${tasksSql(span)} as tasks, ${feedbackSql(span)} as feedback, ${seatsSql(span)} as seats, ${checksSql(until)} as checks,
        ${yearsSql} as years,
        json_build_object('targetSize', it.target_size, 'targetTypes', it.target_types,
          'membersByType', coalesce((select json_object_agg(counted.type, counted.count) from (
            select organisation.type, count(*) from membership join organisation on organisation.id = membership.organisation_id
            where membership.network_id = it.id and membership.role <> 'GUEST' and membership.person_id is not null and ${currentSeats(until)}
            group by organisation.type) counted), '{}')) as wanted
      from it`);
    // What a network wants to be is known for today alone; the empty places are told one by one.
    const gaps = year === thisYear ? networkGaps({ ...wanted, members: seats.filled, vacancies: 0 }) : [];
    return {
      id,
      years: [...new Set([thisYear, year, ...years])].toSorted((a, b) => b - a),
      facts: { ...row, year, until, seats: { ...seats, gaps } },
    };
  }
}
