import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { fileProblems, importLimits } from '@runder-tisch/domain/imports';
import type {
  FigureImportListItem,
  FigureImportValue,
  FigureImportView,
} from '@runder-tisch/domain/indicators/imports';
import {
  AnswerFigureImport,
  FigureUploadQuery,
  FigureValueQuery,
  MapFigureImport,
} from '@runder-tisch/domain/indicators/imports/import-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { PageQuery } from '@runder-tisch/domain/lists/list-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { Uploads } from '../../files/uploads';
import { problem } from '../../problem/problem';
import { FigureImports } from './figure-imports';
import { FigureImportsService } from './figure-imports.service';

@Controller('api/figure-imports')
export class FigureImportsController {
  constructor(
    private readonly imports: FigureImports,
    private readonly service: FigureImportsService,
    private readonly uploads: Uploads,
  ) {}

  @Get()
  @Access('indicator:change')
  list(@CurrentViewer() viewer: Viewer, @Query() query: PageQuery): Promise<Page<FigureImportListItem>> {
    return this.imports.list(viewer, query);
  }

  /** The table itself is the body, as application/octet-stream. */
  @Post()
  @Access('indicator:change')
  upload(
    @CurrentViewer() viewer: Viewer,
    @Query() query: FigureUploadQuery,
    @Req() request: Request,
  ): Promise<{ id: string }> {
    return this.uploads.receive(viewer, request, importLimits.fileBytes, (upload) => {
      if (!upload) throw problem(fileProblems, 'file-too-large');
      return this.service.upload(viewer, query, upload);
    });
  }

  @Get(':id')
  @Access('indicator:change')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<FigureImportView> {
    return this.imports.view(viewer, id);
  }

  @Get(':id/values')
  @Access('indicator:change')
  values(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: FigureValueQuery,
  ): Promise<Page<FigureImportValue>> {
    return this.imports.values(viewer, id, query);
  }

  @Post(':id/answers')
  @HttpCode(200)
  @Access('indicator:change')
  async answer(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { answers }: AnswerFigureImport,
  ): Promise<FigureImportView> {
    await this.service.answer(viewer, id, answers);
    return this.imports.view(viewer, id);
  }

  @Post(':id/mapping')
  @HttpCode(200)
  @Access('indicator:change')
  async map(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { mapping }: MapFigureImport,
  ): Promise<FigureImportView> {
    await this.service.map(viewer, id, mapping);
    return this.imports.view(viewer, id);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Access('indicator:change')
  async approve(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<FigureImportView> {
    await this.service.approve(viewer, id);
    return this.imports.view(viewer, id);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Access('indicator:change')
  async undo(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<FigureImportView> {
    await this.service.undo(viewer, id);
    return this.imports.view(viewer, id);
  }

  @Post(':id/discard')
  @HttpCode(200)
  @Access('indicator:change')
  async discard(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<FigureImportView> {
    await this.service.discard(viewer, id);
    return this.imports.view(viewer, id);
  }
}
