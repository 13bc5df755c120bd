import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { publicSearch } from '@runder-tisch/domain/social-services';
import { Public } from '../access/access';
import { renderPage } from '../pages/page';
import { sendPage } from '../pages/send-page';
import { inSimpleWords } from '../pages/simple-language';
import { Settings } from '../settings/settings';
import { emergencyBlock } from './everyday/emergency-block';
import { EmergencyNumbers } from './everyday/emergency-numbers';
import { SearchTopics } from './everyday/search-topics';
import { LEAVE_TO, serviceListPage, servicePage, unknownService } from './public-service-pages';
import { PublicServicesRepository } from './public-services.repository';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** "Angebote finden": for everybody, without account, script or cookie. */
@Controller('angebote')
@Public()
export class PublicServicesController {
  constructor(
    private readonly services: PublicServicesRepository,
    private readonly topics: SearchTopics,
    private readonly numbers: EmergencyNumbers,
    private readonly settings: Settings,
  ) {}

  @Get()
  async list(
    @Query() asked: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const words = textOf(asked['suche']).slice(0, 100);
    const [topics, numbers, choices] = await Promise.all([
      words === '' ? [] : this.topics.used(),
      this.numbers.shown(),
      this.services.choices(),
    ]);
    const { terms, dangers } = publicSearch(words, topics);
    const query = {
      words,
      terms,
      categoryId: idOf(asked['kategorie']),
      fieldId: idOf(asked['feld']),
      municipalityId: idOf(asked['gemeinde']),
      after: textOf(asked['ab']).slice(0, 600) || undefined,
    };
    const found = await this.services.list(query);
    const chosen = choices.categories.find((it) => it.id === query.categoryId);
    const careful =
      dangers.includes('VIOLENCE') || found.items.some((it) => it.protective && (words !== '' || chosen));
    const page = renderPage({
      title: chosen ? `Angebote finden: ${chosen.name}` : 'Angebote finden',
      main: serviceListPage(query, choices, found, emergencyBlock(numbers, dangers)),
      identity: await this.settings.pageIdentity(),
      description: 'Geprüfte soziale Angebote im Landkreis: Beratung, Hilfe und Begegnung.',
      findable: true,
      section: '/angebote',
      alternates: [inSimpleWords('angebote')],
      ...(careful ? { leaveTo: LEAVE_TO } : {}),
    });
    sendPage(request, response, page, { keep: 'check' });
  }

  @Get(':id')
  async show(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const service = UUID.test(id) ? await this.services.find(id) : undefined;
    const identity = await this.settings.pageIdentity();
    const alternates = [inSimpleWords('angebote', request.path)];
    const frame = { identity, findable: true, section: '/angebote', alternates };
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
