import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import type { MunicipalityView } from '@runder-tisch/domain/territory';
import { SaveMunicipality } from '@runder-tisch/domain/territory/territory-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { MunicipalitiesService } from './municipalities.service';

@Controller('api/municipalities')
export class MunicipalitiesController {
  constructor(private readonly municipalities: MunicipalitiesService) {}

  @Get()
  @Access('lists:read')
  list(): Promise<Page<MunicipalityView>> {
    return this.municipalities.list();
  }

  @Post()
  @Access('lists:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SaveMunicipality): Promise<{ id: string }> {
    return this.municipalities.add(viewer, request);
  }

  @Put(':id')
  @Access('lists:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveMunicipality,
  ): Promise<MunicipalityView> {
    await this.municipalities.change(viewer, id, version, request);
    return this.municipalities.find(id);
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @Access('lists:change')
  async deactivate(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<MunicipalityView> {
    await this.municipalities.setActive(viewer, id, version, false);
    return this.municipalities.find(id);
  }

  @Post(':id/activate')
  @HttpCode(200)
  @Access('lists:change')
  async activate(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<MunicipalityView> {
    await this.municipalities.setActive(viewer, id, version, true);
    return this.municipalities.find(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('lists:change')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.municipalities.remove(viewer, id);
  }
}
