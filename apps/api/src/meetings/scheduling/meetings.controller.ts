import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import type {
  ChangeEffectView,
  ChangeResultView,
  MeetingListItem,
  MeetingPageView,
  NextMeetingView,
  PlanResultView,
  SentView,
  SeriesMadeView,
} from '@runder-tisch/domain/meetings';
import {
  CancelMeeting,
  MeetingQuery,
  NextMeetingQuery,
  PlanMeeting,
  SaveMeeting,
} from '@runder-tisch/domain/meetings/meetings-requests';
import { PlanSeries } from '@runder-tisch/domain/meetings/year/year-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { MeetingsRepository } from '../meetings.repository';
import { MeetingsService } from './meetings.service';
import { NextMeetingService } from './next-meeting.service';
import { SeriesService } from './series.service';

@Controller('api/meetings')
export class MeetingsController {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly service: MeetingsService,
    private readonly nextMeeting: NextMeetingService,
    private readonly series: SeriesService,
  ) {}

  @Get()
  @Access('meeting:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: MeetingQuery): Promise<Page<MeetingListItem>> {
    return this.meetings.list(viewer, query);
  }

  @Get('next')
  @Access('meeting:plan')
  next(@CurrentViewer() viewer: Viewer, @Query() query: NextMeetingQuery): Promise<NextMeetingView> {
    return this.nextMeeting.propose(viewer, query.networkId);
  }

  @Post()
  @Access('meeting:plan')
  create(@CurrentViewer() viewer: Viewer, @Body() plan: PlanMeeting): Promise<PlanResultView> {
    return this.service.create(viewer, plan);
  }

  @Post('series')
  @Access('meeting:plan')
  createSeries(@CurrentViewer() viewer: Viewer, @Body() request: PlanSeries): Promise<SeriesMadeView> {
    return this.series.create(viewer, request);
  }

  @Get(':id')
  @Access('meeting:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<MeetingPageView> {
    return this.meetings.find(viewer, id);
  }

  @Put(':id')
  @Access('meeting:plan')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveMeeting,
  ): Promise<ChangeResultView> {
    const sent = await this.service.change(viewer, id, version, request);
    return { meeting: await this.meetings.find(viewer, id), sent };
  }

  @Put(':id/plan')
  @Access('meeting:plan')
  replan(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() plan: PlanMeeting,
  ): Promise<PlanResultView> {
    return this.service.replan(viewer, id, version, plan);
  }

  @Post(':id/change-effect')
  @HttpCode(200)
  @Access('meeting:plan')
  effect(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SaveMeeting,
  ): Promise<ChangeEffectView> {
    return this.service.effect(viewer, id, request);
  }

  @Post(':id/schedule')
  @HttpCode(200)
  @Access('meeting:plan')
  async schedule(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<MeetingPageView> {
    await this.service.schedule(viewer, id);
    return this.meetings.find(viewer, id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Access('meeting:plan')
  cancel(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: CancelMeeting,
  ): Promise<SentView> {
    return this.service.cancel(viewer, id, request.reason);
  }

  @Post(':id/postpone')
  @HttpCode(200)
  @Access('meeting:plan')
  postpone(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: CancelMeeting,
  ): Promise<SentView> {
    return this.service.postpone(viewer, id, request.reason);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('meeting:plan')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.service.remove(viewer, id);
  }
}
