import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { MethodNoteItem, MethodNoteView } from '@runder-tisch/domain/cycles';
import { SaveMethodNote } from '@runder-tisch/domain/cycles/templates/template-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { MethodNotes } from './method-notes';

@Controller('api/method-notes')
export class MethodNotesController {
  constructor(private readonly notes: MethodNotes) {}

  @Get()
  @Access('cycle:read')
  list(@CurrentViewer() viewer: Viewer): Promise<Page<MethodNoteItem>> {
    return this.notes.list(viewer);
  }

  @Post()
  @Access('cycle:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: SaveMethodNote): Promise<{ id: string }> {
    return this.notes.create(viewer, request);
  }

  @Get(':id')
  @Access('cycle:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<MethodNoteView> {
    return this.notes.find(viewer, id);
  }

  @Put(':id')
  @Access('cycle:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveMethodNote,
  ): Promise<MethodNoteView> {
    await this.notes.change(viewer, id, version, request);
    return this.notes.find(viewer, id);
  }

  @Post(':id/release')
  @HttpCode(200)
  @Access('cycle:change')
  async release(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<MethodNoteView> {
    await this.notes.release(viewer, id, version);
    return this.notes.find(viewer, id);
  }
}
