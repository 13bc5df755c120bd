import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import type { CalendarFeedView, NewCalendarFeedView } from '@runder-tisch/domain/meetings';
import { AddCalendarFeed } from '@runder-tisch/domain/meetings/year/year-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { FeedsService } from './feeds.service';

@Controller('api/calendar/feeds')
export class FeedsController {
  constructor(private readonly feeds: FeedsService) {}

  @Get()
  @Access('meeting:read')
  list(@CurrentViewer() viewer: Viewer): Promise<Page<CalendarFeedView>> {
    return this.feeds.list(viewer);
  }

  @Post()
  @Access('meeting:read')
  add(@CurrentViewer() viewer: Viewer, @Body() request: AddCalendarFeed): Promise<NewCalendarFeedView> {
    return this.feeds.add(viewer, request.networkId);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('meeting:read')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.feeds.remove(viewer, id);
  }
}
