import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import { OrderList } from '@runder-tisch/domain/lists/list-requests';
import type { ServiceCategoryView } from '@runder-tisch/domain/social-services';
import { SaveServiceCategory } from '@runder-tisch/domain/social-services/social-services-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { ServiceCategories } from './service-lists.service';

@Controller('api/service-categories')
export class ServiceCategoriesController {
  constructor(private readonly entries: ServiceCategories) {}

  @Get()
  @Access('lists:read')
  list(@CurrentViewer() viewer: Viewer): Promise<Page<ServiceCategoryView>> {
    return this.entries.list(viewer);
  }

  @Post()
  @Access('lists:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SaveServiceCategory): Promise<{ id: string }> {
    return this.entries.add(viewer, request);
  }

  @Post('order')
  @HttpCode(200)
  @Access('lists:change')
  async order(
    @CurrentViewer() viewer: Viewer,
    @Body() request: OrderList,
  ): Promise<Page<ServiceCategoryView>> {
    await this.entries.order(viewer, request.ids);
    return this.entries.list(viewer);
  }

  @Get(':id')
  @Access('lists:read')
  find(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ServiceCategoryView> {
    return this.entries.find(viewer, id);
  }

  @Put(':id')
  @Access('lists:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveServiceCategory,
  ): Promise<ServiceCategoryView> {
    await this.entries.change(viewer, id, version, request);
    return this.entries.find(viewer, id);
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @Access('lists:change')
  async deactivate(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ServiceCategoryView> {
    await this.entries.setActive(viewer, id, version, false);
    return this.entries.find(viewer, id);
  }

  @Post(':id/activate')
  @HttpCode(200)
  @Access('lists:change')
  async activate(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ServiceCategoryView> {
    await this.entries.setActive(viewer, id, version, true);
    return this.entries.find(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('lists:change')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.entries.remove(viewer, id);
  }
}
