import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  AnswerInvitation,
  MoveOnWaitingList,
} from '@runder-tisch/domain/meetings/invitations/answer-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { AnswersService } from './answers.service';
import { WaitingList } from '../invitations/waiting-list';

@Controller('api/invitations')
export class AnswersController {
  constructor(
    private readonly answers: AnswersService,
    private readonly waitingList: WaitingList,
  ) {}

  @Post(':id/answer')
  @HttpCode(204)
  @Access('meeting:read')
  answer(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AnswerInvitation,
  ): Promise<void> {
    return this.answers.answer(viewer, id, request);
  }

  @Post(':id/waiting-place')
  @HttpCode(204)
  @Access('meeting:plan')
  place(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: MoveOnWaitingList,
  ): Promise<void> {
    return this.waitingList.place(viewer, id, request.place);
  }

  @Post(':id/clear-answer')
  @HttpCode(204)
  @Access('meeting:plan')
  clear(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.answers.clear(viewer, id);
  }
}
