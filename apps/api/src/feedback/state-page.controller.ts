import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import sql from 'sql-template-tag';
import { stateDocument, type ToldFeedback } from '@runder-tisch/domain/feedback';
import { Public } from '../access/access';
import { MailLinks } from '../access/mail-links';
import { Database } from '../database/database';
import { asPageHtml } from '../documents/as-page-html';
import { html } from '../pages/html';
import { renderPage } from '../pages/page';
import { sendPage } from '../pages/send-page';
import { Settings } from '../settings/settings';
import { STATE_LINK } from './sender-mails';

/** What became of one's Hinweis, without an account: only reads, so a mail gateway may open it. */
@Controller()
@Public()
export class FeedbackStatePageController {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly settings: Settings,
  ) {}

  @Get('hinweis/:token')
  async show(
    @Req() request: Request,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    const link = await this.links.find(token, STATE_LINK);
    const told = link?.state === 'VALID' && link.objectId ? await this.told(link.objectId) : undefined;
    const identity = await this.settings.pageIdentity();
    if (!told) {
      const main = html`<h1>Dieser Link gilt nicht mehr</h1>
        <p>
          Bitte öffnen Sie den Link aus der neuesten Mail zu Ihrem Hinweis, oder fragen Sie im Landkreis nach.
          Nennen Sie dazu die Nummer Ihres Hinweises.
        </p>`;
      sendPage(request, response, renderPage({ title: 'Link ungültig', main, identity }), { status: 404 });
      return;
    }
    const page = renderPage({
      title: `Ihr Hinweis ${told.number}`,
      main: asPageHtml(stateDocument(told)),
      identity,
    });
    sendPage(request, response, page);
  }

  private async told(id: string): Promise<ToldFeedback | undefined> {
    const row = await this.database.one<ToldFeedback>(sql`
      select number, received_at as "receivedAt", triaged_text as text, state, decision, reason, forwarded_to as "forwardedTo", answer
      from feedback where id = ${id} and state <> 'SESSION'`);
    return row;
  }
}
