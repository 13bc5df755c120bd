import { Controller, Get, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import type { SessionControlView } from '@runder-tisch/domain/papers/control';
import { SessionControlQuery } from '@runder-tisch/domain/papers/control/control-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { pdfFile } from '../../documents/pdf-file';
import { ControlsService } from './controls.service';
import { SessionControls } from './session-controls';

/** Where a resolution comes under control, and where its body reads what became of it. */
@Controller('api')
export class SessionControlsController {
  constructor(
    private readonly sessions: SessionControls,
    private readonly service: ControlsService,
  ) {}

  @Post('consultations/:id/control')
  @Access('paper:change')
  enter(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<{ id: string }> {
    return this.service.enter(viewer, id);
  }

  @Get('committees/:id/control')
  @Access('paper:read')
  view(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: SessionControlQuery,
  ): Promise<SessionControlView> {
    return this.sessions.view(viewer, id, query);
  }

  @Get('committees/:id/control.pdf')
  @Access('paper:read')
  async pdf(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: SessionControlQuery,
  ): Promise<StreamableFile> {
    return pdfFile(await this.sessions.pdf(viewer, id, query));
  }
}
