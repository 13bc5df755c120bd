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
  type FindingListItem,
  type FindingMove,
  findingMoves,
  type FindingView,
} from '@runder-tisch/domain/findings';
import { SaveFinding, FindingQuery } from '@runder-tisch/domain/findings/findings-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { FindingsRepository } from './findings.repository';
import { FindingsService } from './findings.service';

@Controller('api/findings')
export class FindingsController {
  constructor(
    private readonly repository: FindingsRepository,
    private readonly service: FindingsService,
  ) {}

  @Get()
  @Access('finding:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: FindingQuery): Promise<Page<FindingListItem>> {
    return this.repository.list(viewer, query);
  }

  @Post()
  @Access('finding:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: SaveFinding): Promise<{ id: string }> {
    return this.service.create(viewer, request);
  }

  @Get(':id')
  @Access('finding:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<FindingView> {
    return this.repository.find(viewer, id);
  }

  @Put(':id')
  @Access('finding:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveFinding,
  ): Promise<FindingView> {
    await this.service.change(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post(':id/:move')
  @HttpCode(200)
  @Access('finding:change')
  async move(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Param('move', new ParseEnumPipe(Object.fromEntries(findingMoves.names.map((move) => [move, move]))))
    move: FindingMove,
  ): Promise<FindingView> {
    await this.service.move(viewer, id, version, move);
    return this.repository.find(viewer, id);
  }
}
