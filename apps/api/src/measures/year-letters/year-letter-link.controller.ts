import { Controller, Get, Header, Param, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { YearLetterView } from '@runder-tisch/domain/measures/year-letters';
import { generalProblems } from '@runder-tisch/domain/problem';
import { Public } from '../../access/access';
import { MailLinks } from '../../access/mail-links';
import { systemViewer } from '../../access/viewer';
import { asPageHtml } from '../../documents/as-page-html';
import { html } from '../../pages/html';
import { renderPage } from '../../pages/page';
import { PageIdentitySource } from '../../pages/page-identity-source';
import { sendPage } from '../../pages/send-page';
import { problem, ProblemException } from '../../problem/problem';
import { pdfDownload } from './pdf-download';
import { YearLettersRepository } from './year-letters.repository';
import { YEAR_LETTER_LINK, YearLettersService } from './year-letters.service';

/** The letter for those who got it by mail and have no account, on the screen and for paper. */
@Controller('jahresbrief')
@Public()
export class YearLetterLinkController {
  constructor(
    private readonly links: MailLinks,
    private readonly letters: YearLettersRepository,
    private readonly service: YearLettersService,
    private readonly identities: PageIdentitySource,
  ) {}

  @Get(':token')
  @Header('Referrer-Policy', 'no-referrer')
  async show(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const identity = await this.identities.pageIdentity();
    const letter = await this.letterBehind(token);
    if (!letter) {
      const title = 'Dieser Link gilt nicht mehr';
      const main = html`<h1>${title}</h1>
        <p>Der ganze Brief steht auch in der Mail. Fehlt er Ihnen, antworten Sie einfach auf die Mail.</p>`;
      sendPage(request, response, renderPage({ title, main, identity }), { status: 404, keep: 'nothing' });
      return;
    }
    const { document } = letter;
    const main = html`${asPageHtml(document)}
      <p><a href="/jahresbrief/${token}/jahresbrief.pdf">Brief als PDF</a></p>`;
    sendPage(request, response, renderPage({ title: document.title, main, identity }), { keep: 'nothing' });
  }

  @Get(':token/jahresbrief.pdf')
  async pdf(@Param('token') token: string): Promise<StreamableFile> {
    const letter = await this.letterBehind(token);
    if (!letter) throw problem(generalProblems, 'not-found');
    return pdfDownload(await this.service.sentPdf(systemViewer, letter.id));
  }

  /** One that was taken back is not there any more. */
  private async letterBehind(token: string): Promise<YearLetterView | null> {
    const link = await this.links.find(token, YEAR_LETTER_LINK);
    if (link?.state !== 'VALID' || !link.objectId) return null;
    return this.letters.find(systemViewer, link.objectId).catch((error: unknown) => {
      if (error instanceof ProblemException && error.status === 404) return null;
      throw error;
    });
  }
}
