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
import type { OpenDecisionListItem, OpenDecisionView } from '@runder-tisch/domain/decisions';
import {
  OpenDecisionQuery,
  ProposeDecision,
  RecordDecision,
  ReopenDecision,
  SaveOpenDecision,
} from '@runder-tisch/domain/decisions/decisions-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { OpenDecisionsRepository } from './decisions.repository';
import { OpenDecisionsService } from './decisions.service';

@Controller('api/decisions')
export class OpenDecisionsController {
  constructor(
    private readonly repository: OpenDecisionsRepository,
    private readonly service: OpenDecisionsService,
  ) {}

  @Get()
  @Access('decision:read')
  list(
    @CurrentViewer() viewer: Viewer,
    @Query() query: OpenDecisionQuery,
  ): Promise<Page<OpenDecisionListItem>> {
    return this.repository.list(viewer, query);
  }

  @Post()
  @Access('decision:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: SaveOpenDecision): Promise<{ id: string }> {
    return this.service.create(viewer, request);
  }

  @Get(':id')
  @Access('decision:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<OpenDecisionView> {
    return this.repository.find(viewer, id);
  }

  @Put(':id')
  @Access('decision:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveOpenDecision,
  ): Promise<OpenDecisionView> {
    await this.service.change(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('decision:change')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.service.remove(viewer, id);
  }

  @Post(':id/propose')
  @HttpCode(200)
  @Access('decision:change')
  async propose(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: ProposeDecision,
  ): Promise<OpenDecisionView> {
    await this.service.propose(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Access('decision:change')
  async withdraw(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<OpenDecisionView> {
    await this.service.withdraw(viewer, id, version);
    return this.repository.find(viewer, id);
  }

  @Post(':id/decide')
  @HttpCode(200)
  @Access('decision:change')
  async decide(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: RecordDecision,
  ): Promise<OpenDecisionView> {
    await this.service.decide(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Access('decision:change')
  async reopen(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: ReopenDecision,
  ): Promise<OpenDecisionView> {
    await this.service.reopen(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }
}
