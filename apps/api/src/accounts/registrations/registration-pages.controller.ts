import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { accountProblems } from '@runder-tisch/domain/accounts';
import { Register } from '@runder-tisch/domain/accounts/registration-requests';
import type { NamedReference } from '@runder-tisch/domain/lists';
import { Public, type ViewedRequest } from '../../access/access';
import { cutAddress } from '../../access/cut-address';
import { type Limit, RateLimit } from '../../access/rate-limit';
import { APP_OPTIONS, type AppOptions } from '../../app-options';
import type { FormError } from '../../pages/forms';
import type { Html } from '../../pages/html';
import { renderPage } from '../../pages/page';
import { sendPage } from '../../pages/send-page';
import { inSimpleWords } from '../../pages/simple-language';
import { problem, ProblemException } from '../../problem/problem';
import { RequestPipe } from '../../problem/request-pipe';
import { Settings } from '../../settings/settings';
import {
  addressConfirmed,
  confirmAddress,
  deadLink,
  doorClosed,
  findOrganisation,
  LEAST_LETTERS,
  mailIsOnItsWay,
  registrationForm,
  type RegistrationValues,
} from './registration-pages';
import { Registrations } from './registrations.service';
import { RegistrationsRepository } from './registrations.repository';

const searchPerNeighbourhood: Limit = { name: 'registration-search', hits: 120, minutes: 15 };
const perNeighbourhood: Limit = { name: 'registration-near', hits: 20, minutes: 60 };
// By neighbourhood as well: who registers with somebody else's mail address uses up nothing of theirs.
const perMail: Limit = { name: 'registration-mail', hits: 3, minutes: 60 };
// Beyond that once a day from each neighbourhood, so that a mailbox is not flooded from many and its owner still gets in.
const perMailAndDay: Limit = { name: 'registration-mail-day', hits: 30, minutes: 24 * 60 };
const evenThen: Limit = { name: 'registration-mail-near', hits: 1, minutes: 24 * 60 };
const pressesPerLink: Limit = { name: 'registration-link', hits: 20, minutes: 60 };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const fields = [
  'organisationName',
  'organisationCity',
  'givenName',
  'familyName',
  'function',
  'mail',
  'phone',
  'message',
] as const;

/** "Das sind wir": without an account, without a script, and without telling who is known here. */
@Controller('mitmachen')
@Public()
export class RegistrationPagesController {
  constructor(
    private readonly registrations: Registrations,
    private readonly repository: RegistrationsRepository,
    private readonly settings: Settings,
    private readonly limits: RateLimit,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  @Get()
  async find(
    @Query('suche') query: unknown,
    @Req() request: ViewedRequest,
    @Res() response: Response,
  ): Promise<void> {
    if (!(await this.isOpen(request, response))) return;
    const words = textOf(query).slice(0, 100);
    // Signs like % are no letters: three of them must not list everybody.
    const asks = words.replace(/[^\p{L}\p{N}]/gu, '').length >= LEAST_LETTERS;
    if (asks) await this.limits.demand(searchPerNeighbourhood, cutAddress(request.ip ?? ''));
    const found = asks ? await this.repository.activeNamed(words) : null;
    await this.send(request, response, 'Mitmachen', findOrganisation(words, found));
  }

  @Get('anmelden')
  async form(
    @Query('organisation') organisation: unknown,
    @Query('name') name: unknown,
    @Req() request: ViewedRequest,
    @Res() response: Response,
  ): Promise<void> {
    if (!(await this.isOpen(request, response))) return;
    const chosen = await this.chosen(textOf(organisation));
    const values = { organisationName: textOf(name).slice(0, 200) };
    await this.send(request, response, 'Anmelden', registrationForm(values, chosen, []));
  }

  @Post('anmelden')
  async register(
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: ViewedRequest,
    @Res() response: Response,
  ): Promise<void> {
    if (!(await this.isOpen(request, response))) return;
    const values: RegistrationValues = Object.fromEntries(fields.map((name) => [name, textOf(body?.[name])]));
    const chosen = await this.chosen(textOf(body?.['organisationId']));
    try {
      const neighbourhood = cutAddress(request.ip ?? '');
      await this.limits.demand(perNeighbourhood, neighbourhood);
      const registration = (await new RequestPipe().transform(
        { ...values, organisationId: chosen?.id ?? null },
        { type: 'body', metatype: Register },
      )) as Register;
      // What fills in the field nobody sees is told the same as everybody else.
      if (textOf(body?.['homepage']) === '') {
        const similar =
          chosen || body?.['neu'] ? [] : await this.repository.similarTo(registration.organisationName);
        if (similar.length > 0) {
          await this.send(request, response, 'Anmelden', registrationForm(values, null, [], similar));
          return;
        }
        const mail = registration.mail.toLowerCase();
        await this.limits.demand(perMail, `${mail} ${neighbourhood}`);
        if (!(await this.limits.count(perMailAndDay, mail)))
          await this.limits.demand(evenThen, `${mail} ${neighbourhood}`);
        await this.registrations.register(request.viewer, registration);
      }
      response.setHeader('Cache-Control', 'no-store').redirect(303, '/mitmachen/gesendet');
    } catch (error) {
      if (!(error instanceof ProblemException) || error.status >= 500) throw error;
      const main = registrationForm(values, chosen, formErrors(error));
      await this.send(request, response, 'Anmelden', main, error.status);
    }
  }

  @Get('gesendet')
  sent(@Req() request: ViewedRequest, @Res() response: Response): Promise<void> {
    return this.send(request, response, 'Anmeldung', mailIsOnItsWay(this.options.smtpUrl !== null));
  }

  @Get('bestaetigen/:token')
  async show(
    @Param('token') token: string,
    @Req() request: ViewedRequest,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.registrations.behind(token);
    if (found?.link.state === 'USED')
      return this.send(request, response, 'Mailadresse bestätigt', addressConfirmed());
    if (found?.link.state !== 'VALID')
      return this.send(request, response, 'Link ungültig', deadLink(), found ? 410 : 404);
    return this.send(
      request,
      response,
      'Mailadresse bestätigen',
      confirmAddress(token, found.organisationName),
    );
  }

  @Post('bestaetigen/:token')
  async confirm(
    @Param('token') token: string,
    @Req() request: ViewedRequest,
    @Res() response: Response,
  ): Promise<void> {
    await this.limits.demand(pressesPerLink, token);
    await this.registrations.confirm(request.viewer, token);
    response.setHeader('Cache-Control', 'no-store').redirect(303, `/mitmachen/bestaetigen/${token}`);
  }

  private async isOpen(request: ViewedRequest, response: Response): Promise<boolean> {
    const { registrationOpen } = await this.settings.current();
    if (!registrationOpen) {
      const { status } = problem(accountProblems, 'registration-closed');
      await this.send(request, response, 'Anmeldung geschlossen', doorClosed(), status);
    }
    return registrationOpen;
  }

  private async chosen(id: string): Promise<NamedReference | null> {
    return UUID.test(id) ? ((await this.repository.active(id)) ?? null) : null;
  }

  private async send(
    request: ViewedRequest,
    response: Response,
    title: string,
    main: Html,
    status = 200,
  ): Promise<void> {
    const identity = await this.settings.pageIdentity();
    const wrong = status === 400;
    const alternates = [inSimpleWords('mitmachen', request.path)];
    const page = renderPage({
      title,
      main,
      identity,
      wrong,
      alternates,
      findable: true,
      section: '/mitmachen',
    });
    sendPage(request, response, page, { status });
  }
}

/** Line breaks of forms are CRLF; anything that is no text is none. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
}

function formErrors(error: ProblemException): FormError[] {
  if (error.errors.length === 0) return [{ text: error.says }];
  return error.errors.map((entry) => ({ name: entry.path, text: entry.detail ?? error.says }));
}
