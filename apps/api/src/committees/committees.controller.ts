import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { CommitteeView } from '@runder-tisch/domain/committees';
import { SaveCommittee } from '@runder-tisch/domain/committees/committees-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { OrderList } from '@runder-tisch/domain/lists/list-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { CommitteesService } from './committees.service';

@Controller('api/committees')
export class CommitteesController {
  constructor(private readonly committees: CommitteesService) {}

  @Get()
  @Access('committee:read')
  list(@CurrentViewer() viewer: Viewer): Promise<Page<CommitteeView>> {
    return this.committees.list(viewer);
  }

  @Post()
  @Access('committee:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SaveCommittee): Promise<{ id: string }> {
    return this.committees.add(viewer, request);
  }

  @Post('order')
  @HttpCode(200)
  @Access('committee:change')
  async order(@CurrentViewer() viewer: Viewer, @Body() request: OrderList): Promise<Page<CommitteeView>> {
    await this.committees.order(viewer, request.ids);
    return this.committees.list(viewer);
  }

  @Get(':id')
  @Access('committee:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<CommitteeView> {
    return this.committees.find(viewer, id);
  }

  @Put(':id')
  @Access('committee:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveCommittee,
  ): Promise<CommitteeView> {
    await this.committees.change(viewer, id, version, request);
    return this.committees.find(viewer, id);
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @Access('committee:change')
  async deactivate(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<CommitteeView> {
    await this.committees.setActive(viewer, id, version, false);
    return this.committees.find(viewer, id);
  }

  @Post(':id/activate')
  @HttpCode(200)
  @Access('committee:change')
  async activate(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<CommitteeView> {
    await this.committees.setActive(viewer, id, version, true);
    return this.committees.find(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('committee:change')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.committees.remove(viewer, id);
  }
}
