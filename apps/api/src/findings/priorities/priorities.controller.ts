import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import {
  type PriorityListItem,
  type PriorityMove,
  priorityMoves,
  type PriorityView,
} from '@runder-tisch/domain/findings';
import { MoveWithReason, PriorityQuery, SavePriority } from '@runder-tisch/domain/findings/findings-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { PrioritiesRepository } from './priorities.repository';
import { PrioritiesService } from './priorities.service';

@Controller('api/priorities')
export class PrioritiesController {
  constructor(
    private readonly repository: PrioritiesRepository,
    private readonly service: PrioritiesService,
  ) {}

  @Get()
  @Access('recommendation:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: PriorityQuery): Promise<Page<PriorityListItem>> {
    return this.repository.list(viewer, query);
  }

  @Post()
  @Access('finding:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: SavePriority): Promise<{ id: string }> {
    return this.service.create(viewer, request);
  }

  @Get(':id')
  @Access('recommendation:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<PriorityView> {
    return this.repository.find(viewer, id);
  }

  @Put(':id')
  @Access('finding:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SavePriority,
  ): Promise<PriorityView> {
    await this.service.change(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post(':id/findings/:findingId/accept')
  @HttpCode(200)
  @Access('finding:change')
  async acceptFinding(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('findingId', ParseUUIDPipe) findingId: string,
  ): Promise<PriorityView> {
    await this.service.acceptFinding(viewer, id, findingId);
    return this.repository.find(viewer, id);
  }

  @Post(':id/:move')
  @HttpCode(200)
  @Access('finding:change')
  async move(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Param('move', new ParseEnumPipe(Object.fromEntries(priorityMoves.names.map((move) => [move, move]))))
    move: PriorityMove,
    @Body() request: MoveWithReason,
  ): Promise<PriorityView> {
    await this.service.move(viewer, id, version, move, request);
    return this.repository.find(viewer, id);
  }
}
