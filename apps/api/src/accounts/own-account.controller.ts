import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { OwnAccountView, OwnSessionView } from '@runder-tisch/domain/accounts';
import { ChangePassword } from '@runder-tisch/domain/accounts/accounts-requests';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer } from '../access/access';
import { SessionCookie } from '../access/session-cookie';
import type { Viewer } from '../access/viewer';
import { OwnAccount } from './own-account';

@Controller('api/account')
export class OwnAccountController {
  constructor(
    private readonly own: OwnAccount,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @Access('account:own')
  find(@CurrentViewer() viewer: Viewer): Promise<OwnAccountView> {
    return this.own.view(viewer);
  }

  @Post('password')
  @HttpCode(200)
  @Access('account:own')
  async changePassword(
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Body() body: ChangePassword,
  ): Promise<OwnAccountView> {
    await this.own.changePassword(viewer, body, this.cookie.read(request) ?? '');
    return this.own.view(viewer);
  }

  @Get('sessions')
  @Access('account:own')
  async sessions(@CurrentViewer() viewer: Viewer, @Req() request: Request): Promise<Page<OwnSessionView>> {
    return wholeList(await this.own.listSessions(viewer, this.cookie.read(request) ?? ''));
  }

  @Post('sessions/end-others')
  @HttpCode(200)
  @Access('account:own')
  async endOthers(@CurrentViewer() viewer: Viewer, @Req() request: Request): Promise<Page<OwnSessionView>> {
    await this.own.endOtherSessions(viewer, this.cookie.read(request) ?? '');
    return this.sessions(viewer, request);
  }

  @Post('sessions/:id/end')
  @HttpCode(200)
  @Access('account:own')
  async end(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
  ): Promise<Page<OwnSessionView>> {
    await this.own.endSession(viewer, id);
    return this.sessions(viewer, request);
  }
}
