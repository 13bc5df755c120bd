import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import type { ConsolidationListItem, ConsolidationView } from '@runder-tisch/domain/structure';
import {
  ConsolidationQuery,
  SaveConsolidationCheck,
} from '@runder-tisch/domain/structure/consolidation/consolidation-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { NO_OBJECT } from '../../contribution';
import { ConsolidationRepository } from './consolidation.repository';
import { ConsolidationService } from './consolidation.service';

@Controller('api/consolidation')
export class ConsolidationController {
  constructor(
    private readonly repository: ConsolidationRepository,
    private readonly service: ConsolidationService,
  ) {}

  @Get()
  @Access('consolidation:read')
  list(
    @CurrentViewer() viewer: Viewer,
    @Query() query: ConsolidationQuery,
  ): Promise<Page<ConsolidationListItem>> {
    return this.repository.list(viewer, query);
  }

  @Get('planning')
  @Access('consolidation:read')
  planning(@CurrentViewer() viewer: Viewer): Promise<ConsolidationView> {
    return this.repository.find(viewer, 'PLANNING', NO_OBJECT);
  }

  @Post('planning')
  @Access('consolidation:change')
  checkPlanning(
    @CurrentViewer() viewer: Viewer,
    @Body() request: SaveConsolidationCheck,
  ): Promise<{ id: string }> {
    return this.service.check(viewer, 'PLANNING', NO_OBJECT, request);
  }

  @Get('networks/:id')
  @Access('consolidation:read')
  network(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ConsolidationView> {
    return this.repository.find(viewer, 'NETWORK', id);
  }

  @Post('networks/:id')
  @Access('consolidation:change')
  checkNetwork(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SaveConsolidationCheck,
  ): Promise<{ id: string }> {
    return this.service.check(viewer, 'NETWORK', id, request);
  }

  @Get('formats/:id')
  @Access('consolidation:read')
  format(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ConsolidationView> {
    return this.repository.find(viewer, 'FORMAT', id);
  }

  @Post('formats/:id')
  @Access('consolidation:change')
  checkFormat(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SaveConsolidationCheck,
  ): Promise<{ id: string }> {
    return this.service.check(viewer, 'FORMAT', id, request);
  }

  @Delete('checks/:id')
  @HttpCode(204)
  @Access('consolidation:change')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.service.remove(viewer, id);
  }
}
