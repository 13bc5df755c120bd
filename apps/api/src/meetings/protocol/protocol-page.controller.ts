import { Controller, Get, Header, Param, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { generalProblems } from '@runder-tisch/domain/problem';
import { Public } from '../../access/access';
import { type MailLink, MailLinks } from '../../access/mail-links';
import { asPageHtml } from '../../documents/as-page-html';
import { Pdfs } from '../../documents/pdfs';
import { html } from '../../pages/html';
import { renderPage } from '../../pages/page';
import { PageIdentitySource } from '../../pages/page-identity-source';
import { sendPage } from '../../pages/send-page';
import { inSimpleWords } from '../../pages/simple-language';
import { problem } from '../../problem/problem';
import { ProtocolReader } from './protocol-reader';
import { fileName } from './protocol.service';

export const PROTOCOL_LINK = 'protocol';

/** The approved protocol for those who got it by mail and have no account. */
@Controller('protokoll')
@Public()
export class ProtocolPageController {
  constructor(
    private readonly links: MailLinks,
    private readonly reader: ProtocolReader,
    private readonly pdfs: Pdfs,
    private readonly identities: PageIdentitySource,
  ) {}

  @Get(':token')
  @Header('Referrer-Policy', 'no-referrer')
  async show(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const link = await this.links.find(token, PROTOCOL_LINK);
    const identity = await this.identities.pageIdentity();
    const alternates = [inSimpleWords('protokoll', request.path)];
    if (link?.state !== 'VALID' || !link.objectId) {
      const main = html`<h1>Dieser Link gilt nicht mehr</h1>
        <p>
          Das Protokoll liegt der Mail auch als PDF bei. Fehlt es Ihnen, antworten Sie einfach auf die Mail.
        </p>`;
      sendPage(
        request,
        response,
        renderPage({ title: 'Dieser Link gilt nicht mehr', main, identity, alternates }),
        {
          status: 404,
          keep: 'nothing',
        },
      );
      return;
    }
    const { content, pdfFileId } = await this.reader.approved(link.objectId, link.personId);
    const main = html`${asPageHtml(content)}
    ${pdfFileId ? html`<p><a href="/protokoll/${token}/protokoll.pdf">Protokoll als PDF</a></p>` : ''}`;
    sendPage(request, response, renderPage({ title: content.title, main, identity, alternates }), {
      keep: 'nothing',
    });
  }

  @Get(':token/protokoll.pdf')
  async pdf(@Param('token') token: string): Promise<StreamableFile> {
    const link: MailLink | undefined = await this.links.find(token, PROTOCOL_LINK);
    if (link?.state !== 'VALID' || !link.objectId) throw problem(generalProblems, 'not-found');
    const { meeting, part, pdfFileId } = await this.reader.approved(link.objectId, link.personId);
    if (!pdfFileId) throw problem(generalProblems, 'not-found');
    return new StreamableFile(await this.pdfs.bytes(pdfFileId), {
      type: 'application/pdf',
      disposition: `inline; filename="Protokoll.pdf"; filename*=UTF-8''${encodeURIComponent(fileName(meeting, part))}`,
    });
  }
}
