import { Body, Controller, Get, HttpCode, Put, Query } from '@nestjs/common';
import type { AgendaTemplateView } from '@runder-tisch/domain/meetings';
import {
  AgendaTemplateQuery,
  SaveAgendaTemplate,
} from '@runder-tisch/domain/meetings/agenda/agenda-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { AgendaTemplates } from './agenda-templates.service';

@Controller('api/agenda-templates')
export class AgendaTemplatesController {
  constructor(private readonly templates: AgendaTemplates) {}

  @Get()
  @Access('meeting:plan')
  find(@CurrentViewer() viewer: Viewer, @Query() query: AgendaTemplateQuery): Promise<AgendaTemplateView> {
    return this.templates.find(viewer, query);
  }

  @Put()
  @HttpCode(204)
  @Access('meeting:plan')
  save(
    @CurrentViewer() viewer: Viewer,
    @IfMatch() version: number,
    @Body() request: SaveAgendaTemplate,
  ): Promise<void> {
    return this.templates.save(viewer, version, request);
  }
}
