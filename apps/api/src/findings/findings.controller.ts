import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import {
  type FindingListItem,
  type FindingMove,
  findingMoves,
  type FindingView,
} from '@runder-tisch/domain/findings';
import {
  AddEvidence,
  CreateFinding,
  FindingQuery,
  MoveWithReason,
  SaveFinding,
} from '@runder-tisch/domain/findings/findings-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { FindingsRepository } from './findings.repository';
import { FindingsService } from './findings.service';

@Controller('api/findings')
export class FindingsController {
  constructor(
    private readonly repository: FindingsRepository,
    private readonly service: FindingsService,
  ) {}

  @Get()
  @Access('finding:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: FindingQuery): Promise<Page<FindingListItem>> {
    return this.repository.list(viewer, query);
  }

  @Post()
  @Access('finding:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: CreateFinding): Promise<{ id: string }> {
    return this.service.create(viewer, request);
  }

  @Get(':id')
  @Access('finding:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<FindingView> {
    return this.repository.find(viewer, id);
  }

  @Put(':id')
  @Access('finding:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveFinding,
  ): Promise<FindingView> {
    await this.service.change(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post(':id/evidence')
  @HttpCode(200)
  @Access('finding:change')
  async addEvidence(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AddEvidence,
  ): Promise<FindingView> {
    await this.service.addEvidence(viewer, id, request);
    return this.repository.find(viewer, id);
  }

  @Delete(':id/evidence/:evidenceId')
  @Access('finding:change')
  async removeEvidence(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
  ): Promise<FindingView> {
    await this.service.removeEvidence(viewer, id, evidenceId);
    return this.repository.find(viewer, id);
  }

  @Post(':id/evidence/:evidenceId/accept')
  @HttpCode(200)
  @Access('finding:change')
  async acceptEvidence(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
  ): Promise<FindingView> {
    await this.service.acceptEvidence(viewer, id, evidenceId);
    return this.repository.find(viewer, id);
  }

  @Post(':id/:move')
  @HttpCode(200)
  @Access('finding:change')
  async move(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Param('move', new ParseEnumPipe(Object.fromEntries(findingMoves.names.map((move) => [move, move]))))
    move: FindingMove,
    @Body() request: MoveWithReason,
  ): Promise<FindingView> {
    await this.service.move(viewer, id, version, move, request);
    return this.repository.find(viewer, id);
  }
}
