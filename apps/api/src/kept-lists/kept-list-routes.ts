import { Body, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Permission } from '@runder-tisch/domain/accounts';
import type { Page } from '@runder-tisch/domain/lists';
import { OrderList } from '@runder-tisch/domain/lists/list-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';

interface Entries<View> {
  list(viewer: Viewer): Promise<Page<View>>;
  find(viewer: Viewer, id: string): Promise<View>;
  setActive(viewer: Viewer, id: string, version: number, active: boolean): Promise<void>;
  order(viewer: Viewer, ids: readonly string[]): Promise<void>;
  remove(viewer: Viewer, id: string): Promise<void>;
}

/**
 * What the routes of all kept lists have alike. Adding and changing stay with each list: its request class is checked.
 * So does one entry by itself, where it has a page.
 */
export function keptListRoutes<View>(read: Permission, change: Permission) {
  abstract class KeptListRoutes {
    protected abstract readonly entries: Entries<View>;

    @Get()
    @Access(read)
    list(@CurrentViewer() viewer: Viewer): Promise<Page<View>> {
      return this.entries.list(viewer);
    }

    @Post('order')
    @HttpCode(200)
    @Access(change)
    async order(@CurrentViewer() viewer: Viewer, @Body() request: OrderList): Promise<Page<View>> {
      await this.entries.order(viewer, request.ids);
      return this.entries.list(viewer);
    }

    @Post(':id/deactivate')
    @HttpCode(200)
    @Access(change)
    async deactivate(
      @CurrentViewer() viewer: Viewer,
      @Param('id', ParseUUIDPipe) id: string,
      @IfMatch() version: number,
    ): Promise<View> {
      await this.entries.setActive(viewer, id, version, false);
      return this.entries.find(viewer, id);
    }

    @Post(':id/activate')
    @HttpCode(200)
    @Access(change)
    async activate(
      @CurrentViewer() viewer: Viewer,
      @Param('id', ParseUUIDPipe) id: string,
      @IfMatch() version: number,
    ): Promise<View> {
      await this.entries.setActive(viewer, id, version, true);
      return this.entries.find(viewer, id);
    }

    @Delete(':id')
    @HttpCode(204)
    @Access(change)
    remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
      return this.entries.remove(viewer, id);
    }
  }
  return KeptListRoutes;
}
