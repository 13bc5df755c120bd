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
  StreamableFile,
} from '@nestjs/common';
import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import {
  type ControlListItem,
  type ControlMove,
  controlMoves,
  type ControlUnit,
  type ControlView,
} from '@runder-tisch/domain/papers/control';
import {
  ControlQuery,
  MoveControl,
  NameResponsible,
  SaveControl,
} from '@runder-tisch/domain/papers/control/control-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { xlsx } from '../../files/xlsx';
import { controlColumns, controlRow } from './control-file';
import { ControlsRepository } from './controls.repository';
import { ControlsService } from './controls.service';

@Controller('api/controls')
export class ControlsController {
  constructor(
    private readonly repository: ControlsRepository,
    private readonly service: ControlsService,
  ) {}

  @Get()
  @Access('paper:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: ControlQuery): Promise<Page<ControlListItem>> {
    return this.repository.list(viewer, query);
  }

  @Get('export.xlsx')
  @Access('paper:read')
  @Header('Content-Disposition', 'attachment; filename="Beschlusskontrolle.xlsx"')
  async export(@CurrentViewer() viewer: Viewer, @Query() query: ControlQuery): Promise<StreamableFile> {
    const rows = await this.repository.all(viewer, query);
    return xlsx({ name: 'Beschlusskontrolle', columns: controlColumns, rows: rows.map(controlRow) });
  }

  @Get('units')
  @Access('paper:read')
  units(@CurrentViewer() viewer: Viewer): Promise<Page<ControlUnit>> {
    return this.repository.units(viewer);
  }

  @Get('people')
  @Access('paper:change')
  people(): Promise<Page<NamedReference>> {
    return this.repository.people();
  }

  @Get(':id')
  @Access('paper:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<ControlView> {
    return this.repository.find(viewer, id);
  }

  @Put(':id')
  @Access('paper:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveControl,
  ): Promise<ControlView> {
    await this.service.change(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('paper:change')
  remove(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.service.remove(viewer, id, version);
  }

  @Post(':id/take')
  @HttpCode(200)
  @Access('paper:change')
  async take(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ControlView> {
    await this.service.nameResponsible(viewer, id, version, viewer.personId);
    return this.repository.find(viewer, id);
  }

  @Post(':id/responsible')
  @HttpCode(200)
  @Access('paper:change')
  async nameResponsible(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { personId }: NameResponsible,
  ): Promise<ControlView> {
    await this.service.nameResponsible(viewer, id, version, personId);
    return this.repository.find(viewer, id);
  }

  /** One report. */
  @Post(':id/:move')
  @HttpCode(200)
  @Access('paper:change')
  async move(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Param('move', new ParseEnumPipe(Object.fromEntries(controlMoves.names.map((move) => [move, move]))))
    move: ControlMove,
    @Body() request: MoveControl,
  ): Promise<ControlView> {
    await this.service.move(viewer, id, version, move, request);
    return this.repository.find(viewer, id);
  }
}
