import { Body, Controller, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import {
  type SectorPlanMove,
  sectorPlanMoveNames,
  type SectorPlanView,
} from '@runder-tisch/domain/data-requests';
import {
  AddSectorPlan,
  MoveSectorPlan,
  SaveSectorPlan,
} from '@runder-tisch/domain/data-requests/interfaces/sector-plan-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { keptListRoutes } from '../../kept-lists/kept-list-routes';
import { SectorPlansService } from './sector-plans.service';

@Controller('api/sector-plans')
export class SectorPlansController extends keptListRoutes<SectorPlanView>(
  'data-request:read',
  'data-request:change',
) {
  constructor(protected readonly entries: SectorPlansService) {
    super();
  }

  @Post()
  @Access('data-request:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: AddSectorPlan): Promise<{ id: string }> {
    return this.entries.add(viewer, request);
  }

  @Put(':id')
  @Access('data-request:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveSectorPlan,
  ): Promise<SectorPlanView> {
    await this.entries.save(viewer, id, version, request);
    return this.entries.find(viewer, id);
  }

  /** `/moves/` in between: set aside and taken up again are routes of every kept list. */
  @Post(':id/moves/:move')
  @HttpCode(200)
  @Access('data-request:change')
  async move(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Param('move', new ParseEnumPipe(Object.fromEntries(sectorPlanMoveNames.map((move) => [move, move]))))
    move: SectorPlanMove,
    @Body() { on }: MoveSectorPlan,
  ): Promise<SectorPlanView> {
    await this.entries.move(viewer, id, version, move, on);
    return this.entries.find(viewer, id);
  }
}
