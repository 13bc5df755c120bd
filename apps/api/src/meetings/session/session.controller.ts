import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { RunningMeetingView } from '@runder-tisch/domain/meetings';
import {
  EndSession,
  PutAttendance,
  PutMinutesEntry,
  PutOpenItem,
} from '@runder-tisch/domain/meetings/session/session-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { OpenItems } from './open-items.service';
import { SessionRepository } from './session.repository';
import { SessionService } from './session.service';

@Controller('api/meetings/:meetingId')
export class RunningMeetingController {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly service: SessionService,
    private readonly openItems: OpenItems,
  ) {}

  @Get('session')
  @Access('meeting:plan')
  find(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
  ): Promise<RunningMeetingView> {
    return this.sessions.find(viewer, meetingId);
  }

  @Post('session/start')
  @HttpCode(200)
  @Access('meeting:plan')
  async start(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
  ): Promise<RunningMeetingView> {
    await this.service.start(viewer, meetingId);
    return this.sessions.find(viewer, meetingId);
  }

  @Post('session/end')
  @HttpCode(200)
  @Access('meeting:plan')
  async end(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
    @Body() request: EndSession,
  ): Promise<RunningMeetingView> {
    await this.service.end(viewer, meetingId, request);
    return this.sessions.find(viewer, meetingId);
  }

  @Put('minutes/:entryId')
  @Access('meeting:plan')
  putEntry(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
    @IfMatch() version: number,
    @Body() request: PutMinutesEntry,
  ): Promise<{ id: string; version: number }> {
    return this.service.putEntry(viewer, meetingId, entryId, version, request);
  }

  @Delete('minutes/:entryId')
  @Access('meeting:plan')
  removeEntry(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
    @IfMatch() version: number,
  ): Promise<{ id: string; version: number }> {
    return this.service.removeEntry(viewer, meetingId, entryId, version);
  }

  @Put('open-items/:itemId')
  @Access('meeting:plan')
  putOpenItem(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @IfMatch() version: number,
    @Body() request: PutOpenItem,
  ): Promise<{ id: string; version: number }> {
    return this.openItems.put(viewer, meetingId, itemId, version, request);
  }

  @Put('attendance/:attendanceId')
  @Access('meeting:plan')
  putAttendance(
    @CurrentViewer() viewer: Viewer,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
    @Param('attendanceId', ParseUUIDPipe) attendanceId: string,
    @IfMatch() version: number,
    @Body() request: PutAttendance,
  ): Promise<{ id: string; version: number }> {
    return this.service.putAttendance(viewer, meetingId, attendanceId, version, request);
  }
}
