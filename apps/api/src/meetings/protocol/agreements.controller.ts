import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import type { Page } from '@runder-tisch/domain/lists';
import type { AgreementView } from '@runder-tisch/domain/meetings';
import { AgreementQuery, SettleAgreement } from '@runder-tisch/domain/meetings/meetings-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { page, PAGE_SIZE, readCursor } from '../../database/keyset';
import { changeableMeetings, staffMeetings, takesPart, visibleMeetings } from '../meetings-access';
import { Agreements, isAgreement, outcomeOf } from './agreements';

type Row = AgreementView & { total: number; mark: string };

/** What a network agreed on, as its released protocols say it, and what became of it. */
@Controller('api/agreements')
export class AgreementsController {
  constructor(
    private readonly database: Database,
    private readonly agreements: Agreements,
  ) {}

  @Get()
  @Access('meeting:read')
  async list(@CurrentViewer() viewer: Viewer, @Query() query: AgreementQuery): Promise<Page<AgreementView>> {
    const limit = query.limit ?? PAGE_SIZE;
    const cursor = readCursor(query.after, 2);
    const behind = cursor ? sql`where (mark, id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : empty;
    const staff = staffMeetings(viewer);
    const rows = await this.database.rows<Row>(sql`
      with line as (
        select minutes_entry.id, minutes_entry.text, it.starts_at as mark, it.starts_at as "startsAt",
               json_build_object('id', it.id, 'name', it.title) as meeting, ${outcomeOf} as outcome,
               coalesce(agreement_outcome.note, '') as note,
               (agreement_outcome.settled_at at time zone 'Europe/Berlin')::date::text as "settledOn",
               coalesce(${changeableMeetings(viewer)}, false) as "mayChange"
        from minutes_entry join meeting it on it.id = minutes_entry.meeting_id
          left join agenda_item on agenda_item.id = minutes_entry.agenda_item_id
          left join agreement_outcome on agreement_outcome.minutes_entry_id = minutes_entry.id
        where ${isAgreement} and it.network_id = ${query.networkId} and ${visibleMeetings(viewer)}
          and (${staff} or (${takesPart(viewer)} and coalesce(agenda_item.visibility, 'INTERNAL') <> 'HIDDEN')))
      select id, text, mark::text as mark, "startsAt", meeting, outcome, note, "settledOn", "mayChange",
             (select count(*)::int from line) as total
      from line ${behind} order by line.mark desc, id desc limit ${limit + 1}`);
    return page(
      rows,
      limit,
      (row) => [row.mark, row.id],
      ({ total: _total, mark: _mark, ...agreement }) => agreement,
    );
  }

  @Post(':id/fulfil')
  @HttpCode(204)
  @Access('meeting:plan')
  fulfil(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { note }: SettleAgreement,
  ): Promise<void> {
    return this.agreements.move(viewer, id, 'fulfil', note);
  }

  @Post(':id/drop')
  @HttpCode(204)
  @Access('meeting:plan')
  drop(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { note }: SettleAgreement,
  ): Promise<void> {
    return this.agreements.move(viewer, id, 'drop', note);
  }

  @Post(':id/reopen')
  @HttpCode(204)
  @Access('meeting:plan')
  reopen(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.agreements.move(viewer, id, 'reopen');
  }
}
