import type { Request } from 'express';
import { Controller, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { ReplyResultView } from '@runder-tisch/domain/meetings';
import { ReadAnswer } from '@runder-tisch/domain/meetings/invitations/answer-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { REPLY_BYTES_MOST } from '../../calendar/read-reply';
import { Uploads } from '../../files/uploads';
import { problem } from '../../problem/problem';
import { RepliesService } from './replies.service';

@Controller('api/meetings')
export class RepliesController {
  constructor(
    private readonly replies: RepliesService,
    private readonly uploads: Uploads,
  ) {}

  /**
   * The mail or calendar file itself is the body, as application/octet-stream. `answer` is what the office makes of
   * it where the mail is in words or says something else than what is entered.
   */
  @Post(':id/replies')
  @HttpCode(200)
  @Access('meeting:plan')
  async reply(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { answer }: ReadAnswer,
    @Req() request: Request,
  ): Promise<ReplyResultView> {
    const bytes = await this.uploads.bytes(viewer, request, REPLY_BYTES_MOST);
    if (!bytes) throw problem(generalProblems, 'too-large');
    return this.replies.take(viewer, id, bytes, answer ?? null);
  }
}
