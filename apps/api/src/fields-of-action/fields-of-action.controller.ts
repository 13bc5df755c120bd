import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { FieldOfActionView } from '@runder-tisch/domain/fields-of-action';
import { SaveFieldOfAction } from '@runder-tisch/domain/fields-of-action/fields-of-action-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { OrderList } from '@runder-tisch/domain/lists/list-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { FieldsOfActionService } from './fields-of-action.service';

@Controller('api/fields-of-action')
export class FieldsOfActionController {
  constructor(private readonly fields: FieldsOfActionService) {}

  @Get()
  @Access('lists:read')
  list(@CurrentViewer() viewer: Viewer): Promise<Page<FieldOfActionView>> {
    return this.fields.list(viewer);
  }

  @Post()
  @Access('lists:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SaveFieldOfAction): Promise<{ id: string }> {
    return this.fields.add(viewer, request);
  }

  @Post('order')
  @HttpCode(200)
  @Access('lists:change')
  async order(@CurrentViewer() viewer: Viewer, @Body() request: OrderList): Promise<Page<FieldOfActionView>> {
    await this.fields.order(viewer, request.ids);
    return this.fields.list(viewer);
  }

  @Get(':id')
  @Access('lists:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<FieldOfActionView> {
    return this.fields.find(viewer, id);
  }

  @Put(':id')
  @Access('lists:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveFieldOfAction,
  ): Promise<FieldOfActionView> {
    await this.fields.change(viewer, id, version, request);
    return this.fields.find(viewer, id);
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @Access('lists:change')
  async deactivate(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<FieldOfActionView> {
    await this.fields.setActive(viewer, id, version, false);
    return this.fields.find(viewer, id);
  }

  @Post(':id/activate')
  @HttpCode(200)
  @Access('lists:change')
  async activate(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<FieldOfActionView> {
    await this.fields.setActive(viewer, id, version, true);
    return this.fields.find(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('lists:change')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.fields.remove(viewer, id);
  }
}
