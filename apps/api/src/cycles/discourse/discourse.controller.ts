import {
  Body,
  Controller,
  Delete,
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
  type DiscourseDefaults,
  type DiscourseItem,
  type DiscourseList,
  discourseLists,
  type DiscourseMove,
  discourseMoves,
  type DiscourseView,
} from '@runder-tisch/domain/cycles';
import {
  AddToDiscourse,
  type DiscoursePartKind,
  discoursePartKinds,
  MoveDiscourse,
  PlanDiscourse,
  SaveDiscourse,
} from '@runder-tisch/domain/cycles/discourse/discourse-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { PageQuery } from '@runder-tisch/domain/lists/list-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { DiscourseRepository } from './discourse.repository';
import { DiscourseService } from './discourse.service';

const oneOf = (names: readonly string[]) =>
  new ParseEnumPipe(Object.fromEntries(names.map((it) => [it, it])));

@Controller('api/discourse-rounds')
export class DiscourseController {
  constructor(
    private readonly repository: DiscourseRepository,
    private readonly service: DiscourseService,
  ) {}

  @Get('defaults')
  @Access('cycle:change')
  defaults(): Promise<DiscourseDefaults> {
    return this.repository.defaults();
  }

  @Post()
  @Access('cycle:change')
  plan(@CurrentViewer() viewer: Viewer, @Body() request: PlanDiscourse): Promise<{ id: string }> {
    return this.service.plan(viewer, request);
  }

  @Get(':id')
  @Access('cycle:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<DiscourseView> {
    return this.repository.find(viewer, id);
  }

  @Get(':id/lists/:list')
  @Access('cycle:read')
  listed(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('list', oneOf(discourseLists)) list: DiscourseList,
    @Query() query: PageQuery,
  ): Promise<Page<DiscourseItem>> {
    return this.repository.listed(viewer, id, list, query);
  }

  @Put(':id')
  @Access('cycle:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveDiscourse,
  ): Promise<DiscourseView> {
    await this.service.change(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post(':id/parts')
  @HttpCode(200)
  @Access('cycle:change')
  async add(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AddToDiscourse,
  ): Promise<DiscourseView> {
    await this.service.add(viewer, id, request);
    return this.repository.find(viewer, id);
  }

  @Delete(':id/parts/:kind/:partId')
  @Access('cycle:change')
  async remove(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('kind', oneOf(discoursePartKinds)) kind: DiscoursePartKind,
    @Param('partId', ParseUUIDPipe) partId: string,
  ): Promise<DiscourseView> {
    await this.service.remove(viewer, id, kind, partId);
    return this.repository.find(viewer, id);
  }

  @Post(':id/:move')
  @HttpCode(200)
  @Access('cycle:change')
  async move(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Param('move', oneOf(discourseMoves.names)) move: DiscourseMove,
    @Body() request: MoveDiscourse,
  ): Promise<DiscourseView> {
    await this.service.move(viewer, id, version, move, request);
    return this.repository.find(viewer, id);
  }
}
