import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Page } from '@runder-tisch/domain/lists';
import type {
  MailTrialView,
  OutboxDispatch,
  OutboxListItem,
  OutboxMailView,
} from '@runder-tisch/domain/outbox';
import { OutboxDispatchesQuery, OutboxQuery } from '@runder-tisch/domain/outbox/outbox-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { Access, CurrentViewer } from '../access/access';
import type { Viewer } from '../access/viewer';
import { problem } from '../problem/problem';
import { DispatchesRepository } from './dispatches.repository';
import { Outbox } from './outbox';
import { mailPage } from './mail-page';
import { OutboxRepository } from './outbox.repository';
import { MailTrial } from './smtp/mail-trial';

/** The mailbox page: what left the house, what waits, and what would have gone out. */
@Controller('api/outbox')
export class OutboxController {
  constructor(
    private readonly mails: OutboxRepository,
    private readonly dispatches: DispatchesRepository,
    private readonly outbox: Outbox,
    private readonly trial: MailTrial,
  ) {}

  @Get()
  @Access('mailbox:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: OutboxQuery): Promise<Page<OutboxListItem>> {
    return this.mails.list(viewer, query, this.outbox.showsBodies);
  }

  @Get('dispatches')
  @Access('mailbox:read')
  listDispatches(
    @CurrentViewer() viewer: Viewer,
    @Query() query: OutboxDispatchesQuery,
  ): Promise<Page<OutboxDispatch>> {
    return this.dispatches.list(viewer, query, this.outbox.showsBodies);
  }

  @Get('dispatches/:id')
  @Access('mailbox:read')
  findDispatch(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OutboxDispatch> {
    return this.dispatches.find(viewer, id, this.outbox.showsBodies);
  }

  /** A mail to whoever asks, with the words of the mail server as the answer. */
  @Post('trial')
  @HttpCode(200)
  @Access('settings:change')
  tryServer(@CurrentViewer() viewer: Viewer): Promise<MailTrialView> {
    return this.trial.run(viewer);
  }

  @Get(':id')
  @Access('mailbox:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<OutboxMailView> {
    if (!this.outbox.showsBodies) {
      throw problem(generalProblems, 'not-found');
    }
    return this.mails.find(viewer, id);
  }

  /** The HTML part alone, for a frame of the mailbox page: as a mail program draws it, and with as few rights. */
  @Get(':id/page')
  @Access('mailbox:read')
  async page(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const mail = await this.find(viewer, id);
    response.type('text/html; charset=utf-8').set(mailPage.headers);
    return mailPage.of(mail.html);
  }
}
