import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { SlotsView, YearView } from '@runder-tisch/domain/meetings';
import { JudgeSlots, YearQuery } from '@runder-tisch/domain/meetings/year/year-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { SlotsRepository } from './slots.repository';
import { YearRepository } from './year.repository';

@Controller('api/calendar')
export class YearController {
  constructor(
    private readonly years: YearRepository,
    private readonly slots: SlotsRepository,
  ) {}

  @Get()
  @Access('meeting:read')
  year(@CurrentViewer() viewer: Viewer, @Query() query: YearQuery): Promise<YearView> {
    return this.years.of(viewer, query);
  }

  /** Nothing is stored: a form asks while somebody thinks of a date. */
  @Post('slots')
  @HttpCode(200)
  @Access('meeting:plan')
  judge(@CurrentViewer() viewer: Viewer, @Body() request: JudgeSlots): Promise<SlotsView> {
    return this.slots.judge(viewer, request);
  }
}
