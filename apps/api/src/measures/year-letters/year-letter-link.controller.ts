import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../../access/access';
import { MailLinks } from '../../access/mail-links';
import { systemViewer } from '../../access/viewer';
import { html } from '../../pages/html';
import { renderPage } from '../../pages/page';
import { PageIdentitySource } from '../../pages/page-identity-source';
import { sendPage } from '../../pages/send-page';
import { ProblemException } from '../../problem/problem';
import { YEAR_LETTER_LINK, YearLettersService } from './year-letters.service';

/** The letter on paper, for those who got it by mail and have no account. */
@Controller('jahresbrief')
@Public()
export class YearLetterLinkController {
  constructor(
    private readonly links: MailLinks,
    private readonly service: YearLettersService,
    private readonly identities: PageIdentitySource,
  ) {}

  @Get(':token')
  @Header('Referrer-Policy', 'no-referrer')
  async open(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const link = await this.links.find(token, YEAR_LETTER_LINK);
    const file = link?.state === 'VALID' && link.objectId ? await this.letter(link.objectId) : null;
    if (!file) {
      const identity = await this.identities.pageIdentity();
      const title = 'Dieser Link gilt nicht mehr';
      const main = html`<h1>${title}</h1>
        <p>Der ganze Brief steht auch in der Mail. Fehlt er Ihnen, antworten Sie einfach auf diese Mail.</p>`;
      sendPage(request, response, renderPage({ title, main, identity }), { status: 404, keep: 'nothing' });
      return;
    }
    response
      .setHeader('Cache-Control', 'no-store')
      .setHeader(
        'Content-Disposition',
        `inline; filename="Jahresbrief.pdf"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      )
      .type('application/pdf')
      .send(file.bytes);
  }

  /** One that was taken back is not there any more. */
  private letter(id: string): Promise<{ name: string; bytes: Buffer } | null> {
    return this.service.sentPdf(systemViewer, id).catch((error: unknown) => {
      if (error instanceof ProblemException && error.status === 404) return null;
      throw error;
    });
  }
}
