import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { inAppPath } from '@runder-tisch/domain/accounts';
import { Public, type ViewedRequest } from '../../access/access';
import { KnownDevices } from '../../access/known-devices';
import { Sessions } from '../../access/session';
import { SessionCookie } from '../../access/session-cookie';
import { APP_OPTIONS, type AppOptions } from '../../app-options';
import type { Html } from '../../pages/html';
import { renderPage } from '../../pages/page';
import { sendPage } from '../../pages/send-page';
import { inSimpleWords } from '../../pages/simple-language';
import { Settings } from '../../settings/settings';
import { callerOf } from '../caller';
import { SignIn } from './sign-in';
import { closedAccount, newLinkSent, oldLink, signInButton, unknownLink } from './sign-in-pages';

/** Behind a sign-in link: opening it changes nothing, the button signs in, and an old link gets a new one. */
@Controller('anmeldung')
@Public()
export class SignInPagesController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly devices: KnownDevices,
    private readonly settings: Settings,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  @Get(':token')
  async show(
    @Param('token') token: string,
    @Query('ziel') target: unknown,
    @Req() request: ViewedRequest,
    @Res() response: Response,
  ): Promise<void> {
    const page = await this.signIn.page(token);
    if (!page) return this.send(request, response, 404, 'Unbekannter Link', unknownLink());
    if (page.disabled) return this.send(request, response, 403, 'Zugang gesperrt', closedAccount());
    if (page.link.state !== 'VALID') {
      return this.send(request, response, 410, 'Neuer Link', oldLink(page.greeting, page.link.state, token));
    }
    const path = inAppPath(typeof target === 'string' ? target : null);
    return this.send(request, response, 200, 'Anmelden', signInButton(page.greeting, token, path));
  }

  @Post(':token')
  async open(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: ViewedRequest,
    @Res() response: Response,
  ): Promise<void> {
    const session = await this.signIn.withLink(callerOf(request), token);
    if (!session) return this.show(token, undefined, request, response);
    const earlier = this.cookie.read(request);
    if (earlier) await this.sessions.close(earlier);
    this.cookie.set(response, session);
    await this.devices.remember(request, response, session.accountId);
    const target = body?.['ziel'];
    response
      .setHeader('Cache-Control', 'no-store')
      .redirect(303, inAppPath(typeof target === 'string' ? target : null));
  }

  @Post(':token/neu')
  async renew(
    @Param('token') token: string,
    @Req() request: ViewedRequest,
    @Res() response: Response,
  ): Promise<void> {
    const sentTo = await this.signIn.renew(callerOf(request), token);
    if (!sentTo) return this.show(token, undefined, request, response);
    return this.send(
      request,
      response,
      200,
      'Neuer Link',
      newLinkSent(sentTo, this.options.smtpUrl !== null),
    );
  }

  private async send(
    request: ViewedRequest,
    response: Response,
    status: number,
    title: string,
    main: Html,
  ): Promise<void> {
    const alternates = [inSimpleWords('anmeldung', request.path)];
    const page = renderPage({ title, main, alternates, identity: await this.settings.pageIdentity() });
    sendPage(request, response, page, { status });
  }
}
