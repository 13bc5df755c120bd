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
import { type StepListItem, type StepMove, stepMoves, type StepView } from '@runder-tisch/domain/cycles';
import { MoveStep, SaveStep, StepQuery } from '@runder-tisch/domain/cycles/steps/step-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { StepsRepository } from './steps.repository';
import { StepsService } from './steps.service';

@Controller('api/cycle-steps')
export class StepsController {
  constructor(
    private readonly repository: StepsRepository,
    private readonly service: StepsService,
  ) {}

  @Get()
  @Access('cycle:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: StepQuery): Promise<Page<StepListItem>> {
    return this.repository.list(viewer, query);
  }

  @Get(':id')
  @Access('cycle:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<StepView> {
    return this.repository.find(viewer, id);
  }

  @Put(':id')
  @Access('cycle:work')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveStep,
  ): Promise<StepView> {
    await this.service.change(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post(':id/:move')
  @HttpCode(200)
  @Access('cycle:work')
  async move(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Param('move', new ParseEnumPipe(Object.fromEntries(stepMoves.names.map((move) => [move, move]))))
    move: StepMove,
    @Body() request: MoveStep,
  ): Promise<StepView> {
    await this.service.move(viewer, id, version, move, request);
    return this.repository.find(viewer, id);
  }
}
