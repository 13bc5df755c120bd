import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { documentOf } from '@runder-tisch/domain/documents';
import { generalProblems } from '@runder-tisch/domain/problem';
import { settingsBlocks } from '@runder-tisch/domain/settings';
import { Public } from '../access/access';
import { asPageHtml } from '../documents/as-page-html';
import { buttonLink, buttons } from '../pages/forms';
import { html } from '../pages/html';
import { renderPage } from '../pages/page';
import { sendPage } from '../pages/send-page';
import { inEverydayWords, type SimplePageName, simplePageNames } from '../pages/simple-language';
import { problem } from '../problem/problem';
import { Settings } from '../settings/settings';
import { simpleTexts } from './simple-texts';

/** Each public page once more in Leichte Sprache: what it is, how to take part, how to find help. */
@Controller('leicht')
@Public()
export class SimplePagesController {
  constructor(private readonly settings: Settings) {}

  @Get()
  start(@Query('von') from: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.send('start', from, request, response);
  }

  @Get(':name')
  async show(
    @Param('name') asked: string,
    @Query('von') from: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const name = simplePageNames.find((it) => it === asked);
    if (!name) throw problem(generalProblems, 'not-found');
    return this.send(name, from, request, response);
  }

  private async send(
    name: SimplePageName,
    from: unknown,
    request: Request,
    response: Response,
  ): Promise<void> {
    const { title, text, onward } = simpleTexts[name];
    const settings = await this.settings.current();
    const blocks = settingsBlocks(text, {
      countyName: settings.countyName,
      replyAddress: settings.replyAddress || settings.senderAddress,
    });
    const back = inEverydayWords(name, from);
    const links = [...onward.map(([label, href]) => buttonLink(label, href))];
    const page = renderPage({
      title: `${title} (Leichte Sprache)`,
      language: 'de-simple',
      main: html`${asPageHtml(documentOf(title, blocks))}
      ${buttons(...links, buttonLink('Zurück zur Seite', back.href, 'quiet'))}`,
      identity: await this.settings.pageIdentity(),
      // With a way back to somebody's own page it is nothing for others to find or to keep.
      findable: from === undefined,
      alternates: [back],
    });
    sendPage(request, response, page, { keep: from === undefined ? 'check' : 'nothing' });
  }
}
