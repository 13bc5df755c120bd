import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import { OrderList } from '@runder-tisch/domain/lists/list-requests';
import type { TextBlockView } from '@runder-tisch/domain/settings';
import { SaveTextBlock } from '@runder-tisch/domain/settings/settings-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { TextBlocks } from './text-blocks';

@Controller('api/text-blocks')
export class TextBlocksController {
  constructor(private readonly blocks: TextBlocks) {}

  @Get()
  @Access('text-block:read')
  list(): Promise<Page<TextBlockView>> {
    return this.blocks.list();
  }

  @Post()
  @Access('lists:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SaveTextBlock): Promise<{ id: string }> {
    return this.blocks.add(viewer, request);
  }

  @Post('order')
  @HttpCode(200)
  @Access('lists:change')
  async order(@CurrentViewer() viewer: Viewer, @Body() request: OrderList): Promise<Page<TextBlockView>> {
    await this.blocks.order(viewer, request.ids);
    return this.blocks.list();
  }

  @Put(':id')
  @Access('lists:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveTextBlock,
  ): Promise<TextBlockView> {
    await this.blocks.change(viewer, id, version, request);
    return this.blocks.find(id);
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @Access('lists:change')
  async deactivate(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<TextBlockView> {
    await this.blocks.setActive(viewer, id, version, false);
    return this.blocks.find(id);
  }

  @Post(':id/activate')
  @HttpCode(200)
  @Access('lists:change')
  async activate(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<TextBlockView> {
    await this.blocks.setActive(viewer, id, version, true);
    return this.blocks.find(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('lists:change')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.blocks.remove(viewer, id);
  }
}
