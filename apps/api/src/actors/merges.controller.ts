import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { NoteDistinct } from '@runder-tisch/domain/actors/actors-requests';
import type { MergeRunView, MergeUndoView } from '@runder-tisch/domain/merge';
import { Access, CurrentViewer } from '../access/access';
import type { Viewer } from '../access/viewer';
import { MergeActorsService } from './merge-actors';

/** What comes after a comparison: two that were made one are two again, or were two all along. */
@Controller('api')
export class MergesController {
  constructor(private readonly merging: MergeActorsService) {}

  @Get('people/:id/merges')
  @Access('person:change')
  ofPerson(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<MergeRunView[]> {
    return this.merging.merges(viewer, 'person', id);
  }

  @Post('people/:id/merges/:runId/undo')
  @HttpCode(200)
  @Access('person:change')
  undoPerson(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('runId', ParseUUIDPipe) runId: string,
  ): Promise<MergeUndoView> {
    return this.merging.undo(viewer, 'person', id, runId);
  }

  @Post('people/:id/distinct')
  @HttpCode(204)
  @Access('person:change')
  distinctPerson(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: NoteDistinct,
  ): Promise<void> {
    return this.merging.noteDistinct(viewer, 'person', id, request.otherId);
  }

  @Delete('people/:id/distinct/:otherId')
  @HttpCode(204)
  @Access('person:change')
  perhapsSamePerson(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('otherId', ParseUUIDPipe) otherId: string,
  ): Promise<void> {
    return this.merging.forgetDistinct(viewer, 'person', id, otherId);
  }

  @Get('organisations/:id/merges')
  @Access('organisation:change')
  ofOrganisation(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<MergeRunView[]> {
    return this.merging.merges(viewer, 'organisation', id);
  }

  @Post('organisations/:id/merges/:runId/undo')
  @HttpCode(200)
  @Access('organisation:change')
  undoOrganisation(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('runId', ParseUUIDPipe) runId: string,
  ): Promise<MergeUndoView> {
    return this.merging.undo(viewer, 'organisation', id, runId);
  }

  @Post('organisations/:id/distinct')
  @HttpCode(204)
  @Access('organisation:change')
  distinctOrganisation(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: NoteDistinct,
  ): Promise<void> {
    return this.merging.noteDistinct(viewer, 'organisation', id, request.otherId);
  }

  @Delete('organisations/:id/distinct/:otherId')
  @HttpCode(204)
  @Access('organisation:change')
  perhapsSameOrganisation(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('otherId', ParseUUIDPipe) otherId: string,
  ): Promise<void> {
    return this.merging.forgetDistinct(viewer, 'organisation', id, otherId);
  }
}
