import { Body, Controller, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { PlanningAreaView } from '@runder-tisch/domain/territory';
import { SavePlanningArea } from '@runder-tisch/domain/territory/territory-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { keptListRoutes } from '../kept-lists/kept-list-routes';
import { PlanningAreasService } from './planning-areas.service';

@Controller('api/planning-areas')
export class PlanningAreasController extends keptListRoutes<PlanningAreaView>('lists:read', 'lists:change') {
  constructor(protected readonly entries: PlanningAreasService) {
    super();
  }

  @Post()
  @Access('lists:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SavePlanningArea): Promise<{ id: string }> {
    return this.entries.add(viewer, request);
  }

  @Put(':id')
  @Access('lists:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SavePlanningArea,
  ): Promise<PlanningAreaView> {
    await this.entries.change(viewer, id, version, request);
    return this.entries.find(viewer, id);
  }
}
