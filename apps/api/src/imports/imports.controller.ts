import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import type { Request } from 'express';
import {
  fileProblems,
  importLimits,
  type ImportEntryView,
  type ImportListItem,
  type ImportProblemView,
  type ImportRowView,
  type ImportView,
} from '@runder-tisch/domain/imports';
import {
  AssignColumns,
  CorrectRow,
  DecideEntries,
  DecideOpen,
  ImportEntryQuery,
  ImportTargetQuery,
  ReadAgain,
  UploadQuery,
} from '@runder-tisch/domain/imports/imports-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { PageQuery } from '@runder-tisch/domain/lists/list-requests';
import { Access, CurrentViewer } from '../access/access';
import type { Viewer } from '../access/viewer';
import { csv } from '../files/csv';
import { Uploads } from '../files/uploads';
import { problem } from '../problem/problem';
import { targetNamed } from './import-run';
import { ImportDecisionsService } from './import-decisions.service';
import { ImportsRepository } from './imports.repository';
import { ImportsService } from './imports.service';

@Controller('api/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly service: ImportsService,
    private readonly uploads: Uploads,
    private readonly decisions: ImportDecisionsService,
  ) {}

  @Get()
  @Access('import:run')
  list(@CurrentViewer() viewer: Viewer, @Query() query: PageQuery): Promise<Page<ImportListItem>> {
    return this.imports.list(viewer, query);
  }

  /** The list itself is the body, as application/octet-stream. */
  @Post()
  @Access('import:run')
  upload(
    @CurrentViewer() viewer: Viewer,
    @Query() query: UploadQuery,
    @Req() request: Request,
  ): Promise<{ id: string }> {
    return this.uploads.receive(viewer, request, importLimits.fileBytes, (upload) => {
      if (!upload) throw problem(fileProblems, 'file-too-large');
      return this.service.upload(viewer, query, upload);
    });
  }

  @Get('sample.csv')
  @Access('import:run')
  @Header('Content-Disposition', 'attachment; filename="Beispielliste.csv"')
  sample(@Query() query: ImportTargetQuery): StreamableFile {
    const { fields, sample } = targetNamed(query.target);
    return csv(
      fields.map((field) => field.label),
      sample.map((row) => fields.map((field) => row[field.key] ?? '')),
    );
  }

  @Get(':id')
  @Access('import:run')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    return this.imports.view(viewer, id);
  }

  @Get(':id/entries')
  @Access('import:run')
  entries(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ImportEntryQuery,
  ): Promise<Page<ImportEntryView>> {
    return this.imports.entries(viewer, id, query);
  }

  @Get(':id/problems')
  @Access('import:run')
  problems(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<ImportProblemView>> {
    return this.imports.problems(viewer, id, query);
  }

  @Get(':id/rows/:line')
  @Access('import:run')
  row(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('line', ParseIntPipe) line: number,
  ): Promise<ImportRowView> {
    return this.imports.row(viewer, id, line);
  }

  @Post(':id/rows/:line')
  @HttpCode(200)
  @Access('import:run')
  async correct(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('line', ParseIntPipe) line: number,
    @Body() request: CorrectRow,
  ): Promise<ImportView> {
    await this.decisions.correct(viewer, id, line, request.cells);
    return this.imports.view(viewer, id);
  }

  @Post(':id/read')
  @HttpCode(200)
  @Access('import:run')
  async readAgain(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ReadAgain,
  ): Promise<ImportView> {
    await this.service.readAgain(viewer, id, request);
    return this.imports.view(viewer, id);
  }

  @Post(':id/check')
  @HttpCode(200)
  @Access('import:run')
  async check(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AssignColumns,
  ): Promise<ImportView> {
    await this.service.check(viewer, id, request.columns);
    return this.imports.view(viewer, id);
  }

  @Post(':id/decide')
  @HttpCode(200)
  @Access('import:run')
  async decide(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: DecideEntries,
  ): Promise<ImportView> {
    await this.decisions.decide(viewer, id, request.entries);
    return this.imports.view(viewer, id);
  }

  @Post(':id/decide-open')
  @HttpCode(200)
  @Access('import:run')
  async decideOpen(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: DecideOpen,
  ): Promise<ImportView> {
    await this.decisions.decideOpen(viewer, id, request.decision);
    return this.imports.view(viewer, id);
  }

  @Post(':id/apply')
  @HttpCode(200)
  @Access('import:run')
  async apply(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    await this.service.apply(viewer, id);
    return this.imports.view(viewer, id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Access('import:run')
  async cancel(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    await this.service.cancel(viewer, id);
    return this.imports.view(viewer, id);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Access('import:run')
  async undo(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    await this.service.undo(viewer, id);
    return this.imports.view(viewer, id);
  }

  @Post(':id/discard')
  @HttpCode(200)
  @Access('import:run')
  async discard(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.service.discard(viewer, id);
  }
}
