import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { DataConceptView, ScopeView } from '@runder-tisch/domain/indicators';
import { SaveDataConcept } from '@runder-tisch/domain/indicators/indicators-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { DataConcepts } from './data-concepts';
import { ScopeDecisions } from './scope-decisions';

@Controller('api/data-concepts')
export class DataConceptsController {
  constructor(
    private readonly concepts: DataConcepts,
    private readonly scopes: ScopeDecisions,
  ) {}

  @Get()
  @Access('indicator:read')
  list(@CurrentViewer() viewer: Viewer): Promise<Page<DataConceptView>> {
    return this.concepts.list(viewer);
  }

  @Post()
  @Access('indicator:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: SaveDataConcept): Promise<{ id: string }> {
    return this.concepts.create(viewer, request);
  }

  @Get('scope')
  @Access('indicator:read')
  scope(): Promise<ScopeView> {
    return this.scopes.find();
  }

  @Put(':id')
  @Access('indicator:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveDataConcept,
  ): Promise<DataConceptView> {
    await this.concepts.change(viewer, id, version, request);
    return this.concepts.find(viewer, id);
  }

  @Post(':id/enforce')
  @HttpCode(200)
  @Access('indicator:change')
  async enforce(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<DataConceptView> {
    await this.concepts.enforce(viewer, id, version);
    return this.concepts.find(viewer, id);
  }
}
