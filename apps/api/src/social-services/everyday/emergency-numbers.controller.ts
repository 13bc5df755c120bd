import { Body, Controller, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { EmergencyNumberView } from '@runder-tisch/domain/social-services';
import { SaveEmergencyNumber } from '@runder-tisch/domain/social-services/social-services-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { keptListRoutes } from '../../kept-lists/kept-list-routes';
import { EmergencyNumbers } from './emergency-numbers';

@Controller('api/emergency-numbers')
export class EmergencyNumbersController extends keptListRoutes<EmergencyNumberView>(
  'lists:change',
  'lists:change',
) {
  constructor(protected readonly entries: EmergencyNumbers) {
    super();
  }

  @Post()
  @Access('lists:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SaveEmergencyNumber): Promise<{ id: string }> {
    return this.entries.add(viewer, request);
  }

  @Put(':id')
  @Access('lists:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveEmergencyNumber,
  ): Promise<EmergencyNumberView> {
    await this.entries.change(viewer, id, version, request);
    return this.entries.find(viewer, id);
  }
}
