import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentViewer, Public } from '../access/access';
import type { Viewer } from '../access/viewer';
import { PublicFeedbackService } from '../feedback/answers/public-feedback.service';
import { FieldPublications } from '../fields-of-action/field-publications';
import { renderPage } from '../pages/page';
import { sendPage } from '../pages/send-page';
import { inSimpleWords } from '../pages/simple-language';
import { Settings } from '../settings/settings';
import { EmergencyNumbers } from '../social-services/everyday/emergency-numbers';
import { PublicServicesRepository } from '../social-services/public-services.repository';
import { PublicDates } from './public-dates';
import { startPage } from './start-page';

/** "/" for everybody; who is signed in goes on to work, and may look at it by `?ansicht=oeffentlich`. */
@Controller()
@Public()
export class PublicStartController {
  constructor(
    private readonly settings: Settings,
    private readonly services: PublicServicesRepository,
    private readonly numbers: EmergencyNumbers,
    private readonly answers: PublicFeedbackService,
    private readonly dates: PublicDates,
    private readonly fields: FieldPublications,
  ) {}

  @Get()
  async show(
    @CurrentViewer() viewer: Viewer,
    @Query('ansicht') look: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const signedIn = viewer.kind === 'account';
    if (signedIn && look !== 'oeffentlich') {
      response.setHeader('Cache-Control', 'no-store').redirect(303, '/arbeitsplatz');
      return;
    }
    const [settings, identity, choices, numbers, answers, dates, fields] = await Promise.all([
      this.settings.current(),
      this.settings.pageIdentity(),
      this.services.choices(),
      this.numbers.shown(),
      this.answers.list(undefined),
      this.dates.next(),
      this.fields.published(),
    ]);
    const page = renderPage({
      title: 'Start',
      main: startPage({
        settings,
        topics: choices.categories,
        numbers,
        answers: answers.items,
        fields,
        dates,
      }),
      identity,
      description: 'Hilfe finden, mitreden, Ergebnisse und öffentliche Termine im Landkreis.',
      findable: true,
      signedIn,
      alternates: [inSimpleWords('start')],
    });
    sendPage(request, response, page, { keep: 'check' });
  }
}
