import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import type { MatchedMembersView, MembersAddedView, SeatView } from '@runder-tisch/domain/networks';
import {
  EndMembership,
  HandOverMembership,
  SaveMembership,
  SeatQuery,
} from '@runder-tisch/domain/networks/networks-requests';
import { AddMembers, MatchMembers } from '@runder-tisch/domain/networks/members-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { MembersAtOnce } from './members-at-once';
import { MembershipsRepository } from './memberships.repository';
import { MembershipsService } from './memberships.service';

@Controller('api')
export class MembershipsController {
  constructor(
    private readonly memberships: MembershipsRepository,
    private readonly service: MembershipsService,
    private readonly atOnce: MembersAtOnce,
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

  @Post('networks/:id/memberships/at-once')
  @Access('network:change')
  addMany(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AddMembers,
  ): Promise<MembersAddedView> {
    return this.atOnce.add(viewer, id, request);
  }

  /** Reads a pasted list and says what of it is known; changes nothing. */
  @Post('networks/:id/memberships/match')
  @HttpCode(200)
  @Access('network:change')
  match(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: MatchMembers,
  ): Promise<MatchedMembersView> {
    return this.atOnce.match(viewer, id, request.text);
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
