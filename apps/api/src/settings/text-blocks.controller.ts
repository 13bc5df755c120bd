import { Body, Controller, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { TextBlockView } from '@runder-tisch/domain/settings';
import { SaveTextBlock } from '@runder-tisch/domain/settings/settings-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { keptListRoutes } from '../kept-lists/kept-list-routes';
import { TextBlocks } from './text-blocks';

@Controller('api/text-blocks')
export class TextBlocksController extends keptListRoutes<TextBlockView>('text-block:read', 'lists:change') {
  constructor(protected readonly entries: TextBlocks) {
    super();
  }

  @Post()
  @Access('lists:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SaveTextBlock): Promise<{ id: string }> {
    return this.entries.add(viewer, request);
  }

  @Put(':id')
  @Access('lists:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveTextBlock,
  ): Promise<TextBlockView> {
    await this.entries.change(viewer, id, version, request);
    return this.entries.find(viewer, id);
  }
}
