import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { PollMailView, PollPageView, PollSavedView, SentView } from '@runder-tisch/domain/meetings';
import { CancelMeeting, SendAgain } from '@runder-tisch/domain/meetings/meetings-requests';
import { ChoosePollDate, EnterPollVotes, SavePoll } from '@runder-tisch/domain/meetings/polls/polls-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { PollPlanningService } from './poll-planning.service';
import { PollPreview } from './poll-preview';
import { PollStepsService } from './poll-steps.service';
import { PollVotesService } from './poll-votes.service';
import { PollsRepository } from './polls.repository';

@Controller('api')
export class PollsController {
  constructor(
    private readonly polls: PollsRepository,
    private readonly planning: PollPlanningService,
    private readonly previews: PollPreview,
    private readonly steps: PollStepsService,
    private readonly votes: PollVotesService,
  ) {}

  @Get('meetings/:id/poll')
  @Access('meeting:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<PollPageView> {
    return this.polls.ofMeeting(viewer, id);
  }

  @Post('meetings/:id/poll')
  @Access('meeting:plan')
  create(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SavePoll,
  ): Promise<PollSavedView> {
    return this.planning.create(viewer, id, request);
  }

  /** Nothing is stored and nothing leaves. */
  @Post('meetings/:id/poll/preview')
  @HttpCode(200)
  @Access('meeting:plan')
  preview(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SavePoll,
  ): Promise<PollMailView> {
    return this.previews.preview(viewer, id, request);
  }

  @Put('polls/:id')
  @Access('meeting:plan')
  change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SavePoll,
  ): Promise<PollSavedView> {
    return this.planning.change(viewer, id, version, request);
  }

  @Delete('polls/:id')
  @HttpCode(204)
  @Access('meeting:plan')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.planning.remove(viewer, id);
  }

  @Post('polls/:id/recall')
  @HttpCode(204)
  @Access('meeting:plan')
  recall(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.planning.recall(viewer, id);
  }

  @Post('polls/:id/remind')
  @HttpCode(200)
  @Access('meeting:plan')
  remind(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<SentView> {
    return this.steps.remind(viewer, id);
  }

  @Post('polls/:id/again')
  @HttpCode(200)
  @Access('meeting:plan')
  again(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { ids }: SendAgain,
  ): Promise<SentView> {
    return this.steps.again(viewer, id, ids);
  }

  @Post('polls/:id/close')
  @HttpCode(204)
  @Access('meeting:plan')
  close(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.steps.close(viewer, id);
  }

  @Post('polls/:id/cancel')
  @HttpCode(200)
  @Access('meeting:plan')
  cancel(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: CancelMeeting,
  ): Promise<SentView> {
    return this.steps.cancel(viewer, id, request.reason);
  }

  @Post('polls/:id/choose')
  @HttpCode(200)
  @Access('meeting:plan')
  async choose(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ChoosePollDate,
  ): Promise<{ sent: SentView | null }> {
    return { sent: await this.steps.choose(viewer, id, request) };
  }

  @Post('poll-voters/:id/votes')
  @HttpCode(204)
  @Access('meeting:plan')
  enter(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: EnterPollVotes,
  ): Promise<void> {
    return this.votes.enter(viewer, id, request);
  }

  @Post('poll-voters/:id/clear-votes')
  @HttpCode(204)
  @Access('meeting:plan')
  clear(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.votes.clear(viewer, id);
  }
}
