import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { DataSourceListItem, DataSourceView } from '@runder-tisch/domain/indicators';
import { SaveDataSource } from '@runder-tisch/domain/indicators/indicators-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { DataSources } from './data-sources';

@Controller('api/data-sources')
export class DataSourcesController {
  constructor(private readonly sources: DataSources) {}

  @Get()
  @Access('indicator:read')
  monitor(@CurrentViewer() viewer: Viewer): Promise<Page<DataSourceListItem>> {
    return this.sources.monitor(viewer);
  }

  @Post()
  @Access('indicator:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: SaveDataSource): Promise<{ id: string }> {
    return this.sources.create(viewer, request);
  }

  @Get(':id')
  @Access('indicator:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<DataSourceView> {
    return this.sources.find(viewer, id);
  }

  @Put(':id')
  @Access('indicator:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveDataSource,
  ): Promise<DataSourceView> {
    await this.sources.change(viewer, id, version, request);
    return this.sources.find(viewer, id);
  }
}
