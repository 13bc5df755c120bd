import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import type { PlaceView } from '@runder-tisch/domain/territory';
import { SavePlace } from '@runder-tisch/domain/territory/territory-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { PlacesService } from './places.service';

@Controller('api/places')
export class PlacesController {
  constructor(private readonly places: PlacesService) {}

  @Get()
  @Access('place:read')
  list(): Promise<Page<PlaceView>> {
    return this.places.list();
  }

  @Post()
  @Access('place:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SavePlace): Promise<{ id: string }> {
    return this.places.add(viewer, request);
  }

  @Put(':id')
  @Access('place:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SavePlace,
  ): Promise<PlaceView> {
    await this.places.change(viewer, id, version, request);
    return this.places.find(id);
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @Access('place:change')
  async deactivate(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<PlaceView> {
    await this.places.setActive(viewer, id, version, false);
    return this.places.find(id);
  }

  @Post(':id/activate')
  @HttpCode(200)
  @Access('place:change')
  async activate(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<PlaceView> {
    await this.places.setActive(viewer, id, version, true);
    return this.places.find(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('place:change')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.places.remove(viewer, id);
  }
}
