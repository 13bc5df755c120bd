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
import type { ActorAnalysisView, ActorProposal } from '@runder-tisch/domain/cycles';
import {
  AddOrganisations,
  SaveActorEntry,
  SaveTypedGap,
} from '@runder-tisch/domain/cycles/actors/actor-analysis-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { ListQuery } from '@runder-tisch/domain/lists/list-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { ActorAnalysisRepository } from './actor-analysis.repository';
import { ActorAnalysisService } from './actor-analysis.service';

/** The Akteursanalyse of a cycle, by the id of the cycle: each has one, empty at first. */
@Controller('api/actor-analyses')
export class ActorAnalysisController {
  constructor(
    private readonly repository: ActorAnalysisRepository,
    private readonly service: ActorAnalysisService,
  ) {}

  @Get(':cycleId')
  @Access('actor-analysis:read')
  find(
    @CurrentViewer() viewer: Viewer,
    @Param('cycleId', ParseUUIDPipe) cycleId: string,
  ): Promise<ActorAnalysisView> {
    return this.repository.find(viewer, cycleId);
  }

  @Get(':cycleId/proposals')
  @Access('actor-analysis:read')
  proposals(
    @CurrentViewer() viewer: Viewer,
    @Param('cycleId', ParseUUIDPipe) cycleId: string,
    @Query() query: ListQuery,
  ): Promise<Page<ActorProposal>> {
    return this.repository.proposals(viewer, cycleId, query);
  }

  @Post(':cycleId/organisations')
  @HttpCode(200)
  @Access('actor-analysis:change')
  async addOrganisations(
    @CurrentViewer() viewer: Viewer,
    @Param('cycleId', ParseUUIDPipe) cycleId: string,
    @Body() request: AddOrganisations,
  ): Promise<ActorAnalysisView> {
    await this.service.addOrganisations(viewer, cycleId, request);
    return this.repository.find(viewer, cycleId);
  }

  @Post(':cycleId/entries')
  @HttpCode(200)
  @Access('actor-analysis:change')
  async addEntry(
    @CurrentViewer() viewer: Viewer,
    @Param('cycleId', ParseUUIDPipe) cycleId: string,
    @Body() request: SaveActorEntry,
  ): Promise<ActorAnalysisView> {
    await this.service.addEntry(viewer, cycleId, request);
    return this.repository.find(viewer, cycleId);
  }

  @Put(':cycleId/entries/:id')
  @Access('actor-analysis:change')
  async changeEntry(
    @CurrentViewer() viewer: Viewer,
    @Param('cycleId', ParseUUIDPipe) cycleId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveActorEntry,
  ): Promise<ActorAnalysisView> {
    await this.service.changeEntry(viewer, cycleId, id, version, request);
    return this.repository.find(viewer, cycleId);
  }

  @Delete(':cycleId/entries/:id')
  @Access('actor-analysis:change')
  async removeEntry(
    @CurrentViewer() viewer: Viewer,
    @Param('cycleId', ParseUUIDPipe) cycleId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ActorAnalysisView> {
    await this.service.remove(viewer, cycleId, 'actor_entry', id);
    return this.repository.find(viewer, cycleId);
  }

  @Post(':cycleId/gaps')
  @HttpCode(200)
  @Access('actor-analysis:change')
  async addGap(
    @CurrentViewer() viewer: Viewer,
    @Param('cycleId', ParseUUIDPipe) cycleId: string,
    @Body() request: SaveTypedGap,
  ): Promise<ActorAnalysisView> {
    await this.service.addGap(viewer, cycleId, request);
    return this.repository.find(viewer, cycleId);
  }

  @Put(':cycleId/gaps/:id')
  @Access('actor-analysis:change')
  async changeGap(
    @CurrentViewer() viewer: Viewer,
    @Param('cycleId', ParseUUIDPipe) cycleId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveTypedGap,
  ): Promise<ActorAnalysisView> {
    await this.service.changeGap(viewer, cycleId, id, version, request);
    return this.repository.find(viewer, cycleId);
  }

  @Delete(':cycleId/gaps/:id')
  @Access('actor-analysis:change')
  async removeGap(
    @CurrentViewer() viewer: Viewer,
    @Param('cycleId', ParseUUIDPipe) cycleId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ActorAnalysisView> {
    await this.service.remove(viewer, cycleId, 'actor_gap', id);
    return this.repository.find(viewer, cycleId);
  }
}
