import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import type {
  DataTestsView,
  IndicatorListItem,
  IndicatorValuesView,
  IndicatorView,
} from '@runder-tisch/domain/indicators';
import {
  CreateIndicator,
  FileIndicator,
  IndicatorQuery,
  IndicatorValuesQuery,
  SaveIndicatorVersion,
} from '@runder-tisch/domain/indicators/indicators-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { IndicatorValues } from './indicator-values';
import { indicatorCsv } from './indicators-csv';
import { IndicatorsRepository } from './indicators.repository';
import { IndicatorsService } from './indicators.service';
import { DataTests } from './tests/data-tests';

@Controller('api/indicators')
export class IndicatorsController {
  constructor(
    private readonly repository: IndicatorsRepository,
    private readonly values: IndicatorValues,
    private readonly dataTests: DataTests,
    private readonly service: IndicatorsService,
  ) {}

  @Get()
  @Access('indicator:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: IndicatorQuery): Promise<Page<IndicatorListItem>> {
    return this.repository.list(viewer, query);
  }

  @Get('export.csv')
  @Access('indicator:read')
  @Header('Content-Disposition', 'attachment; filename="Indikatoren.csv"')
  async export(@CurrentViewer() viewer: Viewer, @Query() query: IndicatorQuery): Promise<StreamableFile> {
    return indicatorCsv(await this.repository.definitions(viewer, query));
  }

  @Post()
  @Access('indicator:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: CreateIndicator): Promise<{ id: string }> {
    return this.service.create(viewer, request);
  }

  @Get(':id')
  @Access('indicator:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<IndicatorView> {
    return this.repository.find(viewer, id);
  }

  @Get(':id/values')
  @Access('indicator:read')
  findValues(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { area }: IndicatorValuesQuery,
  ): Promise<IndicatorValuesView> {
    return this.values.find(viewer, id, area);
  }

  @Get(':id/tests')
  @Access('indicator:change')
  tests(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<DataTestsView> {
    return this.dataTests.find(viewer, id);
  }

  @Put(':id')
  @Access('indicator:change')
  async file(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: FileIndicator,
  ): Promise<IndicatorView> {
    await this.service.file(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post(':id/versions')
  @HttpCode(200)
  @Access('indicator:change')
  async redefine(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveIndicatorVersion,
  ): Promise<IndicatorView> {
    await this.service.redefine(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }
}
