import { Body, Controller, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { CriterionView } from '@runder-tisch/domain/structure';
import { SaveCriterion } from '@runder-tisch/domain/structure/consolidation/consolidation-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { keptListRoutes } from '../../kept-lists/kept-list-routes';
import { CriteriaService } from './criteria.service';

@Controller('api/consolidation-criteria')
export class CriteriaController extends keptListRoutes<CriterionView>('consolidation:read', 'lists:change') {
  constructor(protected readonly entries: CriteriaService) {
    super();
  }

  @Post()
  @Access('lists:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SaveCriterion): Promise<{ id: string }> {
    return this.entries.add(viewer, request);
  }

  @Put(':id')
  @Access('lists:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveCriterion,
  ): Promise<CriterionView> {
    await this.entries.change(viewer, id, version, request);
    return this.entries.find(viewer, id);
  }
}
