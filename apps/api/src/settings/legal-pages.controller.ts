import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { documentOf } from '@runder-tisch/domain/documents';
import {
  defaultAccessibilityText,
  defaultImprint,
  defaultPrivacyText,
  settingsBlocks,
} from '@runder-tisch/domain/settings';
import { Public } from '../access/access';
import { asPageHtml } from '../documents/as-page-html';
import { renderPage } from '../pages/page';
import { sendPage } from '../pages/send-page';
import { inSimpleWords, type SimplePageName } from '../pages/simple-language';
import { type CurrentSettings, Settings } from './settings';

/** The pages the law asks for; reachable from every page, those behind mail links included. */
@Controller()
@Public()
export class LegalPagesController {
  constructor(private readonly settings: Settings) {}

  @Get('impressum')
  imprint(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.send(request, response, 'impressum', 'Impressum', (it) => it.imprint || defaultImprint);
  }

  @Get('datenschutz')
  privacy(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.send(
      request,
      response,
      'datenschutz',
      'Datenschutz',
      (it) => it.privacyText || defaultPrivacyText,
    );
  }

  @Get('barrierefreiheit')
  accessibility(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.send(
      request,
      response,
      'barrierefreiheit',
      'Erklärung zur Barrierefreiheit',
      (it) => it.accessibilityText || defaultAccessibilityText,
    );
  }

  private async send(
    request: Request,
    response: Response,
    name: SimplePageName,
    title: string,
    textOf: (it: CurrentSettings) => string,
  ): Promise<void> {
    const settings = await this.settings.current();
    const blocks = settingsBlocks(textOf(settings), {
      countyName: settings.countyName,
      replyAddress: settings.replyAddress || settings.senderAddress,
    });
    const page = renderPage({
      title,
      main: asPageHtml(documentOf(title, blocks)),
      identity: await this.settings.pageIdentity(),
      findable: true,
      alternates: [inSimpleWords(name)],
    });
    sendPage(request, response, page, { keep: 'check' });
  }
}
