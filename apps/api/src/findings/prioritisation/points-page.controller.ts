import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  type GivenPoints,
  prioritisationProblems,
  readJoinCode,
  readPoints,
} from '@runder-tisch/domain/findings/prioritisation';
import { type ViewedRequest, Public } from '../../access/access';
import { cutAddress } from '../../access/cut-address';
import { HostCookie } from '../../access/host-cookie';
import { isLinkToken } from '../../access/mail-links';
import { RateLimit } from '../../access/rate-limit';
import { newToken } from '../../access/session';
import { savedAt, wasSaved } from '../../pages/forms';
import { renderPage } from '../../pages/page';
import { sendPage } from '../../pages/send-page';
import { inSimpleWords } from '../../pages/simple-language';
import { problem, ProblemException } from '../../problem/problem';
import { Settings } from '../../settings/settings';
import { BallotsRepository, type BallotView } from './ballots.repository';
import { BallotsService } from './ballots.service';
import {
  codePage,
  noPointsPage,
  type PointsAttempt,
  pointsField,
  type PointsPage,
  pointsPage,
  rowAnchor,
} from './points-page';

/** A tap is a request, so there are many; per ballot, since a whole room comes from one address. */
const CHANGES_PER_BALLOT = { name: 'points', hits: 300, minutes: 10 } as const;
/** Letters nobody was shown: guessing must not pay. */
const UNKNOWN_CODES = { name: 'points-code', hits: 60, minutes: 10 } as const;
const PHONE = 'rt_points';
const PHONE_MS = 30 * 86_400_000;

/** No account, no script: GET and HEAD show, only POST gives points. */
@Controller('punkte')
@Public()
export class PointsPageController {
  constructor(
    private readonly ballots: BallotsRepository,
    private readonly service: BallotsService,
    private readonly limits: RateLimit,
    private readonly cookie: HostCookie,
    private readonly settings: Settings,
  ) {}

  /** The letters from the wall lead on to their page. */
  @Get()
  async code(@Req() request: Request, @Res() response: Response): Promise<void> {
    const typed = typeof request.query['code'] === 'string' ? request.query['code'] : '';
    const code = readJoinCode(typed);
    if (code) return response.redirect(303, pathOf(code));
    return this.send(request, response, codePage(typed, typed !== ''), typed === '' ? 200 : 400);
  }

  @Get(':token')
  async show(
    @Req() request: Request,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    const ballot = await this.ballots.find(token, this.phone(request, response));
    if (!ballot) return this.unknown(request, response, token);
    const saved = wasSaved(request.query);
    return this.send(request, response, pointsPage(ballot, pathOf(token), { saved }), 200);
  }

  @Post(':token')
  async give(
    @Req() request: ViewedRequest,
    @Res() response: Response,
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
  ): Promise<void> {
    const forgotten = this.known(request) === undefined;
    const ballot = await this.ballots.find(token, this.phone(request, response));
    if (!ballot) return this.unknown(request, response, token);
    const { typed, given, stepped, wrong } = readForm(body ?? {}, ballot);
    try {
      // Without its number the phone would take a new ballot with every tap.
      if (ballot.mode === 'ROOM' && forgotten)
        throw problem(prioritisationProblems, 'points-phone-forgotten');
      if (wrong) throw problem(prioritisationProblems, 'points-not-a-number', wrong);
      await this.limits.demand(CHANGES_PER_BALLOT, ballot.tokenHash);
      await this.service.give(request.requestId, ballot.id, ballot.tokenHash, given);
    } catch (error) {
      if (!(error instanceof ProblemException) || error.status >= 500) throw error;
      return this.refuse(request, response, token, typed, error);
    }
    response.redirect(303, stepped ? `${pathOf(token)}#${rowAnchor(stepped)}` : savedAt(pathOf(token)));
  }

  /** The page again with what was typed and what is wrong; it may have been closed meanwhile. */
  private async refuse(
    request: ViewedRequest,
    response: Response,
    token: string,
    typed: PointsAttempt['typed'],
    refusal: ProblemException,
  ): Promise<void> {
    const ballot = await this.ballots.find(token, this.phone(request, response));
    if (!ballot) throw refusal;
    const [at] = refusal.errors;
    const errors = [{ ...(at ? { name: pointsField(at.path) } : {}), text: refusal.says }];
    const page = pointsPage(ballot, pathOf(token), { attempt: { typed, errors } });
    return this.send(request, response, page, refusal.status);
  }

  private async unknown(request: Request, response: Response, token: string): Promise<void> {
    if (!isLinkToken(token)) await this.limits.demand(UNKNOWN_CODES, cutAddress(request.ip ?? ''));
    return this.send(request, response, noPointsPage(), 404);
  }

  /** The number by which this phone finds its ballot again; new where it has none. */
  private phone(request: Request, response: Response): string {
    const known = this.known(request) ?? (response.locals['phone'] as string | undefined);
    if (known) return known;
    const made = newToken();
    response.locals['phone'] = made;
    this.cookie.set(response, PHONE, made, PHONE_MS);
    return made;
  }

  private known(request: Request): string | undefined {
    const value = this.cookie.read(request, PHONE);
    return value && isLinkToken(value) ? value : undefined;
  }

  private async send(request: Request, response: Response, page: PointsPage, status: number): Promise<void> {
    const identity = await this.settings.pageIdentity();
    const alternates = [inSimpleWords('punkte', request.path)];
    sendPage(request, response, renderPage({ ...page, identity, alternates }), { status });
  }
}

function pathOf(token: string): string {
  return `/punkte/${token}`;
}

/** What stands in the fields of the options there are, with one point more or less where that was pressed. */
function readForm(body: Record<string, unknown>, ballot: BallotView) {
  const typed: Record<string, string> = {};
  const given: GivenPoints[] = [];
  let wrong: string | null = null;
  const steps = { mehr: 1, weniger: -1 } as const;
  const pressed = (['mehr', 'weniger'] as const).find((name) => typeof body[name] === 'string');
  for (const { id, own } of ballot.options) {
    const name = pointsField(id);
    const text = body[name];
    typed[name] = typeof text === 'string' ? text.slice(0, 20) : String(own);
    const points = readPoints(typed[name]);
    if (points === null) wrong ??= id;
    const step = pressed && body[pressed] === id ? steps[pressed] : 0;
    given.push({ optionId: id, points: Math.max(0, (points ?? 0) + step) });
  }
  const stepped = ballot.options.find(({ id }) => pressed && body[pressed] === id)?.id ?? null;
  return { typed, given, stepped, wrong };
}
