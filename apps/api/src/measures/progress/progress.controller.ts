import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import type { AskableMeasure, AskedView, MeasureView } from '@runder-tisch/domain/measures';
import {
  AskForProgress,
  MeasureQuery,
  RemindOfProgress,
  ReportProgress,
} from '@runder-tisch/domain/measures/measures-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { MeasuresRepository } from '../measures.repository';
import { ProgressService } from './progress.service';

@Controller('api/measures')
export class ProgressController {
  constructor(
    private readonly progress: ProgressService,
    private readonly repository: MeasuresRepository,
  ) {}

  /** Whom one could ask how it goes; narrowed down like the list. */
  @Get('askable')
  @Access('measure:change')
  askable(@CurrentViewer() viewer: Viewer, @Query() query: MeasureQuery): Promise<Page<AskableMeasure>> {
    return this.progress.askable(viewer, query);
  }

  @Post('progress-requests')
  @HttpCode(200)
  @Access('measure:change')
  ask(@CurrentViewer() viewer: Viewer, @Body() request: AskForProgress): Promise<AskedView> {
    return this.progress.ask(viewer, request);
  }

  @Post('progress-reminders')
  @HttpCode(200)
  @Access('measure:change')
  remind(@CurrentViewer() viewer: Viewer, @Body() request: RemindOfProgress): Promise<AskedView> {
    return this.progress.remind(viewer, request.measureIds);
  }

  @Post(':id/progress')
  @HttpCode(200)
  @Access('measure:report')
  async report(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ReportProgress,
  ): Promise<MeasureView> {
    await this.progress.report(viewer, id, request);
    return this.repository.find(viewer, id);
  }
}
