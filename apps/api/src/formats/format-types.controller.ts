import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { FormatTypeView } from '@runder-tisch/domain/formats';
import { AddFormatType, SaveFormatType } from '@runder-tisch/domain/formats/formats-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { OrderList } from '@runder-tisch/domain/lists/list-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { FormatTypesService } from './format-types.service';

@Controller('api/format-types')
export class FormatTypesController {
  constructor(private readonly types: FormatTypesService) {}

  @Get()
  @Access('lists:read')
  list(): Promise<Page<FormatTypeView>> {
    return this.types.list();
  }

  @Post()
  @Access('lists:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: AddFormatType): Promise<{ id: string }> {
    return this.types.add(viewer, request);
  }

  @Post('order')
  @HttpCode(200)
  @Access('lists:change')
  async order(@CurrentViewer() viewer: Viewer, @Body() request: OrderList): Promise<Page<FormatTypeView>> {
    await this.types.order(viewer, request.ids);
    return this.types.list();
  }

  @Get(':id')
  @Access('lists:read')
  find(@Param('id', ParseUUIDPipe) id: string): Promise<FormatTypeView> {
    return this.types.find(id);
  }

  @Put(':id')
  @Access('lists:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveFormatType,
  ): Promise<FormatTypeView> {
    await this.types.change(viewer, id, version, request);
    return this.types.find(id);
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @Access('lists:change')
  async deactivate(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<FormatTypeView> {
    await this.types.setActive(viewer, id, version, false);
    return this.types.find(id);
  }

  @Post(':id/activate')
  @HttpCode(200)
  @Access('lists:change')
  async activate(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<FormatTypeView> {
    await this.types.setActive(viewer, id, version, true);
    return this.types.find(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('lists:change')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.types.remove(viewer, id);
  }
}
