import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { CommitteeSeatView } from '@runder-tisch/domain/committees';
import { EndCommitteeSeat, SaveCommitteeSeat } from '@runder-tisch/domain/committees/seat-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { CommitteeSeatsService } from './committee-seats.service';

@Controller('api')
export class CommitteeSeatsController {
  constructor(private readonly seats: CommitteeSeatsService) {}

  @Get('committees/:id/seats')
  @Access('committee:read')
  list(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<Page<CommitteeSeatView>> {
    return this.seats.list(viewer, id);
  }

  @Post('committees/:id/seats')
  @Access('committee:change')
  add(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SaveCommitteeSeat,
  ): Promise<{ id: string }> {
    return this.seats.add(viewer, id, request);
  }

  @Put('committee-seats/:id')
  @HttpCode(204)
  @Access('committee:change')
  change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveCommitteeSeat,
  ): Promise<void> {
    return this.seats.change(viewer, id, version, request);
  }

  @Post('committee-seats/:id/end')
  @HttpCode(204)
  @Access('committee:change')
  end(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: EndCommitteeSeat,
  ): Promise<void> {
    return this.seats.end(viewer, id, version, request);
  }
}
