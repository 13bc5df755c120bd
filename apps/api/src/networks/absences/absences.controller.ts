import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { AbsencesView } from '@runder-tisch/domain/networks/absences';
import { EnterAbsence } from '@runder-tisch/domain/networks/absences/absence-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { Absences } from './absences';

@Controller('api/absences')
export class AbsencesController {
  constructor(private readonly absences: Absences) {}

  @Get()
  @Access('absence:enter')
  view(@CurrentViewer() viewer: Viewer): Promise<AbsencesView> {
    return this.absences.view(viewer);
  }

  @Post()
  @Access('absence:enter')
  enter(@CurrentViewer() viewer: Viewer, @Body() request: EnterAbsence): Promise<{ id: string }> {
    return this.absences.enter(viewer, request);
  }

  @Post(':id/end')
  @HttpCode(204)
  @Access('absence:enter')
  end(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.absences.end(viewer, id);
  }
}
