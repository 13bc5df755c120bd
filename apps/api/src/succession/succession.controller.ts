import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { HandedOverView, SuccessionUndoneView, SuccessionView } from '@runder-tisch/domain/succession';
import { HandOver } from '@runder-tisch/domain/succession/succession-requests';
import { Access, CurrentViewer } from '../access/access';
import type { Viewer } from '../access/viewer';
import { SuccessionRepository } from './succession.repository';
import { SuccessionService } from './succession.service';
import { SuccessionUndo } from './succession-undo';

@Controller('api/people/:id')
export class SuccessionController {
  constructor(
    private readonly repository: SuccessionRepository,
    private readonly service: SuccessionService,
    private readonly undoing: SuccessionUndo,
  ) {}

  @Get('succession')
  @Access('person:change')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<SuccessionView> {
    return this.repository.view(viewer, id);
  }

  @Post('succession')
  @HttpCode(200)
  @Access('person:change')
  handOver(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: HandOver,
  ): Promise<HandedOverView> {
    return this.service.handOver(viewer, id, request);
  }

  @Post('succession/:runId/undo')
  @HttpCode(200)
  @Access('person:change')
  undo(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('runId', ParseUUIDPipe) runId: string,
  ): Promise<SuccessionUndoneView> {
    return this.undoing.undo(viewer, id, runId);
  }
}
