import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import sql from 'sql-template-tag';
import { permissionsOf, type SessionView } from '@runder-tisch/domain/accounts';
import { RequestSignInLink, SignInWithPassword } from '@runder-tisch/domain/accounts/accounts-requests';
import { CurrentViewer, Public, type ViewedRequest } from '../access/access';
import { KnownDevices } from '../access/known-devices';
import { Sessions } from '../access/session';
import { SessionCookie } from '../access/session-cookie';
import type { Viewer } from '../access/viewer';
import { type AppOptions, APP_OPTIONS } from '../app-options';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { Settings } from '../settings/settings';
import { callerOf } from './caller';
import { type DeviceCaller, SignIn } from './sign-in/sign-in';

@Controller('api/session')
@Public()
export class SessionController {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly devices: KnownDevices,
    private readonly clock: Clock,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  @Get()
  async find(@CurrentViewer() viewer: Viewer, @Req() request: Request): Promise<SessionView> {
    const signedIn = viewer.kind === 'account';
    const [settings, instance, ended] = await Promise.all([
      this.settings.current(),
      this.database.one<{ demo: boolean }>(sql`select demo from instance`),
      signedIn ? null : this.sessions.endOf(request),
    ]);
    return {
      signedIn,
      accountId: viewer.accountId,
      displayName: signedIn ? viewer.displayName : '',
      roles: [...viewer.roles],
      permissions: permissionsOf(viewer.roles),
      county: { name: settings.countyName, ...(settings.logo ? { logo: settings.logo } : {}) },
      mail: { leavesTheHouse: this.options.smtpUrl !== null },
      demo: instance?.demo ?? false,
      setUp: settings.setUp,
      ended,
      now: this.clock.now().toISOString(),
    };
  }

  @Post('link')
  @HttpCode(204)
  async link(@Req() request: ViewedRequest, @Body() body: RequestSignInLink): Promise<void> {
    await this.signIn.requestLink(this.callerOf(request), body.mail, body.target);
  }

  @Post('password')
  @HttpCode(204)
  async password(
    @Req() request: ViewedRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: SignInWithPassword,
  ): Promise<void> {
    const session = await this.signIn.withPassword(this.callerOf(request), body.mail, body.password);
    await this.closeCurrent(request);
    this.cookie.set(response, session);
    await this.devices.remember(request, response, session.accountId);
  }

  @Post('end')
  @HttpCode(204)
  async end(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.closeCurrent(request);
    this.cookie.clear(response);
    // Not the storage: it may hold lines of a running meeting that have not reached us yet.
    response.setHeader('Clear-Site-Data', '"cache"');
  }

  private callerOf(request: ViewedRequest): DeviceCaller {
    return { ...callerOf(request), knownDevice: this.devices.of(request) };
  }

  private async closeCurrent(request: Request): Promise<void> {
    const token = this.cookie.read(request);
    if (token) await this.sessions.close(token);
  }
}
