import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import type { CalendarPeriodView, HolidaysView } from '@runder-tisch/domain/settings';
import {
  AddCalendarPeriods,
  SaveCalendarPeriod,
} from '@runder-tisch/domain/settings/calendar-period-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { CalendarPeriods } from './calendar-periods';

@Controller('api/calendar-periods')
export class CalendarPeriodsController {
  constructor(private readonly periods: CalendarPeriods) {}

  @Get()
  @Access('lists:read')
  list(): Promise<Page<CalendarPeriodView>> {
    return this.periods.list();
  }

  /** What the rule says, so that it can be looked at: of this year and the next. */
  @Get('holidays')
  @Access('lists:read')
  holidays(): Promise<HolidaysView> {
    return this.periods.holidays();
  }

  @Post()
  @Access('lists:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: AddCalendarPeriods): Promise<{ ids: string[] }> {
    return this.periods.add(viewer, request.periods);
  }

  @Put(':id')
  @Access('lists:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveCalendarPeriod,
  ): Promise<CalendarPeriodView> {
    await this.periods.change(viewer, id, version, request);
    return this.periods.find(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('lists:change')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.periods.remove(viewer, id);
  }
}
