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
  StreamableFile,
} from '@nestjs/common';
import type {
  GroupAnsweredView,
  GroupListItem,
  GroupProposalView,
  GroupView,
} from '@runder-tisch/domain/feedback';
import {
  AnswerGroup,
  ChosenFeedback,
  CreateGroup,
  MergeGroup,
  SaveGroup,
} from '@runder-tisch/domain/feedback/condensing/condensing-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { ListQuery } from '@runder-tisch/domain/lists/list-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { formatShortDate } from '@runder-tisch/domain/time';
import { csv } from '../../files/csv';
import { GroupsRepository } from './groups.repository';
import { GroupsService } from './groups.service';

@Controller('api/feedback-groups')
export class GroupsController {
  constructor(
    private readonly groups: GroupsRepository,
    private readonly service: GroupsService,
  ) {}

  @Get()
  @Access('feedback:decide')
  list(@CurrentViewer() viewer: Viewer, @Query() query: ListQuery): Promise<Page<GroupListItem>> {
    return this.groups.list(viewer, query);
  }

  @Get('proposals')
  @Access('feedback:decide')
  proposals(@CurrentViewer() viewer: Viewer): Promise<GroupProposalView[]> {
    return this.groups.proposals(viewer);
  }

  @Get('export.csv')
  @Access('feedback:decide')
  @Header('Content-Disposition', 'attachment; filename="Gruppen.csv"')
  async exportCsv(@CurrentViewer() viewer: Viewer, @Query() query: ListQuery): Promise<StreamableFile> {
    const rows = await this.groups.all(viewer, query.search);
    return csv(
      ['Name', 'Hinweise', 'davon offen', 'angelegt am'],
      rows.map((it) => [it.name, it.count, it.open, formatShortDate(it.createdAt)]),
    );
  }

  @Post('dismissals')
  @Access('feedback:decide')
  dismiss(@CurrentViewer() viewer: Viewer, @Body() request: ChosenFeedback): Promise<{ id: string }> {
    return this.service.dismiss(viewer, request.feedbackIds);
  }

  @Delete('dismissals/:dismissalId')
  @HttpCode(204)
  @Access('feedback:decide')
  undismiss(
    @CurrentViewer() viewer: Viewer,
    @Param('dismissalId', ParseUUIDPipe) dismissalId: string,
  ): Promise<void> {
    return this.service.undismiss(viewer, dismissalId);
  }

  @Post()
  @Access('feedback:decide')
  create(@CurrentViewer() viewer: Viewer, @Body() request: CreateGroup): Promise<{ id: string }> {
    return this.service.create(viewer, request);
  }

  @Get(':id')
  @Access('feedback:decide')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<GroupView> {
    return this.groups.find(viewer, id);
  }

  @Put(':id')
  @Access('feedback:decide')
  async rename(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveGroup,
  ): Promise<GroupView> {
    await this.service.rename(viewer, id, version, request.name);
    return this.groups.find(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('feedback:decide')
  dissolve(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.service.dissolve(viewer, id);
  }

  @Post(':id/add')
  @HttpCode(200)
  @Access('feedback:decide')
  async add(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ChosenFeedback,
  ): Promise<GroupView> {
    await this.service.add(viewer, id, request.feedbackIds);
    return this.groups.find(viewer, id);
  }

  @Post(':id/take-out')
  @HttpCode(200)
  @Access('feedback:decide')
  async takeOut(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ChosenFeedback,
  ): Promise<GroupView> {
    await this.service.takeOut(viewer, id, request.feedbackIds);
    return this.groups.find(viewer, id);
  }

  @Post(':id/split')
  @Access('feedback:decide')
  split(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: CreateGroup,
  ): Promise<{ id: string }> {
    return this.service.split(viewer, id, request);
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Access('feedback:decide')
  async merge(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: MergeGroup,
  ): Promise<GroupView> {
    await this.service.merge(viewer, id, request.groupId);
    return this.groups.find(viewer, id);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Access('feedback:decide')
  async answer(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AnswerGroup,
  ): Promise<GroupAnsweredView> {
    const answered = await this.service.answer(viewer, id, request);
    return { ...answered, group: await this.groups.find(viewer, id) };
  }
}
