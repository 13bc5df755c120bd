import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import type { Request } from 'express';
import {
  dataRequestLimits,
  type DataRequestListItem,
  type DataRequestMailView,
  dataRequestProblems,
  type DataRequestView,
  type ExpectedDelivery,
  type PlannersMove,
  plannersMoves,
} from '@runder-tisch/domain/data-requests';
import {
  DataRequestQuery,
  DeliveryQuery,
  MoveDataRequest,
  SaveDataRequest,
} from '@runder-tisch/domain/data-requests/data-requests-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { Files } from '../files/files';
import { Uploads } from '../files/uploads';
import { FigureImportsService } from '../indicators/imports/figure-imports.service';
import { problem } from '../problem/problem';
import { DataRequestsRepository } from './data-requests.repository';
import { DataRequestsService } from './data-requests.service';
import { attachedFile } from '../files/attached-file';
import { DeliveriesService } from './deliveries/deliveries.service';
import { ImportedDeliveries } from './deliveries/imported-deliveries';

@Controller('api/data-requests')
export class DataRequestsController {
  constructor(
    private readonly repository: DataRequestsRepository,
    private readonly service: DataRequestsService,
    private readonly deliveries: DeliveriesService,
    private readonly figures: FigureImportsService,
    private readonly imported: ImportedDeliveries,
    private readonly uploads: Uploads,
    private readonly files: Files,
  ) {}

  @Get()
  @Access('data-request:read')
  list(
    @CurrentViewer() viewer: Viewer,
    @Query() query: DataRequestQuery,
  ): Promise<Page<DataRequestListItem>> {
    return this.repository.list(viewer, query);
  }

  @Post()
  @Access('data-request:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: SaveDataRequest): Promise<{ id: string }> {
    return this.service.create(viewer, request);
  }

  /** What the rhythms of the register say one could ask for next. */
  @Get('expected')
  @Access('data-request:read')
  expected(@CurrentViewer() viewer: Viewer): Promise<Page<ExpectedDelivery>> {
    return this.repository.expected(viewer);
  }

  @Get(':id')
  @Access('data-request:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<DataRequestView> {
    return this.repository.find(viewer, id);
  }

  @Put(':id')
  @Access('data-request:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveDataRequest,
  ): Promise<DataRequestView> {
    await this.service.change(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  /** Only a draft: nobody has heard of it yet. */
  @Delete(':id')
  @HttpCode(204)
  @Access('data-request:change')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.service.remove(viewer, id);
  }

  /** The mail as its recipients would see it now. */
  @Get(':id/mail')
  @Access('data-request:change')
  mail(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DataRequestMailView> {
    return this.service.preview(viewer, id);
  }

  @Get(':id/deliveries/:deliveryId/file')
  @Access('data-request:read')
  @Header('Content-Security-Policy', "sandbox; default-src 'none'")
  async file(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('deliveryId', ParseUUIDPipe) deliveryId: string,
  ): Promise<StreamableFile> {
    const { fileId, name } = await this.repository.fileOf(viewer, id, deliveryId);
    return attachedFile(name, this.files.stream(fileId));
  }

  /** The figures of a delivered file, on their way into the catalogue. */
  @Post(':id/deliveries/:deliveryId/figures')
  @HttpCode(200)
  @Access('indicator:change')
  async readFigures(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('deliveryId', ParseUUIDPipe) deliveryId: string,
  ): Promise<{ id: string }> {
    const { fileId } = await this.repository.fileOf(viewer, id, deliveryId);
    return this.figures.take(viewer, fileId, (tx, importId) => this.imported.begun(tx, importId, deliveryId));
  }

  /** A file that came another way, as application/octet-stream. */
  @Post(':id/deliveries')
  @HttpCode(200)
  @Access('data-request:change')
  async deliver(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: DeliveryQuery,
    @Req() request: Request,
  ): Promise<DataRequestView> {
    const bytes = await this.uploads.bytes(viewer, request, dataRequestLimits.fileBytes);
    if (!bytes) throw problem(dataRequestProblems, 'delivery-too-large');
    await this.deliveries.enter(viewer, id, { name: query.name, bytes });
    return this.repository.find(viewer, id);
  }

  @Post(':id/:move')
  @HttpCode(200)
  @Access('data-request:change')
  async move(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Param('move', new ParseEnumPipe(Object.fromEntries(plannersMoves.map((move) => [move, move]))))
    move: PlannersMove,
    @Body() request: MoveDataRequest,
  ): Promise<DataRequestView> {
    await this.service.move(viewer, id, version, move, request);
    return this.repository.find(viewer, id);
  }
}
