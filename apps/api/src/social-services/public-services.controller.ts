import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../access/access';
import { renderPage } from '../pages/page';
import { sendPage } from '../pages/send-page';
import { Settings } from '../settings/settings';
import { LEAVE_TO, serviceListPage, servicePage, unknownService } from './public-service-pages';
import { PublicServicesRepository } from './public-services.repository';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** "Angebote finden": for everybody, without account, script or cookie. */
@Controller('angebote')
@Public()
export class PublicServicesController {
  constructor(
    private readonly services: PublicServicesRepository,
    private readonly settings: Settings,
  ) {}

  @Get()
  async list(
    @Query() asked: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const query = {
      words: textOf(asked['suche']).slice(0, 100),
      categoryId: idOf(asked['kategorie']),
      fieldId: idOf(asked['feld']),
      municipalityId: idOf(asked['gemeinde']),
      after: textOf(asked['ab']).slice(0, 600) || undefined,
    };
    const [choices, found] = await Promise.all([this.services.choices(), this.services.list(query)]);
    const chosen = choices.categories.find((it) => it.id === query.categoryId);
    const careful = found.items.some((it) => it.protective && (query.words !== '' || chosen));
    const page = renderPage({
      title: chosen ? `Angebote finden: ${chosen.name}` : 'Angebote finden',
      main: serviceListPage(query, choices, found),
      identity: await this.settings.pageIdentity(),
      description: 'Geprüfte soziale Angebote im Landkreis: Beratung, Hilfe und Begegnung.',
      findable: true,
      section: '/angebote',
      wide: true,
      ...(careful ? { leaveTo: LEAVE_TO } : {}),
    });
    sendPage(request, response, page, { keep: 'check' });
  }

  @Get(':id')
  async show(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const service = UUID.test(id) ? await this.services.find(id) : undefined;
    const identity = await this.settings.pageIdentity();
    const frame = { identity, findable: true, section: '/angebote' };
    if (!service) {
      const page = renderPage({ ...frame, title: 'Angebot nicht gefunden', main: unknownService() });
      sendPage(request, response, page, { status: 404 });
      return;
    }
    const careful = service.protective || service.content.secretPlace;
    const page = renderPage({
      ...frame,
      title: service.content.title,
      main: servicePage(service),
      ...(careful ? { leaveTo: LEAVE_TO } : {}),
    });
    sendPage(request, response, page, { keep: 'check' });
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\p{Cc}/gu, '').trim() : '';
}

function idOf(value: unknown): string | null {
  return typeof value === 'string' && UUID.test(value) ? value : null;
}
