import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { generalProblems } from '@runder-tisch/domain/problem';
import { Public, type ViewedRequest } from '../../access/access';
import { isLinkToken } from '../../access/mail-links';
import { problem } from '../../problem/problem';
import { FeedRepository } from './feed.repository';

/** For calendar programs, which cannot sign in: the secret stands in the address. */
@Controller('kalender')
@Public()
export class FeedController {
  constructor(private readonly feeds: FeedRepository) {}

  @Get(':file')
  async calendar(
    @Req() request: ViewedRequest,
    @Res() response: Response,
    @Param('file') file: string,
  ): Promise<void> {
    const token = file.endsWith('.ics') ? file.slice(0, -'.ics'.length) : '';
    const feed = isLinkToken(token) ? await this.feeds.of(token, request.requestId) : null;
    if (!feed) throw problem(generalProblems, 'not-found');
    // Not `fresh`: programs that ask with a condition say "no-cache" besides, and mean this very question.
    const known = (request.headers['if-none-match'] ?? '').split(',').map((it) => it.trim());
    response
      .type('text/calendar; charset=utf-8')
      .set('ETag', feed.etag)
      .set('Cache-Control', 'private, no-cache')
      .set('Content-Disposition', 'inline; filename="Termine.ics"');
    if (known.includes(feed.etag)) response.status(304).end();
    else response.send(feed.write());
  }
}
