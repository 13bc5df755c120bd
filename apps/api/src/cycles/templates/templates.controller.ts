import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { TemplateListItem, TemplateView } from '@runder-tisch/domain/cycles';
import { BeginTemplate, SaveTemplate } from '@runder-tisch/domain/cycles/templates/template-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { TemplatesRepository } from './templates.repository';
import { TemplatesService } from './templates.service';

@Controller('api/process-templates')
export class TemplatesController {
  constructor(
    private readonly repository: TemplatesRepository,
    private readonly service: TemplatesService,
  ) {}

  @Get()
  @Access('cycle:read')
  list(@CurrentViewer() viewer: Viewer): Promise<Page<TemplateListItem>> {
    return this.repository.list(viewer);
  }

  @Post()
  @Access('cycle:change')
  begin(@CurrentViewer() viewer: Viewer, @Body() request: BeginTemplate): Promise<{ id: string }> {
    return this.service.begin(viewer, request);
  }

  @Get(':id')
  @Access('cycle:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<TemplateView> {
    return this.repository.find(viewer, id);
  }

  @Put(':id')
  @Access('cycle:change')
  async save(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveTemplate,
  ): Promise<TemplateView> {
    await this.service.save(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post(':id/release')
  @HttpCode(200)
  @Access('cycle:change')
  async release(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<TemplateView> {
    await this.service.release(viewer, id, version);
    return this.repository.find(viewer, id);
  }
}
