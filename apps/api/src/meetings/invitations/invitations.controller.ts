import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { InvitationPreviewView, ResolvedInvitees, SentView } from '@runder-tisch/domain/meetings';
import {
  AddInvitees,
  CancelMeeting,
  PreviewInvitation,
  ResolveInvitees,
  SendAgain,
} from '@runder-tisch/domain/meetings/meetings-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { InvitationsService } from './invitations.service';
import { InviteeResolver } from './invitee-resolver';
import { PreviewService } from './preview.service';
import { RefusedMails } from './refused-mails';

@Controller('api')
export class InvitationsController {
  constructor(
    private readonly service: InvitationsService,
    private readonly resolver: InviteeResolver,
    private readonly previews: PreviewService,
    private readonly refused: RefusedMails,
  ) {}

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

  @Post('meetings/:id/invitations/again')
  @HttpCode(200)
  @Access('meeting:plan')
  again(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { ids }: SendAgain,
  ): Promise<SentView> {
    return this.refused.again(viewer, id, ids);
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
