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
} from '@nestjs/common';
import {
  type CountedItem,
  type CycleCounter,
  cycleCounters,
  type CycleDefaults,
  type CycleListItem,
  type CycleMove,
  cycleMoves,
  type CycleView,
} from '@runder-tisch/domain/cycles';
import { BeginCycle, MoveCycle, SaveCycle } from '@runder-tisch/domain/cycles/cycles/cycle-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { CyclesRepository } from './cycles.repository';
import { CyclesService } from './cycles.service';

@Controller('api/cycles')
export class CyclesController {
  constructor(
    private readonly repository: CyclesRepository,
    private readonly service: CyclesService,
  ) {}

  @Get()
  @Access('cycle:read')
  list(@CurrentViewer() viewer: Viewer): Promise<Page<CycleListItem>> {
    return this.repository.list(viewer);
  }

  @Get('defaults')
  @Access('cycle:change')
  defaults(): Promise<CycleDefaults> {
    return this.repository.defaults();
  }

  @Post()
  @Access('cycle:change')
  begin(@CurrentViewer() viewer: Viewer, @Body() request: BeginCycle): Promise<{ id: string }> {
    return this.service.begin(viewer, request);
  }

  @Get(':id')
  @Access('cycle:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<CycleView> {
    return this.repository.find(viewer, id);
  }

  @Get(':id/counters/:counter')
  @Access('cycle:read')
  counted(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('counter', new ParseEnumPipe(Object.fromEntries(cycleCounters.map((it) => [it, it]))))
    counter: CycleCounter,
  ): Promise<Page<CountedItem>> {
    return this.repository.counted(viewer, id, counter);
  }

  @Put(':id')
  @Access('cycle:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveCycle,
  ): Promise<CycleView> {
    await this.service.change(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post(':id/:move')
  @HttpCode(200)
  @Access('cycle:change')
  async move(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Param('move', new ParseEnumPipe(Object.fromEntries(cycleMoves.names.map((move) => [move, move]))))
    move: CycleMove,
    @Body() request: MoveCycle,
  ): Promise<CycleView> {
    await this.service.move(viewer, id, version, move, request);
    return this.repository.find(viewer, id);
  }
}
