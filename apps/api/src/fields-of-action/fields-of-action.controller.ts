import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { FieldOfActionView } from '@runder-tisch/domain/fields-of-action';
import { SaveListEntry } from '@runder-tisch/domain/lists/list-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { keptListRoutes } from '../kept-lists/kept-list-routes';
import { FieldsOfActionService } from './fields-of-action.service';

@Controller('api/fields-of-action')
export class FieldsOfActionController extends keptListRoutes<FieldOfActionView>(
  'lists:read',
  'lists:change',
) {
  constructor(protected readonly entries: FieldsOfActionService) {
    super();
  }

  @Post()
  @Access('lists:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SaveListEntry): Promise<{ id: string }> {
    return this.entries.add(viewer, request);
  }

  @Get(':id')
  @Access('lists:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<FieldOfActionView> {
    return this.entries.find(viewer, id);
  }

  @Put(':id')
  @Access('lists:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveListEntry,
  ): Promise<FieldOfActionView> {
    await this.entries.change(viewer, id, version, request);
    return this.entries.find(viewer, id);
  }
}
