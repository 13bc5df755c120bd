import { Body, Controller, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { InterfaceView } from '@runder-tisch/domain/data-requests';
import { SaveInterface } from '@runder-tisch/domain/data-requests/data-requests-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { keptListRoutes } from '../../kept-lists/kept-list-routes';
import { demandSoundColumns, InterfacesService } from './interfaces.service';

@Controller('api/interfaces')
export class InterfacesController extends keptListRoutes<InterfaceView>(
  'data-request:read',
  'data-request:change',
) {
  constructor(protected readonly entries: InterfacesService) {
    super();
  }

  @Post()
  @Access('data-request:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SaveInterface): Promise<{ id: string }> {
    demandSoundColumns(request);
    return this.entries.add(viewer, request);
  }

  @Put(':id')
  @Access('data-request:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveInterface,
  ): Promise<InterfaceView> {
    demandSoundColumns(request);
    await this.entries.change(viewer, id, version, request);
    return this.entries.find(viewer, id);
  }
}
