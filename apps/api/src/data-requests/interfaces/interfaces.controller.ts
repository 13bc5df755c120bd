import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import type {
  DeliveryCalendarView,
  InterfaceDescriptionView,
  InterfacePageView,
  InterfaceProposals,
  InterfaceView,
} from '@runder-tisch/domain/data-requests';
import { SaveInterface } from '@runder-tisch/domain/data-requests/data-requests-requests';
import {
  CalendarFileQuery,
  CalendarQuery,
} from '@runder-tisch/domain/data-requests/interfaces/sector-plan-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { pdfFile } from '../../documents/pdf-file';
import { keptListRoutes } from '../../kept-lists/kept-list-routes';
import { DeliveryCalendar } from './delivery-calendar';
import { InterfaceDescriptions } from './interface-descriptions';
import { InterfaceProposalsService } from './interface-proposals.service';
import { demandSoundColumns, InterfacesService } from './interfaces.service';

@Controller('api/interfaces')
export class InterfacesController extends keptListRoutes<InterfaceView>(
  'data-request:read',
  'data-request:change',
) {
  constructor(
    protected readonly entries: InterfacesService,
    private readonly calendar: DeliveryCalendar,
    private readonly descriptions: InterfaceDescriptions,
    private readonly proposals: InterfaceProposalsService,
  ) {
    super();
  }

  @Post()
  @Access('data-request:change')
  add(@CurrentViewer() viewer: Viewer, @Body() request: SaveInterface): Promise<{ id: string }> {
    demandSoundColumns(request);
    return this.entries.add(viewer, request);
  }

  @Get('calendar')
  @Access('data-request:read')
  year(@CurrentViewer() viewer: Viewer, @Query() { year }: CalendarQuery): Promise<DeliveryCalendarView> {
    return this.calendar.year(viewer, year);
  }

  /** For other calendars: whole days, taken in again they are corrected and not doubled. */
  @Get('calendar.ics')
  @Access('data-request:read')
  @Header('Content-Disposition', 'attachment; filename="Lieferungen.ics"')
  async ics(@CurrentViewer() viewer: Viewer, @Query() query: CalendarFileQuery): Promise<StreamableFile> {
    const bytes = Buffer.from(await this.calendar.ics(viewer, query));
    return new StreamableFile(bytes, { type: 'text/calendar; charset=utf-8' });
  }

  /** „Was bekommt die Sozialplanung von wem bis wann“ */
  @Get('description')
  @Access('data-request:read')
  description(@CurrentViewer() viewer: Viewer): Promise<InterfaceDescriptionView> {
    return this.descriptions.description(viewer);
  }

  @Get('description.pdf')
  @Access('data-request:read')
  async pdf(@CurrentViewer() viewer: Viewer): Promise<StreamableFile> {
    return pdfFile(await this.descriptions.pdf(viewer));
  }

  @Get('proposals')
  @Access('data-request:change')
  open(): Promise<InterfaceProposals> {
    return this.proposals.open();
  }

  @Post('proposals')
  @HttpCode(204)
  @Access('data-request:change')
  take(@CurrentViewer() viewer: Viewer): Promise<void> {
    return this.proposals.take(viewer);
  }

  @Get(':id')
  @Access('data-request:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<InterfacePageView> {
    return this.descriptions.page(viewer, id);
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
