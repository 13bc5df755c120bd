import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import sql from 'sql-template-tag';
import { readVoiceCode } from '@runder-tisch/domain/feedback';
import { SendVoice } from '@runder-tisch/domain/feedback/voice-requests';
import type { NamedReference } from '@runder-tisch/domain/lists';
import { Public } from '../../access/access';
import { Database } from '../../database/database';
import { FieldPublications } from '../../fields-of-action/field-publications';
import { renderPage } from '../../pages/page';
import { sendPage } from '../../pages/send-page';
import { inSimpleWords } from '../../pages/simple-language';
import { ProblemException } from '../../problem/problem';
import { RequestPipe } from '../../problem/request-pipe';
import { Settings } from '../../settings/settings';
import { PublicLetters } from '../return-messages/public-letters';
import { PublicFeedbackService } from '../answers/public-feedback.service';
import { VoiceForm } from './voice-form';
import {
  publicAnswersPage,
  TRAP,
  type VoiceAttempt,
  voiceCodePage,
  voiceFormPage,
  type VoiceLists,
  type VoicePage,
  voicesClosedPage,
} from './voice-page';
import { VoicesService } from './voices.service';

const HALF_A_DAY = 12 * 3600;

type Typed = Record<string, string>;

/** For everybody, without account, script or cookie: say something, see what became of it, read what became of others'. */
@Controller()
@Public()
export class VoicePagesController {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly form: VoiceForm,
    private readonly voices: VoicesService,
    private readonly published: PublicFeedbackService,
    private readonly fields: FieldPublications,
    private readonly letters: PublicLetters,
  ) {}

  @Get('mitreden')
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const settings = await this.settings.current();
    if (!settings.voicesOpen) return this.send(request, response, voicesClosedPage(settings), 404);
    const page = voiceFormPage(settings, await this.lists(), await this.form.mark());
    return this.send(request, response, page, 200);
  }

  @Post('mitreden')
  async give(
    @Req() request: Request,
    @Res() response: Response,
    @Body() body: Record<string, unknown> | undefined,
  ): Promise<void> {
    const settings = await this.settings.current();
    if (!settings.voicesOpen) return this.send(request, response, voicesClosedPage(settings), 404);
    const typed = textsOf(body);
    const { marke: mark = '', [TRAP]: trap = '', ...values } = typed;
    try {
      const given = (await new RequestPipe().transform(values, {
        type: 'body',
        metatype: SendVoice,
      })) as SendVoice;
      await this.form.demandHuman({ text: given.text, trap, mark, address: request.ip ?? '' });
      const { code } = await this.voices.giveUnnamed({
        source: 'CITIZEN',
        text: given.text,
        fieldId: given.fieldId || null,
        municipalityId: given.municipalityId || null,
        mail: given.mail,
      });
      response.redirect(303, `/hinweis/${code ?? ''}?neu=1`);
    } catch (error) {
      if (!(error instanceof ProblemException) || error.status >= 500) throw error;
      const attempt: VoiceAttempt = { values, errors: errorsOf(error) };
      // The mark stays while it holds, so that sending again at once is not "too fast" a second time.
      const age = await this.form.openSeconds(mark);
      const kept = age !== null && age < HALF_A_DAY;
      const next = kept ? mark : await this.form.mark();
      const page = voiceFormPage(settings, await this.lists(), next, attempt);
      return this.send(request, response, page, error.status);
    }
  }

  @Get('mitreden/stand')
  async askForCode(@Req() request: Request, @Res() response: Response): Promise<void> {
    const page = voiceCodePage({ code: '', errors: [] });
    return this.send(request, response, page, 200);
  }

  @Post('mitreden/stand')
  async openCode(
    @Req() request: Request,
    @Res() response: Response,
    @Body() body: Record<string, unknown> | undefined,
  ): Promise<void> {
    const typed = textsOf(body)['code'] ?? '';
    const code = readVoiceCode(typed);
    if (code !== null) return response.redirect(303, `/hinweis/${code}`);
    const errors = [
      { name: 'code', text: 'Das ist kein vollständiger Code. Er hat fünf Gruppen mit vier Zeichen.' },
    ];
    const page = voiceCodePage({ code: typed.slice(0, 40), errors });
    return this.send(request, response, page, 400);
  }

  @Get('ergebnisse')
  async results(
    @Req() request: Request,
    @Res() response: Response,
    @Query('after') after: string | undefined,
  ): Promise<void> {
    const [{ items, next }, fields, letters] = await Promise.all([
      this.published.list(typeof after === 'string' ? after : undefined),
      this.fields.published(),
      this.letters.newest(),
    ]);
    const page = publicAnswersPage(items, next, { fields, letters });
    sendPage(
      request,
      response,
      renderPage({
        ...page,
        alternates: [inSimpleWords('ergebnisse')],
        identity: await this.settings.pageIdentity(),
      }),
      {
        keep: 'check',
      },
    );
  }

  private async lists(): Promise<VoiceLists> {
    const [fields, municipalities] = await Promise.all([
      this.database.rows<NamedReference>(
        sql`select id, name from field_of_action where active order by position`,
      ),
      this.database.rows<NamedReference>(
        sql`select id, name from municipality order by name collate "de-x-icu"`,
      ),
    ]);
    return { fields, municipalities };
  }

  private async send(request: Request, response: Response, page: VoicePage, status: number): Promise<void> {
    const identity = await this.settings.pageIdentity();
    const name = request.path === '/mitreden/stand' ? 'stand' : 'mitreden';
    sendPage(request, response, renderPage({ ...page, identity, alternates: [inSimpleWords(name)] }), {
      status,
    });
  }
}

/** The fields of the form that are texts; a repeated one is none. */
function textsOf(body: Record<string, unknown> | undefined): Typed {
  return Object.fromEntries(
    Object.entries(body ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.replace(/\r\n/g, '\n')]] : [],
    ),
  );
}

function errorsOf(error: ProblemException): VoiceAttempt['errors'] {
  if (error.errors.length === 0) return [{ text: error.says }];
  const shown = new Set(['text', 'fieldId', 'municipalityId', 'mail']);
  return error.errors.map(({ path, detail }) =>
    shown.has(path) ? { name: path, text: detail ?? error.says } : { text: error.says },
  );
}
