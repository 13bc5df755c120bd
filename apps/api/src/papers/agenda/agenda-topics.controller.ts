import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import type { AgendaMattersView, AgendaTopicChoice } from '@runder-tisch/domain/papers';
import { AddAgendaTopic, AgendaTopicQuery } from '@runder-tisch/domain/papers/papers-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { AgendaTopicsRepository } from './agenda-topics.repository';
import { AgendaTopicsService } from './agenda-topics.service';

/** What stands on the agenda of a meeting besides its titles: papers, Befunde, Schwerpunkte, Empfehlungen. */
@Controller('api')
export class AgendaTopicsController {
  constructor(
    private readonly topics: AgendaTopicsRepository,
    private readonly service: AgendaTopicsService,
  ) {}

  @Get('agenda-choices')
  @Access('finding:read')
  choices(
    @CurrentViewer() viewer: Viewer,
    @Query() query: AgendaTopicQuery,
  ): Promise<Page<AgendaTopicChoice>> {
    return this.topics.choices(viewer, query);
  }

  @Get('meetings/:id/matters')
  @Access('meeting:read')
  of(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<AgendaMattersView> {
    return this.topics.of(viewer, id);
  }

  @Post('meetings/:id/matters')
  @Access('meeting:plan')
  add(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AddAgendaTopic,
  ): Promise<{ id: string }> {
    return this.service.add(viewer, id, request);
  }

  @Delete('meetings/:id/matters/:topicId')
  @Access('meeting:plan')
  remove(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('topicId', ParseUUIDPipe) topicId: string,
  ): Promise<void> {
    return this.service.remove(viewer, id, topicId);
  }
}
