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
  type FormatListItem,
  type FormatMove,
  formatMoves,
  type FormatView,
} from '@runder-tisch/domain/formats';
import { BeginFormat, FormatQuery, SaveFormat } from '@runder-tisch/domain/formats/formats-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { FormatsRepository } from './formats.repository';
import { FormatsService } from './formats.service';

@Controller('api/formats')
export class FormatsController {
  constructor(
    private readonly formats: FormatsRepository,
    private readonly service: FormatsService,
  ) {}

  @Get()
  @Access('format:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: FormatQuery): Promise<Page<FormatListItem>> {
    return this.formats.list(viewer, query);
  }

  @Post()
  @Access('format:change')
  begin(@CurrentViewer() viewer: Viewer, @Body() request: BeginFormat): Promise<{ id: string }> {
    return this.service.begin(viewer, request);
  }

  @Get(':id')
  @Access('format:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<FormatView> {
    return this.formats.find(viewer, id);
  }

  @Put(':id')
  @Access('format:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveFormat,
  ): Promise<FormatView> {
    await this.service.change(viewer, id, version, request);
    return this.formats.find(viewer, id);
  }

  @Post(':id/:move')
  @HttpCode(200)
  @Access('format:change')
  async move(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Param('move', new ParseEnumPipe(Object.fromEntries(formatMoves.names.map((move) => [move, move]))))
    move: FormatMove,
  ): Promise<FormatView> {
    await this.service.move(viewer, id, version, move);
    return this.formats.find(viewer, id);
  }
}
