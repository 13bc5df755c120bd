import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Request, Response } from 'express';
import { publicLetterDocument, publicLetterPath } from '@runder-tisch/domain/feedback';
import { Public } from '../../access/access';
import { asPageHtml } from '../../documents/as-page-html';
import { html } from '../../pages/html';
import { renderPage } from '../../pages/page';
import { sendPage } from '../../pages/send-page';
import { inSimpleWords } from '../../pages/simple-language';
import { Settings } from '../../settings/settings';
import { PublicLetters } from './public-letters';

/** What came of one meeting or format, for everybody, also for those who left no address there. */
@Controller('ergebnisse/brief')
@Public()
export class PublicLetterPageController {
  constructor(
    private readonly letters: PublicLetters,
    private readonly settings: Settings,
  ) {}

  @Get(':id')
  async show(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const [letter, identity] = await Promise.all([
      isUUID(id) ? this.letters.find(id) : undefined,
      this.settings.pageIdentity(),
    ]);
    const alternates = [inSimpleWords('ergebnisse', letter ? publicLetterPath(id) : undefined)];
    const shown = { identity, alternates, section: '/ergebnisse', findable: true };
    if (!letter) {
      const main = html`<h1>Diese Seite gibt es nicht</h1>
        <p>Dieser Ergebnisbrief ist nicht veröffentlicht.</p>
        <p><a href="/ergebnisse">Zu den Ergebnissen</a></p>`;
      sendPage(request, response, renderPage({ ...shown, title: 'Nicht veröffentlicht', main }), {
        status: 404,
      });
      return;
    }
    const document = publicLetterDocument(letter);
    const main = html`${asPageHtml(document)}
      <nav aria-label="Weitere Ergebnisse">
        <ul class="pages">
          <li><a href="/ergebnisse">Alle Ergebnisse</a></li>
          <li><a href="/mitreden">Mitreden</a></li>
        </ul>
      </nav>`;
    const page = renderPage({
      ...shown,
      title: document.title,
      main,
      description: 'Was Menschen gesagt haben und was daraus geworden ist.',
    });
    sendPage(request, response, page, { keep: 'check' });
  }
}
