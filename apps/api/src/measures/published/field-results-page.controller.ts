import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Request, Response } from 'express';
import { mayWith } from '@runder-tisch/domain/accounts';
import { fieldResultsPath } from '@runder-tisch/domain/fields-of-action';
import { fieldResultsDocument } from '@runder-tisch/domain/measures';
import { CurrentViewer, Public } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { asPageHtml } from '../../documents/as-page-html';
import { banner } from '../../pages/forms';
import { html } from '../../pages/html';
import { renderPage } from '../../pages/page';
import { sendPage } from '../../pages/send-page';
import { inSimpleWords } from '../../pages/simple-language';
import { Settings } from '../../settings/settings';
import { FieldResultsRepository } from './field-results.repository';

/** "Das wurde daraus" of one Handlungsfeld, for everybody once somebody published it; before, for those who may. */
@Controller('ergebnisse/handlungsfeld')
@Public()
export class FieldResultsPageController {
  constructor(
    private readonly results: FieldResultsRepository,
    private readonly settings: Settings,
  ) {}

  @Get(':id')
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Query('vorschau') preview: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const looks = preview !== undefined && mayWith(viewer.roles, 'finding:read');
    const [found, identity] = await Promise.all([
      isUUID(id) ? this.results.find(id, looks) : undefined,
      this.settings.pageIdentity(),
    ]);
    const alternates = [inSimpleWords('ergebnisse', found ? fieldResultsPath(id) : undefined)];
    const shown = { identity, alternates, section: '/ergebnisse', findable: true };
    if (!found) {
      const main = html`<h1>Diese Seite gibt es nicht</h1>
        <p>Zu diesem Thema ist nichts veröffentlicht.</p>
        <p><a href="/ergebnisse">Zu den Ergebnissen</a></p>`;
      sendPage(request, response, renderPage({ ...shown, title: 'Nicht veröffentlicht', main }), {
        status: 404,
      });
      return;
    }
    const isPreview = found.publishedAt === null;
    const document = fieldResultsDocument(found);
    const main = html`${
        isPreview &&
        banner(
          'warning',
          'Vorschau: Diese Seite ist nicht veröffentlicht.',
          'So wird sie aussehen. Veröffentlicht wird sie auf der Seite des Handlungsfelds.',
        )
      }
      ${asPageHtml(document)}
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
      findable: !isPreview,
      description: 'Was Menschen gesagt haben, was beschlossen wurde und was getan wird.',
    });
    sendPage(request, response, page, { keep: isPreview ? 'nothing' : 'check' });
  }
}
