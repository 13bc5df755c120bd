import { Body, Controller, Get, Header, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import sql from 'sql-template-tag';
import {
  alwaysSent,
  messageDocument,
  type MessageKind,
  messageKindLabels,
  messageKinds,
} from '@runder-tisch/domain/messages';
import { generalProblems } from '@runder-tisch/domain/problem';
import { CurrentViewer, Public } from '../access/access';
import { MailLinks } from '../access/mail-links';
import { type Limit, RateLimit } from '../access/rate-limit';
import { linkViewer, type Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { rowsIn } from '../database/rows';
import { asPageHtml } from '../documents/as-page-html';
import { attachedFile } from '../files/attached-file';
import { Files } from '../files/files';
import {
  banner,
  button,
  buttons,
  choices,
  form,
  hiddenField,
  justSaid,
  savedAt,
  wasSaved,
} from '../pages/forms';
import { html, type Html } from '../pages/html';
import { renderPage } from '../pages/page';
import { PageIdentitySource } from '../pages/page-identity-source';
import { sendPage } from '../pages/send-page';
import { problem } from '../problem/problem';
import type { SentContent } from './message.entity';
import { MESSAGE_LINK } from './message-mails';

const PRESSES_PER_LINK: Limit = { name: 'opt-out-link', hits: 30, minutes: 60 };

interface Reader {
  messageId: string;
  personId: string | null;
  mail: string;
  name: string;
  kind: MessageKind;
  subject: string;
  text: string;
  files: SentContent['files'];
  refused: MessageKind[];
}

/** Behind the links of a Nachricht, without an account: its files, and which kinds of mails its reader still gets. */
@Controller()
@Public()
export class MessagePagesController {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly files: Files,
    private readonly identities: PageIdentitySource,
    private readonly limits: RateLimit,
    private readonly clock: Clock,
  ) {}

  /** The Nachricht once more, with the files that were sent as links. */
  @Get('nachricht/:token')
  @Header('Referrer-Policy', 'no-referrer')
  async show(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const reader = await this.reader(token);
    if (!reader) return this.sendUnknown(request, response);
    const content = messageDocument({
      subject: reader.subject,
      text: reader.text,
      linked: [],
    });
    const main = html`${asPageHtml(content)}
      ${
        reader.files.length > 0 &&
        html`<h2>Unterlagen</h2>
          <ul>
            ${reader.files.map(
              (file) =>
                html`<li>
                  <a href="/nachricht/${token}/unterlagen/${file.id}">${file.title}</a>
                </li>`,
            )}
          </ul>`
      }
      <p><a href="/abbestellen/${token}">Welche Mails Sie bekommen</a></p>`;
    await this.send(request, response, main, reader.subject);
  }

  @Get('nachricht/:token/unterlagen/:id')
  async file(@Param('token') token: string, @Param('id') id: string): Promise<StreamableFile> {
    const file = (await this.reader(token))?.files.find((it) => it.id === id);
    if (!file) throw problem(generalProblems, 'not-found');
    return attachedFile(
      file.ending ? `${file.title}.${file.ending}` : file.title,
      this.files.stream(file.fileId),
    );
  }

  /** GET only shows: mail gateways open every link they see. */
  @Get('abbestellen/:token')
  @Header('Referrer-Policy', 'no-referrer')
  async choices(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const reader = await this.reader(token);
    if (!reader) return this.sendUnknown(request, response);
    await this.send(
      request,
      response,
      choicesPage(reader, token, wasSaved(request.query)),
      'Welche Mails Sie bekommen',
      wasSaved(request.query),
    );
  }

  /**
   * The form of that page, or one click in a mail program (RFC 8058), which sends nothing we need: it ends mails of the
   * kind this one is of.
   */
  @Post('abbestellen/:token')
  async change(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const reader = await this.reader(token);
    if (!reader) return this.sendUnknown(request, response);
    await this.limits.demand(PRESSES_PER_LINK, token);
    const byForm = body?.['auswahl'] === 'ja';
    const wanted = new Set([body?.['art'] ?? []].flat());
    const refused = byForm
      ? messageKinds.filter((kind) => !wanted.has(kind))
      : [...new Set([...reader.refused, reader.kind])];
    await this.database.write(
      linkViewer(viewer.requestId, reader.personId, reader.name || 'Link aus der Mail'),
      'message.opt-out',
      async (tx) => {
        await rowsIn(
          tx,
          sql`delete from mail_opt_out where mail = ${reader.mail} and not (kind = any(${refused}::text[])) returning kind`,
        );
        await rowsIn(
          tx,
          sql`insert into mail_opt_out (mail, kind, since)
              select ${reader.mail}, kind, ${this.clock.now()}::timestamptz from unnest(${refused}::text[]) as refused (kind) on conflict do nothing returning kind`,
        );
      },
    );
    if (byForm) response.redirect(303, savedAt(`/abbestellen/${token}`));
    // A mail program follows no redirect (RFC 8058 3.1).
    else response.status(200).type('text/plain; charset=utf-8').send('Abbestellt.');
  }

  private async reader(token: string): Promise<Reader | undefined> {
    const link = await this.links.find(token, MESSAGE_LINK);
    if (link?.state !== 'VALID' || link.objectKind !== 'message-recipient') return undefined;
    return this.database.one<Reader>(sql`
      select it.id as "messageId", recipient.person_id as "personId", recipient.mail, recipient.name, it.kind, it.subject, it.text,
             case when it.files_as = 'LINKED' then it.content -> 'files' else '[]' end as files,
             array(select mail_opt_out.kind from mail_opt_out where mail_opt_out.mail = recipient.mail) as refused
      from message_recipient recipient join message it on it.id = recipient.message_id
      where recipient.id = ${link.objectId} and it.sent_at is not null`);
  }

  private async send(
    request: Request,
    response: Response,
    main: Html,
    title: string,
    saved = false,
    status = 200,
  ): Promise<void> {
    const identity = await this.identities.pageIdentity();
    sendPage(request, response, renderPage({ title, main, identity, saved }), { status, keep: 'nothing' });
  }

  private sendUnknown(request: Request, response: Response): Promise<void> {
    const main = html`<h1>Dieser Link gilt nicht mehr</h1>
      <p>
        Vielleicht ist er unvollständig kopiert, oder die Mail war nur eine Probe. Antworten Sie einfach auf
        die Mail, in der er stand: Sie wird von einem Menschen gelesen.
      </p>`;
    return this.send(request, response, main, 'Dieser Link gilt nicht mehr', false, 404);
  }
}

function choicesPage(reader: Reader, token: string, saved: boolean): Html {
  const none = messageKinds.every((kind) => reader.refused.includes(kind));
  const said = none
    ? banner('positive', 'Sie bekommen keine Nachrichten mehr.', 'Sie können das hier jederzeit ändern.')
    : banner('positive', 'Gespeichert.', 'Sie bekommen nur noch, was unten ausgewählt ist.');
  return html`${saved && justSaid(said)}
    <h1>Welche Mails Sie bekommen</h1>
    <p>Das gilt für die Adresse <strong>${reader.mail}</strong>.</p>
    ${form(
      { action: `/abbestellen/${token}` },
      html`${hiddenField('auswahl', 'ja')}
      ${choices({
        name: 'art',
        legend: 'Diese Nachrichten bekomme ich',
        several: true,
        optional: true,
        choices: messageKinds.map((kind) => ({
          value: kind,
          label: messageKindLabels[kind],
          chosen: !reader.refused.includes(kind),
          ...(kind === reader.kind ? { hint: 'Um diese Art ging es in der Mail.' } : {}),
        })),
      })}
      ${buttons(button({ label: 'Auswahl speichern' }))}`,
    )}
    ${form(
      { action: `/abbestellen/${token}` },
      html`${hiddenField('auswahl', 'ja')}
      ${buttons(button({ label: 'Alle Nachrichten abbestellen', tone: 'negative' }))}`,
    )}
    <h2>Das bekommen Sie weiterhin</h2>
    <ul>
      ${alwaysSent.map((words) => html`<li>${words}</li>`)}
    </ul>
    <p>
      Diese Mails hängen an Ihrer Mitarbeit. Möchten Sie auch sie nicht mehr, antworten Sie bitte auf eine
      Mail: Dann nehmen wir Sie aus dem Verzeichnis.
    </p>`;
}
