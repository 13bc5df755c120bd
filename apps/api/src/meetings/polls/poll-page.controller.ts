import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { pollAnswers, pollLimits } from '@runder-tisch/domain/meetings';
import { type ViewedRequest, Public } from '../../access/access';
import { type MailLink, MailLinks } from '../../access/mail-links';
import { RateLimit } from '../../access/rate-limit';
import { Clock } from '../../clock';
import { savedAt, wasSaved } from '../../pages/forms';
import { renderPage } from '../../pages/page';
import { sendPage } from '../../pages/send-page';
import { inSimpleWords } from '../../pages/simple-language';
import { ProblemException } from '../../problem/problem';
import { Settings } from '../../settings/settings';
import { type AskedView, AskedRepository } from './asked.repository';
import { noPollPage, type PollAttempt, type PollPage, pollPage, rowName } from './poll-page';
import { PollVotesService } from './poll-votes.service';

/** Per link, so that nobody behind the same router is kept out by somebody else. */
const VOTES_PER_LINK = { name: 'poll-by-link', hits: 30, minutes: 10 } as const;

/** No account, no script: GET and HEAD show, only POST votes. Mail gateways open every link they see. */
@Controller('umfrage')
@Public()
export class PollPageController {
  constructor(
    private readonly links: MailLinks,
    private readonly asked: AskedRepository,
    private readonly votes: PollVotesService,
    private readonly limits: RateLimit,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get(':token')
  async show(
    @Req() request: Request,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    const found = await this.open(token);
    if (!found) return this.send(request, response, noPollPage('unknown'), 404);
    if (found.link.state === 'EXPIRED')
      return this.send(request, response, noPollPage('expired', found.asked), 410);
    return this.send(
      request,
      response,
      pollPage(found.asked, pathOf(token), this.clock.now(), { saved: wasSaved(request.query) }),
      200,
    );
  }

  @Post(':token')
  async vote(
    @Req() request: ViewedRequest,
    @Res() response: Response,
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
  ): Promise<void> {
    const found = await this.open(token);
    if (!found) return this.send(request, response, noPollPage('unknown'), 404);
    if (found.link.state === 'EXPIRED')
      return this.send(request, response, noPollPage('expired', found.asked), 410);
    await this.limits.demand(VOTES_PER_LINK, token);
    const typed = readVotes(body ?? {}, found.asked);
    try {
      await this.votes.voteByLink(
        { personId: found.link.personId, requestId: request.requestId },
        found.asked.voterId,
        {
          votes: Object.entries(typed.answers).map(([optionId, answer]) => ({ optionId, answer })),
          comment: typed.comment,
        },
      );
    } catch (error) {
      if (!(error instanceof ProblemException) || error.status >= 500) throw error;
      return this.refuse(request, response, token, found.asked.voterId, typed, error);
    }
    response.redirect(303, savedAt(pathOf(token)));
  }

  /** The page again with what was ticked and what is missing; the poll may have changed meanwhile. */
  private async refuse(
    request: Request,
    response: Response,
    token: string,
    voterId: string,
    typed: Omit<PollAttempt, 'errors'>,
    refusal: ProblemException,
  ): Promise<void> {
    const asked = await this.asked.find(voterId);
    if (!asked) throw refusal;
    const errors =
      refusal.errors.length > 0
        ? refusal.errors.map(({ path, detail }) => ({ name: rowName(path), text: detail ?? refusal.says }))
        : [{ text: refusal.says }];
    const page = pollPage(asked, pathOf(token), this.clock.now(), { attempt: { ...typed, errors } });
    return this.send(request, response, page, refusal.status);
  }

  private async open(token: string): Promise<{ link: MailLink; asked: AskedView } | null> {
    const link = await this.links.find(token, 'poll');
    const asked = link?.objectId ? await this.asked.find(link.objectId) : undefined;
    return link && asked ? { link, asked } : null;
  }

  private async send(request: Request, response: Response, page: PollPage, status: number): Promise<void> {
    const identity = await this.settings.pageIdentity();
    const alternates = [inSimpleWords('umfrage', request.path)];
    sendPage(request, response, renderPage({ ...page, identity, alternates }), { status });
  }
}

function pathOf(token: string): string {
  return `/umfrage/${token}`;
}

/** What was ticked for the dates there are; „Alle Ja“ ticks them all. Anything else somebody sends is not read. */
function readVotes(body: Record<string, unknown>, asked: AskedView): Omit<PollAttempt, 'errors'> {
  const answers: PollAttempt['answers'] = {};
  for (const { id } of asked.dates) {
    const ticked = body['alle'] === 'YES' ? 'YES' : body[rowName(id)];
    const answer = pollAnswers.find((it) => it === ticked);
    if (answer) answers[id] = answer;
  }
  const comment = body['comment'];
  const text = typeof comment === 'string' ? comment.replace(/\r\n/g, '\n') : asked.comment;
  return { answers, comment: text.slice(0, pollLimits.comment) };
}
