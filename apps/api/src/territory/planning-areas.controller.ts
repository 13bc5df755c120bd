import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import { OrderList } from '@runder-tisch/domain/lists/list-requests';
import type { PlanningAreaView } from '@runder-tisch/domain/territory';
import { SavePlanningArea } from '@runder-tisch/domain/territory/territory-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { PlanningAreasService } from './planning-areas.service';

@Controller('api/planning-areas')
export class PlanningAreasController {
  constructor(private readonly areas: PlanningAreasService) {}

  @Get()
  @Access('lists:read')
  list(): Promise<Page<PlanningAreaView>> {
    return this.areas.list();
  }

  @Post()
  @Access('lists:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SavePlanningArea): Promise<{ id: string }> {
    return this.areas.add(viewer, request);
  }

  @Post('order')
  @HttpCode(200)
  @Access('lists:change')
  async order(@CurrentViewer() viewer: Viewer, @Body() request: OrderList): Promise<Page<PlanningAreaView>> {
    await this.areas.order(viewer, request.ids);
    return this.areas.list();
  }

  @Get(':id')
  @Access('lists:read')
  find(@Param('id', ParseUUIDPipe) id: string): Promise<PlanningAreaView> {
    return this.areas.find(id);
  }

  @Put(':id')
  @Access('lists:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SavePlanningArea,
  ): Promise<PlanningAreaView> {
    await this.areas.change(viewer, id, version, request);
    return this.areas.find(id);
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @Access('lists:change')
  async deactivate(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<PlanningAreaView> {
    await this.areas.setActive(viewer, id, version, false);
    return this.areas.find(id);
  }

  @Post(':id/activate')
  @HttpCode(200)
  @Access('lists:change')
  async activate(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<PlanningAreaView> {
    await this.areas.setActive(viewer, id, version, true);
    return this.areas.find(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('lists:change')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.areas.remove(viewer, id);
  }
}
