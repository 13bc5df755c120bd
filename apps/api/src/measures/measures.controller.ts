import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import {
  type CostView,
  type LinkableRecommendation,
  type MeasureListItem,
  type MeasureMove,
  measureMoves,
  measureStateLabels,
  type MeasureView,
  type TimelineView,
} from '@runder-tisch/domain/measures';
import {
  LinkableQuery,
  MeasureQuery,
  MoveMeasure,
  OverrideStatus,
  SaveMeasure,
} from '@runder-tisch/domain/measures/measures-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { csv } from '../files/csv';
import { xlsx } from '../files/xlsx';
import { MeasuresRepository } from './measures.repository';
import { MeasuresService } from './measures.service';

const COST_HEADINGS = ['Haushaltsjahr', 'Finanzierung', 'Stand', 'Einmalig', 'Laufend', 'Summe', 'Maßnahmen'];

@Controller('api/measures')
export class MeasuresController {
  constructor(
    private readonly repository: MeasuresRepository,
    private readonly service: MeasuresService,
  ) {}

  @Get()
  @Access('measure:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: MeasureQuery): Promise<Page<MeasureListItem>> {
    return this.repository.list(viewer, query);
  }

  @Post()
  @Access('measure:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: SaveMeasure): Promise<{ id: string }> {
    return this.service.create(viewer, request);
  }

  @Get('leads')
  @Access('measure:read')
  leads(@CurrentViewer() viewer: Viewer): Promise<Page<NamedReference>> {
    return this.repository.leads(viewer);
  }

  @Get('timeline')
  @Access('measure:read')
  timeline(@CurrentViewer() viewer: Viewer, @Query() query: MeasureQuery): Promise<TimelineView> {
    return this.repository.timeline(viewer, query);
  }

  @Get('costs')
  @Access('measure:read')
  costs(@CurrentViewer() viewer: Viewer, @Query() query: MeasureQuery): Promise<CostView> {
    return this.repository.costs(viewer, query);
  }

  @Get('costs.csv')
  @Access('measure:read')
  @Header('Content-Disposition', 'attachment; filename="Kosten.csv"')
  async costsCsv(@CurrentViewer() viewer: Viewer, @Query() query: MeasureQuery): Promise<StreamableFile> {
    return csv(COST_HEADINGS, await this.costRows(viewer, query));
  }

  @Get('costs.xlsx')
  @Access('measure:read')
  @Header('Content-Disposition', 'attachment; filename="Kosten.xlsx"')
  async costsXlsx(@CurrentViewer() viewer: Viewer, @Query() query: MeasureQuery): Promise<StreamableFile> {
    const columns = COST_HEADINGS.map((heading) => ({ heading, width: 18 }));
    return xlsx({ name: 'Kosten', columns, rows: await this.costRows(viewer, query) });
  }

  /** What a measure can come from, for the picker. */
  @Get('linkable-recommendations')
  @Access('measure:change')
  linkable(@Query() query: LinkableQuery): Promise<Page<LinkableRecommendation>> {
    return this.repository.linkable(query.search ?? '');
  }

  @Get(':id')
  @Access('measure:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<MeasureView> {
    return this.repository.find(viewer, id);
  }

  @Put(':id')
  @Access('measure:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveMeasure,
  ): Promise<MeasureView> {
    await this.service.change(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  /** Sets how it goes by hand, or lets what is worked out count again. */
  @Put(':id/status')
  @Access('measure:change')
  async override(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: OverrideStatus,
  ): Promise<MeasureView> {
    await this.service.override(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post(':id/recommendations/:recommendationId/accept')
  @HttpCode(200)
  @Access('measure:change')
  async accept(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('recommendationId', ParseUUIDPipe) recommendationId: string,
  ): Promise<MeasureView> {
    await this.service.accept(viewer, id, recommendationId);
    return this.repository.find(viewer, id);
  }

  @Post(':id/:move')
  @HttpCode(200)
  @Access('measure:change')
  async move(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Param('move', new ParseEnumPipe(Object.fromEntries(measureMoves.names.map((move) => [move, move]))))
    move: MeasureMove,
    @Body() request: MoveMeasure,
  ): Promise<MeasureView> {
    await this.service.move(viewer, id, version, move, request);
    return this.repository.find(viewer, id);
  }

  private async costRows(viewer: Viewer, query: MeasureQuery): Promise<(string | number)[][]> {
    const { lines } = await this.repository.costs(viewer, query);
    return lines.map(({ year, fundingSource, state, oneOff, yearly, measures }) => [
      year,
      fundingSource || 'offen',
      measureStateLabels[state],
      oneOff,
      yearly,
      oneOff + yearly,
      measures,
    ]);
  }
}
