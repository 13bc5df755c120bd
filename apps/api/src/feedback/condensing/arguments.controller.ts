import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import type { ArgumentListItem, ArgumentView, CarryingFeedbackView } from '@runder-tisch/domain/feedback';
import {
  ArgumentQuery,
  ChosenFeedback,
  CreateArgument,
  SaveArgument,
  SaveIndividual,
} from '@runder-tisch/domain/feedback/condensing/condensing-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { PageQuery } from '@runder-tisch/domain/lists/list-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { ArgumentsService } from './arguments.service';

@Controller('api/arguments')
export class ArgumentsController {
  constructor(private readonly service: ArgumentsService) {}

  @Get()
  @Access('argument:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: ArgumentQuery): Promise<Page<ArgumentListItem>> {
    return this.service.list(viewer, query);
  }

  @Post()
  @Access('argument:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: CreateArgument): Promise<{ id: string }> {
    return this.service.create(viewer, request);
  }

  @Get(':id')
  @Access('argument:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<ArgumentView> {
    return this.service.find(viewer, id);
  }

  @Put(':id')
  @Access('argument:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveArgument,
  ): Promise<ArgumentView> {
    await this.service.change(viewer, id, version, request);
    return this.service.find(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('argument:change')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.service.remove(viewer, id);
  }

  @Get(':id/feedback')
  @Access('argument:read')
  carrying(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<CarryingFeedbackView>> {
    return this.service.carrying(viewer, id, query);
  }

  @Post(':id/feedback')
  @HttpCode(200)
  @Access('argument:change')
  async add(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ChosenFeedback,
  ): Promise<ArgumentView> {
    await this.service.add(viewer, id, request.feedbackIds);
    return this.service.find(viewer, id);
  }

  @Put(':id/feedback/:feedbackId')
  @Access('argument:change')
  async individual(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('feedbackId', ParseUUIDPipe) feedbackId: string,
    @Body() request: SaveIndividual,
  ): Promise<ArgumentView> {
    await this.service.individual(viewer, id, feedbackId, request.individual);
    return this.service.find(viewer, id);
  }

  @Delete(':id/feedback/:feedbackId')
  @HttpCode(204)
  @Access('argument:change')
  takeOut(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('feedbackId', ParseUUIDPipe) feedbackId: string,
  ): Promise<void> {
    return this.service.takeOut(viewer, id, feedbackId);
  }
}
