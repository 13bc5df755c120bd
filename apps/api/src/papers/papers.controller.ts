import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import { type PaperListItem, type PaperVerb, paperVerbs, type PaperView } from '@runder-tisch/domain/papers';
import {
  MovePaper,
  PaperQuery,
  SaveConsultation,
  SavePaper,
} from '@runder-tisch/domain/papers/papers-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { ConsultationsService } from './consultations/consultations.service';
import { PapersRepository } from './papers.repository';
import { PapersService } from './papers.service';

@Controller('api/papers')
export class PapersController {
  constructor(
    private readonly repository: PapersRepository,
    private readonly service: PapersService,
    private readonly consultations: ConsultationsService,
  ) {}

  @Get()
  @Access('paper:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: PaperQuery): Promise<Page<PaperListItem>> {
    return this.repository.list(viewer, query);
  }

  @Post()
  @Access('paper:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: SavePaper): Promise<{ id: string }> {
    return this.service.create(viewer, request);
  }

  @Get(':id')
  @Access('paper:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<PaperView> {
    return this.repository.find(viewer, id);
  }

  @Put(':id')
  @Access('paper:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SavePaper,
  ): Promise<PaperView> {
    await this.service.change(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  /** A further body that is to consult on it. */
  @Post(':id/consultations')
  @Access('paper:change')
  addConsultation(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SaveConsultation,
  ): Promise<{ id: string }> {
    return this.consultations.add(viewer, id, request);
  }

  @Post(':id/:move')
  @HttpCode(200)
  @Access('paper:change')
  async move(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Param('move', new ParseEnumPipe(Object.fromEntries(paperVerbs.map((move) => [move, move]))))
    move: PaperVerb,
    @Body() request: MovePaper,
  ): Promise<PaperView> {
    await this.service.move(viewer, id, version, move, request);
    return this.repository.find(viewer, id);
  }
}
