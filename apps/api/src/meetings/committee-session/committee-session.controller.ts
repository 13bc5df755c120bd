import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import type { CommitteeSessionView } from '@runder-tisch/domain/meetings';
import {
  SaveCommitteeSession,
  SaveExclusions,
} from '@runder-tisch/domain/meetings/committee-session/committee-session-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { CommitteeSessionService } from './committee-session.service';

@Controller('api/meetings/:id')
export class CommitteeSessionController {
  constructor(private readonly sessions: CommitteeSessionService) {}

  @Get('committee-session')
  @Access('meeting:read')
  find(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CommitteeSessionView> {
    return this.sessions.find(viewer, id);
  }

  @Put('committee-session')
  @HttpCode(204)
  @Access('meeting:plan')
  save(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveCommitteeSession,
  ): Promise<void> {
    return this.sessions.save(viewer, id, version, request);
  }

  @Put('agenda/:itemId/exclusions')
  @HttpCode(204)
  @Access('meeting:plan')
  exclude(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @IfMatch() version: number,
    @Body() request: SaveExclusions,
  ): Promise<void> {
    return this.sessions.exclude(viewer, id, itemId, version, request);
  }
}
