import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { AnswerInvitation } from '@runder-tisch/domain/meetings/meetings-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { AnswersService } from './answers.service';

@Controller('api/invitations')
export class AnswersController {
  constructor(private readonly answers: AnswersService) {}

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

  @Post(':id/clear-answer')
  @HttpCode(204)
  @Access('meeting:plan')
  clear(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.answers.clear(viewer, id);
  }
}
