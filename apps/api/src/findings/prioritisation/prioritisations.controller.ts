import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import {
  type BeamerView,
  type PrioritisationListItem,
  type PrioritisationView,
  type PriorityChoice,
  type PriorityPointsView,
  prioritisationProblems,
} from '@runder-tisch/domain/findings/prioritisation';
import {
  AdjustPrioritisation,
  CancelPrioritisation,
  PrioritisationQuery,
  SavePrioritisation,
} from '@runder-tisch/domain/findings/prioritisation/prioritisation-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { ListQuery } from '@runder-tisch/domain/lists/list-requests';
import type { SentView } from '@runder-tisch/domain/meetings';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { csv } from '../../files/csv';
import { problem } from '../../problem/problem';
import { PrioritisationsRepository } from './prioritisations.repository';
import { PrioritisationsService } from './prioritisations.service';

@Controller('api')
export class PrioritisationsController {
  constructor(
    private readonly repository: PrioritisationsRepository,
    private readonly service: PrioritisationsService,
  ) {}

  @Get('prioritisations')
  @Access('finding:read')
  list(
    @CurrentViewer() viewer: Viewer,
    @Query() query: PrioritisationQuery,
  ): Promise<Page<PrioritisationListItem>> {
    return this.repository.list(viewer, query);
  }

  @Post('prioritisations')
  @Access('prioritisation:run')
  create(@CurrentViewer() viewer: Viewer, @Body() request: SavePrioritisation): Promise<{ id: string }> {
    return this.service.create(viewer, request);
  }

  /** Handlungsschwerpunkte that can be put to the vote. */
  @Get('prioritisations/priorities')
  @Access('prioritisation:run')
  priorities(@CurrentViewer() viewer: Viewer, @Query() query: ListQuery): Promise<Page<PriorityChoice>> {
    return this.repository.priorities(viewer, query);
  }

  /** What became of one Handlungsschwerpunkt in every Punktabfrage that is closed. */
  @Get('priorities/:id/points')
  @Access('finding:read')
  ofPriority(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PriorityPointsView[]> {
    return this.repository.ofPriority(viewer, id);
  }

  @Get('prioritisations/:id')
  @Access('finding:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<PrioritisationView> {
    return this.repository.find(viewer, id);
  }

  @Get('prioritisations/:id/beamer')
  @Access('finding:read')
  beamer(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<BeamerView> {
    return this.repository.beamer(viewer, id);
  }

  @Get('prioritisations/:id/result.csv')
  @Access('finding:read')
  @Header('Content-Disposition', 'attachment; filename="Punktabfrage.csv"')
  async result(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const { result } = await this.repository.find(viewer, id);
    if (!result) throw problem(prioritisationProblems, 'points-move-not-allowed');
    return csv(
      ['Rang', 'Nummer', 'Zur Wahl stand', 'Punkte', 'Stimmen insgesamt'],
      result.options.map((it) => [it.rank, it.priority?.number, it.title, it.points, result.voters]),
    );
  }

  @Put('prioritisations/:id')
  @Access('prioritisation:run')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SavePrioritisation,
  ): Promise<PrioritisationView> {
    await this.service.change(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Delete('prioritisations/:id')
  @HttpCode(204)
  @Access('prioritisation:run')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.service.remove(viewer, id);
  }

  @Post('prioritisations/:id/open')
  @HttpCode(200)
  @Access('prioritisation:run')
  async open(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<{ sent: SentView | null }> {
    return { sent: await this.service.open(viewer, id, version) };
  }

  @Post('prioritisations/:id/adjust')
  @HttpCode(200)
  @Access('prioritisation:run')
  async adjust(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: AdjustPrioritisation,
  ): Promise<PrioritisationView> {
    await this.service.adjust(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post('prioritisations/:id/recall')
  @HttpCode(204)
  @Access('prioritisation:run')
  recall(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.service.recall(viewer, id);
  }

  @Post('prioritisations/:id/remind')
  @HttpCode(200)
  @Access('prioritisation:run')
  remind(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<SentView> {
    return this.service.remind(viewer, id);
  }

  @Post('prioritisations/:id/close')
  @HttpCode(204)
  @Access('prioritisation:run')
  close(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.service.close(viewer, id);
  }

  @Post('prioritisations/:id/cancel')
  @HttpCode(200)
  @Access('prioritisation:run')
  cancel(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: CancelPrioritisation,
  ): Promise<SentView> {
    return this.service.cancel(viewer, id, request.reason);
  }
}
