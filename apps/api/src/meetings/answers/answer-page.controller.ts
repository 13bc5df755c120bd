import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { calendarUid } from '@runder-tisch/domain/calendar';
import { AnswerInvitation } from '@runder-tisch/domain/meetings/invitations/answer-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { type ViewedRequest, Public } from '../../access/access';
import { isLinkToken, MailLinks } from '../../access/mail-links';
import { publishIcs } from '../../calendar/ics';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { MailIdentitySource } from '../../outbox/mail-identity';
import { savedAt, wasSaved } from '../../pages/forms';
import { renderPage } from '../../pages/page';
import { sendPage } from '../../pages/send-page';
import { inSimpleWords } from '../../pages/simple-language';
import { problem, ProblemException } from '../../problem/problem';
import { RequestPipe } from '../../problem/request-pipe';
import { Settings } from '../../settings/settings';
import { TRIAL_TOKEN } from '../invitations/preview.service';
import { calendarText } from '../invitations/meeting-mails';
import { type AnswerAttempt, type AnswerPage, answerPage, linkPage } from './answer-page';
import { AnswersService } from './answers.service';
import { type InvitedView, InvitedRepository, type OpenedLink } from './invited.repository';

/** Per link, so that nobody behind the same router is kept out by somebody else. */
const ANSWERS_PER_LINK = { name: 'answer-by-link', hits: 30, minutes: 10 } as const;

/** No account, no script: GET and HEAD show, only POST answers. Mail gateways open every link they see. */
@Controller('antwort')
@Public()
export class AnswerPageController {
  constructor(
    private readonly links: MailLinks,
    private readonly invited: InvitedRepository,
    private readonly answers: AnswersService,
    private readonly settings: Settings,
    private readonly identities: MailIdentitySource,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get(':token')
  async show(
    @Req() request: Request,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    const found = await this.open(token, (it) => this.invited.findByLink(it));
    if (!found.invited)
      return this.send(request, response, linkPage(found.why), found.why === 'trial' ? 200 : 404);
    if (found.invited.linkState === 'EXPIRED')
      return this.send(request, response, linkPage('expired', found.invited), 410);
    return this.send(
      request,
      response,
      answerPage(found.invited, pathOf(token), this.clock.now(), { saved: wasSaved(request.query) }),
      200,
    );
  }

  @Post(':token')
  async answer(
    @Req() request: ViewedRequest,
    @Res() response: Response,
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
  ): Promise<void> {
    const found = await this.open(token, (it) => this.invited.findToAnswer(it, ANSWERS_PER_LINK));
    if (!found.invited)
      return this.send(request, response, linkPage(found.why), found.why === 'trial' ? 200 : 404);
    if (found.invited.linkState === 'EXPIRED')
      return this.send(request, response, linkPage('expired', found.invited), 410);
    if (found.invited.attempts > ANSWERS_PER_LINK.hits) throw problem(generalProblems, 'too-many-requests');
    const values = typed(body ?? {});
    try {
      const given = await readAnswer(values, found.invited);
      await this.answers.answerByLink(
        { personId: found.invited.linkPersonId, requestId: request.requestId },
        { invitationId: found.invited.invitationId, meetingId: found.invited.meeting.id },
        given,
      );
    } catch (error) {
      if (!(error instanceof ProblemException) || error.status >= 500) throw error;
      return this.refuse(request, response, token, found.invited.invitationId, values, error);
    }
    response.redirect(303, savedAt(pathOf(token)));
  }

  @Get(':token/termin.ics')
  async calendar(@Res() response: Response, @Param('token') token: string): Promise<void> {
    const found = await this.open(token, (it) => this.invited.findByLink(it));
    const invited = found.invited;
    if (!invited?.invited || found.invited.linkState === 'EXPIRED' || !invited.startsAt || !invited.endsAt)
      throw problem(generalProblems, 'not-found');
    const { meeting } = invited;
    if (meeting.state === 'CANCELLED') throw problem(generalProblems, 'not-found');
    const identity = await this.database.read((tx) => this.identities.identity(tx));
    const ics = publishIcs({
      uid: calendarUid(meeting.id, identity.instanceHost),
      sequence: meeting.calendarSequence,
      dtstamp: invited.calendarStamp ?? invited.createdAt,
      startsAt: invited.startsAt,
      endsAt: invited.endsAt,
      title: meeting.title,
      place: [meeting.place, meeting.placeNote].filter(Boolean).join(', ') || null,
      onlineLink: meeting.onlineLink || null,
      description: calendarText(meeting, invited.agenda, this.links.url(pathOf(token))),
      organizer: { name: meeting.organizerName, mail: meeting.organizerMail },
      status: invited.waitingPlace === null ? 'CONFIRMED' : 'TENTATIVE',
      createdAt: invited.createdAt,
    });
    response
      .type('text/calendar; charset=utf-8')
      .set('Cache-Control', 'no-store')
      .set('Content-Disposition', 'attachment; filename="Termin.ics"')
      .send(ics);
  }

  /** The page again with what was typed and what is wrong with it; the state may have changed meanwhile. */
  private async refuse(
    request: Request,
    response: Response,
    token: string,
    invitationId: string,
    values: AnswerAttempt['values'],
    refusal: ProblemException,
  ): Promise<void> {
    const invited = await this.invited.find(invitationId);
    if (!invited) throw refusal;
    const errors =
      refusal.errors.length > 0
        ? refusal.errors.map((error) => ({ name: error.path, text: error.detail ?? refusal.says }))
        : [{ text: refusal.says }];
    return this.send(
      request,
      response,
      answerPage(invited, pathOf(token), this.clock.now(), { attempt: { values, errors } }),
      refusal.status,
    );
  }

  private async open<Found extends OpenedLink>(
    token: string,
    find: (token: string) => Promise<Found | undefined>,
  ): Promise<{ invited: Found; why?: undefined } | { invited?: undefined; why: 'unknown' | 'trial' }> {
    if (token === TRIAL_TOKEN) return { why: 'trial' };
    const invited = isLinkToken(token) ? await find(token) : undefined;
    return invited ? { invited } : { why: 'unknown' };
  }

  private async send(request: Request, response: Response, page: AnswerPage, status: number): Promise<void> {
    const identity = await this.settings.pageIdentity();
    const alternates = [inSimpleWords('antwort', request.path)];
    sendPage(request, response, renderPage({ ...page, identity, alternates }), { status });
  }
}

function pathOf(token: string): string {
  return `/antwort/${token}`;
}

const fields = [
  'answer',
  'companions',
  'deputy',
  'deputyName',
  'deputyMail',
  'coming',
  'needs',
  'message',
] as const;

/** The fields of the form as text; anything else somebody sends is not read. */
function typed(body: Record<string, unknown>): AnswerAttempt['values'] {
  const values: AnswerAttempt['values'] = {};
  for (const name of fields) {
    const value = body[name];
    if (typeof value === 'string') values[name] = value.replace(/\r\n/g, '\n');
  }
  return values;
}

/** The three large buttons send nothing but the answer: what was said before stays. */
async function readAnswer(values: AnswerAttempt['values'], invited: InvitedView): Promise<AnswerInvitation> {
  const request = {
    answer: values.answer,
    companions: companionsOf(values, invited),
    deputyName:
      values.deputyName ?? (values.answer === 'DECLINED' && invited.represented ? invited.deputyName : ''),
    deputyMail: values.deputyMail?.trim() ?? '',
    coming: values.coming === undefined ? invited.coming : linesOf(values.coming),
    needs: values.needs ?? invited.needs,
    message: values.message ?? invited.message,
  };
  if ((values.deputy || request.deputyMail !== '') && request.deputyName.trim() === '') {
    const detail = 'Bitte geben Sie den Namen der Vertretung an.';
    throw problem(generalProblems, 'invalid-input', [{ path: 'deputyName', code: 'required', detail }]);
  }
  return (await new RequestPipe().transform(request, {
    type: 'body',
    metatype: AnswerInvitation,
  })) as AnswerInvitation;
}

function companionsOf(values: AnswerAttempt['values'], invited: InvitedView): number {
  const typedNumber = values.companions?.trim();
  if (typedNumber !== undefined) return typedNumber === '' ? 0 : Number(typedNumber);
  return values.coming === undefined ? invited.companions : 0;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
