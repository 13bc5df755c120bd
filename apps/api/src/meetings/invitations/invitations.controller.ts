import type { Request } from 'express';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type {
  InvitationPreviewView,
  ReplyResultView,
  ResolvedInvitees,
  SentView,
} from '@runder-tisch/domain/meetings';
import {
  AddInvitees,
  CancelMeeting,
  PreviewInvitation,
  ResolveInvitees,
} from '@runder-tisch/domain/meetings/meetings-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { REPLY_BYTES_MOST } from '../../calendar/read-reply';
import { readBytes } from '../../files/read-bytes';
import { problem } from '../../problem/problem';
import { RepliesService } from '../answers/replies.service';
import { InvitationsService } from './invitations.service';
import { InviteeResolver } from './invitee-resolver';
import { PreviewService } from './preview.service';

@Controller('api')
export class InvitationsController {
  constructor(
    private readonly service: InvitationsService,
    private readonly resolver: InviteeResolver,
    private readonly previews: PreviewService,
    private readonly replies: RepliesService,
  ) {}

  /** The mail or calendar file itself is the body, as application/octet-stream. */
  @Post('meetings/:id/replies')
  @HttpCode(200)
  @Access('meeting:plan')
  async reply(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
  ): Promise<ReplyResultView> {
    const bytes = await readBytes(request, REPLY_BYTES_MOST);
    if (!bytes) throw problem(generalProblems, 'too-large');
    return this.replies.take(viewer, id, bytes);
  }

  @Post('meetings/invitees/resolve')
  @HttpCode(200)
  @Access('meeting:plan')
  resolve(@CurrentViewer() viewer: Viewer, @Body() request: ResolveInvitees): Promise<ResolvedInvitees> {
    return this.resolver.resolve(viewer, request);
  }

  @Post('meetings/preview')
  @HttpCode(200)
  @Access('meeting:plan')
  preview(
    @CurrentViewer() viewer: Viewer,
    @Body() request: PreviewInvitation,
  ): Promise<InvitationPreviewView> {
    return this.previews.preview(viewer, request);
  }

  @Post('meetings/test-mail')
  @HttpCode(200)
  @Access('meeting:plan')
  test(@CurrentViewer() viewer: Viewer, @Body() request: PreviewInvitation): Promise<{ to: string }> {
    return this.previews.test(viewer, request);
  }

  @Post('meetings/:id/invitations')
  @HttpCode(200)
  @Access('meeting:plan')
  async add(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AddInvitees,
  ): Promise<{ sent: SentView | null }> {
    return { sent: await this.service.add(viewer, id, request) };
  }

  @Post('meetings/:id/recall')
  @HttpCode(204)
  @Access('meeting:plan')
  recall(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.service.recall(viewer, id);
  }

  @Post('meetings/:id/remind')
  @HttpCode(200)
  @Access('meeting:plan')
  remind(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<SentView> {
    return this.service.remind(viewer, id);
  }

  @Post('invitations/:id/withdraw')
  @HttpCode(200)
  @Access('meeting:plan')
  withdraw(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: CancelMeeting,
  ): Promise<SentView> {
    return this.service.withdraw(viewer, id, request.reason);
  }
}
