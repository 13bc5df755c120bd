import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { TopicPointsView, TopicView } from '@runder-tisch/domain/decisions';
import {
  AskForTopicPoints,
  OrderByTopicPoints,
  SaveTopic,
} from '@runder-tisch/domain/decisions/decisions-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { keptListRoutes } from '../../kept-lists/kept-list-routes';
import { TopicsService } from './topics.service';

@Controller('api/topics')
export class TopicsController extends keptListRoutes<TopicView>('decision:read', 'decision:change') {
  constructor(protected readonly entries: TopicsService) {
    super();
  }

  @Post()
  @Access('decision:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SaveTopic): Promise<{ id: string }> {
    return this.entries.add(viewer, request);
  }

  @Post('order-by-criteria')
  @HttpCode(200)
  @Access('decision:change')
  async byCriteria(@CurrentViewer() viewer: Viewer): Promise<Page<TopicView>> {
    await this.entries.orderByCriteria(viewer);
    return this.entries.list(viewer);
  }

  /** Punktabfragen over topics, the newest first. */
  @Get('points')
  @Access('decision:read')
  polls(@CurrentViewer() viewer: Viewer): Promise<Page<TopicPointsView>> {
    return this.entries.polls(viewer);
  }

  @Post('points')
  @Access('decision:change')
  ask(@CurrentViewer() viewer: Viewer, @Body() request: AskForTopicPoints): Promise<{ id: string }> {
    return this.entries.askForPoints(viewer, request);
  }

  @Post('order-by-points')
  @HttpCode(200)
  @Access('decision:change')
  async byPoints(
    @CurrentViewer() viewer: Viewer,
    @Body() request: OrderByTopicPoints,
  ): Promise<Page<TopicView>> {
    await this.entries.orderByPoints(viewer, request);
    return this.entries.list(viewer);
  }

  @Put(':id')
  @Access('decision:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveTopic,
  ): Promise<TopicView> {
    await this.entries.change(viewer, id, version, request);
    return this.entries.find(viewer, id);
  }
}
