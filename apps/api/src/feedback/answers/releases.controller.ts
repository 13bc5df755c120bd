import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { AnsweredView, FeedbackView, GroupView } from '@runder-tisch/domain/feedback';
import { AnswerGroup } from '@runder-tisch/domain/feedback/condensing/condensing-requests';
import { AnswerFeedback } from '@runder-tisch/domain/feedback/feedback-requests';
import { ReleaseAnswer } from '@runder-tisch/domain/feedback/releases/release-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { GroupsRepository } from '../condensing/groups.repository';
import { GroupsService } from '../condensing/groups.service';
import { FeedbackRepository } from '../inbox/feedback.repository';
import { FeedbackService } from '../inbox/feedback.service';
import { Releases } from './releases.service';

@Controller('api')
export class ReleasesController {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly service: FeedbackService,
    private readonly groups: GroupsRepository,
    private readonly groupService: GroupsService,
    private readonly releases: Releases,
  ) {}

  @Post('feedback/:id/draft')
  @HttpCode(200)
  @Access('feedback:decide')
  async draft(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: AnswerFeedback,
  ): Promise<FeedbackView> {
    await this.service.draft(viewer, id, version, request);
    return this.feedback.find(viewer, id);
  }

  @Post('feedback/:id/release')
  @HttpCode(200)
  @Access('feedback:decide')
  async release(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: ReleaseAnswer,
  ): Promise<AnsweredView> {
    const mailedTo = await this.releases.release(viewer, id, version, request.alone);
    return { feedback: await this.feedback.find(viewer, id), mailedTo };
  }

  @Post('feedback/:id/withdraw')
  @HttpCode(200)
  @Access('feedback:decide')
  async withdraw(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<FeedbackView> {
    await this.releases.withdraw(viewer, id, version);
    return this.feedback.find(viewer, id);
  }

  @Post('feedback-groups/:id/draft')
  @HttpCode(200)
  @Access('feedback:decide')
  async draftForGroup(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AnswerGroup,
  ): Promise<GroupView> {
    await this.groupService.draft(viewer, id, request);
    return this.groups.find(viewer, id);
  }
}
