import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { CommitteeView } from '@runder-tisch/domain/committees';
import { SaveCommittee } from '@runder-tisch/domain/committees/committees-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { keptListRoutes } from '../kept-lists/kept-list-routes';
import { CommitteesService } from './committees.service';

@Controller('api/committees')
export class CommitteesController extends keptListRoutes<CommitteeView>(
  'committee:read',
  'committee:change',
) {
  constructor(protected readonly entries: CommitteesService) {
    super();
  }

  @Post()
  @Access('committee:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SaveCommittee): Promise<{ id: string }> {
    return this.entries.add(viewer, request);
  }

  @Get(':id')
  @Access('committee:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<CommitteeView> {
    return this.entries.find(viewer, id);
  }

  @Put(':id')
  @Access('committee:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveCommittee,
  ): Promise<CommitteeView> {
    await this.entries.change(viewer, id, version, request);
    return this.entries.find(viewer, id);
  }
}
