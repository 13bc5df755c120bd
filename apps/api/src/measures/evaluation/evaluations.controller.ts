import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { EvaluationView } from '@runder-tisch/domain/measures/evaluation';
import {
  ConcludeEvaluation,
  SaveEvaluationGoal,
  SeeEvaluationValue,
} from '@runder-tisch/domain/measures/evaluation/evaluation-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { EvaluationsRepository } from './evaluations.repository';
import { EvaluationsService } from './evaluations.service';

/** Every change answers with the whole evaluation: one value may change the verdict on all of it. */
@Controller('api/measures/:id/evaluation')
export class EvaluationsController {
  constructor(
    private readonly repository: EvaluationsRepository,
    private readonly service: EvaluationsService,
  ) {}

  @Get()
  @Access('measure:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<EvaluationView> {
    return this.repository.find(viewer, id);
  }

  @Put()
  @Access('measure:change')
  async conclude(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: ConcludeEvaluation,
  ): Promise<EvaluationView> {
    await this.service.conclude(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post('goals')
  @Access('measure:change')
  async addGoal(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveEvaluationGoal,
  ): Promise<EvaluationView> {
    await this.service.addGoal(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Put('goals/:goalId')
  @Access('measure:change')
  async changeGoal(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('goalId', ParseUUIDPipe) goalId: string,
    @IfMatch() version: number,
    @Body() request: SaveEvaluationGoal,
  ): Promise<EvaluationView> {
    await this.service.changeGoal(viewer, id, goalId, version, request);
    return this.repository.find(viewer, id);
  }

  @Delete('goals/:goalId')
  @HttpCode(204)
  @Access('measure:change')
  removeGoal(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('goalId', ParseUUIDPipe) goalId: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.service.removeGoal(viewer, id, goalId, version);
  }

  @Put('goals/:goalId/values')
  @Access('measure:change')
  async see(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('goalId', ParseUUIDPipe) goalId: string,
    @IfMatch() version: number,
    @Body() request: SeeEvaluationValue,
  ): Promise<EvaluationView> {
    await this.service.see(viewer, id, goalId, version, request);
    return this.repository.find(viewer, id);
  }

  @Delete('goals/:goalId/values/:seenOn')
  @HttpCode(204)
  @Access('measure:change')
  removeValue(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('goalId', ParseUUIDPipe) goalId: string,
    @Param('seenOn') seenOn: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.service.removeValue(viewer, id, goalId, seenOn, version);
  }
}
