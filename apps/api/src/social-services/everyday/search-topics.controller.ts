import { Body, Controller, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { SearchTopicView } from '@runder-tisch/domain/social-services';
import { SaveSearchTopic } from '@runder-tisch/domain/social-services/social-services-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { keptListRoutes } from '../../kept-lists/kept-list-routes';
import { SearchTopics } from './search-topics';

@Controller('api/search-topics')
export class SearchTopicsController extends keptListRoutes<SearchTopicView>('lists:change', 'lists:change') {
  constructor(protected readonly entries: SearchTopics) {
    super();
  }

  @Post()
  @Access('lists:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SaveSearchTopic): Promise<{ id: string }> {
    return this.entries.add(viewer, request);
  }

  @Put(':id')
  @Access('lists:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveSearchTopic,
  ): Promise<SearchTopicView> {
    await this.entries.change(viewer, id, version, request);
    return this.entries.find(viewer, id);
  }
}
