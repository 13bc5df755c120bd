import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { FormatTypeView } from '@runder-tisch/domain/formats';
import { AddFormatType, SaveFormatType } from '@runder-tisch/domain/formats/formats-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { keptListRoutes } from '../kept-lists/kept-list-routes';
import { FormatTypesService } from './format-types.service';

@Controller('api/format-types')
export class FormatTypesController extends keptListRoutes<FormatTypeView>('lists:read', 'lists:change') {
  constructor(protected readonly entries: FormatTypesService) {
    super();
  }

  @Post()
  @Access('lists:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: AddFormatType): Promise<{ id: string }> {
    return this.entries.add(viewer, request);
  }

  @Get(':id')
  @Access('lists:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<FormatTypeView> {
    return this.entries.find(viewer, id);
  }

  @Put(':id')
  @Access('lists:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveFormatType,
  ): Promise<FormatTypeView> {
    await this.entries.change(viewer, id, version, request);
    return this.entries.find(viewer, id);
  }
}
