import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import sql from 'sql-template-tag';
import { CurrentViewer, Public } from '../../access/access';
import { MailLinks } from '../../access/mail-links';
import { type Limit, RateLimit } from '../../access/rate-limit';
import { linkViewer, type Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { banner, button, buttons, form, justSaid, savedAt, wasSaved } from '../../pages/forms';
import { html, type Html } from '../../pages/html';
import { renderPage } from '../../pages/page';
import { PageIdentitySource } from '../../pages/page-identity-source';
import { sendPage } from '../../pages/send-page';
import { TASK_MAILS_LINK } from './task-mails';

const PRESSES_PER_LINK: Limit = { name: 'task-mails-link', hits: 30, minutes: 60 };

interface Reader {
  mail: string;
  personId: string | null;
  refused: boolean;
}

/** Switching mails about tasks off and on, without an account: mail gateways open the link, so only the button acts. */
@Controller('aufgaben-mails')
@Public()
export class TaskMailsPageController {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly identities: PageIdentitySource,
    private readonly limits: RateLimit,
    private readonly clock: Clock,
  ) {}

  @Get(':token')
  @Header('Referrer-Policy', 'no-referrer')
  async show(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const reader = await this.reader(token);
    if (!reader) return this.sendUnknown(request, response);
    const saved = wasSaved(request.query);
    await this.send(request, response, choicePage(reader, token, saved), 'Mails zu Aufgaben', { saved });
  }

  @Post(':token')
  async act(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const reader = await this.reader(token);
    if (!reader) return this.sendUnknown(request, response);
    await this.limits.demand(PRESSES_PER_LINK, token);
    const wants = body?.['mails'] === 'ja';
    await this.database.write(
      linkViewer(viewer.requestId, reader.personId, 'Link aus der Mail'),
      'task.mail-opt-out',
      (tx) =>
        rowsIn(
          tx,
          wants
            ? sql`delete from task_mail_opt_out where mail = ${reader.mail} returning mail`
            : sql`insert into task_mail_opt_out (mail, since) values (${reader.mail}, ${this.clock.now()}) on conflict do nothing returning mail`,
        ),
    );
    response.redirect(303, savedAt(`/aufgaben-mails/${token}`));
  }

  private async reader(token: string): Promise<Reader | undefined> {
    const link = await this.links.find(token, TASK_MAILS_LINK);
    if (link?.state !== 'VALID' || link.objectKind !== 'task-mail') return undefined;
    const found = await this.database.one<Omit<Reader, 'personId'>>(sql`
      select task_mail.mail, exists (select 1 from task_mail_opt_out refused where refused.mail = task_mail.mail) as refused
      from task_mail where task_mail.id = ${link.objectId}`);
    return found && { ...found, personId: link.personId };
  }

  private async send(
    request: Request,
    response: Response,
    main: Html,
    title: string,
    { status = 200, saved = false } = {},
  ): Promise<void> {
    const identity = await this.identities.pageIdentity();
    sendPage(request, response, renderPage({ title, main, identity, saved }), { status, keep: 'nothing' });
  }

  private sendUnknown(request: Request, response: Response): Promise<void> {
    const main = html`<h1>Dieser Link gilt nicht mehr</h1>
      <p>
        Vielleicht ist er abgelaufen oder unvollständig kopiert. Antworten Sie einfach auf die Mail, in der er
        stand.
      </p>`;
    return this.send(request, response, main, 'Dieser Link gilt nicht mehr', { status: 404 });
  }
}

function choicePage({ mail, refused }: Reader, token: string, saved: boolean): Html {
  const said = refused
    ? banner(
        'positive',
        'Sie bekommen keine Mails zu Aufgaben mehr.',
        'Sie können das hier jederzeit ändern.',
      )
    : banner('positive', 'Sie bekommen wieder Mails zu Aufgaben.');
  return html`${saved && justSaid(said)}
    <h1>Mails zu Aufgaben</h1>
    <p>Das gilt für die Adresse <strong>${mail}</strong>.</p>
    <p>
      ${
        refused
          ? 'An diese Adresse gehen keine Erinnerungen an Aufgaben. Protokolle mit Ihren Aufgaben bekommen Sie weiterhin.'
          : 'Bevor eine Aufgabe fällig wird, die Sie übernommen haben, erinnern wir Sie einmal, höchstens eine Mail am Tag.'
      }
    </p>
    ${form(
      { action: `/aufgaben-mails/${token}` },
      buttons(
        refused
          ? button({ label: 'Wieder erinnern', name: 'mails', value: 'ja' })
          : button({ label: 'Keine Mails zu Aufgaben mehr', name: 'mails', value: 'nein', tone: 'negative' }),
      ),
    )}`;
}
