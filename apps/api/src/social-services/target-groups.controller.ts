import { Body, Controller, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { SaveListEntry } from '@runder-tisch/domain/lists/list-requests';
import type { TargetGroupView } from '@runder-tisch/domain/social-services';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { keptListRoutes } from '../kept-lists/kept-list-routes';
import { TargetGroups } from './service-lists.service';

@Controller('api/target-groups')
export class TargetGroupsController extends keptListRoutes<TargetGroupView>('lists:read', 'lists:change') {
  constructor(protected readonly entries: TargetGroups) {
    super();
  }

  @Post()
  @Access('lists:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SaveListEntry): Promise<{ id: string }> {
    return this.entries.add(viewer, request);
  }

  @Put(':id')
  @Access('lists:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveListEntry,
  ): Promise<TargetGroupView> {
    await this.entries.change(viewer, id, version, request);
    return this.entries.find(viewer, id);
  }
}
