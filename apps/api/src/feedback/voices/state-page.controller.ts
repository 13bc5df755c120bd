import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import sql from 'sql-template-tag';
import { readVoiceCode, stateDocument, type ToldFeedback } from '@runder-tisch/domain/feedback';
import { berlinDay } from '@runder-tisch/domain/time';
import { Public } from '../../access/access';
import { cutAddress } from '../../access/cut-address';
import { MailLinks } from '../../access/mail-links';
import { RateLimit } from '../../access/rate-limit';
import { hashToken } from '../../access/session';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { asPageHtml } from '../../documents/as-page-html';
import { Outcomes } from '../../outcomes/outcomes';
import { html } from '../../pages/html';
import { renderPage } from '../../pages/page';
import { sendPage } from '../../pages/send-page';
import { inSimpleWords } from '../../pages/simple-language';
import { Settings } from '../../settings/settings';
import { STATE_LINK } from '../answers/sender-mails';
import { sentBanner } from './voice-page';

interface Told extends ToldFeedback {
  id: string;
}

const WRONG_CODES = { name: 'voice-code', hits: 30, minutes: 10 } as const;

/** What became of one's Hinweis, without an account: only reads, so a mail gateway may open it. */
@Controller()
@Public()
export class FeedbackStatePageController {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly settings: Settings,
    private readonly limits: RateLimit,
    private readonly outcomes: Outcomes,
    private readonly clock: Clock,
  ) {}

  @Get('hinweis/:token')
  async show(
    @Req() request: Request,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    const code = readVoiceCode(token);
    const told = code === null ? await this.byLink(token) : await this.byCode(code, request.ip ?? '');
    const identity = await this.settings.pageIdentity();
    const alternates = [inSimpleWords('hinweis', request.path)];
    if (!told) {
      const main = html`<h1>Dieser Link gilt nicht mehr</h1>
        <p>
          Bitte öffnen Sie den Link aus der neuesten Mail zu Ihrem Hinweis, oder fragen Sie im Landkreis nach.
          Nennen Sie dazu die Nummer Ihres Hinweises.
        </p>
        <p>Haben Sie einen Code bekommen? <a href="/mitreden/stand">Code eingeben</a></p>`;
      sendPage(request, response, renderPage({ title: 'Link ungültig', main, identity, alternates }), {
        status: 404,
      });
      return;
    }
    const page = renderPage({
      title: `Ihr Hinweis ${told.number}`,
      main: html`${code !== null && request.query['neu'] !== undefined && sentBanner(code, this.links.url(`/hinweis/${code}`))}
      ${asPageHtml(stateDocument(told, await this.outcomes.of(told.id)))}`,
      identity,
      alternates,
    });
    sendPage(request, response, page);
  }

  private async byLink(token: string): Promise<Told | undefined> {
    const link = await this.links.find(token, STATE_LINK);
    return link?.state === 'VALID' && link.objectId ? this.told(link.objectId) : undefined;
  }

  private async byCode(code: string, address: string): Promise<Told | undefined> {
    const found = await this.database.one<{ id: string }>(sql`
      select feedback_id as id from feedback_code
      where code_hash = ${hashToken(code)} and expires_on >= ${berlinDay(this.clock.now())}::date`);
    if (!found) await this.limits.demand(WRONG_CODES, cutAddress(address));
    return found ? this.told(found.id) : undefined;
  }

  private async told(id: string): Promise<Told | undefined> {
    const row = await this.database.one<Told>(sql`
      select id, number, received_at as "receivedAt", triaged_text as text, state, decision, reason, forwarded_to as "forwardedTo", answer
      from feedback where id = ${id} and state <> 'SESSION'`);
    return row;
  }
}
