import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { OrderAgenda, UsedTime } from '@runder-tisch/domain/meetings/agenda/agenda-requests';
import { SaveAgendaItem } from '@runder-tisch/domain/meetings/meetings-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { AgendaService } from './agenda.service';

@Controller('api/meetings/:id/agenda')
export class AgendaController {
  constructor(private readonly agenda: AgendaService) {}

  @Post()
  @Access('meeting:plan')
  add(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SaveAgendaItem,
  ): Promise<{ id: string }> {
    return this.agenda.add(viewer, id, request);
  }

  @Post('order')
  @HttpCode(204)
  @Access('meeting:plan')
  order(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: OrderAgenda,
  ): Promise<void> {
    return this.agenda.order(viewer, id, request);
  }

  @Put(':itemId')
  @HttpCode(204)
  @Access('meeting:plan')
  change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @IfMatch() version: number,
    @Body() request: SaveAgendaItem,
  ): Promise<void> {
    return this.agenda.change(viewer, id, itemId, version, request);
  }

  @Put(':itemId/used-time')
  @Access('meeting:plan')
  took(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @Body() request: UsedTime,
  ): Promise<{ id: string; version: number }> {
    return this.agenda.took(viewer, id, itemId, request.seconds);
  }

  @Delete(':itemId')
  @HttpCode(204)
  @Access('meeting:plan')
  remove(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
  ): Promise<void> {
    return this.agenda.remove(viewer, id, itemId);
  }
}
