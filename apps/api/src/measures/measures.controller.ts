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
  type MeasureListItem,
  type MeasureMove,
  measureMoves,
  type MeasureView,
} from '@runder-tisch/domain/measures';
import { SaveMeasure, MeasureQuery } from '@runder-tisch/domain/measures/measures-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { MeasuresRepository } from './measures.repository';
import { MeasuresService } from './measures.service';

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

  @Post(':id/:move')
  @HttpCode(200)
  @Access('measure:change')
  async move(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Param('move', new ParseEnumPipe(Object.fromEntries(measureMoves.names.map((move) => [move, move]))))
    move: MeasureMove,
  ): Promise<MeasureView> {
    await this.service.move(viewer, id, version, move);
    return this.repository.find(viewer, id);
  }
}
