import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { PaperView } from '@runder-tisch/domain/papers';
import {
  SaveConsultation,
  SaveConsultationResult,
  ScheduleConsultation,
} from '@runder-tisch/domain/papers/papers-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { PapersRepository } from '../papers.repository';
import { ConsultationsService } from './consultations.service';

/** Each answers with the paper as it is afterwards. */
@Controller('api/consultations/:id')
export class ConsultationsController {
  constructor(
    private readonly service: ConsultationsService,
    private readonly papers: PapersRepository,
  ) {}

  @Put()
  @Access('paper:change')
  change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveConsultation,
  ): Promise<PaperView> {
    return this.after(viewer, this.service.change(viewer, id, version, request));
  }

  @Delete()
  @Access('paper:change')
  remove(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<PaperView> {
    return this.after(viewer, this.service.remove(viewer, id, version));
  }

  /** Puts it on the agenda of a session. */
  @Post('schedule')
  @HttpCode(200)
  @Access('paper:change')
  schedule(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: ScheduleConsultation,
  ): Promise<PaperView> {
    return this.after(viewer, this.service.schedule(viewer, id, version, request));
  }

  @Post('unschedule')
  @HttpCode(200)
  @Access('paper:change')
  unschedule(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<PaperView> {
    return this.after(viewer, this.service.unschedule(viewer, id, version));
  }

  @Post('result')
  @HttpCode(200)
  @Access('paper:change')
  enter(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveConsultationResult,
  ): Promise<PaperView> {
    return this.after(viewer, this.service.enter(viewer, id, version, request));
  }

  @Post('take-back')
  @HttpCode(200)
  @Access('paper:change')
  takeBack(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<PaperView> {
    return this.after(viewer, this.service.takeBack(viewer, id, version));
  }

  private async after(viewer: Viewer, written: Promise<string>): Promise<PaperView> {
    return this.papers.find(viewer, await written);
  }
}
