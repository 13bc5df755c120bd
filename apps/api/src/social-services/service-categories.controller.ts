import { Body, Controller, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { ServiceCategoryView } from '@runder-tisch/domain/social-services';
import { SaveServiceCategory } from '@runder-tisch/domain/social-services/social-services-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { keptListRoutes } from '../kept-lists/kept-list-routes';
import { ServiceCategories } from './service-lists.service';

@Controller('api/service-categories')
export class ServiceCategoriesController extends keptListRoutes<ServiceCategoryView>(
  'lists:read',
  'lists:change',
) {
  constructor(protected readonly entries: ServiceCategories) {
    super();
  }

  @Post()
  @Access('lists:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SaveServiceCategory): Promise<{ id: string }> {
    return this.entries.add(viewer, request);
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
}
