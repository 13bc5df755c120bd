import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { InboxMailItem, InboxStateView, InboxTestView } from '@runder-tisch/domain/inbox';
import { AcceptInboxMail, InboxQuery } from '@runder-tisch/domain/inbox/inbox-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer } from '../access/access';
import type { Viewer } from '../access/viewer';
import { InboxPoll } from './inbox-poll';
import { InboxRepository } from './inbox.repository';
import { InboxService } from './inbox.service';

@Controller('api')
export class InboxController {
  constructor(
    private readonly repository: InboxRepository,
    private readonly service: InboxService,
    private readonly poll: InboxPoll,
  ) {}

  @Get('inbox')
  @Access('inbox:work')
  list(@CurrentViewer() viewer: Viewer, @Query() query: InboxQuery): Promise<Page<InboxMailItem>> {
    return this.repository.list(viewer, query);
  }

  /** For the administration: when it was read last, and what could not be. */
  @Get('inbox/state')
  @Access('settings:change')
  state(): Promise<InboxStateView> {
    return this.repository.state();
  }

  /** Signs in to the mail server and looks, without taking anything. */
  @Post('inbox/test')
  @HttpCode(200)
  @Access('settings:change')
  test(): Promise<InboxTestView> {
    return this.poll.test();
  }

  @Post('inbox/:id/accept')
  @HttpCode(200)
  @Access('inbox:work')
  async accept(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { answer }: AcceptInboxMail,
  ): Promise<InboxMailItem> {
    await this.service.accept(viewer, id, answer);
    return this.repository.find(viewer, id);
  }

  @Post('inbox/:id/drop')
  @HttpCode(200)
  @Access('inbox:work')
  async drop(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<InboxMailItem> {
    await this.service.drop(viewer, id);
    return this.repository.find(viewer, id);
  }

  /** Another time that was proposed is not taken, and who proposed it is told. */
  @Post('inbox/:id/decline')
  @HttpCode(200)
  @Access('inbox:work')
  async decline(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<InboxMailItem> {
    await this.service.decline(viewer, id);
    return this.repository.find(viewer, id);
  }

  @Post('inbox/:id/reopen')
  @HttpCode(200)
  @Access('inbox:work')
  async reopen(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<InboxMailItem> {
    await this.service.reopen(viewer, id);
    return this.repository.find(viewer, id);
  }

  @Post('inbox/:id/retry')
  @HttpCode(200)
  @Access('settings:change')
  async retry(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<InboxStateView> {
    await this.service.retry(viewer, id);
    return this.repository.state();
  }

  @Post('inbox/:id/discard')
  @HttpCode(200)
  @Access('settings:change')
  async discard(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<InboxStateView> {
    await this.service.discard(viewer, id);
    return this.repository.state();
  }
}
