import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import type { SeatView } from '@runder-tisch/domain/networks';
import {
  EndMembership,
  HandOverMembership,
  SaveMembership,
  SeatQuery,
} from '@runder-tisch/domain/networks/networks-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { MembershipsRepository } from './memberships.repository';
import { MembershipsService } from './memberships.service';

@Controller('api')
export class MembershipsController {
  constructor(
    private readonly memberships: MembershipsRepository,
    private readonly service: MembershipsService,
  ) {}

  @Get('memberships')
  @Access('network:read')
  seats(@CurrentViewer() viewer: Viewer, @Query() query: SeatQuery): Promise<Page<SeatView>> {
    return this.memberships.seats(viewer, query);
  }

  @Post('networks/:id/memberships')
  @Access('network:change')
  add(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SaveMembership,
  ): Promise<{ id: string }> {
    return this.service.add(viewer, id, request);
  }

  @Put('memberships/:id')
  @HttpCode(204)
  @Access('network:change')
  change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveMembership,
  ): Promise<void> {
    return this.service.change(viewer, id, version, request);
  }

  @Post('memberships/:id/end')
  @HttpCode(204)
  @Access('network:change')
  end(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: EndMembership,
  ): Promise<void> {
    return this.service.end(viewer, id, request);
  }

  @Post('memberships/:id/hand-over')
  @Access('network:change')
  handOver(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: HandOverMembership,
  ): Promise<{ id: string }> {
    return this.service.handOver(viewer, id, request);
  }
}
